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

export async function stateOf(database: Transaction, entity: Entity): Promise<EntityState | undefined> {
  return (await statesOf(database)).get(entity);
}

/** States by entity; one that was never begun has none. */
export async function statesOf(database: Transaction): Promise<ReadonlyMap<Entity, EntityState>> {
  const { rows } = await database.query<StateRow>('select *, watermark::text, newest::text from copilot.sync_entities');
  return new Map(rows.map((row) => [row.entity, asState(row)]));
}

const asState = (row: StateRow): EntityState => ({
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

/**
 * Begins a full reading from nothing. Answers whether there are rows of an earlier one to compare with: `table` is the
 * entity's main table and `owns` tells which of its rows are the entity's.
 */
export async function beginReading(
  transaction: Transaction,
  entity: Entity,
  startedAt: Date,
  { table, owns }: { readonly table: string; readonly owns: string },
): Promise<boolean> {
  await forgetReading(transaction, entity);
  const { rows } = await transaction.query<{ compares: boolean }>(
    `insert into copilot.sync_entities (entity, reading_started_at, compares)
     values ($1, $2, exists (select 1 from imis.${table} t where ${owns})
                     or exists (select 1 from imis.rejects where entity = $1))
     on conflict (entity) do update set reading_started_at = excluded.reading_started_at, compares = excluded.compares,
       newest = null, rows_read = 0, rows_total = null, rows_new = 0, rows_changed = 0, rows_gone = 0, remarks = '{}'
     returning compares`,
    [entity, startedAt.toISOString()],
  );
  return rows[0]?.compares ?? true;
}

/** Begins an incremental reading: only its counts are kept. */
export async function beginChanges(transaction: Transaction, entity: Entity): Promise<void> {
  await transaction.query(
    `update copilot.sync_entities
     set rows_read = 0, rows_new = 0, rows_changed = 0, rows_gone = 0, remarks = '{}' where entity = $1`,
    [entity],
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

/** Forgets the pages read and keys met, of one partition or of all. */
export async function forgetReading(transaction: Transaction, entity: Entity, partition?: string): Promise<void> {
  await transaction.query(
    `with pages as (delete from copilot.sync_pages where entity = $1 and ($2::text is null or partition = $2))
     delete from copilot.sync_seen where entity = $1 and ($2::text is null or partition = $2)`,
    [entity, partition ?? null],
  );
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
  if (full) await forgetReading(transaction, entity);
}
