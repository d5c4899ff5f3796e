import type { Transaction } from '../store/database.js';
import { hashOfRow, ORIGIN } from './entry.js';
import { auditRows } from './rows.js';

export type Verdict =
  | { readonly ok: true; readonly rows: number; readonly hash: string }
  | {
      readonly ok: false;
      /** Rows that were right before the fault. */
      readonly rows: number;
      readonly fault: 'removed' | 'changed' | 'reordered' | 'cut at the end' | 'added';
      /** Number of the row at which it shows. */
      readonly sequence: number;
    };

/**
 * Reads the whole chain and finds the first row that was removed, changed or put elsewhere; the head row says when the
 * end was cut. Whoever can rewrite every row and the head leaves no trace here: keep exports, whose last hash tells.
 */
export async function verify(database: Transaction): Promise<Verdict> {
  // Read before the rows: what is appended meanwhile stands behind it and is checked like the rest.
  const head = await headOf(database);
  let [rows, hash] = [0, ORIGIN];
  for await (const row of auditRows(database)) {
    const expected = rows + 1;
    if (row.sequence !== expected) return { ok: false, rows, fault: 'removed', sequence: expected };
    const isWhole = hashOfRow(row) === row.hash;
    if (row.previousHash !== hash)
      return { ok: false, rows, fault: isWhole ? 'reordered' : 'changed', sequence: expected };
    if (!isWhole || (row.sequence === head.sequence && row.hash !== head.hash))
      return { ok: false, rows, fault: 'changed', sequence: expected };
    [rows, hash] = [expected, row.hash];
  }
  if (rows < head.sequence) return { ok: false, rows, fault: 'cut at the end', sequence: rows + 1 };
  // Every append moves the head in its own transaction: rows behind the present one were put there by other means.
  const present = rows > head.sequence ? await headOf(database) : head;
  if (rows > present.sequence)
    return { ok: false, rows: present.sequence, fault: 'added', sequence: present.sequence + 1 };
  return { ok: true, rows, hash };
}

async function headOf(database: Transaction): Promise<{ readonly sequence: number; readonly hash: string }> {
  const found = await database.query<{ sequence: string; hash: string }>(
    'select sequence::text, hash from copilot.audit_head',
  );
  const head = found.rows[0];
  if (!head) throw new Error('the head row of the audit is gone');
  return { sequence: Number(head.sequence), hash: head.hash };
}
