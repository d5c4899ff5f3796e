/*
 * Fields of a result that somebody else wrote are marked in its schema with whose words they are, and are fenced where a
 * result leaves us as data: some clients show their model nothing else.
 */
import * as z from 'zod';
import { fenced } from '../src/privacy/fenced.js';

// Kept beside the schemas, not in them: what a tool returns is said the same with and without it.
const authors = z.registry<{ readonly writtenBy: string }>();

/** A text that is quoted in a result: `from` says whose words it holds, as in "the member". */
export const wordsOf = (from: string): z.ZodString => z.string().register(authors, { writtenBy: from });

/** The schema of a result with `writtenBy` on every text of others. */
const marked = (output: z.ZodType): Schema => z.toJSONSchema(output, { io: 'output', metadata: authors });

/** Where in a result such words stand. */
interface Marks {
  readonly writtenBy?: string;
  readonly fields?: Readonly<Record<string, Marks>>;
  /** Of every entry of a list, or every field of a record. */
  readonly each?: Marks;
}

type Schema = { readonly [key: string]: unknown };

// The same each time, and making it costs more than a call.
const known = new WeakMap<z.ZodType, { readonly marks: Marks | undefined }>();

/** The result with each text of others between fence lines; what nobody else wrote is the same. */
export function fencedIn<Value>(output: z.ZodType, value: Value): Value {
  const { marks } = known.get(output) ?? { marks: marksOf(marked(output)) };
  known.set(output, { marks });
  return marks === undefined ? value : (within(value, marks) as Value);
}

function marksOf(schema: Schema): Marks | undefined {
  const { writtenBy, properties = {}, items, additionalProperties, anyOf = [], allOf = [] } = schema;
  if (typeof writtenBy === 'string') return { writtenBy };
  const either = [...(anyOf as readonly Schema[]), ...(allOf as readonly Schema[])].flatMap(
    (one) => marksOf(one) ?? [],
  );
  if (either.length > 1)
    throw new TypeError('a field of which several kinds hold words of others is none we can fence');
  if (either[0]) return either[0];
  const fields = Object.entries(properties as Readonly<Record<string, Schema>>).flatMap(([name, field]) => {
    const marks = marksOf(field);
    return marks ? [[name, marks] as const] : [];
  });
  const each = [items, additionalProperties].flatMap((one) => (isSchema(one) ? (marksOf(one) ?? []) : []))[0];
  if (fields.length === 0 && !each) return undefined;
  return { ...(fields.length > 0 && { fields: Object.fromEntries(fields) }), ...(each && { each }) };
}

const isSchema = (value: unknown): value is Schema => typeof value === 'object' && value !== null;

function within(value: unknown, { writtenBy, fields = {}, each }: Marks): unknown {
  if (typeof value === 'string') return writtenBy === undefined ? value : fenced(value, { from: writtenBy });
  if (Array.isArray(value)) return each ? value.map((entry) => within(entry, each)) : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, field]) => {
      const marks = Object.hasOwn(fields, name) ? fields[name] : each;
      return [name, marks ? within(field, marks) : field];
    }),
  );
}
