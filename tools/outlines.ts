/*
 * What a tool returns, as clients are shown it: the fields of the result with their types, which of them are always
 * there, and what the name of a field does not say. The whole schemas of all tools would cost a model more than the
 * tools themselves; runTool holds every result against them anyway. What conforms to the whole conforms to the outline.
 */
import * as z from 'zod';
import type { Tool } from './define.js';

/** A JSON Schema 2020-12; a result may hold more than the fields it names. */
export interface Outline {
  readonly type: 'object';
  readonly properties: Readonly<Record<string, Schema>>;
  readonly required: readonly string[];
}
type Schema = Readonly<Record<string, unknown>>;

/** In characters: what is longer tells when a field is left out, which a reader of the result sees. */
const LONGEST_DESCRIPTION = 45;

// The same each time, and making it costs more than a call.
const outlines = new WeakMap<z.ZodType, Outline>();

/** Throws a TypeError for a tool whose result is no object. */
export function outlineOf({ name, output }: Pick<Tool, 'name' | 'output'>): Outline {
  const known = outlines.get(output);
  if (known) return known;
  const { type, properties = {}, required = [] } = z.toJSONSchema(output, { io: 'output' });
  if (type !== 'object') throw new TypeError(`${name} returns no object`);
  const fields = Object.entries(properties as Record<string, Schema>);
  const outline: Outline = {
    type,
    properties: Object.fromEntries(fields.map(([field, schema]) => [field, fieldOf(schema)])),
    required,
  };
  outlines.set(output, outline);
  return outline;
}

/** Its type, the words it may be, and what it says of itself in a few words. What stands within it is left out. */
function fieldOf({ type, enum: words, description }: Schema): Schema {
  return {
    ...(typeof type === 'string' && { type }),
    ...(words !== undefined && { enum: words }),
    ...(typeof description === 'string' && description.length < LONGEST_DESCRIPTION && { description }),
  };
}
