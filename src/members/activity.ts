import type { Day } from '../domain/day.js';
import type { Database } from '../store/database.js';

/** Counts of twelve months. */
export interface Activity12 {
  readonly since: Day;
  readonly until: Day;
  readonly attended: number;
  /** Registered, attendance was taken at that event, and not marked. */
  readonly noShows: number;
  /** Registered at events where nobody wrote down who came. */
  readonly attendanceUnknown: number;
  readonly logins: number;
  /** Of all on record up to the last of the days. */
  readonly lastLoginOn?: Day;
  readonly pages: number;
  readonly downloads: number;
}

type Row = {
  attended: number;
  no_shows: number;
  unknown: number;
  logins: number;
  last_login: Day | null;
  pages: number;
  downloads: number;
};

const sql = `
  with taken as (select distinct event_id from imis.attendance),
  mine as (
    select e.event_id, t.event_id is not null as is_taken, r.event_id is not null as is_registered,
           coalesce(a.attended, false) as came
    from imis.events e
    left join taken t on t.event_id = e.event_id
    left join imis.registrations r on r.event_id = e.event_id and r.member_id = $1 and r.status = 'registered'
    left join lateral (select bool_or(attended) as attended from imis.attendance
                       where event_id = e.event_id and member_id = $1) a on true
    where e.begins_on between $2 and $3 and e.ends_on <= $3
  )
  select (count(*) filter (where came))::int as attended,
         (count(*) filter (where is_registered and is_taken and not came))::int as no_shows,
         (count(*) filter (where is_registered and not is_taken))::int as unknown,
         (select count(*)::int from imis.activities
          where member_id = $1 and kind = 'login' and occurred_on between $2 and $3) as logins,
         (select max(occurred_on)::text from imis.activities
          where member_id = $1 and kind = 'login' and occurred_on <= $3) as last_login,
         (select count(*)::int from imis.page_views where member_id = $1 and viewed_on between $2 and $3) as pages,
         (select count(*)::int from imis.downloads where member_id = $1 and downloaded_on between $2 and $3) as downloads
  from mine`;

/** Both days included; events that are not over yet are not counted. */
export async function activityOf(database: Database, memberId: string, since: Day, until: Day): Promise<Activity12> {
  const row = (await database.query<Row>(sql, [memberId, since, until])).rows[0];
  return {
    since,
    until,
    attended: row?.attended ?? 0,
    noShows: row?.no_shows ?? 0,
    attendanceUnknown: row?.unknown ?? 0,
    logins: row?.logins ?? 0,
    ...(row?.last_login && { lastLoginOn: row.last_login }),
    pages: row?.pages ?? 0,
    downloads: row?.downloads ?? 0,
  };
}
