/*
 * One statement writes a batch: rows come as one array a column, unchanged rows are not written again, and the trigger
 * of 0001-imis.sql keeps the earlier version of those whose content changed.
 */
import { hash } from 'node:crypto';
import type { Transaction } from '../store/database.js';
import { arrayLiteral } from './array-literal.js';
import type { Row, Value } from './source.js';
import type { Table } from './tables.js';

export interface KeyedRow {
  readonly sourceKey: string;
  readonly updatedOn?: string;
  readonly row: Row;
}

export interface UpsertOptions {
  /** ISO instant that changed rows get as read_at. */
  readonly readAt: string;
  /** Writes rows that iMIS says are older than ours too: after a record was read singly. */
  readonly force: boolean;
  /** Remembers whose terms are to be derived again. */
  readonly touch: boolean;
  /** The table was empty when this reading began: hardly a row is known, so none is looked up first. */
  readonly isFirst?: boolean;
}

export interface UpsertCounts {
  readonly added: number;
  readonly changed: number;
  /** Keys of rows that were older than ours and were left out. */
  readonly older: readonly string[];
}

/** Writes rows of one table. Their keys must differ from each other. */
export async function upsert(
  transaction: Transaction,
  table: Table,
  rows: readonly KeyedRow[],
  options: UpsertOptions,
): Promise<UpsertCounts> {
  if (rows.length === 0) return { added: 0, changed: 0, older: [] };
  const columns = Object.keys(table.columns);
  const parameters = [
    ...columns.map((column) => rows.map(({ row }) => plain(row[column]))),
    rows.map(({ sourceKey }) => sourceKey),
    rows.map(({ updatedOn }) => updatedOn ?? null),
    rows.map(({ row }) => contentHash(columns, row)),
    options.readAt,
    options.force,
  ];
  const { rows: counted } = await transaction.query<UpsertCounts>(statement(table, options), parameters);
  return counted[0] ?? { added: 0, changed: 0, older: [] };
}

/** 132 bits of SHA-256 over the values in column order. */
export const contentHash = (columns: readonly string[], row: Row): string =>
  hash('sha256', JSON.stringify(columns.map((column) => row[column] ?? null)), 'base64url').slice(0, 22);

/** A text array travels as its literal: unnest would take a nested array apart. */
const plain = (value: Value): string | number | boolean | null =>
  value === undefined ? null : typeof value === 'object' ? arrayLiteral(value) : value;

const statements = new Map<string, string>();

function statement(table: Table, { touch, isFirst = false }: UpsertOptions): string {
  const name = `${table.name} ${touch} ${isFirst}`;
  const known = statements.get(name) ?? build(table, touch, isFirst);
  statements.set(name, known);
  return known;
}

/** The row we have is looked up by key for each row (`limit 1`): a join would read the whole table for every page. */
const lookUp = ({ name, key }: Table): string =>
  `left join lateral (select * from imis.${name} where ${key} = n.${key} limit 1) t on true`;
const noLookUp = ({ name }: Table): string => `left join (select * from imis.${name} limit 0) t on true`;

function build(table: Table, touch: boolean, isFirst: boolean): string {
  const { key, name } = table;
  const columns = Object.keys(table.columns);
  const types = [
    ...Object.values(table.columns).map((type) => (type === 'text[]' ? 'text' : type)),
    'text',
    'timestamp',
  ];
  const all = [...columns, 'source_key', 'source_updated_on'];
  const arrays = [...types, 'text'].map((type, index) => `$${index + 1}::${type}[]`).join(', ');
  const readAt = `$${types.length + 2}::timestamptz`;
  const force = `$${types.length + 3}::boolean`;
  const selected = all.map((column) => (table.columns[column] === 'text[]' ? `${column}::text[]` : column)).join(', ');
  const scope = table.touches;
  const touched = touch && scope;
  return `
with compared as (
  select n.*, t.${key} is null as is_new, t.${key} is null or t.content_hash <> n.content_hash as differs,
         t.${key} is null or t.source_updated_on is distinct from n.source_updated_on as moved,
         coalesce(n.source_updated_on < t.source_updated_on, false) and not ${force} as is_older
         ${touched ? `, t.${scope.column} as earlier` : ''}
  from unnest(${arrays}) as n (${all.join(', ')}, content_hash)
  ${isFirst ? noLookUp(table) : lookUp(table)}
), written as (
  insert into imis.${name} as t (${all.join(', ')}, read_at, content_hash)
  select ${selected}, ${readAt}, content_hash from compared where (differs or moved) and not is_older
  on conflict (${key}) do update set
    ${all.map((column) => `${column} = excluded.${column}`).join(', ')},
    read_at = case when t.content_hash = excluded.content_hash then t.read_at else excluded.read_at end,
    content_hash = excluded.content_hash
  where (t.content_hash <> excluded.content_hash or t.source_updated_on is distinct from excluded.source_updated_on)
    and (${force} or coalesce(excluded.source_updated_on >= t.source_updated_on, true))
  returning xmax = 0 as is_added
)${
    touched
      ? `, touched as (
  insert into copilot.sync_touched (scope, id)
  select distinct '${scope.scope}', id from (
    select ${scope.column} as id from compared where differs and not is_older
    union select earlier from compared where differs and not is_older and earlier is not null) as ids
  where id is not null
  on conflict do nothing
)`
      : ''
  }
select (select count(*) from written where is_added)::integer as added,
       count(*) filter (where differs and not is_new and not is_older)::integer as changed,
       coalesce(array_agg(source_key) filter (where is_older), '{}') as older
from compared`;
}

/** Deletes rows by source key; their last version stays in the history as gone. */
export async function remove(
  transaction: Transaction,
  table: Table,
  sourceKeys: readonly string[],
  touch: boolean,
): Promise<number> {
  if (sourceKeys.length === 0) return 0;
  const scope = touch ? table.touches : undefined;
  const removed = `delete from imis.${table.name} where source_key = any($1::text[])`;
  const { rows } = await transaction.query<{ count: number }>(
    scope
      ? `with removed as (${removed} returning ${scope.column} as id), touched as (
           insert into copilot.sync_touched (scope, id)
           select distinct '${scope.scope}', id from removed where id is not null on conflict do nothing)
         select count(*)::integer as count from removed`
      : `with removed as (${removed} returning 1) select count(*)::integer as count from removed`,
    [sourceKeys],
  );
  return rows[0]?.count ?? 0;
}
