/* The rows of copilot.sync_entities and copilot.sync_pages: how far each entity is. */
import type { Database, Transaction } from '../store/database.js';
import type { PageMark } from './read-list.js';
import type { Entity } from './report.js';

export interface EntityState {
  readonly entity: Entity;
  readonly fullStartedAt?: Date;
  readonly fullAt?: Date;
  readonly incrementalAt?: Date;
  readonly readAt?: Date;
  readonly watermark?: string;
  readonly readingStartedAt?: Date;
  readonly compares: boolean;
  readonly newest?: string;
  readonly rowsRead: number;
  readonly rowsTotal?: number;
  readonly rowsNew: number;
  readonly rowsChanged: number;
  readonly rowsGone: number;
  readonly remarks: readonly string[];
}

interface StateRow {
  entity: Entity;
  full_started_at: Date | null;
  full_at: Date | null;
  incremental_at: Date | null;
  read_at: Date | null;
  watermark: string | null;
  reading_started_at: Date | null;
  compares: boolean;
  newest: string | null;
  rows_read: number;
  rows_total: number | null;
  rows_new: number;
  rows_changed: number;
  rows_gone: number;
  remarks: string[];
}

/** States by entity; one that was never begun has none. */
export async function statesOf(database: Transaction): Promise<ReadonlyMap<Entity, EntityState>> {
  const { rows } = await database.query<StateRow>('select *, watermark::text, newest::text from copilot.sync_entities');
  return new Map(rows.map((row) => [row.entity, stateOf(row)]));
}

const stateOf = (row: StateRow): EntityState => ({
  entity: row.entity,
  ...(row.full_started_at && { fullStartedAt: row.full_started_at }),
  ...(row.full_at && { fullAt: row.full_at }),
  ...(row.incremental_at && { incrementalAt: row.incremental_at }),
  ...(row.read_at && { readAt: row.read_at }),
  ...(row.watermark && { watermark: row.watermark.replace(' ', 'T') }),
  ...(row.reading_started_at && { readingStartedAt: row.reading_started_at }),
  compares: row.compares,
  ...(row.newest && { newest: row.newest.replace(' ', 'T') }),
  rowsRead: row.rows_read,
  ...(row.rows_total !== null && { rowsTotal: row.rows_total }),
  rowsNew: row.rows_new,
  rowsChanged: row.rows_changed,
  rowsGone: row.rows_gone,
  remarks: row.remarks,
});

/** Begins a full reading from nothing: forgets the pages and keys of an earlier one. */
export async function beginReading(
  transaction: Transaction,
  entity: Entity,
  startedAt: Date,
  compares: boolean,
): Promise<void> {
  await forgetPages(transaction, entity);
  await forgetSeen(transaction, entity);
  await transaction.query(
    `insert into copilot.sync_entities (entity, reading_started_at, compares) values ($1, $2, $3)
     on conflict (entity) do update set reading_started_at = excluded.reading_started_at, compares = excluded.compares,
       newest = null, rows_read = 0, rows_total = null, rows_new = 0, rows_changed = 0, rows_gone = 0, remarks = '{}'`,
    [entity, startedAt.toISOString(), compares],
  );
}

/** Begins an incremental reading: only its counts are kept. */
export async function beginChanges(transaction: Transaction, entity: Entity): Promise<void> {
  await transaction.query(
    `update copilot.sync_entities
     set rows_read = 0, rows_new = 0, rows_changed = 0, rows_gone = 0, remarks = '{}' where entity = $1`,
    [entity],
  );
}

export interface Counts {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly gone: number;
  readonly newest?: string;
  /** Rows of the whole list, where the reading is a full one. */
  readonly total?: number;
}

export async function count(transaction: Transaction, entity: Entity, counts: Counts): Promise<void> {
  await transaction.query(
    `update copilot.sync_entities
     set rows_read = rows_read + $2, rows_new = rows_new + $3, rows_changed = rows_changed + $4,
         rows_gone = rows_gone + $5, newest = greatest(newest, $6::timestamp), rows_total = coalesce($7, rows_total)
     where entity = $1`,
    [entity, counts.read, counts.added, counts.changed, counts.gone, counts.newest ?? null, counts.total ?? null],
  );
}

export async function recordPage(
  transaction: Transaction,
  entity: Entity,
  partition: string,
  mark: PageMark,
): Promise<void> {
  await transaction.query(
    `insert into copilot.sync_pages (entity, partition, start, rows, total, first_key, last_key)
     values ($1, $2, $3, $4, $5, $6, $7)
     on conflict (entity, partition, start) do update set rows = excluded.rows, total = excluded.total,
       first_key = excluded.first_key, last_key = excluded.last_key`,
    [entity, partition, mark.start, mark.rows, mark.total, mark.firstKey ?? null, mark.lastKey ?? null],
  );
}

interface MarkRow {
  partition: string;
  start: number;
  rows: number;
  total: number;
  first_key: string | null;
  last_key: string | null;
}

/** Pages already committed, by partition. */
export async function pagesOf(database: Database, entity: Entity): Promise<ReadonlyMap<string, readonly PageMark[]>> {
  const { rows } = await database.query<MarkRow>(
    'select partition, start, rows, total, first_key, last_key from copilot.sync_pages where entity = $1',
    [entity],
  );
  const marks = new Map<string, PageMark[]>();
  for (const { partition, first_key, last_key, ...row } of rows) {
    const list = marks.get(partition) ?? [];
    list.push({
      ...row,
      ...(first_key !== null && { firstKey: first_key }),
      ...(last_key !== null && { lastKey: last_key }),
    });
    marks.set(partition, list);
  }
  return marks;
}

export async function forgetPages(transaction: Transaction, entity: Entity, partition?: string): Promise<void> {
  await transaction.query('delete from copilot.sync_pages where entity = $1 and ($2::text is null or partition = $2)', [
    entity,
    partition ?? null,
  ]);
}

export async function recordSeen(
  transaction: Transaction,
  entity: Entity,
  partition: string,
  keys: readonly string[],
): Promise<void> {
  if (keys.length === 0) return;
  await transaction.query(
    `insert into copilot.sync_seen (entity, key, partition) select $1, key, $2 from unnest($3::text[]) as key
     on conflict (entity, key) do nothing`,
    [entity, partition, keys],
  );
}

export async function forgetSeen(transaction: Transaction, entity: Entity, partition?: string): Promise<void> {
  await transaction.query('delete from copilot.sync_seen where entity = $1 and ($2::text is null or partition = $2)', [
    entity,
    partition ?? null,
  ]);
}

/** From now on keys are kept, so that what is gone can be found. */
export async function compareFromNow(transaction: Transaction, entity: Entity): Promise<void> {
  await transaction.query('update copilot.sync_entities set compares = true where entity = $1', [entity]);
}

/** Distinct keys met so far, by partition. */
export async function seenOf(database: Database, entity: Entity): Promise<ReadonlyMap<string, number>> {
  const { rows } = await database.query<{ partition: string; keys: number }>(
    'select partition, count(*)::integer as keys from copilot.sync_seen where entity = $1 group by partition',
    [entity],
  );
  return new Map(rows.map(({ partition, keys }) => [partition, keys]));
}

export async function remark(database: Transaction, entity: Entity, text: string): Promise<void> {
  await database.query(
    `update copilot.sync_entities set remarks = array_append(remarks, $2) where entity = $1 and not $2 = any(remarks)`,
    [entity, text],
  );
}

export interface Ending {
  readonly watermark?: string;
  readonly startedAt: Date;
  readonly at: Date;
  readonly reading: 'full' | 'changes';
}

/** The reading has ended: what it proved is kept, its pages and keys are not. */
export async function endReading(transaction: Transaction, entity: Entity, ending: Ending): Promise<void> {
  const full = ending.reading === 'full';
  await transaction.query(
    `update copilot.sync_entities
     set watermark = $2, read_at = $3, reading_started_at = null,
         full_started_at = case when $5 then $3 else full_started_at end,
         full_at = case when $5 then $4 else full_at end,
         incremental_at = case when $5 then incremental_at else $4 end
     where entity = $1`,
    [entity, ending.watermark ?? null, ending.startedAt.toISOString(), ending.at.toISOString(), full],
  );
  if (!full) return;
  await forgetPages(transaction, entity);
  await forgetSeen(transaction, entity);
}
