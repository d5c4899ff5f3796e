/** Standing approvals as an administrator sees, proposes and revokes them. */
import { append } from '../audit/append.js';
import type { Actor } from '../domain/actor.js';
import type { Day } from '../domain/day.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import { requireAdministrator } from './administrators.js';
import { StandingRefused, StandingUnknown, WorkflowUnknown } from './boundary-refusals.js';
import { stoppedBy } from './kill-switch.js';
import type { ApprovalParts, ChangeKinds } from './parts.js';
import type { ChangeKind, ProposalCard } from './port.js';
import { propose } from './propose.js';
import { allStanding, isGood, usedOn } from './standing.js';
import { reasonOfEnd, STANDING_KIND, Standing, standingWords } from './standing-kind.js';

export interface ShownStanding {
  readonly id: string;
  /** The proposal that signed it. */
  readonly proposalId: string;
  readonly kind: string;
  readonly purpose: string;
  readonly capPerDay: number;
  readonly usedToday: number;
  readonly endsOn: Day;
  /** Pseudonym, for reveal(). */
  readonly signedBy: string;
  readonly signedAt: string;
  /** stopped: a kill switch holds it back for now. */
  readonly state: 'good' | 'stopped' | 'expired' | 'revoked';
  /** Why the last piece of work, or a part of it, stayed with us. */
  readonly lastHeld?: string;
}

type Parts = Pick<ApprovalParts, 'database' | 'clock' | 'kinds'>;

/** All that were ever signed, the newest first. Administrators only. */
export async function standingApprovals(
  { database, clock, kinds }: Parts,
  actor: Actor,
): Promise<readonly ShownStanding[]> {
  await requireAdministrator(database, actor, 'see the standing approvals');
  const all = await allStanding(database);
  const pseudonyms = await pseudonymsFor(
    database,
    all.map((one) => one.signedBy),
  );
  const today = clock.today();
  const shown: ShownStanding[] = [];
  for (const one of all) {
    const isStopped = (await stoppedBy(database, kinds, one.kind)) !== undefined;
    const ended = one.revokedAt === null ? ('expired' as const) : ('revoked' as const);
    shown.push({
      id: one.id,
      proposalId: one.proposalId,
      kind: one.kind,
      purpose: one.purpose,
      capPerDay: one.capPerDay,
      usedToday: await usedOn(database, one.id, today),
      endsOn: one.endsOn,
      signedBy: pseudonyms.get(one.signedBy) ?? '',
      signedAt: one.signedAt.toISOString(),
      state: isGood(one, today) ? (isStopped ? 'stopped' : 'good') : ended,
      ...(one.lastHeld !== null && { lastHeld: one.lastHeld }),
    });
  }
  return shown;
}

export interface Signable {
  readonly kind: string;
  readonly purposes: readonly string[];
}

const NEVER_IN_ADVANCE = ['money', 'external', 'irreversible'] as const;

/** What may be signed in advance: kinds whose jobs are known, and which cost nobody anything. */
export const signable = (kinds: ChangeKinds): readonly Signable[] =>
  [...kinds.values()].flatMap((kind) =>
    kind.standingPurposes && riskOf(kind) === undefined ? [{ kind: kind.kind, purposes: kind.standingPurposes }] : [],
  );

const riskOf = ({ risks }: ChangeKind): string | undefined => NEVER_IN_ADVANCE.find((risk) => risks.includes(risk));

export interface StandingRequest {
  readonly kind: string;
  /** One of the purposes `signable` names. */
  readonly purpose: string;
  /** Changes a day. */
  readonly capPerDay: number;
  /** Last day, at most a year from today. */
  readonly endsOn: Day;
  readonly actor: Actor;
  /** The conversation that is told; left out, none. */
  readonly thread?: string;
}

/** Proposes a standing approval for an administrator to sign. Throws NotAdministrator, WorkflowUnknown, StandingRefused. */
export async function proposeStanding(parts: ApprovalParts, request: StandingRequest): Promise<ProposalCard> {
  const { kind: name, purpose, capPerDay, endsOn, actor, thread = '' } = request;
  await requireAdministrator(parts.database, actor, 'propose a standing approval');
  const kind = parts.kinds.get(name);
  if (!kind) throw new WorkflowUnknown();
  const reason = reasonToRefuse(kind, request, parts.clock.today());
  if (reason !== undefined) throw new StandingRefused(reason);
  return await propose(parts, {
    kind: STANDING_KIND,
    tool: 'administration',
    arguments: { kind: name, purpose, capPerDay, endsOn },
    thread,
    actor,
    summary: standingWords({ kind: name, purpose, capPerDay, endsOn }),
    drafts: [{ memberId: actor.id, before: null, after: { kind: name, purpose, capPerDay, endsOn }, reversible: true }],
  });
}

function reasonToRefuse(kind: ChangeKind, request: StandingRequest, today: Day): string | undefined {
  const risk = riskOf(kind);
  if (kind.isGovernance) return 'a rule of the copilot is confirmed by a person each time';
  if (risk) return `changes with the risk "${risk}" are approved by a person each time`;
  if (!kind.standingPurposes) return 'no job carries out changes of this kind by itself';
  if (!kind.standingPurposes.includes(request.purpose))
    return `the purpose has to be ${kind.standingPurposes.map((one) => `"${one}"`).join(' or ')}`;
  if (!isUsable(request)) return 'the cap is a whole number of changes a day, and the end a calendar day';
  return reasonOfEnd(request.endsOn, today);
}

const isUsable = ({ kind, purpose, capPerDay, endsOn }: StandingRequest): boolean =>
  Standing.safeParse({ kind, purpose, capPerDay, endsOn }).success;

/** Ends it at once; what it did stays. Audited. Revoking twice is once. Throws NotAdministrator, StandingUnknown. */
export async function revokeStanding(
  { database, clock }: Parts,
  { id, actor }: { readonly id: string; readonly actor: Actor },
): Promise<void> {
  await database.withTransaction(async (transaction) => {
    await requireAdministrator(transaction, actor, 'revoke a standing approval');
    const at = clock.now();
    const revoked = await transaction.query(
      `update copilot.standing_approvals set revoked_by = coalesce(revoked_by, $2), revoked_at = coalesce(revoked_at, $3)
       where standing_id = $1`,
      [id, actor.id, at],
    );
    if (revoked.rowCount !== 1) throw new StandingUnknown();
    await append(transaction, { kind: 'standing_revoked', actorId: actor.id, subject: id, facts: {}, at });
  });
}
