/*
 * What is committed with the rows of a page, in one statement: that the lease is still held, how many rows came, which
 * page this was, which keys it held, and that rows which fit are no rejects any more.
 */
import type { Transaction } from '../store/database.js';
import { LeaseLost } from './errors.js';
import { LEASE_EXPIRES } from './lease.js';
import type { PageMark } from './read-list.js';
import type { Entity } from './report.js';

export interface Position {
  readonly entity: Entity;
  readonly holder: string;
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  readonly newest?: string;
  /** Rows of the whole list, where the reading is a full one. */
  readonly total?: number;
  readonly fittingKeys: readonly string[];
  readonly pages?: readonly PageAt[];
  /** Keys to remember as met. */
  readonly met?: readonly Met[];
}

export interface PageAt {
  readonly partition: string;
  readonly mark: PageMark;
}

export interface Met {
  readonly partition: string;
  readonly keys: readonly string[];
}

const statement = `
with held as (
  update copilot.sync_lease set expires_at = clock_timestamp() + ${LEASE_EXPIRES} where holder = $2 returning 1
), counted as (
  update copilot.sync_entities
  set rows_read = rows_read + $3, rows_new = rows_new + $4, rows_changed = rows_changed + $5, rows_gone = rows_gone + $6,
      newest = greatest(newest, $7::timestamp), rows_total = coalesce($8, rows_total)
  where entity = $1
), fitting as (
  delete from imis.rejects where entity = $1 and source_key = any($9::text[])
), page as (
  insert into copilot.sync_pages (entity, partition, start, rows, total, first_key, last_key)
  select $1, * from unnest($10::text[], $11::integer[], $12::integer[], $13::integer[], $14::text[], $15::text[])
  on conflict (entity, partition, start) do update set rows = excluded.rows, total = excluded.total,
    first_key = excluded.first_key, last_key = excluded.last_key
), met as (
  insert into copilot.sync_seen (entity, partition, key)
  select distinct on (key) $1, partition, key from unnest($16::text[], $17::text[]) as m (partition, key)
  on conflict (entity, key) do nothing
)
select count(*)::integer as held from held`;

/** Throws LeaseLost, which rolls the page back, when another process has taken over. */
export async function commitPosition(transaction: Transaction, position: Position): Promise<void> {
  const { pages = [], met = [] } = position;
  const { rows } = await transaction.query<{ held: number }>(statement, [
    position.entity,
    position.holder,
    position.read,
    position.added,
    position.changed,
    position.gone,
    position.newest ?? null,
    position.total ?? null,
    position.fittingKeys,
    pages.map(({ partition }) => partition),
    pages.map(({ mark }) => mark.start),
    pages.map(({ mark }) => mark.rows),
    pages.map(({ mark }) => mark.total),
    pages.map(({ mark }) => mark.firstKey ?? null),
    pages.map(({ mark }) => mark.lastKey ?? null),
    met.flatMap(({ partition, keys }) => keys.map(() => partition)),
    met.flatMap(({ keys }) => keys),
  ]);
  if (rows[0]?.held !== 1) throw new LeaseLost();
}
