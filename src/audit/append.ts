import type { Transaction } from '../store/database.js';
import { canonical } from './canonical.js';
import { type AuditEntry, type AuditRow, textOfEntry } from './entry.js';

// The head row is locked before it is read, so that the row after it is the only one with its number; $6 is the text
// of the entry as it is hashed, between the number and the hash of the row before.
const APPENDED = `
  with head as (select sequence, hash from copilot.audit_head for update),
  link as (
    select sequence + 1 as sequence, hash as previous_hash,
           encode(sha256(convert_to(format('[%s,%s,"%s"]', sequence + 1, $6::text, hash), 'UTF8')), 'hex') as hash
    from head),
  added as (
    insert into copilot.audit (sequence, at, kind, actor_id, subject, facts, previous_hash, hash)
    select sequence, $1::timestamptz, $2::text, $3::text, $4::text, $5::jsonb, previous_hash, hash from link),
  moved as (update copilot.audit_head h set sequence = link.sequence, hash = link.hash from link)
  select sequence::text, previous_hash, hash from link`;

/**
 * Adds one row to the chain: in the caller's transaction it stands or falls with what it tells of, by itself it is a
 * transaction of one statement. Appends wait for one another on the head row, so append last and keep the transaction
 * short.
 */
export async function append(transaction: Transaction, entry: AuditEntry): Promise<AuditRow> {
  const { at, kind, actorId, subject, facts } = entry;
  const added = await transaction.query<{ sequence: string; previous_hash: string; hash: string }>(APPENDED, [
    at,
    kind,
    actorId,
    subject,
    canonical(facts),
    textOfEntry(entry),
  ]);
  const link = added.rows[0];
  if (!link) throw new Error('the head row of the audit is gone');
  return { ...entry, sequence: Number(link.sequence), previousHash: link.previous_hash, hash: link.hash };
}
