/*
 * The turn ends: its words are checked against the receipts of the thread. Names are put in afterwards, outside, so that
 * no checkpoint holds one.
 */
import { AIMessage, type BaseMessage, HumanMessage } from '@langchain/core/messages';
import { partialNote } from '../../../tools/partial.js';
import { receiptsOf } from '../../receipts/open.js';
import { markOf } from '../interpreter/memory.js';
import { checkNumbers, removedWords } from '../numbers.js';
import { wantsTools } from '../routes.js';
import { contextOf, type Node, type ThreadState, type TurnState } from '../state.js';
import type { NodeParts } from './parts.js';

export const answer =
  ({ database }: NodeParts): Node =>
  async (state, config) => {
    const { messages, turn } = state;
    if (turn.status === 'error' || turn.status === 'proposal') return ended(state, { ...turn, answer: turn.answer });
    const last = messages.at(-1);
    const mark = markOf(last);
    const text = await withPartialNote(last?.text.trim() ?? '', turn, database);
    if (!text)
      return ended(state, {
        ...turn,
        status: 'error',
        answer: 'The model gave no answer. Ask again, or more exactly.',
      });
    const marked: TurnState = {
      ...turn,
      answer: text,
      status: mark?.status ?? 'answer',
      next: mark?.next ?? [],
      ...(mark?.question && { question: mark.question }),
    };
    if (marked.status !== 'answer') return { turn: marked };
    const receipts = await receiptsOf(database, contextOf(config).thread);
    const checked = checkNumbers(text, receipts, saidIn(messages));
    if (checked.removed === 0) return { turn: marked };
    const words = `${checked.text}\n\n${removedWords(checked.removed)}`;
    const mended = new AIMessage({
      content: words,
      ...(last?.id && { id: last.id }),
      additional_kwargs: last?.additional_kwargs ?? {},
    });
    return { messages: [mended], turn: { ...marked, answer: words } };
  };

/** A thread always ends with words of the copilot, so that the next turn goes on from something whole. */
const ended = (state: ThreadState, turn: TurnState) => {
  const last = state.messages.at(-1);
  const isWhole = last instanceof AIMessage && !wantsTools(state) && last.text === turn.answer;
  return { turn, ...(isWhole ? {} : { messages: [new AIMessage(turn.answer)] }) };
};

/** What people typed, and the arguments of calls: their numbers may be repeated. */
const saidIn = (messages: readonly BaseMessage[]): string[] =>
  messages.flatMap((message) => {
    if (message instanceof HumanMessage) return [message.text];
    return message instanceof AIMessage ? (message.tool_calls ?? []).map(({ args }) => JSON.stringify(args)) : [];
  });

/** The tools say that the first sync has not ended; a model that leaves it out is completed. */
async function withPartialNote(text: string, turn: TurnState, database: NodeParts['database']): Promise<string> {
  const note = text && turn.toolCalls.length > 0 ? await partialNote(database) : undefined;
  return note === undefined || text.includes(note) ? text : `${text}\n${note}`;
}
