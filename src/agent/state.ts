/*
 * What a checkpoint holds of a conversation: messages with pseudonyms, whose it is, and the turn under way. What the
 * person typed, names and the signed-in actor travel in the turn's context, which is never stored.
 */
import type { BaseMessage } from '@langchain/core/messages';
import { Annotation, type LangGraphRunnableConfig, messagesStateReducer } from '@langchain/langgraph';
import * as z from 'zod';
import type { ProposalCard } from '../approvals/port.js';
import type { Actor } from '../domain/actor.js';
import type { Notice } from '../notices/notice.js';
import type { Typed } from '../privacy/typed.js';
import type { Receipt } from '../receipts/receipt.js';
import type { OnProgress } from './progress.js';
import { nothingRemembered, type Remembered } from './remembered.js';
import type { Question, Turn } from './turn.js';

export interface TurnState {
  readonly status: Turn['status'];
  readonly answer: string;
  readonly question?: Question;
  readonly proposal?: ProposalCard;
  readonly receipts: readonly Receipt[];
  readonly sources: readonly string[];
  readonly toolCalls: Turn['toolCalls'];
  readonly next: readonly string[];
  /** What happened outside since the last turn, told first. */
  readonly news: readonly string[];
  /** What the person should know of how this turn came about: said under the answer. */
  readonly notes: readonly string[];
  /** The offline interpreter answers, since the model did not. */
  readonly isStandIn: boolean;
  /** Times the model was asked. */
  readonly steps: number;
  readonly tokens: number;
}

export const freshTurn: TurnState = {
  status: 'answer',
  answer: '',
  receipts: [],
  sources: [],
  toolCalls: [],
  next: [],
  news: [],
  notes: [],
  isStandIn: false,
  steps: 0,
  tokens: 0,
};

export const ThreadState = Annotation.Root({
  messages: Annotation<BaseMessage[]>({ reducer: messagesStateReducer, default: () => [] }),
  /** iMIS party id of the person whose conversation this is. */
  owner: Annotation<string>,
  /** Turns that have left the messages, as lines. */
  remembered: Annotation<Remembered>({ reducer: (_, next) => next, default: () => nothingRemembered }),
  /** The last proposal made here: its id and what it is about. */
  proposal: Annotation<string | undefined>,
  /** True once it was said that the offline interpreter knows English only. */
  toldTongue: Annotation<boolean>({ reducer: (_, next) => next, default: () => false }),
  turn: Annotation<TurnState>({ reducer: (_, next) => next, default: () => freshTurn }),
});
export type ThreadState = typeof ThreadState.State;
export type ThreadUpdate = typeof ThreadState.Update;

export interface TurnContext {
  /** The message of this turn as it was typed, names and all, then those of turns before. */
  readonly typed: readonly [Typed, ...Typed[]];
  readonly actor: Actor;
  readonly thread: string;
  /** What happened outside since the last turn. */
  readonly notices: readonly Notice[];
  /** The note of a first sync that has not ended: looked up once, so that one turn does not say both. */
  readonly partial: () => Promise<string | undefined>;
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}
export const TurnContextSchema = z.object({ turn: z.custom<TurnContext>() });

export type NodeConfig = LangGraphRunnableConfig<z.infer<typeof TurnContextSchema>>;
export type Node = (state: ThreadState, config: NodeConfig) => Promise<ThreadUpdate>;

export function contextOf(config: NodeConfig): TurnContext {
  const turn = config.context?.turn;
  if (!turn) throw new TypeError('a turn runs with its context');
  return turn;
}
