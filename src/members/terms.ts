import type { Day } from '../domain/day.js';
import type { Database } from '../store/database.js';

export interface TermLine {
  readonly tier: string;
  readonly beginsOn: Day;
  readonly endsOn: Day;
  /** Whole minor units of the currency. */
  readonly dues: number;
  readonly currency: string;
  readonly paidOn?: Day;
  readonly isComp: boolean;
}

type Row = Omit<TermLine, 'dues' | 'paidOn'> & { dues: string; paidOn: Day | null };

const MOST_TERMS = 10;

/** Paid and complimentary terms, latest first. */
export async function termLines(database: Database, memberId: string): Promise<readonly TermLine[]> {
  const found = await database.query<Row>(
    `select coalesce(k.name, t.tier_code) as tier, t.begins_on::text as "beginsOn", t.ends_on::text as "endsOn",
            t.dues::text, t.currency, t.paid_on::text as "paidOn", t.is_comp as "isComp"
     from imis.terms t left join imis.tiers k on k.tier_code = t.tier_code
     where t.member_id = $1 order by t.begins_on desc, t.term_id limit ${MOST_TERMS}`,
    [memberId],
  );
  return found.rows.map(({ dues, paidOn, ...row }) => ({ ...row, dues: Number(dues), ...(paidOn ? { paidOn } : {}) }));
}
