/* What a tool evaluates people in: the actor's scope, the association's calendar, how far the data reach, how new they are. */
import type { Perspective } from '../src/population/perspective.js';
import { reachFrom } from '../src/population/reach.js';
import { reachOfKinds } from '../src/sync/reach.js';
import type { ToolContext } from './define.js';

export interface View extends Perspective {
  /** When the data were last read from iMIS, ISO instant: the oldest of all kinds of record. */
  readonly readAt: string;
}

type Seen = Pick<ToolContext, 'actor' | 'clock' | 'settings' | 'database'>;

export async function viewOf({ actor, clock, settings, database }: Seen): Promise<View> {
  const { association } = settings;
  const read = await database.query<{ read_at: Date | null }>(
    'select min(read_at) as read_at from copilot.sync_entities where read_at is not null',
  );
  return {
    scope: actor.scope,
    calendar: { today: clock.today(), ...association },
    graceDays: association.graceDays,
    reach: reachFrom(await reachOfKinds(database)),
    readAt: (read.rows[0]?.read_at ?? clock.now()).toISOString(),
  };
}
