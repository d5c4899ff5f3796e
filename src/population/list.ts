/** Those a definition holds, page by page, in a stable order. */
import * as z from 'zod';
import type { Transaction } from '../store/database.js';
import { asksForDeceased, condition, rows } from './compile.js';
import type { Definition } from './definition.js';
import { CursorInvalid, SortUnknown } from './errors.js';
import { fieldNamed, fields } from './fields.js';
import type { Perspective } from './perspective.js';

export interface Sort {
  readonly field: string;
  readonly direction: 'asc' | 'desc';
}

export interface Page {
  readonly limit: number;
  /** From the page before. */
  readonly cursor?: string | undefined;
  readonly sort?: Sort | undefined;
}

export interface MemberPage {
  readonly memberIds: readonly string[];
  /** Absent on the last page. */
  readonly cursor?: string;
}

const sortTypes = { day: 'date', number: 'numeric', choice: 'text' } as const;

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
  const field = page.sort && fieldNamed(page.sort.field);
  const type = field && field.type in sortTypes ? sortTypes[field.type as keyof typeof sortTypes] : undefined;
  if (page.sort && !type) throw new SortUnknown(page.sort.field, sortable);
  const { sql, parameters } = rows(
    perspective,
    asksForDeceased(definition),
    (statement) => [
      { name: 'member_id', sql: 'p.member_id' },
      { name: 'sort_key', sql: field ? `(${field.sql(statement)})` : 'null::text' },
    ],
    (statement) => condition(definition, statement),
  );
  const direction = page.sort?.direction ?? 'asc';
  const after = page.cursor === undefined ? undefined : readCursor(page.cursor);
  const values: unknown[] = [...parameters, page.limit + 1];
  const result = await database.query<{ member_id: string; sort_key: string | null }>(
    `select member_id, sort_key::text from (${sql}) found
     where ${after ? beyond(after, type ?? 'text', direction, values) : 'true'}
     order by found.sort_key ${direction} nulls last, member_id limit $${parameters.length + 1}::integer`,
    values,
  );
  const shown = result.rows.slice(0, page.limit);
  const last = shown.at(-1);
  const hasMore = result.rows.length > page.limit;
  return {
    memberIds: shown.map(({ member_id }) => member_id),
    ...(hasMore && last && { cursor: writeCursor([last.sort_key, last.member_id]) }),
  };
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
