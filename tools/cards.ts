/* Tools as models and clients are shown them: name, title, description and the input side of the schema. */
import * as z from 'zod';
import type { ToolCard } from '../src/models/ports.js';
import type { Tool } from './define.js';
import { notations } from './notation.js';

type Noted = keyof typeof notations;
type Schema = Record<string, unknown>;

const isNoted = (slot: unknown): slot is Noted => typeof slot === 'string' && slot in notations;

/** One tool that stands alone. */
export const cardOf = (tool: Tool): ToolCard => card(tool, new Map());

/** Several shown together: a notation is written out where it is met first, and referred to afterwards. */
export function cardsOf(tools: readonly Tool[]): readonly ToolCard[] {
  const shown = new Map<Noted, string>();
  return tools.map((tool) => card(tool, shown));
}

function card({ name, title, description, input }: Tool, shown: Map<Noted, string>): ToolCard {
  const parameters = schemaOf(input);
  const properties = (parameters['properties'] ?? {}) as Record<string, Schema>;
  for (const [parameter, schema] of Object.entries(properties)) {
    const { slot } = schema;
    delete schema['slot'];
    if (slot === 'Whole') {
      properties[parameter] = { type: 'object', description: schema['description'] };
      continue;
    }
    if (!isNoted(slot)) continue;
    const first = shown.get(slot);
    if (!first) shown.set(slot, `${parameter} of ${name}`);
    properties[parameter] = { ...typeOf(slot), description: described(slot, schema, first) };
  }
  return { name, title, description, parameters: { ...parameters, properties } };
}

// A schema is the same each time, and making one takes milliseconds; a list is made for each set of rights.
const schemas = new WeakMap<z.ZodType, Schema>();

/** The input side of a tool's schema; the caller's own to change. */
function schemaOf(input: z.ZodType): Schema {
  const known = schemas.get(input);
  if (known) return structuredClone(known);
  const { $schema: _, $defs: _defs, ...schema } = z.toJSONSchema(input, { io: 'input', override: plain });
  schemas.set(input, schema);
  return structuredClone(schema);
}

/** Of a description of people only the first says more than where it is explained. */
function described(slot: Noted, { description = '' }: Schema, first: string | undefined): string {
  if (first === undefined) return `${description} ${notations[slot]}`.trim();
  return slot === 'Cond' ? `Which people. Written as ${first}.` : `${description} Written as ${first}.`.trim();
}

function typeOf(slot: Noted): Schema {
  if (slot === 'Win') return { anyOf: [{ type: 'object' }, { type: 'string', enum: ['ever'] }] };
  return slot === 'GroupBy' ? { type: 'array', items: { type: 'object' } } : { type: 'object' };
}

/** Without what only the interpreter reads, and what says nothing to a reader. */
function plain({ jsonSchema }: { readonly jsonSchema: Schema }): void {
  delete jsonSchema['frame'];
  if (jsonSchema['format'] === 'date') delete jsonSchema['pattern'];
  for (const key of ['minLength', 'maxLength']) delete jsonSchema[key];
}
