/** cohort: the people a phase is set for, a tier, a chapter or everybody */
import type { Transaction } from '../store/database.js';
import { CohortUnknown } from './boundary-refusals.js';

export type Cohort =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'tier'; readonly tierCode: string }
  | { readonly kind: 'chapter'; readonly groupId: string };

export interface StoredCohort {
  readonly cohortKind: Cohort['kind'];
  /** Empty for everybody. */
  readonly cohort: string;
}

export const EVERYBODY: StoredCohort = { cohortKind: 'everybody', cohort: '' };

export const storedCohort = (cohort: Cohort): StoredCohort => ({
  cohortKind: cohort.kind,
  cohort: cohort.kind === 'everybody' ? '' : cohort.kind === 'tier' ? cohort.tierCode : cohort.groupId,
});

export const cohortOf = ({ cohortKind, cohort }: StoredCohort): Cohort =>
  cohortKind === 'everybody'
    ? { kind: 'everybody' }
    : cohortKind === 'tier'
      ? { kind: 'tier', tierCode: cohort }
      : { kind: 'chapter', groupId: cohort };

/** "everybody", "the tier Student", "the chapter Texas". Throws CohortUnknown for a tier or chapter that is not there. */
export async function cohortWords(database: Transaction, cohort: StoredCohort): Promise<string> {
  if (cohort.cohortKind === 'everybody') return 'everybody';
  const found = await database.query<{ name: string }>(
    cohort.cohortKind === 'tier'
      ? 'select name from imis.tiers where tier_code = $1'
      : `select name from reporting.groups where group_id = $1 and kind = 'chapter'`,
    [cohort.cohort],
  );
  const name = found.rows[0]?.name;
  if (name === undefined) throw new CohortUnknown();
  return `the ${cohort.cohortKind} ${name}`;
}

/** The same; a tier or chapter that is gone from iMIS keeps its phase, and its code stands for its name. */
export async function cohortWordsOrCode(database: Transaction, cohort: StoredCohort): Promise<string> {
  return await cohortWords(database, cohort).catch((error: unknown) => {
    if (error instanceof CohortUnknown) return `the ${cohort.cohortKind} ${cohort.cohort}`;
    throw error;
  });
}

/** Every tier and chapter a phase may be set for, with its name, by name. */
export async function cohortsToChoose(
  database: Transaction,
): Promise<readonly { readonly cohort: Cohort; readonly words: string }[]> {
  const found = await database.query<StoredCohort & { name: string }>(
    `select 'tier' as "cohortKind", tier_code as cohort, name from imis.tiers
     union all select 'chapter', group_id, name from reporting.groups where kind = 'chapter'
     order by 1 desc, 3`,
  );
  return [
    { cohort: { kind: 'everybody' }, words: 'everybody' },
    ...found.rows.map(({ name, ...stored }) => ({
      cohort: cohortOf(stored),
      words: `the ${stored.cohortKind} ${name}`,
    })),
  ];
}
