import type { Actor, SurfaceName } from '../domain/actor.js';
import type { Money } from '../domain/money.js';
import { ExpectedError } from '../errors.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { Database } from '../store/database.js';
import { stoppedBy } from './kill-switch.js';
import type { ApprovalParts } from './parts.js';
import { isFree, phaseOf } from './phases.js';
import { pilotExpiry } from './pilot.js';
import type { ChangeKind, ChangeState, Phase, ProposalCard } from './port.js';
import { ProposalUnknown } from './refusals.js';
import { maySee, requireMayDecide } from './rights.js';
import {
  changeId,
  changesOf,
  proposalById,
  type StoredChange,
  type StoredProposal,
  statusAt,
  supersederOf,
} from './stored.js';
import { needsTwoPeople } from './totals.js';

/** One change as a person decides on it. Before and after may hold names: only for whoever may see the proposal. */
export interface ShownChange {
  readonly id: string;
  readonly memberId: string;
  /** M-XXXXXX: reveal() turns it into the name for an actor who may see it. */
  readonly member: string;
  readonly before: unknown;
  readonly after: unknown;
  /** One line of the kind's own. */
  readonly describe: string;
  readonly reversible: boolean;
  readonly state: ChangeState;
  readonly reason?: string;
  /** What iMIS calls the record that was written. */
  readonly reference?: string;
}

export interface ShownDecision {
  readonly decision: 'approve' | 'reject';
  /** Party id of the person, and the pseudonym for reveal(). */
  readonly byId: string;
  readonly by: string;
  readonly at: string;
  readonly surface: SurfaceName;
  readonly reason?: string;
}

export interface ShownExecution {
  readonly id: string;
  readonly beganAt: string;
  readonly endedAt?: string;
  readonly outcome?: string;
}

export interface ShownProposal extends ProposalCard {
  readonly kind: string;
  readonly tool: string;
  readonly arguments: unknown;
  readonly thread: string;
  readonly surface: SurfaceName;
  readonly askedById: string;
  readonly askedBy: string;
  readonly askedAt: string;
  readonly warnings: readonly string[];
  readonly excluded: readonly { readonly member: string; readonly reason: string }[];
  readonly undoes?: string;
  /** What the changes move or offer in all, one amount a currency. */
  readonly money: readonly Money[];
  /** How far changes of this kind may go now, for the strictest cohort among the records. */
  readonly phase: Phase;
  /** Whose phase it is: "everybody", "the chapter Texas". */
  readonly phaseOf: string;
  /** The proposal this one is an edit of, and the one that took this one's place. */
  readonly supersedes?: string;
  readonly supersededBy?: string;
  /** Carried out under this standing approval. */
  readonly standing?: string;
  /** After the first records of a large change: until when the rest may be let go on. */
  readonly pilotExpiresAt?: string;
  readonly changes: readonly ShownChange[];
  readonly decisions: readonly ShownDecision[];
  readonly executions: readonly ShownExecution[];
  /** May approve: the phase allows it and nothing is stopped. */
  readonly mayDecide: boolean;
  /** May turn it down or edit it, which the read-only phase allows too. */
  readonly mayEdit: boolean;
  /** May let the rest go on, or end it, after the first records. */
  readonly mayContinue: boolean;
  readonly mayUndo: boolean;
}

/** The whole proposal, for whoever asked for it or may decide it. Throws ProposalUnknown for everybody else. */
export async function show(parts: ApprovalParts, id: string, actor: Actor): Promise<ShownProposal> {
  const { database, kinds } = parts;
  const proposal = await proposalById(database, id);
  const changes = proposal ? await changesOf(database, id) : [];
  if (!proposal || !(await maySee(database, kinds, actor, proposal, changes))) throw new ProposalUnknown();
  const status = statusAt(proposal, parts.clock.now());
  const decisions = await decisionsOf(database, id);
  const people = [
    proposal.actorId,
    ...decisions.map((one) => one.byId),
    ...changes.map((change) => change.memberId),
    ...proposal.excluded.map(({ memberId }) => memberId),
  ];
  const pseudonyms = await pseudonymsFor(database, people);
  const named = (memberId: string) => pseudonyms.get(memberId) ?? '';
  const kind = kinds.get(proposal.kind);
  const isAllowed = await hasRight(parts, actor, proposal, changes);
  const needsOther = needsTwoPeople(proposal, parts.moneyLimit) && proposal.actorId === actor.id;
  const memberIds = changes.map((change) => change.memberId);
  const { phase, cohortWords } = await phaseOf(parts, { kind: proposal.kind, memberIds });
  const isOpen = phase !== 'read_only' || isFree(kind);
  const isStopped = (await stoppedBy(database, kinds, proposal.kind)) !== undefined;
  const pilotExpiresAt = status === 'pilot_done' ? pilotExpiry(proposal) : undefined;
  const supersededBy = status === 'superseded' ? await supersederOf(database, id) : undefined;
  return {
    id,
    hash: proposal.hash,
    status,
    risks: proposal.risks,
    count: proposal.count,
    summary: proposal.summary,
    expiresAt: proposal.expiresAt.toISOString(),
    kind: proposal.kind,
    tool: proposal.tool,
    arguments: proposal.arguments,
    thread: proposal.thread,
    surface: proposal.surface,
    askedById: proposal.actorId,
    askedBy: named(proposal.actorId),
    askedAt: proposal.createdAt.toISOString(),
    warnings: proposal.warnings,
    excluded: proposal.excluded.map(({ memberId, reason }) => ({ member: named(memberId), reason })),
    ...(proposal.undoes === null ? {} : { undoes: proposal.undoes }),
    money: proposal.money,
    phase,
    phaseOf: cohortWords,
    ...(proposal.supersedes === null ? {} : { supersedes: proposal.supersedes }),
    ...(supersededBy && { supersededBy }),
    ...(proposal.standingId === null ? {} : { standing: proposal.standingId }),
    ...(pilotExpiresAt && { pilotExpiresAt: pilotExpiresAt.toISOString() }),
    changes: changes.map((change) => shown(id, change, kind, named(change.memberId))),
    decisions: decisions.map((one) => ({ ...one, by: named(one.byId) })),
    executions: await executionsOf(database, id),
    mayDecide: isAllowed && !needsOther && status === 'waiting' && isOpen && !isStopped,
    mayEdit: isAllowed && status === 'waiting',
    mayContinue: isAllowed && !needsOther && status === 'pilot_done',
    mayUndo: isAllowed && kind?.undo !== undefined && changes.some((change) => change.state === 'done'),
  };
}

async function hasRight(
  parts: ApprovalParts,
  actor: Actor,
  proposal: StoredProposal,
  changes: readonly StoredChange[],
): Promise<boolean> {
  try {
    await requireMayDecide(parts.database, parts.kinds, actor, proposal, changes);
    return true;
  } catch (error) {
    if (error instanceof ExpectedError) return false;
    throw error;
  }
}

function shown(id: string, stored: StoredChange, kind: ChangeKind | undefined, member: string): ShownChange {
  const { memberId, before, changeKey, ordinal } = stored;
  const change = { id: changeId(id, ordinal), memberId, before, changeKey };
  return {
    id: change.id,
    memberId,
    member,
    before,
    after: stored.after,
    describe: kind
      ? kind.describe({ ...change, after: kind.parse(stored.after) })
      : 'of a kind this installation lacks',
    reversible: stored.reversible,
    state: stored.state,
    ...(stored.reason === null ? {} : { reason: stored.reason }),
    ...(stored.reference === null ? {} : { reference: stored.reference }),
  };
}

type DecisionRow = Omit<ShownDecision, 'by' | 'at' | 'reason'> & { at: Date; reason: string | null };

async function decisionsOf(database: Database, id: string): Promise<readonly Omit<ShownDecision, 'by'>[]> {
  const found = await database.query<DecisionRow>(
    `select d.decision, d.actor_id as "byId", d.at, d.surface, c.rejected_because as reason
     from copilot.decisions d join copilot.changes c on c.proposal_id = d.proposal_id and c.ordinal = 1
     where d.proposal_id = $1`,
    [id],
  );
  return found.rows.map(({ at, reason, ...row }) => ({ ...row, at: at.toISOString(), ...(reason ? { reason } : {}) }));
}

type ExecutionRow = { id: string; began_at: Date; ended_at: Date | null; outcome: string | null };

async function executionsOf(database: Database, id: string): Promise<readonly ShownExecution[]> {
  const found = await database.query<ExecutionRow>(
    `select execution_id as id, began_at, ended_at, outcome from copilot.executions
     where proposal_id = $1 order by began_at, execution_id`,
    [id],
  );
  return found.rows.map((row) => ({
    id: row.id,
    beganAt: row.began_at.toISOString(),
    ...(row.ended_at ? { endedAt: row.ended_at.toISOString() } : {}),
    ...(row.outcome ? { outcome: row.outcome } : {}),
  }));
}
