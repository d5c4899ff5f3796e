/* Which events one member came to, and which they are registered for that are still to come. */
import type { Day } from '../domain/day.js';
import type { Transaction } from '../store/database.js';
import type { Latest } from './latest.js';

export interface EventOn {
  readonly name: string;
  /** The first day of the event. */
  readonly on: Day;
}

export interface CameTo extends Latest<EventOn> {
  /** Earliest first, at most two. */
  readonly toCome: readonly EventOn[];
}

const MOST_LINES = 3;
const MOST_TO_COME = 2;

/** All on record, whatever the year; where attendance was not taken nobody knows who came. */
export async function cameTo(database: Transaction, memberId: string, today: Day): Promise<CameTo> {
  const came = await database.query<EventOn & { total: number }>(
    `select e.name, e.begins_on::text as on, (count(*) over ())::int as total
     from imis.events e
     where e.begins_on <= $2 and exists (select from imis.attendance a
       where a.event_id = e.event_id and a.member_id = $1 and a.attended)
     order by e.begins_on desc, e.event_id limit ${MOST_LINES}`,
    [memberId, today],
  );
  const toCome = await database.query<EventOn>(
    `select e.name, e.begins_on::text as on from imis.events e
     where e.begins_on > $2 and exists (select from imis.registrations r
       where r.event_id = e.event_id and r.member_id = $1 and r.status = 'registered')
     order by e.begins_on, e.event_id limit ${MOST_TO_COME}`,
    [memberId, today],
  );
  return {
    total: came.rows[0]?.total ?? 0,
    lines: came.rows.map(({ name, on }) => ({ name, on })),
    toCome: toCome.rows.map(({ name, on }) => ({ name, on })),
  };
}
