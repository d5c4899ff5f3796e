import type { Transaction } from '../store/database.js';
import { isHeld } from './lease.js';
import { type Entity, type EntityStatus, entities, type SyncStatus } from './report.js';
import { type EntityState, statesOf } from './state.js';

export async function statusOf(database: Transaction): Promise<SyncStatus> {
  const [states, running, lastFailure] = [
    await statesOf(database),
    await isHeld(database),
    await lastFailureOf(database),
  ];
  const listed = entities.map((entity) => entityStatus(entity, states.get(entity)));
  const readAt = dataReadAt(states);
  return {
    running,
    complete: listed.every(({ state }) => state === 'complete' || state === 'reading'),
    entities: listed,
    ...(readAt && { dataReadAt: readAt }),
    ...(lastFailure && { lastFailure }),
  };
}

/** Whether every entity has been read whole once: `complete` of the status, by itself. */
export async function isComplete(database: Transaction): Promise<boolean> {
  const { rows } = await database.query<{ whole: number }>(
    'select count(*) as whole from copilot.sync_entities where full_at is not null and entity = any($1::text[])',
    [entities],
  );
  return rows[0]?.whole === entities.length;
}

function entityStatus(entity: Entity, state: EntityState | undefined): EntityStatus {
  if (!state) return { entity, state: 'never', rowsRead: 0 };
  const total = state.rowsTotal;
  const isReading = state.readingStartedAt !== undefined;
  return {
    entity,
    state: state.fullAt === undefined ? 'partial' : isReading ? 'reading' : 'complete',
    rowsRead: isReading ? Math.min(state.rowsRead, total ?? 0) : (total ?? state.rowsRead),
    ...(total !== undefined && { rowsTotal: total }),
    ...(state.fullAt && { lastFullAt: state.fullAt.toISOString() }),
    ...(state.incrementalAt && { lastIncrementalAt: state.incrementalAt.toISOString() }),
    ...(state.readAt && { readAt: state.readAt.toISOString() }),
  };
}

/** Of what stands in every answer: nothing we hold was read before this. Undefined until everything was read once. */
function dataReadAt(states: ReadonlyMap<Entity, EntityState>): string | undefined {
  const times = entities.map((entity) => states.get(entity)?.readAt);
  if (times.some((time) => time === undefined)) return undefined;
  return new Date(Math.min(...times.map((time) => time?.getTime() ?? 0))).toISOString();
}

interface FailureRow {
  at: Date;
  failure: { kind: string; message: string } | null;
}

async function lastFailureOf(database: Transaction): Promise<SyncStatus['lastFailure']> {
  const { rows } = await database.query<FailureRow>(
    'select coalesce(finished_at, started_at) as at, failure from copilot.sync_runs order by run_id desc limit 1',
  );
  const [last] = rows;
  if (!last?.failure) return undefined;
  return { at: last.at.toISOString(), kind: last.failure.kind, message: last.failure.message };
}
