/*
 * What a job does by itself, under a standing approval. It is stored, hashed, journalled, verified and audited like what a
 * person approved, with the signer in the approver's place; what the approval does not cover stays with us, and is said.
 */
import { createHash } from 'node:crypto';
import { actorById } from '../access/actors.js';
import { may } from '../access/require.js';
import { append } from '../audit/append.js';
import type { Actor } from '../domain/actor.js';
import { ExpectedError } from '../errors.js';
import type { Transaction } from '../store/database.js';
import { type ExecutionReport, execute } from './execute.js';
import { stoppedBy } from './kill-switch.js';
import type { ExecutorParts } from './parts.js';
import { phaseOf } from './phases.js';
import type { Draft, Risk } from './port.js';
import { prepare } from './prepare.js';
import { ExecutionUnderWay } from './refusals.js';
import { isGood, type StoredStanding, standingFor, usedOn } from './standing.js';
import { storeProposal } from './store-proposal.js';

export interface UnderStanding {
  readonly kind: string;
  /** One of the kind's standingPurposes. */
  readonly purpose: string;
  /**
   * Names this piece of work: "2026-11-21/scores/3". Asked again with the same one after a crash, what was begun is
   * carried to its end and nothing is begun anew.
   */
  readonly step: string;
  readonly drafts: readonly Draft[];
  /** Without personal details: "Write 120 renewal scores". */
  readonly summary: string;
  /** Name of the job, where a proposal has its tool. */
  readonly job: string;
  /** What comes after a draft that is held back waits for it. */
  readonly inOrder?: true;
  /** More to be written with the drafts that are begun, in the same transaction. */
  readonly withThem?: (transaction: Transaction, begun: readonly Draft[]) => Promise<void>;
}

/** Why drafts stay with us. */
export type HeldBack =
  | 'nothing to do'
  | 'unsigned'
  | 'expired'
  | 'revoked'
  | 'stopped by the kill switch'
  | 'the phase is not conditional'
  | 'over the cap of the day'
  | 'its risks need a person each time'
  | 'the signer is no administrator any more';

export interface StandingReport {
  readonly standingId?: string;
  /** What was carried out, with what came of each change. */
  readonly execution?: ExecutionReport;
  /** Drafts that were not begun and stay with us, and why. */
  readonly kept: number;
  readonly because?: HeldBack;
}

/**
 * Carries out what a signed and unexpired standing approval with cap left covers, for records in the conditional phase.
 * Throws TooManyChanges above 5,000 drafts, and what execute throws.
 */
export async function executeUnder(parts: ExecutorParts, work: UnderStanding): Promise<StandingReport> {
  const { database, clock } = parts;
  const standing = await standingFor(database, work.kind, work.purpose, clock.today());
  if (!standing) return { kept: work.drafts.length, because: 'unsigned' };
  const begun = await begunAs(database, standing.id, work.step);
  if (begun !== undefined) return { standingId: standing.id, kept: 0, execution: await execute(parts, begun) };
  const covered = await coveredBy(parts, standing, work);
  const outcome = covered.drafts.length === 0 ? covered : await store(parts, standing, { ...work, ...covered });
  const stored = 'stored' in outcome ? outcome.stored : undefined;
  const kept = work.drafts.length - (stored === undefined ? 0 : covered.drafts.length);
  const because = stored === undefined && 'because' in outcome ? outcome.because : covered.because;
  await keepReason(parts, standing, work, kept > 0 && because ? { kept, because } : undefined);
  return {
    standingId: standing.id,
    kept,
    ...(because && { because }),
    ...(stored !== undefined && { execution: await execute(parts, stored) }),
  };
}

/** The reason is kept with the standing approval; the audit is told when it becomes another one. */
async function keepReason(
  { database, clock }: ExecutorParts,
  { id, signedBy }: StoredStanding,
  { kind, step }: UnderStanding,
  held: { readonly kept: number; readonly because: HeldBack } | undefined,
): Promise<void> {
  await database.withTransaction(async (transaction) => {
    const changed = await transaction.query(
      'update copilot.standing_approvals set last_held = $2 where standing_id = $1 and last_held is distinct from $2',
      [id, held?.because ?? null],
    );
    if (held && changed.rowCount === 1)
      await append(transaction, {
        kind: 'standing_held',
        actorId: signedBy,
        subject: id,
        facts: { kind, step, ...held },
        at: clock.now(),
      });
  });
}

interface Covered {
  readonly drafts: readonly Draft[];
  /** Why the others are not. */
  readonly because?: HeldBack;
}

/** The drafts that may go out now. */
async function coveredBy(
  parts: ExecutorParts,
  standing: StoredStanding,
  { kind, drafts, inOrder }: UnderStanding,
): Promise<Covered> {
  const { database, clock, kinds } = parts;
  if (drafts.length === 0) return { drafts, because: 'nothing to do' };
  if (standing.revokedAt !== null) return { drafts: [], because: 'revoked' };
  if (!isGood(standing, clock.today())) return { drafts: [], because: 'expired' };
  if ((await stoppedBy(database, kinds, kind)) !== undefined)
    return { drafts: [], because: 'stopped by the kill switch' };
  if (!(await signer(database, standing))) return { drafts: [], because: 'the signer is no administrator any more' };
  const conditional = await inConditionalPhase(parts, kind, drafts);
  const fitting = inOrder ? conditional.filter((draft, index) => draft === drafts[index]) : conditional;
  const left = Math.max(0, standing.capPerDay - (await usedOn(database, standing.id, clock.today())));
  if (fitting.length > left) return { drafts: fitting.slice(0, left), because: 'over the cap of the day' };
  return fitting.length < drafts.length
    ? { drafts: fitting, because: 'the phase is not conditional' }
    : { drafts: fitting };
}

/** Those whose own cohorts are in the conditional phase: one stricter cohort does not hold back the others. */
async function inConditionalPhase(
  parts: ExecutorParts,
  kind: string,
  drafts: readonly Draft[],
): Promise<readonly Draft[]> {
  const all = await phaseOf(parts, { kind, memberIds: drafts.map(({ memberId }) => memberId) });
  if (all.phase === 'conditional') return drafts;
  const fitting: Draft[] = [];
  for (const draft of drafts)
    if ((await phaseOf(parts, { kind, memberIds: [draft.memberId] })).phase === 'conditional') fitting.push(draft);
  return fitting;
}

/** Undefined when whoever signed may not sign any more. */
async function signer(database: Transaction, { signedBy }: StoredStanding): Promise<Actor | undefined> {
  const actor = await actorById(database, signedBy, 'job').catch((error: unknown) => {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  });
  return actor && may(actor, 'settings.manage') ? actor : undefined;
}

async function begunAs(database: Transaction, standingId: string, step: string): Promise<string | undefined> {
  const found = await database.query<{ id: string }>(
    'select proposal_id as id from copilot.proposals where standing_id = $1 and step = $2',
    [standingId, step],
  );
  return found.rows[0]?.id;
}

type Storing = { readonly stored: string } | { readonly because: HeldBack };

const NEVER_UNASKED: readonly Risk[] = ['money', 'external', 'irreversible'];

/** Stores the drafts as an approved proposal, with the signature as its decision; or says what stands in the way. */
async function store(parts: ExecutorParts, standing: StoredStanding, work: UnderStanding): Promise<Storing> {
  const { database, clock } = parts;
  const actor = await signer(database, standing);
  if (!actor) return { because: 'the signer is no administrator any more' };
  const { kind, summary, job, step, drafts } = work;
  const prepared = await prepare(parts, { kind, tool: job, arguments: { step }, thread: '', actor, summary, drafts });
  // The kind may promise little, and the drafts themselves still cost money or be beyond taking back.
  const allowed = prepared.kind.standingDespite ?? [];
  if (prepared.risks.some((risk) => NEVER_UNASKED.includes(risk) && !allowed.includes(risk)))
    return { because: 'its risks need a person each time' };
  return await database.withTransaction(async (transaction) => {
    const today = clock.today();
    // Two jobs at once would both find the cap unused.
    await transaction.query('select from copilot.standing_approvals where standing_id = $1 for update', [standing.id]);
    const begun = await begunAs(transaction, standing.id, step);
    if (begun !== undefined) return { stored: begun };
    const used = await usedOn(transaction, standing.id, today);
    if (used + prepared.proposal.drafts.length > standing.capPerDay) return { because: 'over the cap of the day' };
    const at = clock.now();
    const card = await storeProposal(transaction, prepared, at);
    await transaction.query(
      `update copilot.proposals set status = 'approved', standing_id = $2, standing_day = $3, step = $4
       where proposal_id = $1`,
      [card.id, standing.id, today, step],
    );
    await transaction.query(
      `insert into copilot.decisions (proposal_id, decision, actor_id, surface, at, proposal_hash, nonce_hash, acknowledged,
                                      phase)
       values ($1, 'approve', $2, 'job', $3, $4, $5, '{}', $6)`,
      [card.id, standing.signedBy, at, card.hash, signatureOf(standing, card.id), prepared.phase.phase],
    );
    await append(transaction, {
      kind: 'standing_used',
      actorId: standing.signedBy,
      subject: card.id,
      facts: { standing: standing.id, step, count: card.count, hash: card.hash },
      at,
    });
    await work.withThem?.(transaction, drafts);
    return { stored: card.id };
  });
}

/** In the place of a click's ticket, which there is none of. */
const signatureOf = ({ id }: StoredStanding, proposalId: string): string =>
  createHash('sha256').update(`${id} ${proposalId}`).digest('hex');

/**
 * Carries to their end what a process that died had begun under standing approvals. Runs of others that live are left to
 * them.
 */
export async function resumeStanding(parts: ExecutorParts, kind: string): Promise<void> {
  const found = await parts.database.query<{ id: string }>(
    `select proposal_id as id from copilot.proposals
     where kind = $1 and standing_id is not null and status in ('approved', 'executing') order by created_at`,
    [kind],
  );
  for (const { id } of found.rows)
    await execute(parts, id).catch((error: unknown) => {
      if (!(error instanceof ExecutionUnderWay)) throw error;
    });
}
