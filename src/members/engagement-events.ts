/* What counts as engagement, by kind: where it stands, on which day, and how much of it there is. */
import { type EngagementKind, engagementKinds } from '../domain/engagement.js';

interface Source {
  /** Rows of member_id, on_day and amount (hours, credits, else 1), of $1 (since) to $2 (as of), both included. */
  readonly rows: string;
  /** The first day of the data, whatever the member. */
  readonly first: string;
}

const dated = (table: string, day: string, amount = '1', where = 'true'): Source => ({
  rows: `select member_id, ${day} as on_day, ${amount}::numeric as amount from ${table}
    where ${day} between $1::date and $2::date and ${where}`,
  first: `select min(${day}) from ${table} where ${where}`,
});

const sources: Readonly<Record<EngagementKind, Source>> = {
  attendance: {
    rows: `select a.member_id, e.begins_on as on_day, 1::numeric as amount
      from imis.attendance a join imis.events e on e.event_id = a.event_id
      where a.attended and e.begins_on between $1::date and $2::date`,
    first: `select min(e.begins_on) from imis.events e where exists (select from imis.attendance a where a.event_id = e.event_id)`,
  },
  // A month of service counts at each monthly return of the day: twelve of them in a year, of whichever committees.
  committee: {
    rows: `select m.member_id, mark.on_day, 1::numeric as amount
      from imis.group_members m join imis.groups g on g.group_id = m.group_id and g.kind = 'committee'
      cross join lateral (select ($2::date - make_interval(months => back))::date as on_day from generate_series(0, 11) back) mark
      where m.begins_on <= mark.on_day and coalesce(m.ends_on, case when m.is_active then $2::date end) >= mark.on_day`,
    first: `select min(m.begins_on) from imis.group_members m join imis.groups g on g.group_id = m.group_id and g.kind = 'committee'`,
  },
  volunteer: dated('imis.volunteer_hours', 'served_on', 'hours'),
  credit: dated('imis.credits', 'earned_on', 'credits'),
  post: dated('imis.posts', 'posted_on'),
  purchase: dated('imis.purchases', 'purchased_on'),
  donation: dated('imis.donations', 'donated_on'),
  login: dated('imis.activities', 'occurred_on', '1', `kind = 'login'`),
  mail_click: { ...dated('imis.messages', 'clicked_on'), first: 'select min(sent_on) from imis.messages' },
  page_view: dated('imis.page_views', 'viewed_on'),
  download: dated('imis.downloads', 'downloaded_on'),
  mail_open: { ...dated('imis.messages', 'opened_on'), first: 'select min(sent_on) from imis.messages' },
};

/** One row a kind: kind, first_on. */
export const firstDays = engagementKinds
  .map((kind) => `select '${kind}' as kind, (${sources[kind].first})::text as first_on`)
  .join(' union all ');

/** Rows of kind, member_id, on_day and amount, of $1 to $2. */
export const eventsOf = (kinds: readonly EngagementKind[]): string =>
  kinds.map((kind) => `select '${kind}' as kind, of_kind.* from (${sources[kind].rows}) of_kind`).join('\nunion all\n');

/**
 * Points of an event of `weighed`, which joins its weight: exact to a millionth, so that a sum is the same in any order.
 * $2 is the day they are counted for, $3 the half-life.
 */
export const points = `round((weighed.weight * weighed.amount
  * power(0.5::double precision, ($2::date - weighed.on_day)::double precision / $3::double precision))::numeric, 6)`;
