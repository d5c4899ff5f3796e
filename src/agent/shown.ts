/*
 * The messages a model at an endpoint is shown: as many whole turns as it can read, the rest of the conversation as
 * lines, what tools returned fenced off as data, each with its receipts.
 */
import { AIMessage, type BaseMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';
import { promptOf } from '../prompts.js';
import { recent } from './budgets.js';
import { focusOf } from './interpreter/memory.js';
import { lineOf, type Remembered, turnsOf, withLines } from './remembered.js';

/** Where receipts of a result are kept on its message. */
export const CITED = 'cited';

export interface Conversation {
  readonly messages: readonly BaseMessage[];
  readonly remembered: Remembered;
  /** "P-7F3KQ2 (Add a note to member M-...)". */
  readonly proposal?: string;
  /** How many of the messages may be shown whole. */
  readonly characters: number;
}

/** Without the system words that lead them. */
export function shownTo(conversation: Conversation): readonly BaseMessage[] {
  const { messages, characters } = conversation;
  const kept = recent(messages, characters);
  const cut = messages.slice(0, messages.length - kept.length);
  const told = withLines(conversation.remembered, turnsOf(cut).map(lineOf));
  const lines = [
    ...(told.dropped > 0 ? [`(${told.dropped} earlier questions are left out)`] : []),
    ...told.lines.map((line) => `- ${line}`),
  ];
  const before =
    told.lines.length > 0
      ? [
          new SystemMessage(
            promptOf('summary').with({ lines: [inFence(lines.join('\n')), ...focusLines(conversation)].join('\n') }),
          ),
        ]
      : [];
  return [...before, ...kept.map(fenced)];
}

function focusLines({ messages, proposal }: Conversation): string[] {
  const focus = focusOf(messages);
  return [
    ...(focus?.member ? [`Spoken of now: member ${focus.member}.`] : []),
    ...(focus?.definition ? [`The people spoken of now: ${JSON.stringify(focus.definition)}.`] : []),
    ...(proposal ? [`The last proposal: ${proposal}.`] : []),
  ];
}

/** Any way to write a mark of the fence, with spaces, attributes and letters nobody sees between, or other brackets. */
const MARK =
  /(?:[<＜‹〈⟨﹤]|&lt;?|&#(?:60|x3c);?|\\u003c)[\s\p{C}]*([/⁄∕／\\]?)[\s\p{C}]*[dｄ][\s\p{C}]*[aａ][\s\p{C}]*[tｔ][\s\p{C}]*[aａ](?=[\s\p{C}/⁄∕／>＞›〉⟩﹥&\\]|$)(?:[^<>＞›〉⟩﹥\n]{0,40}(?:[>＞›〉⟩﹥]|&gt;?|&#(?:62|x3e);?|\\u003e))?/giu;

/** Words of records, fenced off: they cannot end their own fence, nor begin another. */
const inFence = (text: string): string =>
  `<data>\n${text.replace(MARK, (_, slash: string) => `‹${slash ? '/' : ''}data›`)}\n</data>`;

/** What a tool returned may hold words of members. */
function fenced(message: BaseMessage): BaseMessage {
  if (message instanceof ToolMessage) {
    const cited: unknown = message.additional_kwargs[CITED];
    const receipts = typeof cited === 'string' ? cited : '';
    const { tool_call_id, additional_kwargs, status, id } = message;
    return new ToolMessage({
      content: `${inFence(message.text)}${receipts}`,
      tool_call_id,
      additional_kwargs,
      ...(status && { status }),
      ...(id && { id }),
    });
  }
  if (!(message instanceof AIMessage)) return message;
  // Marks of the interpreter and of receipts are ours, not the model's.
  const { content, tool_calls = [], id } = message;
  return new AIMessage({ content, tool_calls, ...(id && { id }) });
}
