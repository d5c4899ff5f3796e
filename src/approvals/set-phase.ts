/** Phases as an administrator sees and sets them: looked at with their facts first, then confirmed as they were shown. */
import { append } from '../audit/append.js';
import { hashOf } from '../audit/canonical.js';
import type { Actor } from '../domain/actor.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import type { Transaction } from '../store/database.js';
import { requireAdministrator } from './administrators.js';
import { PhaseReviewOutdated, WorkflowUnknown } from './boundary-refusals.js';
import {
  type Cohort,
  cohortOf,
  cohortWords,
  cohortWordsOrCode,
  EVERYBODY,
  type StoredCohort,
  storedCohort,
} from './cohort.js';
import type { ApprovalParts } from './parts.js';
import { type Criterion, entryCriteria } from './phase-facts.js';
import { phaseOrder, phasesSet, workflowOf } from './phases.js';
import type { Phase } from './port.js';

export interface PhaseRow {
  readonly kind: string;
  readonly cohort: Cohort;
  readonly cohortWords: string;
  readonly phase: Phase;
  /** False where nobody has set it: the default of the site. */
  readonly isSet: boolean;
  /** Pseudonym, for reveal(). */
  readonly setBy?: string;
  readonly setAt?: string;
  /** The phase above, with what should be so before it is entered. */
  readonly next?: { readonly phase: Phase; readonly criteria: readonly Criterion[] };
}

export interface PhaseRequest {
  readonly kind: string;
  readonly cohort: Cohort;
  /** 'unset' takes the cohort's own phase away, so that the one for everybody, or the default, counts again. */
  readonly phase: Phase | 'unset';
  readonly actor: Actor;
}

export interface PhaseReview {
  readonly kind: string;
  readonly cohort: Cohort;
  readonly cohortWords: string;
  readonly from: Phase | 'unset';
  readonly to: Phase | 'unset';
  readonly criteria: readonly Criterion[];
  /** Binds all of the above: pass it to setPhase. */
  readonly hash: string;
}

type Parts = Pick<ApprovalParts, 'database' | 'clock' | 'kinds' | 'defaultPhase'>;
type Row = StoredCohort & { kind: string; phase: Phase; set_by: string; set_at: Date };

/** Kinds of change that have phases of their own. */
const workflows = ({ kinds }: Parts): readonly string[] =>
  [...kinds.values()]
    .filter((kind) => !kind.isGovernance && workflowOf(kinds, kind.kind) === kind.kind)
    .map(({ kind }) => kind);

/** Every workflow with the phase for everybody, then the cohorts that have one of their own. Administrators only. */
export async function phases(parts: Parts, actor: Actor): Promise<readonly PhaseRow[]> {
  const { database, kinds, defaultPhase } = parts;
  await requireAdministrator(database, actor, 'see the phases');
  const found = await database.query<Row>(
    `select kind, cohort_kind as "cohortKind", cohort, phase, set_by, set_at from copilot.phases
     order by kind, cohort_kind <> 'everybody', cohort_kind, cohort`,
  );
  const pseudonyms = await pseudonymsFor(
    database,
    found.rows.map((row) => row.set_by),
  );
  const rows: PhaseRow[] = [];
  for (const kind of workflows(parts)) {
    const set = found.rows.filter((row) => row.kind === kind);
    const isDefault = !set.some((row) => row.cohortKind === 'everybody');
    for (const row of [...(isDefault ? [{ ...EVERYBODY, phase: defaultPhase }] : []), ...set]) {
      const next = phaseOrder[phaseOrder.indexOf(row.phase) + 1];
      rows.push({
        kind,
        cohort: cohortOf(row),
        cohortWords: await cohortWordsOrCode(database, row),
        phase: row.phase,
        isSet: 'set_by' in row,
        ...('set_by' in row && { setBy: pseudonyms.get(row.set_by) ?? '', setAt: row.set_at.toISOString() }),
        ...(next && {
          next: { phase: next, criteria: await entryCriteria(database, kinds, { kind, cohort: row, phase: next }) },
        }),
      });
    }
  }
  return rows;
}

/** What would change, with the facts beside it: show it, then confirm with its hash. Administrators only. */
export async function reviewPhase(parts: Parts, request: PhaseRequest): Promise<PhaseReview> {
  await requireAdministrator(parts.database, request.actor, 'change a phase');
  return await reviewed(parts, parts.database, request);
}

async function reviewed(
  parts: Parts,
  database: Transaction,
  { kind, cohort, phase }: PhaseRequest,
): Promise<PhaseReview> {
  if (!workflows(parts).includes(kind)) throw new WorkflowUnknown();
  const stored = storedCohort(cohort);
  const present = (await phasesSet(database, kind)).find(
    (one) => one.cohortKind === stored.cohortKind && one.cohort === stored.cohort,
  );
  const shown = {
    kind,
    cohort,
    cohortWords: await (phase === 'unset' ? cohortWordsOrCode : cohortWords)(database, stored),
    from: present?.phase ?? ('unset' as const),
    to: phase,
    criteria: phase === 'unset' ? [] : await entryCriteria(database, parts.kinds, { kind, cohort: stored, phase }),
  };
  return { ...shown, hash: hashOf(shown) };
}

/**
 * Sets a phase as it was reviewed; the facts of that moment are in the audit. Criteria that are not met are the
 * administrator's to weigh. Throws NotAdministrator, WorkflowUnknown, CohortUnknown, PhaseReviewOutdated.
 */
export async function setPhase(parts: Parts, request: PhaseRequest & { readonly hash: string }): Promise<void> {
  const { kind, cohort, phase, hash, actor } = request;
  await parts.database.withTransaction(async (transaction) => {
    await requireAdministrator(transaction, actor, 'change a phase');
    // Two administrators at once: the second one has not seen what the first one set.
    await transaction.query('lock table copilot.phases in share row exclusive mode');
    const review = await reviewed(parts, transaction, request);
    if (review.hash !== hash) throw new PhaseReviewOutdated();
    const stored = storedCohort(cohort);
    const at = parts.clock.now();
    if (phase === 'unset')
      await transaction.query('delete from copilot.phases where kind = $1 and cohort_kind = $2 and cohort = $3', [
        kind,
        stored.cohortKind,
        stored.cohort,
      ]);
    else
      await transaction.query(
        `insert into copilot.phases (kind, cohort_kind, cohort, phase, set_by, set_at) values ($1, $2, $3, $4, $5, $6)
         on conflict (kind, cohort_kind, cohort)
         do update set phase = excluded.phase, set_by = excluded.set_by, set_at = excluded.set_at`,
        [kind, stored.cohortKind, stored.cohort, phase, actor.id, at],
      );
    await append(transaction, {
      kind: 'phase_set',
      actorId: actor.id,
      subject: kind,
      facts: {
        cohort,
        from: review.from,
        to: phase,
        criteria: review.criteria.map(({ about, value, isMet }) => ({ about, value: value ?? null, isMet })),
      },
      at,
    });
  });
}
