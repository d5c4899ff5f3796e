/** Sentences as the interpreter reads them, for tests: tool and arguments, or what it answers instead. */
import type { BaseMessage } from '@langchain/core/messages';
import { AIMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { markOf } from '../../../src/agent/interpreter/memory.js';
import { mindOf } from '../../../src/agent/interpreter/mind.js';
import { think } from '../../../src/agent/interpreter/model.js';
import { sentenceOf } from '../../../src/agent/interpreter/sentences.js';
import { day } from '../../../src/domain/day.js';
import { type CalendarWindow, resolve } from '../../../src/domain/window.js';
import type { Definition } from '../../../src/population/definition.js';
import { identity, normal } from '../../../src/population/normal.js';
import { parseSettings } from '../../../src/settings.js';
import { catalog } from '../../../tools/catalog.js';
import { vocabulary } from './vocabulary.js';

export const TODAY = day('2026-11-21');
const { association } = parseSettings({});
export const calendar = { ...association, today: TODAY };
export const mind = mindOf(catalog, vocabulary, TODAY, association);

export interface Read {
  readonly status: string;
  readonly tool?: string;
  readonly arguments?: Record<string, unknown>;
  readonly text: string;
  readonly message: AIMessage;
}

/** What is made of the last of some sentences, each answered before the next is said. */
export function read(...said: readonly string[]): Read {
  const messages: BaseMessage[] = [];
  let last: AIMessage = new AIMessage('');
  for (const text of said) {
    messages.push(new HumanMessage(text));
    last = think(messages, mind);
    messages.push(last);
    for (const call of last.tool_calls ?? []) {
      messages.push(
        new ToolMessage({
          content: 'done',
          tool_call_id: call.id ?? '',
          additional_kwargs: { sources: ['R-7F3KQ2: 3 members'] },
        }),
      );
    }
    if (last.tool_calls?.length) messages.push(think(messages, mind));
  }
  const [call] = last.tool_calls ?? [];
  return {
    status: call ? 'call' : (markOf(last)?.status ?? 'answer'),
    ...(call && { tool: call.name, arguments: call.args }),
    text: last.text,
    message: last,
  };
}

/** What a sentence comes to, each call in the words the interpreter itself uses. */
export function callsFor(says: string): string[] {
  const answer = think([new HumanMessage(says)], mind);
  const calls = AIMessage.isInstance(answer) ? (answer.tool_calls ?? []) : [];
  return calls.map(({ name, args }) => {
    const tool = mind.grammar.tools.find((one) => one.tool.name === name);
    return tool ? `${name}: ${sentenceOf({ tool, arguments: args }, mind.grammar.world)}` : name;
  });
}

/** Windows as days, wherever they stand. */
const onDays = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(onDays);
  if (typeof value !== 'object' || value === null) return value;
  if ('last' in value || 'next' in value || 'calendar' in value) return resolve(value as CalendarWindow, calendar);
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, part]) => [key, onDays(part)] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
};

/** The meaning of a reading: equal for two that select the same people today. */
export const meaning = (tool: string | undefined, { definition, ...rest }: Record<string, unknown> = {}): string =>
  `${tool} ${definition ? identity(normal(definition as Definition), calendar) : ''} ${JSON.stringify(onDays(rest['statistic'] === 'total' ? { ...rest, statistic: undefined } : rest))}`;

// The meaning of a sentence, written down by hand.
export const status = (...values: string[]): Definition => ({ op: 'field', field: 'status', test: { in: values } });
export const members = status('active', 'grace');
export const inField = (field: string, ...values: string[]): Definition => ({
  op: 'field',
  field,
  test: { in: values },
});
export const recorded = (field: string, is: boolean): Definition => ({ op: 'field', field, test: { recorded: is } });
export const not = (of: Definition): Definition => ({ op: 'not', of });
export const all = (...of: Definition[]): Definition => ({ op: 'all', of });
export const any = (...of: Definition[]): Definition => ({ op: 'any', of });

type Event = Extract<Definition, { op: 'event' }>;
type Test = Extract<Definition, { op: 'field' }>['test'];
export const within = (field: string, window: Event['window']): Definition => ({
  op: 'field',
  field,
  test: { within: window } as Test,
});
export const event = (
  kind: Event['kind'],
  {
    count = ['gte', 1],
    window = 'ever',
    where,
  }: { count?: [Event['count']['is'], number]; window?: Event['window']; where?: NonNullable<Event['where']> } = {},
): Definition => ({ op: 'event', kind, count: { is: count[0], value: count[1] }, window, ...(where && { where }) });
export const none = (
  kind: Event['kind'],
  more: { window?: Event['window']; where?: NonNullable<Event['where']> } = {},
): Definition => event(kind, { ...more, count: ['eq', 0] });
