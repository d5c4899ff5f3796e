/* What one member bought, gave, did and learned. */
import type { Day } from '../domain/day.js';
import type { Transaction } from '../store/database.js';

/** Amounts in whole minor units; those of different currencies are never added. */
export interface MoneySum {
  readonly kind: 'purchases' | 'donations' | 'sponsorships';
  readonly currency: string;
  readonly count: number;
  readonly amount: number;
  /** The day of the latest, where iMIS says one. */
  readonly lastOn?: Day;
}

export interface Certification {
  readonly program: string;
  readonly status: string;
  readonly earned: number;
  readonly required: number;
  readonly expiresOn?: Day;
}

export interface Learning {
  readonly volunteerHours: number;
  readonly credits: number;
  /** Names of the latest courses, at most five. */
  readonly courses: readonly string[];
  readonly certifications: readonly Certification[];
}

const MOST_COURSES = 5;

/** Sums of all that one member bought and gave, a line for each kind and currency. */
export async function moneyGiven(database: Transaction, memberId: string): Promise<readonly MoneySum[]> {
  const found = await database.query<Omit<MoneySum, 'lastOn'> & { lastOn: Day | null }>(
    `select kind, currency, count(*)::int as count, sum(amount)::float8 as amount, max(given_on)::text as "lastOn"
     from (select 'purchases' as kind, currency, amount, purchased_on as given_on from imis.purchases where member_id = $1
           union all select 'donations', currency, amount, donated_on from imis.donations where member_id = $1
           union all select 'sponsorships', currency, amount, begins_on from imis.sponsorships where member_id = $1) given
     group by kind, currency order by kind, currency`,
    [memberId],
  );
  return found.rows.map(({ lastOn, ...sum }) => ({ ...sum, ...(lastOn && { lastOn }) }));
}

/** What one member did and learned: sums of all that is on record, the latest courses, the certifications. */
export async function learningOf(database: Transaction, memberId: string): Promise<Learning> {
  const [sums] = (
    await database.query<{ hours: number; credits: number }>(
      `select (select coalesce(sum(hours), 0)::float8 from imis.volunteer_hours where member_id = $1) as hours,
              (select coalesce(sum(credits), 0)::float8 from imis.credits where member_id = $1) as credits`,
      [memberId],
    )
  ).rows;
  const courses = await database.query<{ course: string }>(
    `select course from imis.credits where member_id = $1 group by course order by max(earned_on) desc, course limit ${MOST_COURSES}`,
    [memberId],
  );
  const certifications = await database.query<Omit<Certification, 'expiresOn'> & { expiresOn: Day | null }>(
    `select program, replace(status, '_', ' ') as status, earned_credits::float8 as earned, required_credits::float8 as required,
            expires_on::text as "expiresOn"
     from imis.certifications where member_id = $1 order by started_on desc, certification_id limit ${MOST_COURSES}`,
    [memberId],
  );
  return {
    volunteerHours: sums?.hours ?? 0,
    credits: sums?.credits ?? 0,
    courses: courses.rows.map(({ course }) => course),
    certifications: certifications.rows.map(({ expiresOn, ...row }) => ({ ...row, ...(expiresOn && { expiresOn }) })),
  };
}
