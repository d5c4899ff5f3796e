import type { Transaction } from '../store/database.js';
import { canonical } from './canonical.js';
import { type AuditEntry, type AuditRow, hashOfRow } from './entry.js';

/**
 * Adds one row to the chain, in the caller's transaction: it stands or falls with what it tells of. Appends wait for
 * one another on the head row, so append last and keep the transaction short.
 */
export async function append(transaction: Transaction, entry: AuditEntry): Promise<AuditRow> {
  const head = await transaction.query<{ sequence: string; hash: string }>(
    'select sequence::text, hash from copilot.audit_head for update',
  );
  const last = head.rows[0];
  if (!last) throw new Error('the head row of the audit is gone');
  const unhashed = { ...entry, sequence: Number(last.sequence) + 1, previousHash: last.hash };
  const row = { ...unhashed, hash: hashOfRow(unhashed) };
  await transaction.query(
    `insert into copilot.audit (sequence, at, kind, actor_id, subject, facts, previous_hash, hash)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8)`,
    [row.sequence, row.at, row.kind, row.actorId, row.subject, canonical(row.facts), row.previousHash, row.hash],
  );
  await transaction.query('update copilot.audit_head set sequence = $1, hash = $2', [row.sequence, row.hash]);
  return row;
}
