/*
 * The turn begins: what happened outside is read first, then what was typed, with stand-ins for people, so that neither
 * a model nor a checkpoint sees a name. What a broken turn left behind is cleared away.
 */
import { AIMessage, type BaseMessage, HumanMessage, RemoveMessage, ToolMessage } from '@langchain/core/messages';
import { rateLimit } from '../../access/rate-limit.js';
import { noticeWords } from '../../notices/notice.js';
import { TooManyQuestions } from '../errors.js';
import { NEWS } from '../interpreter/memory.js';
import { shorten } from '../remembered.js';
import { contextOf, freshTurn, type Node } from '../state.js';
import type { NodeParts } from './parts.js';

export const admit = ({ settings }: Pick<NodeParts, 'settings'>): Node => {
  const limit = rateLimit(settings.turnsPerMinute, (most, seconds) => new TooManyQuestions(most, seconds));
  return async ({ messages, remembered }, config) => {
    const { typed, actor, notices } = contextOf(config);
    // Whoever runs a command runs the machine; a browser, a bot or a client may loop.
    if (actor.surface !== 'cli' && actor.surface !== 'job') limit(actor.id);
    const broken = brokenIn(messages);
    const short = shorten(
      messages.filter((message) => !broken.has(message)),
      remembered,
    );
    const news = notices.map(noticeWords);
    const told = news.map((words) => new AIMessage({ content: words, additional_kwargs: { [NEWS]: true } }));
    return {
      owner: actor.id,
      turn: { ...freshTurn, news },
      remembered: short.remembered,
      messages: [...removed([...broken, ...short.gone]), ...told, new HumanMessage(typed[0].hidden.text)],
    };
  };
};

const removed = (messages: readonly BaseMessage[]): RemoveMessage[] =>
  messages.flatMap(({ id }) => (id ? [new RemoveMessage({ id })] : []));

/** Calls without all their results, and the results there are. */
const brokenIn = (messages: readonly BaseMessage[]): ReadonlySet<BaseMessage> =>
  new Set(
    messages.flatMap((message, at) => {
      if (!(message instanceof AIMessage) || !message.tool_calls?.length) return [];
      const results = resultsAfter(messages, at);
      const isWhole = message.tool_calls.every(({ id }) => results.some((result) => result.tool_call_id === id));
      return isWhole ? [] : [message, ...results];
    }),
  );

/** The results that follow a call directly. */
function resultsAfter(messages: readonly BaseMessage[], at: number): ToolMessage[] {
  const results: ToolMessage[] = [];
  for (const message of messages.slice(at + 1)) {
    if (!(message instanceof ToolMessage)) break;
    results.push(message);
  }
  return results;
}
