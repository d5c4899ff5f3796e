/** Phases as an administrator sees them, with facts of our own beside, and the proposal that changes one. */
import type { Actor } from '../domain/actor.js';
import { NoWritingAccount } from '../imis/failures.js';
import { pseudonymsFor } from '../privacy/pseudonyms.js';
import { requireAdministrator } from './administrators.js';
import { WorkflowUnknown } from './boundary-refusals.js';
import {
  type Cohort,
  cohortOf,
  cohortWords,
  cohortWordsOrCode,
  EVERYBODY,
  type StoredCohort,
  storedCohort,
} from './cohort.js';
import type { ApprovalParts, PreparingParts } from './parts.js';
import { type Criterion, criterionWords, entryCriteria } from './phase-facts.js';
import { PHASE_KIND, type PhaseChange, phaseSetFor } from './phase-kind.js';
import { phaseOrder, workflowOf } from './phases.js';
import type { Phase, ProposalCard } from './port.js';
import { propose } from './propose.js';

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

type Row = StoredCohort & { kind: string; phase: Phase; set_by?: string; set_at?: Date };

/** Kinds of change that have phases of their own. */
export const workflows = ({ kinds }: Pick<PreparingParts, 'kinds'>): readonly string[] =>
  [...kinds.values()]
    .filter((kind) => !kind.isGovernance && workflowOf(kinds, kind.kind) === kind.kind)
    .map(({ kind }) => kind);

/** Every workflow with the phase for everybody, then the cohorts that have one of their own. Administrators only. */
export async function phases(parts: PreparingParts, actor: Actor): Promise<readonly PhaseRow[]> {
  const { database, kinds, defaultPhase } = parts;
  await requireAdministrator(database, actor, 'see the phases');
  const found = await database.query<Row & { set_by: string }>(
    `select kind, cohort_kind as "cohortKind", cohort, phase, set_by, set_at from copilot.phases
     order by kind, cohort_kind <> 'everybody', cohort_kind, cohort`,
  );
  const setters = found.rows.map((row) => row.set_by);
  const pseudonyms = await pseudonymsFor(database, setters);
  const rows: PhaseRow[] = [];
  for (const kind of workflows(parts)) {
    const set: Row[] = found.rows.filter((row) => row.kind === kind);
    if (set[0]?.cohortKind !== 'everybody') set.unshift({ ...EVERYBODY, kind, phase: defaultPhase });
    for (const row of set) {
      const next = phaseOrder[phaseOrder.indexOf(row.phase) + 1];
      rows.push({
        kind,
        cohort: cohortOf(row),
        cohortWords: await cohortWordsOrCode(database, row),
        phase: row.phase,
        isSet: row.set_by !== undefined,
        ...(row.set_by !== undefined && { setBy: pseudonyms.get(row.set_by) ?? '' }),
        ...(row.set_at && { setAt: row.set_at.toISOString() }),
        ...(next && {
          next: { phase: next, criteria: await entryCriteria(database, kinds, { kind, cohort: row, phase: next }) },
        }),
      });
    }
  }
  return rows;
}

export interface PhaseRequest {
  readonly kind: string;
  readonly cohort: Cohort;
  /** 'unset' takes the cohort's own phase away, so that the one for everybody, or the default, counts again. */
  readonly phase: Phase | 'unset';
  readonly actor: Actor;
  /** The conversation that is told; left out, none. */
  readonly thread?: string;
}

/**
 * Proposes another phase, with the facts of now beside it, for an administrator to confirm. Criteria that are not met are
 * theirs to weigh. Throws NotAdministrator, WorkflowUnknown, CohortUnknown, NoWritingAccount.
 */
export async function proposePhase(parts: ApprovalParts, request: PhaseRequest): Promise<ProposalCard> {
  const { kind, cohort, phase, actor, thread = '' } = request;
  const { database } = parts;
  await requireAdministrator(database, actor, 'change a phase');
  if (!workflows(parts).includes(kind)) throw new WorkflowUnknown();
  const stored = storedCohort(cohort);
  const words = await (phase === 'unset' ? cohortWordsOrCode : cohortWords)(database, stored);
  const { criteria, warnings } = await factsFor(parts, { kind, ...stored, phase });
  const after: PhaseChange = { kind, ...stored, cohortWords: words, phase, criteria: [...criteria] };
  return await propose(parts, {
    kind: PHASE_KIND,
    tool: 'administration',
    arguments: { kind, cohort, phase },
    thread,
    actor,
    summary: `Set the phase of "${kind}" for ${words} to ${phase.replace('_', '-')}`,
    drafts: [{ memberId: actor.id, before: await phaseSetFor(database, kind, stored), after, reversible: true }],
    warnings,
  });
}

export interface PhaseFacts {
  readonly criteria: readonly string[];
  readonly warnings: readonly string[];
}

/**
 * What speaks for and against a phase today; taking one away counts only where it raises what then holds. Throws
 * NoWritingAccount for a raise of what could not be carried out.
 */
export async function factsFor(
  parts: ApprovalParts,
  wanted: Pick<PhaseChange, 'kind' | 'cohortKind' | 'cohort' | 'phase'>,
): Promise<PhaseFacts> {
  const { database, kinds, defaultPhase, hasWritingAccount = true } = parts;
  const { kind, phase } = wanted;
  const ofAll = await phaseSetFor(database, kind, EVERYBODY);
  const below = wanted.cohortKind === 'everybody' || ofAll === 'unset' ? defaultPhase : ofAll;
  const then = phase === 'unset' ? below : phase;
  const set = await phaseSetFor(database, kind, wanted);
  const isRaise = phaseOrder.indexOf(then) > phaseOrder.indexOf(set === 'unset' ? below : set);
  if (isRaise && !hasWritingAccount && kinds.get(kind)?.hand === 'imis') throw new NoWritingAccount();
  if (phase === 'unset' && !isRaise) return { criteria: [], warnings: [] };
  const criteria = await entryCriteria(database, kinds, { kind, cohort: wanted, phase: then });
  const missed = criteria.filter(({ isMet }) => !isMet);
  return {
    criteria: criteria.map(criterionWords),
    warnings: missed.map((criterion) => `Not met: ${criterionWords(criterion)}`),
  };
}
