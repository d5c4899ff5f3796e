/*
 * Asking the person at the client for what a call lacks: plain values only, and only what is missing. An answer fills in
 * an argument like any other and is checked like one; it never approves anything, since it proves no person.
 */
import type { InputRequiredResult } from '@modelcontextprotocol/server';
import { inputRequired, inputResponse } from '@modelcontextprotocol/server';
import { cardOf } from '../../../tools/cards.js';
import type { Tool } from '../../../tools/define.js';

type Schema = Readonly<Record<string, unknown>>;

/** Under which the form and its answer travel. */
const FORM = 'arguments';
const PLAIN = new Set(['string', 'number', 'integer', 'boolean']);

/** The call with what was filled in, the form to fill in, or what the person answered instead. */
export type Filled =
  | { readonly kind: 'complete'; readonly arguments: Readonly<Record<string, unknown>> }
  | { readonly kind: 'ask'; readonly form: InputRequiredResult }
  | { readonly kind: 'declined'; readonly missing: readonly string[] };

/**
 * What becomes of a call whose required arguments are not all there. A client that cannot ask, and a tool that lacks
 * something a form cannot hold, get the call as it is: the tool then says what is missing.
 */
export function filledIn(
  tool: Tool,
  given: Readonly<Record<string, unknown>>,
  answers: Readonly<Record<string, unknown>> | undefined,
  canAsk: boolean,
): Filled {
  const missing = missingOf(tool, given);
  const names = Object.keys(missing);
  if (names.length === 0) return { kind: 'complete', arguments: given };
  const answer = inputResponse(answers, FORM);
  if (answer.kind === 'elicit') {
    if (answer.action !== 'accept') return { kind: 'declined', missing: names };
    const filled = names.flatMap((name) => {
      const value = answer.content?.[name];
      return value === undefined || value === '' ? [] : [[name, value] as const];
    });
    return { kind: 'complete', arguments: { ...given, ...Object.fromEntries(filled) } };
  }
  if (!canAsk || !Object.values(missing).every(isPlain)) return { kind: 'complete', arguments: given };
  return {
    kind: 'ask',
    form: inputRequired({
      inputRequests: {
        [FORM]: inputRequired.elicit({
          message: `${tool.title}: this is still missing. Filling it in approves nothing.`,
          requestedSchema: {
            type: 'object',
            properties: Object.fromEntries(Object.entries(missing).map(([name, schema]) => [name, field(schema)])),
            required: names,
          } as never,
        }),
      },
    }),
  };
}

/** The required parameters without a value, as the card describes them. */
function missingOf(tool: Tool, given: Readonly<Record<string, unknown>>): Readonly<Record<string, Schema>> {
  const { required = [], properties = {} } = parametersOf(tool);
  return Object.fromEntries(
    required.flatMap((name) => {
      const schema = properties[name];
      return schema !== undefined && given[name] === undefined ? [[name, schema] as const] : [];
    }),
  );
}

interface Parameters {
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
}

const cards = new WeakMap<Tool, Parameters>();

function parametersOf(tool: Tool): Parameters {
  const known = cards.get(tool) ?? (cardOf(tool).parameters as Parameters);
  cards.set(tool, known);
  return known;
}

const isPlain = ({ type }: Schema): boolean => typeof type === 'string' && PLAIN.has(type);

/** What a form may say of a field: its kind, what it is, and what there is to choose from. */
function field({ type, description, enum: values }: Schema): Schema {
  return { type, ...(description !== undefined && { description }), ...(values !== undefined && { enum: values }) };
}
