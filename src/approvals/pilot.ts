/** After the first records of a large change: a person looks at what came of them and lets it go on, or ends it there. */
import { append } from '../audit/append.js';
import { notify } from '../notices/notify.js';
import type { Transaction } from '../store/database.js';
import { auditingRefusals } from './audit-refusals.js';
import { NoPilotWaiting, PilotExpired } from './boundary-refusals.js';
import { type ExecutionReport, reportFor } from './execute.js';
import { requireNotStopped } from './kill-switch.js';
import type { ApprovalParts } from './parts.js';
import { isFree, phaseOf } from './phases.js';
import { ProposalUnknown, ReadOnlyPhase, SecondPersonNeeded } from './refusals.js';
import { minutesToDecide } from './risks.js';
import { changesOf, proposalById, type StoredProposal, statusAt } from './stored.js';
import { type Click, secretOf, useTicket } from './ticket.js';
import { needsTwoPeople } from './totals.js';

const MINUTE = 60_000;
export const ENDED_AFTER_PILOT = 'ended by a person after the first records';

export interface PilotDecided {
  readonly proposalId: string;
  readonly decision: 'continue' | 'end';
  /** True when the same click arrived a second time: nothing was done again. */
  readonly repeated: boolean;
}

/**
 * Lets the rest be carried out: the same right, scope, second person, phase and kill switch as an approval, with a ticket
 * of its own, for as long as an approval would have waited. Refusals are in the audit. Throws NoPilotWaiting,
 * PilotExpired and what approve throws.
 */
export const continuePilot = (parts: ApprovalParts, click: Click): Promise<PilotDecided> =>
  decided(parts, click, 'continue', async (transaction, proposal) => {
    await useTicket(parts, transaction, proposal, click);
    await requireNotStopped(transaction, parts.kinds, proposal.kind);
    await requirePhase(parts, transaction, proposal);
    if (needsTwoPeople(proposal, parts.moneyLimit) && proposal.actorId === click.actor.id)
      throw new SecondPersonNeeded();
    if (isExpired(parts, proposal)) throw new PilotExpired();
    await transaction.query(`update copilot.proposals set status = 'approved' where proposal_id = $1`, [proposal.id]);
    await parts.queue.enqueue(transaction, 'execute_proposal', { proposalId: proposal.id });
  });

/** Leaves the rest undone for good. */
export const endPilot = (parts: ApprovalParts, click: Click): Promise<PilotDecided> =>
  decided(parts, click, 'end', async (transaction, proposal) => {
    await useTicket(parts, transaction, proposal, click);
    const at = parts.clock.now();
    await transaction.query(
      `update copilot.changes set state = 'skipped', reason = $2, ended_at = $3
       where proposal_id = $1 and state = 'waiting'`,
      [proposal.id, ENDED_AFTER_PILOT, at],
    );
    const { proposalId, status, ...counts } = reportFor(proposal.id, await changesOf(transaction, proposal.id));
    await transaction.query('update copilot.proposals set status = $2, ended_at = $3 where proposal_id = $1', [
      proposalId,
      status satisfies ExecutionReport['status'],
      at,
    ]);
    await notify(transaction, {
      thread: proposal.thread,
      kind: 'proposal_executed',
      facts: { proposal: proposalId, summary: proposal.summary, status, ...counts },
      at,
    });
  });

async function decided(
  parts: ApprovalParts,
  click: Click,
  decision: PilotDecided['decision'],
  work: (transaction: Transaction, proposal: StoredProposal) => Promise<void>,
): Promise<PilotDecided> {
  const decide = async (transaction: Transaction): Promise<PilotDecided> => {
    const proposal = await proposalById(transaction, click.id, 'for update');
    if (!proposal) throw new ProposalUnknown();
    if (await isRepeat(transaction, click, decision)) return { proposalId: click.id, decision, repeated: true };
    if (proposal.status !== 'pilot_done') throw new NoPilotWaiting(statusAt(proposal, parts.clock.now()));
    await work(transaction, proposal);
    const at = parts.clock.now();
    await transaction.query(
      `insert into copilot.pilot_decisions (proposal_id, decision, actor_id, surface, at, nonce_hash)
       values ($1, $2, $3, $4, $5, $6)`,
      [click.id, decision, click.actor.id, click.actor.surface, at, secretOf(click.nonce)],
    );
    await transaction.query('delete from copilot.nonces where proposal_id = $1', [click.id]);
    await append(transaction, {
      kind: decision === 'continue' ? 'pilot_continued' : 'pilot_stopped',
      actorId: click.actor.id,
      subject: click.id,
      facts: { hash: click.hash, surface: click.actor.surface },
      at,
    });
    return { proposalId: click.id, decision, repeated: false };
  };
  return await auditingRefusals(parts, { actorId: click.actor.id, proposalId: click.id, step: decision }, () =>
    parts.database.withTransaction(decide),
  );
}

async function isRepeat(
  transaction: Transaction,
  { id, nonce, actor }: Click,
  decision: PilotDecided['decision'],
): Promise<boolean> {
  const found = await transaction.query(
    `select from copilot.pilot_decisions where proposal_id = $1 and nonce_hash = $2 and actor_id = $3 and decision = $4`,
    [id, secretOf(nonce), actor.id, decision],
  );
  return found.rowCount === 1;
}

async function requirePhase(
  parts: ApprovalParts,
  transaction: Transaction,
  { id, kind }: StoredProposal,
): Promise<void> {
  if (isFree(parts.kinds.get(kind))) return;
  const left = (await changesOf(transaction, id)).filter(({ state }) => state === 'waiting');
  const memberIds = left.map(({ memberId }) => memberId);
  const { phase, cohortWords } = await phaseOf({ ...parts, database: transaction }, { kind, memberIds });
  if (phase === 'read_only') throw new ReadOnlyPhase(cohortWords);
}

/** When the rest may no longer be let go on, or undefined where there is no pilot. */
export const pilotExpiry = ({
  pilotEndedAt,
  risks,
}: Pick<StoredProposal, 'pilotEndedAt' | 'risks'>): Date | undefined =>
  pilotEndedAt === null ? undefined : new Date(pilotEndedAt.getTime() + minutesToDecide(risks) * MINUTE);

function isExpired({ clock }: ApprovalParts, proposal: StoredProposal): boolean {
  const expiry = pilotExpiry(proposal);
  return expiry !== undefined && expiry <= clock.now();
}
