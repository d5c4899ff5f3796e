/*
 * A decision binds the hash that was shown, the person and a ticket that is good once. The right and the scope are
 * checked again at the click, and an approval puts the execution on the queue in the same transaction.
 */
import { createHash, randomBytes } from 'node:crypto';
import { append } from '../audit/append.js';
import type { Actor } from '../domain/actor.js';
import { notify } from '../notices/notify.js';
import type { Transaction } from '../store/database.js';
import { auditingRefusals } from './audit-refusals.js';
import type { ApprovalParts } from './parts.js';
import type { ProposalStatus, Risk } from './port.js';
import {
  AlreadyDecided,
  CountNotTyped,
  NotAcknowledged,
  ProposalChanged,
  ProposalExpired,
  ProposalUnknown,
  ReadOnlyPhase,
  SecondPersonNeeded,
  TicketInvalid,
} from './refusals.js';
import { requireMayDecide } from './rights.js';
import { changesOf, isIntact, proposalById, type StoredProposal, statusAt } from './stored.js';

export interface Ticket {
  readonly proposalId: string;
  readonly hash: string;
  /** Secret and good once, for this person and this content. */
  readonly nonce: string;
  readonly risks: readonly Risk[];
  readonly count: number;
}

export interface Click {
  readonly id: string;
  /** Of the proposal as it was shown. */
  readonly hash: string;
  readonly nonce: string;
  readonly actor: Actor;
}
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

const secretOf = (nonce: string): string => createHash('sha256').update(nonce).digest('hex');

/** What a surface puts behind its buttons. Refusals are in the audit. Throws ProposalUnknown, AlreadyDecided, ProposalExpired and what access throws. */
export async function ticket(parts: ApprovalParts, id: string, actor: Actor): Promise<Ticket> {
  const nonce = randomBytes(24).toString('base64url');
  const issue = async (transaction: Transaction): Promise<Ticket> => {
    const proposal = await waiting(parts, transaction, id);
    await requireMayDecide(transaction, parts.kinds, actor, proposal, await changesOf(transaction, id));
    await clearExpired(transaction, parts.clock.now());
    await transaction.query(
      'insert into copilot.nonces (nonce_hash, proposal_id, proposal_hash, actor_id, issued_at) values ($1, $2, $3, $4, $5)',
      [secretOf(nonce), id, proposal.hash, actor.id, parts.clock.now()],
    );
    return { proposalId: id, hash: proposal.hash, nonce, risks: proposal.risks, count: proposal.count };
  };
  return await auditingRefusals(parts, { actorId: actor.id, proposalId: id, step: 'ticket' }, () =>
    parts.database.withTransaction(issue),
  );
}

/** Tickets of proposals nobody can decide any more. Rows another ticket is clearing are left to it. */
async function clearExpired(transaction: Transaction, now: Date): Promise<void> {
  await transaction.query(
    `delete from copilot.nonces where nonce_hash in (
       select n.nonce_hash from copilot.nonces n join copilot.proposals p on p.proposal_id = n.proposal_id
       where p.status = 'waiting' and p.expires_at <= $1 for update of n skip locked)`,
    [now],
  );
}

/** Approves, and enqueues the execution with it. Every refusal is typed, and is in the audit. */
export const approve = (parts: ApprovalParts, approval: Approval): Promise<Decided> =>
  decided(parts, approval, 'approve', async (transaction) => {
    if (parts.phase === 'read_only') throw new ReadOnlyPhase();
    const proposal = await checked(parts, transaction, approval);
    requireCeremony(proposal, approval);
    await decideOnce(parts, transaction, approval, 'approve');
    await parts.queue.enqueue(transaction, 'execute_proposal', { proposalId: proposal.id });
  });

export const reject = (parts: ApprovalParts, rejection: Rejection): Promise<Decided> =>
  decided(parts, rejection, 'reject', async (transaction) => {
    await checked(parts, transaction, rejection);
    await decideOnce(parts, transaction, rejection, 'reject');
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
  work: (transaction: Transaction) => Promise<void>,
): Promise<Decided> {
  const decide = async (transaction: Transaction): Promise<Decided> => {
    const proposal = await proposalById(transaction, click.id, 'for update');
    if (!proposal) throw new ProposalUnknown();
    if (await isRepeat(transaction, click, decision))
      return { proposalId: click.id, decision, status: proposal.status, repeated: true };
    await work(transaction);
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

async function waiting(parts: ApprovalParts, transaction: Transaction, id: string): Promise<StoredProposal> {
  const proposal = await proposalById(transaction, id, 'for update');
  if (!proposal) throw new ProposalUnknown();
  const status = statusAt(proposal, parts.clock.now());
  if (status === 'expired') throw new ProposalExpired();
  if (status !== 'waiting') throw new AlreadyDecided(status);
  return proposal;
}

async function checked(parts: ApprovalParts, transaction: Transaction, click: Click): Promise<StoredProposal> {
  const proposal = await waiting(parts, transaction, click.id);
  const changes = await changesOf(transaction, click.id);
  if (click.hash !== proposal.hash || !isIntact(proposal, changes)) throw new ProposalChanged();
  await requireMayDecide(transaction, parts.kinds, click.actor, proposal, changes);
  const used = await transaction.query(
    `delete from copilot.nonces where nonce_hash = $1 and proposal_id = $2 and proposal_hash = $3 and actor_id = $4`,
    [secretOf(click.nonce), click.id, click.hash, click.actor.id],
  );
  if (used.rowCount !== 1) throw new TicketInvalid();
  return proposal;
}

function requireCeremony(proposal: StoredProposal, { actor, count, acknowledged = [] }: Approval): void {
  if (proposal.risks.includes('money') && proposal.actorId === actor.id) throw new SecondPersonNeeded();
  if (proposal.risks.includes('bulk') && count !== proposal.count) throw new CountNotTyped(proposal.count);
  const missing = proposal.risks.filter((risk) => risk !== 'bulk' && !acknowledged.includes(risk));
  if (missing.length > 0) throw new NotAcknowledged(missing);
}

async function decideOnce(
  parts: ApprovalParts,
  transaction: Transaction,
  click: Approval,
  decision: Decided['decision'],
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
                                    acknowledged)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
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
