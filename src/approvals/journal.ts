/** The state of each change, written down before and after iMIS is called; every step is in the audit with it. */
import { append } from '../audit/append.js';
import type { EntryKind } from '../audit/entry.js';
import type { Transaction } from '../store/database.js';
import { hold } from './lease.js';
import type { ExecutorParts } from './parts.js';
import type { ChangeState } from './port.js';
import { LeaseLost } from './refusals.js';
import { changeId, type StoredChange } from './stored.js';

/** Who carries out what: one run of one approved proposal. */
export interface Run {
  readonly id: string;
  readonly proposalId: string;
  /** The person who approved, or let a large change go on after its first records, or signed the standing approval. */
  readonly approverId: string;
  /** Carried out under this standing approval. */
  readonly standingId?: string;
}

export type Outcome =
  | { readonly state: 'done'; readonly reference: string }
  | { readonly state: Exclude<ChangeState, 'waiting' | 'writing' | 'done'>; readonly reason: string };

const UNDECIDED = `('waiting', 'writing', 'uncertain')`;

/** Committed before iMIS is asked to write: whoever comes after a crash knows that it may have been written. */
export async function journalWriting(parts: ExecutorParts, run: Run, change: StoredChange): Promise<void> {
  await parts.database.withTransaction(async (transaction) => {
    const now = parts.clock.now();
    await hold(transaction, run.proposalId, run.id);
    await moved(
      transaction,
      `update copilot.changes set state = 'writing', attempts = attempts + 1, writing_at = $3
       where proposal_id = $1 and ordinal = $2 and state in ${UNDECIDED}`,
      [run.proposalId, change.ordinal, now],
    );
  });
}

/** What came of a change, with its audit row, in one transaction. */
export async function journalOutcome(
  parts: ExecutorParts,
  run: Run,
  change: StoredChange,
  outcome: Outcome,
): Promise<void> {
  await parts.database.withTransaction(async (transaction) => {
    const now = parts.clock.now();
    await hold(transaction, run.proposalId, run.id);
    const [reference, reason] = outcome.state === 'done' ? [outcome.reference, null] : [null, outcome.reason];
    await moved(
      transaction,
      `update copilot.changes set state = $3, reference = $4, reason = $5, ended_at = $6
       where proposal_id = $1 and ordinal = $2 and state in ${UNDECIDED}`,
      [run.proposalId, change.ordinal, outcome.state, reference, reason, now],
    );
    await append(transaction, {
      kind: `change_${outcome.state}` satisfies EntryKind,
      actorId: run.approverId,
      subject: changeId(run.proposalId, change.ordinal),
      facts: { member: change.memberId, changeKey: change.changeKey, reference, execution: run.id },
      at: now,
    });
  });
}

async function moved(transaction: Transaction, sql: string, parameters: readonly unknown[]): Promise<void> {
  if ((await transaction.query(sql, parameters)).rowCount !== 1) throw new LeaseLost();
}
