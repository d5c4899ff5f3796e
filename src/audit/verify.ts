import type { Transaction } from '../store/database.js';
import { hashOfRow, ORIGIN } from './entry.js';
import { auditRows } from './rows.js';

export type Verdict =
  | { readonly ok: true; readonly rows: number; readonly hash: string }
  | {
      readonly ok: false;
      /** Rows that were right before the fault. */
      readonly rows: number;
      readonly fault: 'removed' | 'changed' | 'reordered' | 'cut at the end';
      /** Number of the row at which it shows. */
      readonly sequence: number;
    };

/**
 * Reads the whole chain and finds the first row that was removed, changed or put elsewhere; the head row says when the
 * end was cut. Whoever can rewrite every row and the head leaves no trace here: keep exports, whose last hash tells.
 */
export async function verify(database: Transaction): Promise<Verdict> {
  let [rows, hash] = [0, ORIGIN];
  for await (const row of auditRows(database)) {
    const expected = rows + 1;
    if (row.sequence !== expected) return { ok: false, rows, fault: 'removed', sequence: expected };
    const isWhole = hashOfRow(row) === row.hash;
    if (row.previousHash !== hash)
      return { ok: false, rows, fault: isWhole ? 'reordered' : 'changed', sequence: expected };
    if (!isWhole) return { ok: false, rows, fault: 'changed', sequence: expected };
    [rows, hash] = [expected, row.hash];
  }
  const head = await database.query<{ sequence: string; hash: string }>(
    'select sequence::text, hash from copilot.audit_head',
  );
  const last = head.rows[0];
  if (Number(last?.sequence) !== rows) return { ok: false, rows, fault: 'cut at the end', sequence: rows + 1 };
  if (last?.hash !== hash) return { ok: false, rows, fault: 'changed', sequence: rows };
  return { ok: true, rows, hash };
}
