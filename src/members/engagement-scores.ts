/* Scores of everybody with a tier, as of one day, in one statement. */
import { addDays, addTo, type Day } from '../domain/day.js';
import { type EngagementKind, type EngagementRule, engagementKinds } from '../domain/engagement.js';
import type { Transaction } from '../store/database.js';
import { eventsOf, firstDays, points } from './engagement-events.js';

export interface EngagementView {
  readonly rule: EngagementRule;
  readonly asOf: Day;
  readonly today: Day;
  readonly graceDays: number;
}

export interface Kinds {
  /** First of the twelve months' days. */
  readonly since: Day;
  readonly counted: readonly EngagementKind[];
  /** Their data begin later than that. */
  readonly leftOut: readonly EngagementKind[];
}

/** Which kinds can be counted for a day: those whose data reach back the whole twelve months. */
export async function kindsFor(database: Transaction, asOf: Day): Promise<Kinds> {
  const since = addDays(addTo(asOf, -1, 'year'), 1);
  const { rows } = await database.query<{ kind: EngagementKind; first_on: Day | null }>(firstDays);
  const reaching = new Set(
    rows.flatMap(({ kind, first_on }) => (first_on !== null && first_on <= since ? [kind] : [])),
  );
  return {
    since,
    counted: engagementKinds.filter((kind) => reaching.has(kind)),
    leftOut: engagementKinds.filter((kind) => !reaching.has(kind)),
  };
}

export interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

/**
 * Rows of member_id, raw and score. The tier is today's; everybody in it is placed among those of it who are members
 * (active or in grace) on the day: the share of them below, and half of those equal. A tier without members has no
 * scores.
 */
export function scoresSql({ rule, asOf, today, graceDays }: EngagementView, { since, counted }: Kinds): Compiled {
  // Today iMIS itself says who is a member; of a day gone by, the terms do.
  const isMember =
    asOf === today
      ? `coalesce(c.paid_through + $6::integer >= $2::date, false) and p.status <> 'suspended'`
      : `exists (select from imis.terms t where t.member_id = p.member_id and (t.is_comp or t.paid_on is not null)
           and t.begins_on <= $2::date and t.ends_on + $6::integer >= $2::date)`;
  return {
    sql: `
      with summed as (
        select weighed.member_id, sum(${points}) as raw
        from (select e.*, w.weight from (${eventsOf(counted)}) e
              join unnest($4::text[], $5::double precision[]) w(kind, weight) on w.kind = e.kind) weighed
        group by weighed.member_id
      ), placed as (
        select p.member_id, c.member_type as tier, coalesce(s.raw, 0) as raw, (${isMember})::integer as is_member
        from imis.parties p
        join imis.contacts c on c.member_id = p.member_id and c.member_type is not null
        left join summed s on s.member_id = p.member_id
        where p.status <> 'deceased' and (c.joined_on is null or c.joined_on <= $2::date)
          and not exists (select from imis.users u where u.member_id = p.member_id and u.is_staff)
      ), ranked as (
        select member_id, raw,
               sum(is_member) over (partition by tier order by raw) as up_to,
               sum(is_member) over (partition by tier, raw) as equal,
               sum(is_member) over (partition by tier) as members
        from placed
      )
      select member_id, raw, round(100 * (up_to - equal / 2.0) / members)::integer as score
      from ranked where members > 0`,
    parameters: [since, asOf, rule.halfLifeDays, [...counted], counted.map((kind) => rule.weights[kind]), graceDays],
  };
}
