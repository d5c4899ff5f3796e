/** How engaged one member is: the score kept, the tier's, the months, and what it is made of. */
import type { Day } from '../domain/day.js';
import type { EngagementKind, EngagementRule } from '../domain/engagement.js';
import type { Transaction } from '../store/database.js';
import { eventsOf, points } from './engagement-events.js';
import { kindsFor } from './engagement-scores.js';

export interface EngagementOf {
  readonly tier?: string;
  /** Absent: none was computed, for want of a tier or of data. */
  readonly score?: number;
  readonly previous?: number;
  /** Median score of the tier's members. */
  readonly tierMedian?: number;
  readonly asOf: Day;
  readonly since: Day;
  /** Latest first, at most thirteen. */
  readonly months: readonly { readonly month: string; readonly score: number }[];
  /** Most points first. */
  readonly kinds: readonly { readonly kind: EngagementKind; readonly count: number; readonly points: number }[];
  readonly kindsLeftOut: readonly string[];
}

const MOST_MONTHS = 13;

type Row = {
  tier: string | null;
  score: number | null;
  previous: number | null;
  as_of: Day | null;
  median: number | null;
};

const sql = `
  select coalesce(t.name, c.member_type) as tier, e.score, e.previous, e.as_of::text,
    (select percentile_cont(0.5) within group (order by other.score)
     from copilot.engagement other join reporting.members m on m.member_id = other.member_id
     where m.tier_code = c.member_type and m.status in ('active', 'grace')) as median
  from imis.parties p
  left join imis.contacts c on c.member_id = p.member_id
  left join imis.tiers t on t.tier_code = c.member_type
  left join copilot.engagement e on e.member_id = p.member_id
  where p.member_id = $1`;

/** For a member whom the caller has found in scope. */
export async function engagementOf(
  database: Transaction,
  { memberId, today, rule }: { readonly memberId: string; readonly today: Day; readonly rule: EngagementRule },
): Promise<EngagementOf> {
  const [row] = (await database.query<Row>(sql, [memberId])).rows;
  const asOf = row?.as_of ?? today;
  const kinds = await kindsFor(database, asOf);
  const months = await database.query<{ month: string; score: number }>(
    `select to_char(month, 'YYYY-MM') as month, score from copilot.engagement_history
     where member_id = $1 order by month desc limit ${MOST_MONTHS}`,
    [memberId],
  );
  return {
    ...(row?.tier && { tier: row.tier }),
    ...(row?.score != null && { score: row.score }),
    ...(row?.previous != null && { previous: row.previous }),
    ...(row?.score != null && row.median != null && { tierMedian: row.median }),
    asOf,
    since: kinds.since,
    months: months.rows,
    kinds: await madeOf(database, memberId, asOf, rule, kinds),
    kindsLeftOut: kinds.leftOut,
  };
}

async function madeOf(
  database: Transaction,
  memberId: string,
  asOf: Day,
  rule: EngagementRule,
  { since, counted }: Awaited<ReturnType<typeof kindsFor>>,
): Promise<EngagementOf['kinds']> {
  if (counted.length === 0) return [];
  const found = await database.query<{ kind: EngagementKind; count: number; points: number }>(
    `select weighed.kind, sum(weighed.amount)::float8 as count, round(sum(${points}), 1)::float8 as points
     from (select e.*, w.weight from (${eventsOf(counted)}) e
           join unnest($4::text[], $5::double precision[]) w(kind, weight) on w.kind = e.kind where e.member_id = $6) weighed
     group by weighed.kind order by 3 desc, 1`,
    [since, asOf, rule.halfLifeDays, counted, counted.map((kind) => rule.weights[kind]), memberId],
  );
  return found.rows;
}
