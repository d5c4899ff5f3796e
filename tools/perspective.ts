/* What a tool evaluates people in: the actor's scope, the association's calendar, how far the data reach, how new they are. */
import type { Day } from '../src/domain/day.js';
import type { EventKind } from '../src/population/definition.js';
import type { Perspective, Reach } from '../src/population/perspective.js';
import { reachOfKinds } from '../src/sync/reach.js';
import type { ToolContext } from './define.js';

export interface View extends Perspective {
  /** When the data were last read from iMIS, ISO instant: the oldest of all kinds of record. */
  readonly readAt: string;
}

/** What sync calls the rows each kind of event is made of. */
const measuredAs: Readonly<Record<EventKind, string>> = {
  attendance: 'attendance',
  no_show: 'attendance',
  registration: 'registrations',
  login: 'activities:login',
  note: 'activities:note',
  mail_open: 'messages',
  mail_click: 'messages',
};

export async function viewOf({ actor, clock, settings, database }: ToolContext): Promise<View> {
  const { association } = settings;
  const kinds = new Map((await reachOfKinds(database)).map(({ kind, firstOn }) => [kind, firstOn]));
  const reach: Partial<Record<EventKind, Day>> = {};
  for (const [kind, measured] of Object.entries(measuredAs) as [EventKind, string][]) {
    const first = kinds.get(measured);
    if (first) reach[kind] = first;
  }
  const read = await database.query<{ read_at: Date | null }>(
    'select min(read_at) as read_at from copilot.sync_entities where read_at is not null',
  );
  return {
    scope: actor.scope,
    calendar: { today: clock.today(), ...association },
    graceDays: association.graceDays,
    reach: reach satisfies Reach,
    readAt: (read.rows[0]?.read_at ?? clock.now()).toISOString(),
  };
}
