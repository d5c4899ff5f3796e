/* What was shown before: the people of the call before the last, and one row of the list just shown. */
import { AIMessage, type BaseMessage, ToolMessage } from '@langchain/core/messages';
import type { Answer } from './answer.js';
import { pseudonymsIn } from './tokenise.js';

export const BACK =
  /^(?:please )?(?:go back|back|undo that|never ?mind|forget that|scratch that|back up|the one before|previous|return to the (?:last|previous) (?:one|list))[\s.!]*$/i;

/** The people spoken of before the last ones. */
export function callBefore(messages: readonly BaseMessage[]): Answer['calls'][number] | undefined {
  const calls = messages.flatMap((message) =>
    message instanceof AIMessage
      ? (message.tool_calls ?? []).filter(({ args }) => args['definition'] !== undefined)
      : [],
  );
  const call = calls.at(-2);
  return call && { tool: call.name, arguments: call.args };
}

const ROWS: Readonly<Record<string, number>> = {
  first: 0,
  second: 1,
  third: 2,
  fourth: 3,
  fifth: 4,
  sixth: 5,
  last: -1,
  top: 0,
  bottom: -1,
  '1st': 0,
  '2nd': 1,
  '3rd': 2,
  '4th': 3,
  '5th': 4,
};

/** "The second one", of a list just shown: that member. */
export function withRow(sentence: string, before: readonly BaseMessage[]): string {
  const shown = before.findLast((message) => message instanceof ToolMessage);
  const rows = shown ? pseudonymsIn(shown.text).filter((name) => name.startsWith('M-')) : [];
  return sentence.replace(
    /\b(?:the )?(first|second|third|fourth|fifth|sixth|last|top|bottom|[1-5](?:st|nd|rd|th))(?: one| person| member| name| guy| company| org| of (?:them|those|these)| in the list| on the list| on (?:that|this) list)(?=\W|$)/i,
    (words, ordinal: string) => rows.at(ROWS[ordinal.toLowerCase()] ?? 99) ?? words,
  );
}
