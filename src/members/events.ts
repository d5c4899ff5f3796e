/** Events of a stretch of days with how many registered and came, of the people an actor sees. */
import * as z from 'zod';
import { inScope } from '../access/scope.js';
import type { Scope } from '../domain/actor.js';
import type { Day } from '../domain/day.js';
import type { Days } from '../domain/window.js';
import { CursorInvalid } from '../population/errors.js';
import type { Transaction } from '../store/database.js';

export interface EventRequest {
  readonly scope: Scope;
  readonly today: Day;
  /** Events with a day in it. */
  readonly days: Days;
  /** By how many came, or by what `by` says; without it, by day. A page of an order has no next one. */
  readonly order?: 'asc' | 'desc' | undefined;
  readonly by?: EventMeasure | undefined;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** turnout: of those registered, the share who came. */
export const eventMeasures = ['attended', 'registered', 'turnout'] as const;
export type EventMeasure = (typeof eventMeasures)[number];

export interface EventLine {
  readonly name: string;
  readonly type: string;
  readonly status: string;
  readonly beginsOn: Day;
  readonly endsOn: Day;
  readonly place?: string;
  readonly registered: number;
  /** Absent where attendance was not taken. */
  readonly attended?: number;
  readonly noShows?: number;
  /** Percent of those registered who came; absent until the event is over, without attendance data or registrations. */
  readonly turnout?: number;
  readonly attendance: 'taken' | 'not taken' | 'not over';
}

export interface EventPage {
  readonly total: number;
  readonly events: readonly EventLine[];
  readonly cursor?: string;
}

type Row = {
  id: string;
  name: string;
  type: string;
  status: string;
  beginsOn: Day;
  endsOn: Day;
  place: string | null;
  registered: number;
  attended: number;
  noShows: number;
  isTaken: boolean;
};

const filter = `($1::date is null or e.ends_on >= $1::date) and ($2::date is null or e.begins_on <= $2::date)`;

/** Whoever counts where people are counted: no staff, nobody who died. */
const counts = (alias: string): string =>
  `not exists (select from imis.users u where u.member_id = ${alias}.member_id and u.is_staff)
   and not exists (select from imis.parties d where d.member_id = ${alias}.member_id and d.status = 'deceased')`;

/** Earliest first, or by a measure, where those without attendance data come last. Throws CursorInvalid. */
export async function eventsIn(database: Transaction, request: EventRequest): Promise<EventPage> {
  const { scope, today, days, order, by = 'attended', limit, cursor } = request;
  const which = [days.from ?? null, days.to ?? null];
  const counted = await database.query<{ total: number }>(
    `select count(*)::int as total from imis.events e where ${filter}`,
    which,
  );
  const visible = inScope(scope, 'r.member_id', 6);
  const attending = inScope(scope, 'a.member_id', 6);
  const now = `$${6 + visible.parameters.length}::date`;
  const after = cursor === undefined ? [null, null] : readCursor(cursor);
  const found = await database.query<Row>(
    `with page as (
       select e.*, ${order ? measureSql(by, visible.sql, attending.sql, now) : 'null::numeric'} as measured
       from imis.events e
       where ${filter} and ($3::date is null or (e.begins_on, e.event_id) > ($3::date, $4::text))
       order by ${order ? `measured ${order} nulls last, ` : ''}e.begins_on, e.event_id limit $5
     ), came as (
       select a.event_id, a.member_id, bool_or(a.attended) as attended from imis.attendance a
       where a.event_id in (select event_id from page) and ${attending.sql} and ${counts('a')} group by a.event_id, a.member_id
     ), registered as (
       select r.event_id, r.member_id from imis.registrations r
       where r.event_id in (select event_id from page) and r.status = 'registered' and ${visible.sql} and ${counts('r')}
       group by r.event_id, r.member_id
     )
     select page.event_id as id, page.name, replace(page.event_type, '_', ' ') as type, page.status,
            page.begins_on::text as "beginsOn", page.ends_on::text as "endsOn",
            nullif(concat_ws(' ', page.city, page.state), '') as place,
            (select count(*)::int from registered r where r.event_id = page.event_id) as registered,
            (select count(*)::int from came where came.event_id = page.event_id and came.attended) as attended,
            (select count(*)::int from registered r left join came on came.event_id = r.event_id and came.member_id = r.member_id
             where r.event_id = page.event_id and not coalesce(came.attended, false)) as "noShows",
            exists (select from imis.attendance a where a.event_id = page.event_id) as "isTaken"
     from page where ${now} is not null
     order by ${order ? `page.measured ${order} nulls last, ` : ''}page.begins_on, page.event_id`,
    [...which, ...after, limit + 1, ...visible.parameters, today],
  );
  const shown = found.rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    total: counted.rows[0]?.total ?? 0,
    events: shown.map((row) => lineOf(row, today)),
    ...(!order && found.rows.length > limit && last && { cursor: writeCursor(last) }),
  };
}

/** What events are ordered by, of the people in scope; null where it is not known. */
function measureSql(by: EventMeasure, registering: string, attending: string, now: string): string {
  const taken = 'exists (select from imis.attendance t where t.event_id = e.event_id)';
  const came = `(select count(distinct a.member_id) from imis.attendance a
    where a.event_id = e.event_id and a.attended and ${attending} and ${counts('a')})`;
  const registered = (only: string) => `(select count(distinct r.member_id) from imis.registrations r
    where r.event_id = e.event_id and r.status = 'registered' and ${registering} and ${counts('r')} ${only})`;
  const present = `and exists (select from imis.attendance b
    where b.event_id = r.event_id and b.member_id = r.member_id and b.attended)`;
  switch (by) {
    case 'attended':
      return `case when ${taken} then ${came} end::numeric`;
    case 'registered':
      return `${registered('')}::numeric`;
    case 'turnout':
      return `case when ${taken} and e.ends_on < ${now}
        then ${registered(present)}::numeric / nullif(${registered('')}, 0) end`;
  }
}

function lineOf({ id: _, isTaken, attended, noShows, place, ...row }: Row, today: Day): EventLine {
  const isKnown = isTaken && row.endsOn < today && row.registered > 0;
  return {
    ...row,
    ...(place && { place }),
    ...(isTaken && { attended, ...(row.endsOn < today && { noShows }) }),
    ...(isKnown && { turnout: Math.round(((row.registered - noShows) / row.registered) * 1000) / 10 }),
    attendance: isTaken ? 'taken' : row.endsOn < today ? 'not taken' : 'not over',
  };
}

const Cursor = z.tuple([z.iso.date(), z.string()]);
const writeCursor = ({ beginsOn, id }: Row): string =>
  Buffer.from(JSON.stringify([beginsOn, id])).toString('base64url');
function readCursor(text: string): z.output<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new CursorInvalid();
  }
}
