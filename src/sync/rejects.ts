import type { Transaction } from '../store/database.js';
import { arrayLiteral } from './array-literal.js';
import type { Entity } from './report.js';
import type { Rejected } from './source.js';

const keep = `
insert into imis.rejects as r (entity, source_key, reasons, row, seen_at)
select $1, n.source_key, n.reasons::text[], n.row, $5::timestamptz
from unnest($2::text[], $3::text[], $4::jsonb[]) as n (source_key, reasons, row)
on conflict (entity, source_key) do update set reasons = excluded.reasons, row = excluded.row, seen_at = excluded.seen_at
where r.reasons <> excluded.reasons or r.row <> excluded.row`;

/** Keeps rows that do not fit, whole and with the reasons. */
export async function keepRejects(
  transaction: Transaction,
  entity: Entity,
  rejected: readonly Rejected[],
  readAt: string,
): Promise<void> {
  if (rejected.length === 0) return;
  await transaction.query(keep, [
    entity,
    rejected.map(({ key }) => key),
    rejected.map(({ reasons }) => arrayLiteral(reasons)),
    rejected.map(({ row }) => storable(row)),
    readAt,
  ]);
}

/** Rows that fit now are no rejects any more. */
export async function clearRejects(transaction: Transaction, entity: Entity, keys: readonly string[]): Promise<void> {
  if (keys.length === 0) return;
  await transaction.query('delete from imis.rejects where entity = $1 and source_key = any($2::text[])', [
    entity,
    keys,
  ]);
}

/** JSON that PostgreSQL takes: no NUL, no half of a surrogate pair. */
const storable = (row: unknown): string =>
  JSON.stringify(row ?? null, (_name, value: unknown) =>
    typeof value === 'string' ? Buffer.from(value).toString().replaceAll('\0', '\uFFFD') : value,
  );
