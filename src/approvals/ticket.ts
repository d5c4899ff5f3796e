/*
 * A ticket is what a surface puts behind its buttons: good once, for one person and one content. The right and the scope
 * are checked when it is given out and again when it is used.
 */
import { createHash, randomBytes } from 'node:crypto';
import type { Actor } from '../domain/actor.js';
import type { Transaction } from '../store/database.js';
import { auditingRefusals } from './audit-refusals.js';
import type { ApprovalParts } from './parts.js';
import type { Risk } from './port.js';
import {
  AlreadyDecided,
  ProposalChanged,
  ProposalExpired,
  ProposalUnknown,
  Superseded,
  TicketInvalid,
} from './refusals.js';
import { requireMayDecide } from './rights.js';
import { changesOf, isIntact, proposalById, type StoredProposal, statusAt, supersederOf } from './stored.js';

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

export const secretOf = (nonce: string): string => createHash('sha256').update(nonce).digest('hex');

/**
 * For a proposal that waits for a decision, or after its first records. Refusals are in the audit. Throws
 * ProposalUnknown, AlreadyDecided, Superseded, ProposalExpired and what access throws.
 */
export async function ticket(parts: ApprovalParts, id: string, actor: Actor): Promise<Ticket> {
  const nonce = randomBytes(24).toString('base64url');
  const issue = async (transaction: Transaction): Promise<Ticket> => {
    const proposal = await open(parts, transaction, id);
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

/** The proposal, locked, while somebody may click on it. */
async function open(parts: ApprovalParts, transaction: Transaction, id: string): Promise<StoredProposal> {
  const proposal = await proposalById(transaction, id, 'for update');
  if (!proposal) throw new ProposalUnknown();
  return proposal.status === 'pilot_done' ? proposal : await requireWaiting(parts, transaction, proposal);
}

/** Throws what stands in the way of deciding. */
export async function requireWaiting(
  parts: ApprovalParts,
  transaction: Transaction,
  proposal: StoredProposal,
): Promise<StoredProposal> {
  const status = statusAt(proposal, parts.clock.now());
  if (status === 'expired') throw new ProposalExpired();
  if (status === 'superseded') throw new Superseded(await supersederOf(transaction, proposal.id));
  if (status !== 'waiting') throw new AlreadyDecided(status);
  return proposal;
}

/** Uses a ticket up: the content is the one shown, the person may decide at this moment, the ticket is theirs. */
export async function useTicket(
  parts: ApprovalParts,
  transaction: Transaction,
  proposal: StoredProposal,
  click: Click,
): Promise<void> {
  const changes = await changesOf(transaction, click.id);
  if (click.hash !== proposal.hash || !isIntact(proposal, changes)) throw new ProposalChanged();
  await requireMayDecide(transaction, parts.kinds, click.actor, proposal, changes);
  const used = await transaction.query(
    `delete from copilot.nonces where nonce_hash = $1 and proposal_id = $2 and proposal_hash = $3 and actor_id = $4`,
    [secretOf(click.nonce), click.id, click.hash, click.actor.id],
  );
  if (used.rowCount !== 1) throw new TicketInvalid();
}
