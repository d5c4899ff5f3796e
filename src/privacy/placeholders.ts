/** What stands for a typed name that several records share: N- and six letters, with the records but without the name. */
import { createHash } from 'node:crypto';
import { randomId } from '../receipts/id.js';
import type { Transaction } from '../store/database.js';
import type { Named, Part } from './directory.js';

export const PLACEHOLDER = /\bN-[2-9A-HJ-NP-Z]{6}\b/g;

type Row = { placeholder: string; member_ids: string[]; parts: Part[] };

/** The placeholder of these records; the same typed name gets the same one until the directory changes. */
export async function placeholderFor(database: Transaction, named: readonly Named[]): Promise<string> {
  const sorted = [...named].sort((left, right) => (left.memberId < right.memberId ? -1 : 1));
  const ids = sorted.map((one) => one.memberId);
  const typed = sorted.map((one) => one.part);
  const key = createHash('sha256')
    .update(JSON.stringify([ids, typed]))
    .digest('hex');
  for (;;) {
    const known = await database.query<Row>('select placeholder from copilot.placeholders where candidates = $1', [
      key,
    ]);
    if (known.rows[0]) return known.rows[0].placeholder;
    await database.query(
      `insert into copilot.placeholders (placeholder, member_ids, parts, candidates)
       values ($1, $2, $3, $4) on conflict do nothing`,
      [randomId('N'), ids, typed, key],
    );
  }
}

/** The records behind placeholders; an unknown one is absent. */
export async function candidatesOf(
  database: Transaction,
  placeholders: readonly string[],
): Promise<ReadonlyMap<string, readonly Named[]>> {
  const rows = await database.query<Row>(
    'select placeholder, member_ids, parts from copilot.placeholders where placeholder = any($1::text[])',
    [[...new Set(placeholders)]],
  );
  return new Map(
    rows.rows.map((row) => [
      row.placeholder,
      row.member_ids.map((memberId, index) => ({ memberId, part: row.parts[index] ?? 'full' })),
    ]),
  );
}
