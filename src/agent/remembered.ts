/*
 * A long conversation is shortened without losing what it speaks of: old turns become one line each, and the calls that
 * hold the present focus (people by a description, one member) stay as they are. No model writes the lines: nothing can
 * be made up, and a thread is shortened the same way with and without an endpoint.
 */
import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { MOST_MESSAGES } from './budgets.js';
import { NEWS } from './interpreter/memory.js';

/** Oldest first; `dropped` turns came before. */
export interface Remembered {
  readonly lines: readonly string[];
  readonly dropped: number;
}

export const nothingRemembered: Remembered = { lines: [], dropped: 0 };

const MOST_LINES = 30;
const LONGEST_QUESTION = 120;
const LONGEST_RESULT = 160;

export interface Shortened {
  readonly remembered: Remembered;
  /** Messages that leave the thread. */
  readonly gone: readonly BaseMessage[];
}

/** Whole turns leave, oldest first, until at most MOST_MESSAGES stay; a focus call stays with its results. */
export function shorten(messages: readonly BaseMessage[], before: Remembered): Shortened {
  if (messages.length <= MOST_MESSAGES) return { remembered: before, gone: [] };
  const keptFrom = messages.findIndex(
    (message, at) => at >= messages.length - MOST_MESSAGES && message instanceof HumanMessage,
  );
  // A single turn longer than all that may stay is kept: cutting it would part calls from results.
  const old = messages.slice(0, Math.max(keptFrom, 0));
  const anchors = anchorsIn(messages, keptFrom);
  const gone = old.filter((message) => !anchors.has(message));
  return { remembered: withLines(before, turnsOf(gone).map(lineOf)), gone };
}

export function withLines(before: Remembered, more: readonly string[]): Remembered {
  const lines = [...before.lines, ...more.filter((line) => line !== '')];
  const cut = Math.max(0, lines.length - MOST_LINES);
  return { lines: lines.slice(cut), dropped: before.dropped + cut };
}

/** Each begins with what a person said. */
export function turnsOf(messages: readonly BaseMessage[]): readonly (readonly BaseMessage[])[] {
  const turns: BaseMessage[][] = [];
  for (const message of messages) {
    if (message instanceof HumanMessage || turns.length === 0) turns.push([]);
    turns.at(-1)?.push(message);
  }
  return turns;
}

/** What was asked, and the first line of each result, or else of the answer. */
export function lineOf(turn: readonly BaseMessage[]): string {
  const asked = turn.find((message) => message instanceof HumanMessage);
  const results = turn.filter((message) => message instanceof ToolMessage && message.status !== 'error');
  const answer = turn.findLast((message) => message instanceof AIMessage && message.additional_kwargs[NEWS] !== true);
  const came = results.length > 0 ? results : answer ? [answer] : [];
  const told = came.map((message) => clipped(firstLine(message.text), LONGEST_RESULT)).filter(Boolean);
  return asked ? `asked: ${clipped(firstLine(asked.text), LONGEST_QUESTION)} | ${told.join(' | ')}` : '';
}

const firstLine = (text: string): string => text.trim().split('\n')[0] ?? '';

/** Cut between words: half a stand-in names nobody. */
function clipped(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.lastIndexOf(' ', most);
  return `${text.slice(0, cut > 0 ? cut : most)} …`;
}

/** The last call with a description of people and the last with a member, where no later one replaces them. */
function anchorsIn(messages: readonly BaseMessage[], keptFrom: number): ReadonlySet<BaseMessage> {
  const kept = new Set<BaseMessage>();
  for (const isFocus of [holdsDefinition, holdsMember]) {
    const at = messages.findLastIndex(
      (message, place) => isFocus(message) && resultsOf(messages, place).every((result) => result.status !== 'error'),
    );
    const call = messages[at];
    if (!call || at >= keptFrom) continue;
    kept.add(call);
    for (const result of resultsOf(messages, at)) kept.add(result);
  }
  return kept;
}

const holds = (message: BaseMessage, names: readonly string[]): boolean =>
  message instanceof AIMessage &&
  (message.tool_calls ?? []).some(({ args }) => names.some((name) => args[name] !== undefined));
const holdsDefinition = (message: BaseMessage): boolean => holds(message, ['definition']);
const holdsMember = (message: BaseMessage): boolean => holds(message, ['member', 'name']);

function resultsOf(messages: readonly BaseMessage[], at: number): readonly ToolMessage[] {
  const results: ToolMessage[] = [];
  for (const message of messages.slice(at + 1)) {
    if (!(message instanceof ToolMessage)) break;
    results.push(message);
  }
  return results;
}
