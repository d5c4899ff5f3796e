/*
 * The turn begins: what happened outside is read first, then what was typed, with stand-ins for people, so that neither
 * a model nor a checkpoint sees a name. What a broken turn left behind is cleared away.
 */
import { AIMessage, type BaseMessage, HumanMessage, RemoveMessage, ToolMessage } from '@langchain/core/messages';
import { noticeWords } from '../../notices/notice.js';
import { MOST_MESSAGES } from '../budgets.js';
import { NEWS } from '../interpreter/memory.js';
import { contextOf, freshTurn, type Node } from '../state.js';

export const admit: Node = async ({ messages }, config) => {
  const { typed, actor, notices } = contextOf(config);
  const news = notices.map(noticeWords);
  const told = news.map((words) => new AIMessage({ content: words, additional_kwargs: { [NEWS]: true } }));
  return {
    owner: actor.id,
    turn: { ...freshTurn, news },
    messages: [...cleared(messages), ...told, new HumanMessage(typed[0].hidden.text)],
  };
};

/** Calls without all their results, and the oldest turns beyond what a checkpoint keeps. */
function cleared(messages: readonly BaseMessage[]): RemoveMessage[] {
  const broken = messages.flatMap((message, at) => {
    if (!(message instanceof AIMessage) || !message.tool_calls?.length) return [];
    const results = resultsAfter(messages, at);
    const isWhole = message.tool_calls.every(({ id }) => results.some((result) => result.tool_call_id === id));
    return isWhole ? [] : [message, ...results];
  });
  const keptFrom = messages.findIndex(
    (message, at) => at >= messages.length - MOST_MESSAGES && message instanceof HumanMessage,
  );
  const old = messages.length > MOST_MESSAGES ? messages.slice(0, Math.max(keptFrom, 0)) : [];
  return [...new Set([...broken, ...old])].flatMap(({ id }) => (id ? [new RemoveMessage({ id })] : []));
}

/** The results that follow a call directly. */
function resultsAfter(messages: readonly BaseMessage[], at: number): ToolMessage[] {
  const results: ToolMessage[] = [];
  for (const message of messages.slice(at + 1)) {
    if (!(message instanceof ToolMessage)) break;
    results.push(message);
  }
  return results;
}
