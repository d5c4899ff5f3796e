/*
 * A decision binds the hash that was shown, the person and a ticket that is good once. The right, the scope, the phase and
 * the kill switch are checked at the click, and an approval puts the execution on the queue in the same transaction.
 */
import { append } from '../audit/append.js';
import { notify } from '../notices/notify.js';
import type { Transaction } from '../store/database.js';
import { auditingRefusals } from './audit-refusals.js';
import { requireNotStopped } from './kill-switch.js';
import type { ApprovalParts } from './parts.js';
import { isFree, phaseOf } from './phases.js';
import type { Phase, ProposalStatus, Risk } from './port.js';
import {
  AlreadyDecided,
  CountNotTyped,
  NotAcknowledged,
  ProposalUnknown,
  ReadOnlyPhase,
  SecondPersonNeeded,
} from './refusals.js';
import { changesOf, proposalById, type StoredProposal } from './stored.js';
import { type Click, requireWaiting, secretOf, useTicket } from './ticket.js';
import { needsTwoPeople } from './totals.js';

export interface Approval extends Click {
  /** The number of records as typed by the person: needed for bulk. */
  readonly count?: number;
  /** Risks the person confirmed a second time: irreversible, external, money. */
  readonly acknowledged?: readonly Risk[];
}
export interface Rejection extends Click {
  /** As typed, kept with the changes: only whoever may see the proposal reads it. */
  readonly reason?: string;
}

export interface Decided {
  readonly proposalId: string;
  readonly decision: 'approve' | 'reject';
  readonly status: ProposalStatus;
  /** True when the same click arrived a second time: nothing was done again. */
  readonly repeated: boolean;
}

/** Approves, and enqueues the execution with it. Every refusal is typed, and is in the audit. */
export const approve = (parts: ApprovalParts, approval: Approval): Promise<Decided> =>
  decided(parts, approval, 'approve', async (transaction, proposal) => {
    await useTicket(parts, transaction, proposal, approval);
    await requireNotStopped(transaction, parts.kinds, proposal.kind);
    const phase = await requirePhase(parts, transaction, proposal);
    requireCeremony(parts, proposal, approval);
    await decideOnce(parts, transaction, approval, 'approve', phase);
    await parts.queue.enqueue(transaction, 'execute_proposal', { proposalId: proposal.id });
  });

/** Turns a proposal down; also while it is read-only or stopped. */
export const reject = (parts: ApprovalParts, rejection: Rejection): Promise<Decided> =>
  decided(parts, rejection, 'reject', async (transaction, proposal) => {
    await useTicket(parts, transaction, proposal, rejection);
    const { phase } = await phaseNow(parts, transaction, proposal);
    await decideOnce(parts, transaction, rejection, 'reject', phase);
    const reason = rejection.reason?.trim();
    if (reason)
      await transaction.query(
        'update copilot.changes set rejected_because = $2 where proposal_id = $1 and ordinal = 1',
        [rejection.id, reason],
      );
  });

async function decided(
  parts: ApprovalParts,
  click: Click,
  decision: Decided['decision'],
  work: (transaction: Transaction, proposal: StoredProposal) => Promise<void>,
): Promise<Decided> {
  const decide = async (transaction: Transaction): Promise<Decided> => {
    const proposal = await proposalById(transaction, click.id, 'for update');
    if (!proposal) throw new ProposalUnknown();
    if (await isRepeat(transaction, click, decision))
      return { proposalId: click.id, decision, status: proposal.status, repeated: true };
    await work(transaction, await requireWaiting(parts, transaction, proposal));
    const status = decision === 'approve' ? 'approved' : 'rejected';
    return { proposalId: click.id, decision, status, repeated: false };
  };
  return await auditingRefusals(parts, { actorId: click.actor.id, proposalId: click.id, step: decision }, () =>
    parts.database.withTransaction(decide),
  );
}

/** The same person's same ticket with the same decision: a double click, or an answer that got lost. */
async function isRepeat(transaction: Transaction, click: Click, decision: Decided['decision']): Promise<boolean> {
  const found = await transaction.query(
    `select from copilot.decisions where proposal_id = $1 and nonce_hash = $2 and actor_id = $3 and decision = $4
       and proposal_hash = $5`,
    [click.id, secretOf(click.nonce), click.actor.id, decision, click.hash],
  );
  return found.rowCount === 1;
}

async function phaseNow(parts: ApprovalParts, transaction: Transaction, { id, kind }: StoredProposal) {
  const memberIds = (await changesOf(transaction, id)).map(({ memberId }) => memberId);
  return await phaseOf({ ...parts, database: transaction }, { kind, memberIds });
}

async function requirePhase(parts: ApprovalParts, transaction: Transaction, proposal: StoredProposal): Promise<Phase> {
  const { phase, cohortWords } = await phaseNow(parts, transaction, proposal);
  if (phase === 'read_only' && !isFree(parts.kinds.get(proposal.kind))) throw new ReadOnlyPhase(cohortWords);
  return phase;
}

function requireCeremony(
  { moneyLimit }: ApprovalParts,
  proposal: StoredProposal,
  { actor, count, acknowledged = [] }: Approval,
): void {
  if (needsTwoPeople(proposal, moneyLimit) && proposal.actorId === actor.id) throw new SecondPersonNeeded();
  if (proposal.risks.includes('bulk') && count !== proposal.count) throw new CountNotTyped(proposal.count);
  const missing = proposal.risks.filter((risk) => risk !== 'bulk' && !acknowledged.includes(risk));
  if (missing.length > 0) throw new NotAcknowledged(missing);
}

async function decideOnce(
  parts: ApprovalParts,
  transaction: Transaction,
  click: Approval,
  decision: Decided['decision'],
  phase: Phase,
): Promise<void> {
  const [at, status] = [parts.clock.now(), decision === 'approve' ? 'approved' : 'rejected'] as const;
  const moved = await transaction.query<{ thread: string; summary: string }>(
    `update copilot.proposals set status = $2 where proposal_id = $1 and status = 'waiting' returning thread, summary`,
    [click.id, status],
  );
  const proposal = moved.rows[0];
  if (!proposal) throw new AlreadyDecided(status);
  await transaction.query(
    `insert into copilot.decisions (proposal_id, decision, actor_id, surface, at, proposal_hash, nonce_hash, typed_count,
                                    acknowledged, phase)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      click.id,
      decision,
      click.actor.id,
      click.actor.surface,
      at,
      click.hash,
      secretOf(click.nonce),
      click.count ?? null,
      click.acknowledged ?? [],
      phase,
    ],
  );
  // The decision keeps the hash of its own ticket; the rest of them are good for nothing now.
  await transaction.query('delete from copilot.nonces where proposal_id = $1', [click.id]);
  await notify(transaction, {
    thread: proposal.thread,
    kind: `proposal_${status}`,
    facts: { proposal: click.id, summary: proposal.summary },
    at,
  });
  await append(transaction, {
    kind: decision === 'approve' ? 'approval' : 'rejection',
    actorId: click.actor.id,
    subject: click.id,
    facts: { hash: click.hash, surface: click.actor.surface, count: click.count },
    at,
  });
}
