/*
 * The turn ends: its words are checked against the receipts of the thread. Names are put in afterwards, outside, so that
 * no checkpoint holds one.
 */
import { AIMessage, type BaseMessage } from '@langchain/core/messages';
import { isRefusal } from '../../privacy/refusal.js';
import { receiptsOf } from '../../receipts/open.js';
import type { Receipt } from '../../receipts/receipt.js';
import { MOST_ANSWER_CHARACTERS } from '../budgets.js';
import { lastHuman, markOf } from '../interpreter/memory.js';
import { asShown } from '../interpreter/offered.js';
import { nextQuestions } from '../next-questions.js';
import { type Checked, checkNumbers, removedWords, saidIn, wordsOfTools } from '../numbers.js';
import { wantsTools } from '../routes.js';
import { contextOf, type Node, type ThreadState, type TurnContext, type TurnState } from '../state.js';
import { otherTongue } from '../tongue.js';
import type { NodeParts } from './parts.js';

export const answer =
  (parts: NodeParts): Node =>
  async (state, config) => {
    const { database, model } = parts;
    const { messages, turn } = state;
    if (turn.status === 'error' || turn.status === 'proposal')
      return ended(state, { ...turn, answer: withNotes(turn.answer, turn.notes) });
    const last = messages.at(-1);
    const mark = markOf(last);
    const { thread, actor, partial } = contextOf(config);
    const text = await withPartialNote(shortened(last?.text.trim() ?? ''), turn, partial);
    if (!text)
      return ended(state, {
        ...turn,
        status: 'error',
        answer: withNotes('The model gave no answer. Ask again, or more exactly.', turn.notes),
      });
    const isOffline = model.isOffline || turn.isStandIn;
    const said = [...saidIn(messages), ...(isOffline ? wordsOfTools(messages) : [])];
    const checked =
      mark && mark.status !== 'answer'
        ? { text, removed: 0 }
        : await checkedBy(text, turn.receipts, said, () => receiptsOf(database, thread));
    const tongue = isOffline && !state.toldTongue ? otherTongue(messages[lastHuman(messages)]?.text ?? '') : undefined;
    const notes = [
      ...turn.notes,
      ...(checked.removed > 0 ? [removedWords(checked.removed)] : []),
      ...(tongue ? [englishOnly(tongue)] : []),
    ];
    const answered: TurnState = {
      ...turn,
      answer: withNotes(checked.text, notes),
      status: mark?.status ?? (isRefusal(last) ? 'refuse' : 'answer'),
      ...(mark?.question && { question: asShown(mark.question) }),
    };
    const next = await nextQuestions(mark?.next ?? [], answered, state, actor, parts);
    return {
      toldTongue: state.toldTongue || tongue !== undefined,
      turn: { ...answered, next },
      ...(checked.text !== last?.text && { messages: [reworded(last, checked.text)] }),
    };
  };

/** Most answers hold numbers of this turn alone: those of the thread are read where one is not among them. */
async function checkedBy(
  text: string,
  ofTurn: readonly Receipt[],
  said: readonly string[],
  ofThread: () => Promise<readonly Receipt[]>,
): Promise<Checked> {
  const checked = checkNumbers(text, ofTurn, said);
  return checked.removed === 0 ? checked : checkNumbers(text, await ofThread(), said);
}

/** What was taken out must not come back from the thread. */
const reworded = (message: BaseMessage | undefined, content: string): AIMessage =>
  new AIMessage({
    content,
    ...(message?.id && { id: message.id }),
    additional_kwargs: message?.additional_kwargs ?? {},
  });

const withNotes = (text: string, notes: readonly string[]): string => [text, ...notes].join('\n\n');

const englishOnly = (tongue: string): string =>
  `This looks like ${tongue}. Without a language model I read and answer English only.`;

function shortened(text: string): string {
  if (text.length <= MOST_ANSWER_CHARACTERS) return text;
  const cut = Math.max(text.lastIndexOf(' ', MOST_ANSWER_CHARACTERS), text.lastIndexOf('\n', MOST_ANSWER_CHARACTERS));
  return `${text.slice(0, cut > 0 ? cut : MOST_ANSWER_CHARACTERS)} …\n(The answer was longer than can be shown; ask for less.)`;
}

/** A thread always ends with words of the copilot, so that the next turn goes on from something whole. */
const ended = (state: ThreadState, turn: TurnState) => {
  const last = state.messages.at(-1);
  const isWhole = last instanceof AIMessage && !wantsTools(state) && last.text === turn.answer;
  return { turn, ...(isWhole ? {} : { messages: [new AIMessage(turn.answer)] }) };
};

/** The tools say that the first sync has not ended; a model that leaves it out is completed. */
async function withPartialNote(text: string, turn: TurnState, partial: TurnContext['partial']): Promise<string> {
  const note = text && turn.toolCalls.length > 0 ? await partial() : undefined;
  return note === undefined || text.includes(note) ? text : `${text}\n${note}`;
}
