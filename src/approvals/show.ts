import type { Actor, SurfaceName } from '../domain/actor.js';
import type { Money } from '../domain/money.js';
import { ExpectedError } from '../errors.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { Database } from '../store/database.js';
import { KillSwitchOn, PilotExpired } from './boundary-refusals.js';
import { stoppedBy } from './kill-switch.js';
import type { ApprovalParts } from './parts.js';
import { isFree, phaseOf } from './phases.js';
import { pilotExpiry } from './pilot.js';
import type { ChangeKind, ChangeState, Phase, ProposalCard, ProposalStatus } from './port.js';
import { ProposalUnknown, ReadOnlyPhase, SecondPersonNeeded } from './refusals.js';
import { requireMayDecide, sightOf } from './rights.js';
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
  /** May let the rest go on after the first records: the phase allows it, nothing is stopped and it is not too late. */
  readonly mayContinue: boolean;
  /** May leave the rest undone after the first records. */
  readonly mayEnd: boolean;
  readonly mayUndo: boolean;
  /** Why this person may not approve it, or let it go on, while it waits for somebody. */
  readonly whyNot?: string;
}

/**
 * The whole proposal, for whoever asked for it or may decide it; without its changes for whoever asked for it and has lost
 * the right or the scope since. Throws ProposalUnknown for everybody else.
 */
export async function show(parts: ApprovalParts, id: string, actor: Actor): Promise<ShownProposal> {
  const { database, kinds } = parts;
  const proposal = await proposalById(database, id);
  const changes = proposal ? await changesOf(database, id) : [];
  const sight = proposal ? await sightOf(database, kinds, actor, proposal, changes) : 'none';
  if (!proposal || sight === 'none') throw new ProposalUnknown();
  const seesChanges = sight === 'all';
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
  const { isAllowed, phase, cohortWords, whyNot } = await standIn(parts, actor, proposal, changes, status);
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
    arguments: seesChanges ? proposal.arguments : null,
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
    changes: (seesChanges ? changes : []).map((change) => shown(id, change, kind, named(change.memberId))),
    decisions: decisions.map(({ reason, ...one }) => ({
      ...one,
      by: named(one.byId),
      ...(reason && seesChanges && { reason }),
    })),
    executions: await executionsOf(database, id),
    mayDecide: status === 'waiting' && whyNot === undefined,
    mayEdit: isAllowed && status === 'waiting',
    mayContinue: status === 'pilot_done' && whyNot === undefined,
    mayEnd: isAllowed && status === 'pilot_done',
    mayUndo: isAllowed && kind?.undo !== undefined && changes.some((change) => change.state === 'done'),
    ...(whyNot !== undefined && { whyNot }),
  };
}

interface Standing {
  readonly isAllowed: boolean;
  readonly phase: Phase;
  readonly cohortWords: string;
  readonly whyNot?: string;
}

/** What a click of this person would meet now, in the order in which it would. */
async function standIn(
  parts: ApprovalParts,
  actor: Actor,
  proposal: StoredProposal,
  changes: readonly StoredChange[],
  status: ProposalStatus,
): Promise<Standing> {
  const { database, kinds, clock } = parts;
  const isPilot = status === 'pilot_done';
  const left = isPilot ? changes.filter(({ state }) => state === 'waiting') : changes;
  const { phase, cohortWords } = await phaseOf(parts, {
    kind: proposal.kind,
    memberIds: left.map(({ memberId }) => memberId),
  });
  const barred = await reasonOfRight(parts, actor, proposal, changes);
  const standing = { isAllowed: barred === undefined, phase, cohortWords };
  if (status !== 'waiting' && !isPilot) return standing;
  const stopped = await stoppedBy(database, kinds, proposal.kind);
  const expiry = isPilot ? pilotExpiry(proposal) : undefined;
  const refusal =
    barred ??
    (stopped === undefined ? undefined : new KillSwitchOn(stopped)) ??
    (phase === 'read_only' && !isFree(kinds.get(proposal.kind)) ? new ReadOnlyPhase(cohortWords) : undefined) ??
    (needsTwoPeople(proposal, parts.moneyLimit) && proposal.actorId === actor.id
      ? new SecondPersonNeeded()
      : undefined) ??
    (expiry && expiry <= clock.now() ? new PilotExpired() : undefined);
  return { ...standing, ...(refusal && { whyNot: `${refusal.message} ${refusal.next}` }) };
}

async function reasonOfRight(
  parts: ApprovalParts,
  actor: Actor,
  proposal: StoredProposal,
  changes: readonly StoredChange[],
): Promise<ExpectedError | undefined> {
  try {
    await requireMayDecide(parts.database, parts.kinds, actor, proposal, changes);
    return undefined;
  } catch (error) {
    if (error instanceof ExpectedError) return error;
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
