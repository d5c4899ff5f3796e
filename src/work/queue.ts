import { afterCommit } from '../store/after-commit.js';
import type { Transaction } from '../store/database.js';
import type { Store } from '../store/store.js';
import { checkPayload } from './payload.js';
import { createRunner, type RunnerOptions } from './runner.js';
import { installQueueSchema } from './schema.js';
import type { Payloads, Tasks } from './task.js';

export interface EnqueueOptions {
  /** A job of the same key that still waits is replaced, so at most one waits. */
  readonly jobKey?: string;
  /** Not before this instant. */
  readonly runAt?: Date;
  /** How often it is tried in all, with growing pauses (about 3 s, 7 s, 20 s, 55 s ...). */
  readonly maxAttempts?: number;
}

/** Jobs by what they are doing now. */
export interface QueueCounts {
  readonly due: number;
  readonly running: number;
  /** Not due yet, or pausing after a failed attempt. */
  readonly later: number;
  /** Given up after the last attempt. */
  readonly failed: number;
}

export interface Queue<P extends Payloads> {
  /** Adds a job in the caller's transaction: it runs when that commits, and never when it rolls back. */
  enqueue<Name extends keyof P & string>(
    transaction: Transaction,
    task: Name,
    payload: P[Name],
    options?: EnqueueOptions,
  ): Promise<void>;
  /** Runs jobs as they become due until `stop`. */
  start(): Promise<void>;
  /** Runs what is due now, and what that enqueues, and returns: for a command when no other process runs the queue. */
  runUntilIdle(): Promise<void>;
  /** Takes no more jobs and waits for those under way. */
  stop(): Promise<void>;
  waiting(): Promise<QueueCounts>;
}

const ADD_JOB = `select graphile_worker.add_job($1::text, payload => $2::json, job_key => $3::text,
  run_at => $4::timestamptz, max_attempts => $5::int)`;

const COUNTS = `
  select count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now()) as due,
         count(*) filter (where locked_at is not null) as running,
         count(*) filter (where locked_at is null and attempts < max_attempts and run_at > now()) as later,
         count(*) filter (where locked_at is null and attempts >= max_attempts) as failed
  from graphile_worker.jobs`;

/**
 * The durable queue on the store's own database. Installs its schema where it is missing; the store must be migrated.
 * Any number of processes may run it: a job is held by one at a time, and freed when that process is gone.
 */
export async function createQueue<P extends Payloads>(
  store: Store,
  tasks: Tasks<P>,
  options: RunnerOptions = {},
): Promise<Queue<P>> {
  await installQueueSchema(store);
  const runner = createRunner(store, tasks, options);
  return {
    async enqueue(transaction, task, payload, { jobKey, runAt, maxAttempts } = {}) {
      checkPayload(task, payload);
      await transaction.query(ADD_JOB, [
        task,
        JSON.stringify(payload),
        jobKey ?? null,
        runAt?.toISOString() ?? null,
        maxAttempts ?? null,
      ]);
      afterCommit(transaction, runner.wake);
    },
    start: runner.start,
    runUntilIdle: runner.runUntilIdle,
    stop: runner.stop,
    async waiting() {
      const { rows } = await store.query<QueueCounts & Record<string, number>>(COUNTS);
      return rows[0] ?? { due: 0, running: 0, later: 0, failed: 0 };
    },
  };
}
