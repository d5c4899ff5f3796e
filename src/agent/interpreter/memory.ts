/* What a thread speaks of, read off its messages: the interpreter keeps nothing itself. */
import { AIMessage, type BaseMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { Definition } from '../../population/definition.js';
import type { Focus, Pending } from './focus.js';
import type { Offered } from './offered.js';
import { pseudonymsIn } from './tokenise.js';

/** What the interpreter leaves on its own messages, for the graph and for its next turn. */
export interface Mark {
  readonly status: 'answer' | 'clarify' | 'refuse';
  readonly question?: Offered;
  /** The sentence the question was about. */
  readonly sentence?: string;
  /** What was taken for granted. */
  readonly assumptions?: readonly string[];
  readonly next?: readonly string[];
  /** What a word was said to mean, for later in the conversation. */
  readonly meant?: { readonly word: string; readonly as: string };
}

export const MARK = 'interpreter';
/** Marks a message that nobody said: questions stay open across it. */
export const NEWS = 'news';

export const markOf = (message: BaseMessage | undefined): Mark | undefined =>
  message instanceof AIMessage ? (message.additional_kwargs[MARK] as Mark | undefined) : undefined;

/** What words were said to mean in this conversation, the last time they were asked about. */
export const meantBefore = (messages: readonly BaseMessage[]): ReadonlyMap<string, string> =>
  new Map(
    messages.flatMap((message) => {
      const meant = markOf(message)?.meant;
      return meant ? [[meant.word.toLowerCase(), meant.as] as const] : [];
    }),
  );

/** The last call that answered, and the one person last spoken of. Earlier turns only. */
export const focusOf = (messages: readonly BaseMessage[]): Focus | undefined => allFocuses(messages).at(-1);

/** What was spoken of after each answer that was about people, the first one first. */
export const earlierFocuses = (messages: readonly BaseMessage[]): readonly Focus[] =>
  allFocuses(messages).filter(({ definition, arguments: args }, at, all) => {
    const last = all[at - 1];
    // A sum over everybody in other days is another figure, though of the same people.
    const isOther = definition?.op === 'everyone' && JSON.stringify(args) !== JSON.stringify(last?.arguments);
    return definition && (isOther || definition !== last?.definition);
  });

function allFocuses(messages: readonly BaseMessage[]): Focus[] {
  let focus: Focus | undefined;
  const all: Focus[] = [];
  for (const [at, message] of messages.entries()) {
    // Whoever is named is spoken of, whether or not it could be answered.
    if (message instanceof HumanMessage) {
      const [named, ...others] = pseudonymsIn(message.text).filter((name) => name.startsWith('M-'));
      if (named && others.length === 0) {
        focus = { ...focus, member: named, isAboutOne: true };
        all.push(focus);
      }
    }
    if (message instanceof AIMessage)
      for (const call of message.tool_calls ?? []) {
        const reply = messages.slice(at + 1).find((one) => one instanceof ToolMessage && one.tool_call_id === call.id);
        if (!(reply instanceof ToolMessage) || reply.status === 'error') continue;
        focus = after(focus, call.name, call.args, reply.text);
        all.push(focus);
      }
  }
  return all;
}

/** Which call was last about one person, to be asked again of another. */
function oneOf(
  before: Focus | undefined,
  tool: string,
  args: Record<string, unknown>,
): Pick<Focus, 'one' | 'isAboutOne'> {
  if (typeof args['member'] === 'string') return { one: { tool, arguments: args }, isAboutOne: true };
  return before?.one ? { one: before.one } : {};
}

/** A figure of nobody in particular is of everybody. */
const everyone: Definition = { op: 'everyone' };
/** Answers about no people: what points back afterwards points at what they showed. */
const ELSEWHERE: ReadonlySet<string> = new Set(['list_events']);

function after(before: Focus | undefined, tool: string, args: Record<string, unknown>, words: string): Focus {
  const parsed = Definition.safeParse(args['definition']);
  const named = [args['member'], args['name']].filter((value): value is string => typeof value === 'string');
  const [said] = named.flatMap(pseudonymsIn).filter((name) => name.startsWith('M-'));
  const shown = pseudonymsIn(words).filter((name) => name.startsWith('M-'));
  const member = said ?? (shown.length === 1 ? shown[0] : undefined) ?? before?.member;
  const people = parsed.success
    ? { tool, arguments: args, definition: parsed.data }
    : ELSEWHERE.has(tool)
      ? { tool, arguments: args }
      : args['measure'] !== undefined
        ? { tool, arguments: args, definition: everyone }
        : {
            ...(before?.tool && { tool: before.tool }),
            ...(before?.arguments && { arguments: before.arguments }),
            ...(before?.definition && { definition: before.definition }),
          };
  return { ...people, ...(member && { member }), ...oneOf(before, tool, args) };
}

/** The question the last turn ended with, when nothing has been said since. */
export function pendingOf(messages: readonly BaseMessage[]): Pending | undefined {
  // News from outside is told between a question and its answer.
  const mark = markOf(messages.findLast((message) => message.additional_kwargs[NEWS] !== true));
  return mark?.question ? { question: mark.question, sentence: mark.sentence ?? '' } : undefined;
}

export const lastHuman = (messages: readonly BaseMessage[]): number =>
  messages.findLastIndex((message) => message instanceof HumanMessage);
