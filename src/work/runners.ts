/*
 * Who runs the queue. graphile-worker frees the jobs of a process that vanished after four hours; this frees them as
 * soon as anybody looks. A runner of this machine is gone when its process is (pid and start), which is exact, so a
 * process that is merely slow keeps its jobs. One of another machine, possible on native PostgreSQL only, is gone when it
 * has not been seen for a minute by one who could have seen it (watch.ts); should it be alive after all, it learns so at its next sign of life and stops.
 */
import { randomBytes } from 'node:crypto';
import type { Database } from '../store/database.js';
import { ownIdentity, stateOf } from '../store/process-identity.js';

interface RunnerRow {
  readonly runner_id: string;
  readonly pid: number;
  readonly started: string;
  readonly machine: string;
  readonly silent: boolean;
}

/** Enters this process; answers the id that its workers' names begin with. */
export async function enterRunner(database: Database): Promise<string> {
  await strikeOffTheGone(database, undefined);
  const id = `runner-${randomBytes(9).toString('hex')}`;
  const { pid, started, machine } = ownIdentity();
  await database.query('insert into copilot.queue_runners (runner_id, pid, started, machine) values ($1, $2, $3, $4)', [
    id,
    pid,
    started,
    machine,
  ]);
  return id;
}

/** A sign of life; false when others took this runner for gone and freed its jobs. */
export async function signOfLife(database: Database, id: string): Promise<boolean> {
  const { rowCount } = await database.query('update copilot.queue_runners set seen_at = now() where runner_id = $1', [
    id,
  ]);
  return rowCount === 1;
}

export async function leaveRunner(database: Database, id: string): Promise<void> {
  await database.query('delete from copilot.queue_runners where runner_id = $1', [id]);
}

/**
 * Frees the jobs of runners that are gone, so that their next attempt begins at once; and what workers of runner `own`
 * hold that are not among its `busy` ones: the answer to a statement of theirs was lost. None of them may begin meanwhile.
 * Runners of other machines are gone after `silentMillis`; undefined: they are not judged.
 */
export async function freeAbandonedJobs(
  database: Database,
  own: string,
  busy: ReadonlyMap<string, unknown>,
  silentMillis: number | undefined,
): Promise<void> {
  const { rows } = await database.query<{ locked_by: string }>(
    'select distinct locked_by from graphile_worker.jobs where locked_by is not null',
  );
  const workers = rows.map(({ locked_by }) => locked_by).filter((name) => !busy.has(name));
  if (workers.length === 0) return;
  const living = await strikeOffTheGone(database, silentMillis);
  living.delete(own);
  const abandoned = workers.filter((name) => !living.has(name.split('/')[0] ?? ''));
  if (abandoned.length > 0)
    await database.query('select graphile_worker.force_unlock_workers($1::text[])', [abandoned]);
}

/** Strikes runners off that are gone; answers the ids of the others. */
async function strikeOffTheGone(database: Database, silentMillis: number | undefined): Promise<Set<string>> {
  const { rows } = await database.query<RunnerRow & Record<string, unknown>>(
    `select runner_id, pid, started, machine,
            coalesce(seen_at < now() - $1::double precision * interval '1 millisecond', false) as silent
     from copilot.queue_runners`,
    [silentMillis],
  );
  const gone = rows.filter(isGone).map(({ runner_id }) => runner_id);
  if (gone.length > 0) await database.query('delete from copilot.queue_runners where runner_id = any($1)', [gone]);
  return new Set(rows.map(({ runner_id }) => runner_id).filter((id) => !gone.includes(id)));
}

function isGone({ pid, started, machine, silent }: RunnerRow): boolean {
  const state = stateOf({ pid, started, machine });
  return state === 'elsewhere' ? silent : state === 'ended';
}
