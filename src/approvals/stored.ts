/** Proposals and changes as they stand in the store. */
import type { SurfaceName } from '../domain/actor.js';
import type { Transaction } from '../store/database.js';
import { type HashedHeader, type HashedRow, proposalHash } from './hashes.js';
import type { ChangeState, Phase, ProposalStatus, Risk } from './port.js';

export interface Exclusion {
  readonly memberId: string;
  readonly reason: string;
}

export interface StoredProposal extends HashedHeader {
  readonly surface: SurfaceName;
  readonly risks: readonly Risk[];
  readonly excluded: readonly Exclusion[];
  readonly hash: string;
  /** As stored: a waiting one may have expired, see statusAt. */
  readonly status: ProposalStatus;
  /** How far changes of this kind might go when it was prepared. */
  readonly phase: Phase;
  /** The standing approval it is carried out under. */
  readonly standingId: string | null;
  readonly pilotEndedAt: Date | null;
}

export interface StoredChange extends HashedRow {
  readonly state: ChangeState;
  readonly reference: string | null;
  readonly reason: string | null;
}

const proposalColumns = `p.proposal_id as id, p.kind, p.tool, p.thread, p.actor_id as "actorId", p.surface, p.summary,
  p.risks, p.count, p.excluded, p.warnings, p.money, p.supersedes, p.undoes, p.created_at as "createdAt", p.expires_at as "expiresAt", p.hash,
  p.status, p.phase, p.standing_id as "standingId", p.pilot_ended_at as "pilotEndedAt",
  (select c.arguments from copilot.changes c where c.proposal_id = p.proposal_id and c.ordinal = 1) as arguments`;

export async function proposalById(
  database: Transaction,
  id: string,
  lock: 'for update' | '' = '',
): Promise<StoredProposal | undefined> {
  const sql = `select ${proposalColumns} from copilot.proposals p where p.proposal_id = $1 ${lock && 'for update of p'}`;
  return (await database.query<StoredProposal>(sql, [id])).rows[0];
}

/** All changes of a proposal, in order. */
export async function changesOf(database: Transaction, id: string): Promise<readonly StoredChange[]> {
  const found = await database.query<StoredChange>(
    `select ordinal, change_key as "changeKey", member_id as "memberId", before, after,
            source_updated_on as "sourceUpdatedOn", reversible, state, reference, reason
     from copilot.changes where proposal_id = $1 order by ordinal`,
    [id],
  );
  return found.rows;
}

/** The edit that stands in a proposal's place. */
export async function supersederOf(database: Transaction, id: string): Promise<string | undefined> {
  const found = await database.query<{ id: string }>(
    'select proposal_id as id from copilot.proposals where supersedes = $1 order by created_at limit 1',
    [id],
  );
  return found.rows[0]?.id;
}

/** False when a row was altered behind the application's back. */
export const isIntact = (proposal: StoredProposal, changes: readonly StoredChange[]): boolean =>
  changes.length === proposal.count && proposalHash(proposal, changes) === proposal.hash;

export const statusAt = (proposal: Pick<StoredProposal, 'status' | 'expiresAt'>, now: Date): ProposalStatus =>
  proposal.status === 'waiting' && proposal.expiresAt <= now ? 'expired' : proposal.status;

export const changeId = (proposalId: string, ordinal: number): string => `${proposalId}/${ordinal}`;
