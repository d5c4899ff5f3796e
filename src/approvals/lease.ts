/*
 * One run at a time carries out a proposal. A run holds a lease and renews it while it lives; when it dies, the next run
 * takes over once the lease has ended, or at once where it can see that the process has. Every write of the journal names the run, so that a run that was overtaken stops.
 * Leases go by the database's clock: processes may differ in theirs, and a sandbox of another day begins its own anew.
 */
import { append } from '../audit/append.js';
import type { Transaction } from '../store/database.js';
import { ownIdentity, type ProcessIdentity, stateOf } from '../store/process-identity.js';
import type { ExecutorParts } from './parts.js';
import type { ProposalStatus } from './port.js';
import { ExecutionUnderWay, LeaseLost, NotApproved, ProposalUnknown } from './refusals.js';
import { proposalById, statusAt } from './stored.js';

/** Longer than a pause of the process that is not its end; a machine that is gone is noticed after this at the latest. */
export const LEASE_MILLIS = 60_000;
const RENEW_MILLIS = 15_000;
const leaseFromNow = `clock_timestamp() + interval '${LEASE_MILLIS} milliseconds'`;

export const isEnded = (status: ProposalStatus): boolean => ['done', 'partly_done', 'failed'].includes(status);

/** Takes the proposal for this run; false when it was carried out already, or waits for a person after its pilot. Throws NotApproved or ExecutionUnderWay. */
export async function take(parts: ExecutorParts, id: string, run: string): Promise<boolean> {
  const dead = await deadRunOf(parts, id);
  return await parts.database.withTransaction(async (transaction) => {
    const now = parts.clock.now();
    const taken = await transaction.query<{ actor_id: string }>(
      `update copilot.proposals p set status = 'executing', executor = $2, executor_process = $3::jsonb,
              lease_until = ${leaseFromNow}
       from copilot.decisions d
       where p.proposal_id = $1 and d.proposal_id = p.proposal_id and d.decision = 'approve'
         and (p.status = 'approved' or (p.status = 'executing' and (p.lease_until <= clock_timestamp() or p.executor = $4)))
       returning d.actor_id`,
      [id, run, JSON.stringify(ownIdentity()), dead],
    );
    const approver = taken.rows[0];
    if (!approver) return await refused(transaction, id, now);
    await transaction.query(
      `update copilot.executions set ended_at = $2, outcome = 'taken over' where proposal_id = $1 and ended_at is null`,
      [id, now],
    );
    await transaction.query(
      'insert into copilot.executions (execution_id, proposal_id, began_at) values ($1, $2, $3)',
      [run, id, now],
    );
    await append(transaction, {
      kind: 'execution_began',
      actorId: approver.actor_id,
      subject: id,
      facts: { execution: run },
      at: now,
    });
    return true;
  });
}

/** The run that holds the proposal, when its process on this machine has ended: nobody need wait for its lease. */
async function deadRunOf(parts: ExecutorParts, id: string): Promise<string | null> {
  const found = await parts.database.query<{ executor: string; process: ProcessIdentity | null }>(
    `select executor, executor_process as process from copilot.proposals
     where proposal_id = $1 and status = 'executing'`,
    [id],
  );
  const holder = found.rows[0];
  return holder?.process && stateOf(holder.process) === 'ended' ? holder.executor : null;
}

async function refused(transaction: Transaction, id: string, now: Date): Promise<false> {
  const proposal = await proposalById(transaction, id);
  if (!proposal) throw new ProposalUnknown();
  if (isEnded(proposal.status) || proposal.status === 'pilot_done') return false;
  if (proposal.status === 'executing') throw new ExecutionUnderWay();
  throw new NotApproved(statusAt(proposal, now));
}

/** Renews the lease, or throws LeaseLost: before every step that writes. */
export async function hold(transaction: Transaction, id: string, run: string): Promise<void> {
  const held = await transaction.query(
    `update copilot.proposals set lease_until = ${leaseFromNow}
     where proposal_id = $1 and executor = $2 and status = 'executing'`,
    [id, run],
  );
  if (held.rowCount !== 1) throw new LeaseLost();
}

/** Renews the lease in the background while iMIS lets us wait; call the answer to end it. */
export function keep(parts: ExecutorParts, id: string, run: string): () => void {
  const timer = setInterval(() => {
    // A failure here shows at the next step of the journal, which renews and checks the lease itself.
    hold(parts.database, id, run).catch(() => undefined);
  }, RENEW_MILLIS);
  timer.unref();
  return () => clearInterval(timer);
}
