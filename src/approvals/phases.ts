/*
 * How far a kind of change may go for the people it is about. A phase set for a person's tier or chapter stands in the
 * place of the one for everybody; of several that apply, over all people of a proposal, the strictest wins.
 */
import type { Transaction } from '../store/database.js';
import { type Cohort, cohortOf, cohortWordsOrCode, EVERYBODY, type StoredCohort } from './cohort.js';
import type { ChangeKinds } from './parts.js';
import type { ChangeKind, Phase } from './port.js';

export const phaseOrder: readonly Phase[] = ['read_only', 'assisted', 'conditional'];

export const phaseWords = (phase: Phase): string =>
  ({ read_only: 'read-only', assisted: 'assisted', conditional: 'conditional' })[phase];

export interface EffectivePhase {
  readonly phase: Phase;
  /** The cohort whose phase it is. */
  readonly cohort: Cohort;
  /** "everybody", "the chapter Texas". */
  readonly cohortWords: string;
}

export interface PhaseParts {
  readonly database: Transaction;
  readonly kinds: ChangeKinds;
  readonly defaultPhase: Phase;
}

/** The workflow whose phases a kind goes by. */
export const workflowOf = (kinds: ChangeKinds, kind: string): string => kinds.get(kind)?.workflow ?? kind;

/** The strictest phase of the people's cohorts for one kind of change, and whose it is. */
export async function phaseOf(
  { database, kinds, defaultPhase }: PhaseParts,
  { kind, memberIds }: { readonly kind: string; readonly memberIds: readonly string[] },
): Promise<EffectivePhase> {
  const set = await phasesSet(database, workflowOf(kinds, kind));
  const everybody: SetPhase = set.find((one) => one.cohortKind === 'everybody') ?? {
    ...EVERYBODY,
    phase: defaultPhase,
  };
  const applying = set.some((one) => one.cohortKind !== 'everybody')
    ? await applyingTo(database, set, everybody, memberIds)
    : [everybody];
  const strictest = [...applying].sort(byStrictness)[0] ?? everybody;
  return {
    phase: strictest.phase,
    cohort: cohortOf(strictest),
    cohortWords: await cohortWordsOrCode(database, strictest),
  };
}

/** True where the kind is a rule of the copilot itself: phases do not hold it back. */
export const isFree = (kind: Pick<ChangeKind, 'isGovernance'> | undefined): boolean => kind?.isGovernance === true;

export type SetPhase = StoredCohort & { readonly phase: Phase };

const byStrictness = (left: SetPhase, right: SetPhase): number =>
  phaseOrder.indexOf(left.phase) - phaseOrder.indexOf(right.phase) ||
  `${left.cohortKind} ${left.cohort}`.localeCompare(`${right.cohortKind} ${right.cohort}`);

/** What an administrator has set for a workflow. */
export async function phasesSet(database: Transaction, workflow: string): Promise<readonly SetPhase[]> {
  const found = await database.query<SetPhase>(
    'select cohort_kind as "cohortKind", cohort, phase from copilot.phases where kind = $1',
    [workflow],
  );
  return found.rows;
}

/** SQL of one row for each person ($1) and each of the tiers and chapters they are in. */
export const COHORTS_OF_PEOPLE = `
  select p.member_id, 'tier' as cohort_kind, m.tier_code as cohort
  from unnest($1::text[]) as p(member_id) join reporting.members m on m.member_id = p.member_id
  where m.tier_code is not null
  union all
  select p.member_id, 'chapter', g.group_id
  from unnest($1::text[]) as p(member_id)
  join reporting.group_members g on g.member_id = p.member_id and g.is_active
  join reporting.groups k on k.group_id = g.group_id and k.kind = 'chapter'`;

async function applyingTo(
  database: Transaction,
  set: readonly SetPhase[],
  everybody: SetPhase,
  memberIds: readonly string[],
): Promise<readonly SetPhase[]> {
  const found = await database.query<StoredCohort & { member_id: string }>(
    `select member_id, cohort_kind as "cohortKind", cohort from (${COHORTS_OF_PEOPLE}) as cohorts`,
    [[...new Set(memberIds)]],
  );
  const special = new Map(set.map((one) => [`${one.cohortKind} ${one.cohort}`, one]));
  const met = new Set<SetPhase>();
  const covered = new Set<string>();
  for (const { member_id, cohortKind, cohort } of found.rows) {
    const one = special.get(`${cohortKind} ${cohort}`);
    if (!one) continue;
    covered.add(member_id);
    met.add(one);
  }
  return [...met, ...(memberIds.every((id) => covered.has(id)) ? [] : [everybody])];
}
