/** Those a definition holds, page by page, in a stable order. */
import * as z from 'zod';
import type { Transaction } from '../store/database.js';
import { asksForDeceased, condition, rows } from './compile.js';
import type { Definition, Measure } from './definition.js';
import { CursorInvalid, SortUnknown } from './errors.js';
import { fieldNamed, fields } from './fields.js';
import { ordered } from './measures.js';
import type { Perspective } from './perspective.js';
import { Statement } from './statement.js';

/** By a field (a day, a number or a category), or by any measure. */
export type Sort =
  | { readonly field: string; readonly direction: 'asc' | 'desc' }
  | { readonly by: Measure; readonly direction: 'asc' | 'desc' };

export interface Page {
  readonly limit: number;
  /** From the page before. */
  readonly cursor?: string | undefined;
  readonly sort?: Sort | undefined;
}

export interface MemberPage {
  readonly memberIds: readonly string[];
  /** What they are ordered by, one for each: a number, a day, minor units; null: not recorded. Absent without an order. */
  readonly values?: readonly (string | null)[];
  /** Absent on the last page. */
  readonly cursor?: string;
}

const sortTypes = { day: 'date', number: 'numeric', choice: 'text' } as const;

interface Order {
  readonly type: 'date' | 'numeric' | 'text';
  readonly direction: 'asc' | 'desc';
  readonly sql: (statement: Statement) => string;
}

export const sortable = fields.filter(({ type }) => type in sortTypes).map(({ name }) => name);

const Cursor = z.tuple([z.string().nullable(), z.string()]);

/**
 * A page of those in. Without a sort by member id; with one, members without a value come last and ties are by id.
 * Throws SortUnknown and CursorInvalid.
 */
export async function list(
  database: Transaction,
  definition: Definition,
  perspective: Perspective,
  page: Page,
): Promise<MemberPage> {
  const order = page.sort && orderOf(page.sort, perspective);
  const { sql, parameters } = rows(
    perspective,
    asksForDeceased(definition),
    (statement) => [
      { name: 'member_id', sql: 'p.member_id' },
      { name: 'sort_key', sql: order ? `(${order.sql(statement)})` : 'null::text' },
    ],
    (statement) => condition(definition, statement),
  );
  const direction = order?.direction ?? 'asc';
  const after = page.cursor === undefined ? undefined : readCursor(page.cursor);
  const values: unknown[] = [...parameters, page.limit + 1];
  const result = await database.query<{ member_id: string; sort_key: string | null }>(
    `select member_id, sort_key::text from (${sql}) found
     where ${after ? beyond(after, order?.type ?? 'text', direction, values) : 'true'}
     order by found.sort_key ${direction} nulls last, member_id limit $${parameters.length + 1}::integer`,
    values,
  );
  const shown = result.rows.slice(0, page.limit);
  const last = shown.at(-1);
  const hasMore = result.rows.length > page.limit;
  return {
    memberIds: shown.map(({ member_id }) => member_id),
    ...(order && { values: shown.map(({ sort_key }) => sort_key) }),
    ...(hasMore && last && { cursor: writeCursor([last.sort_key, last.member_id]) }),
  };
}

/** Throws SortUnknown where people have no order by it. */
function orderOf(sort: Sort, perspective: Perspective): Order {
  const { direction } = sort;
  const by = 'by' in sort ? sort.by : { field: sort.field };
  if (!('field' in by)) {
    const sql = (statement: Statement) => ordered(by, statement).sql;
    return { direction, sql, type: ordered(by, new Statement(perspective)).type };
  }
  const field = fieldNamed(by.field);
  const type = field && field.type in sortTypes ? sortTypes[field.type as keyof typeof sortTypes] : undefined;
  if (!field || !type) throw new SortUnknown(by.field, sortable);
  return { direction, type, sql: field.sql };
}

function beyond(after: z.output<typeof Cursor>, type: string, direction: 'asc' | 'desc', values: unknown[]): string {
  const [key, memberId] = after;
  values.push(memberId);
  const id = `$${values.length}::text`;
  if (key === null) return `found.sort_key is null and member_id > ${id}`;
  values.push(key);
  const last = `$${values.length}::text::${type}`;
  const further = direction === 'asc' ? '>' : '<';
  return `(found.sort_key ${further} ${last} or (found.sort_key = ${last} and member_id > ${id}) or found.sort_key is null)`;
}

const writeCursor = (position: z.output<typeof Cursor>): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

function readCursor(text: string): z.output<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new CursorInvalid();
  }
}
