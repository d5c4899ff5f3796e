import { EventEmitter, once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { runTaskListOnce, type TaskList, type WorkerPool } from 'graphile-worker';
import type pg from 'pg';
import type { Database } from '../store/database.js';
import { DatabaseInterrupted, DatabaseUnavailable, StatementTooLong } from '../store/errors.js';
import { quiet } from './quiet.js';

export interface Slot {
  /** Runs due jobs, one after the other, until none is left or `stop`. False: the database could not be reached. */
  drain(): Promise<boolean>;
  /** Takes no further job; `drain` returns when the present one has ended. */
  stop(): Promise<void>;
}

const ATTEMPTS = 5;
const PAUSE_MILLIS = 500;

/**
 * One worker of graphile-worker with a name of its own, so that what it holds can be told and freed. Its statements go
 * through the store: with a deadline, never as named statements, and tried again after the database was reopened.
 */
export function createSlot(database: Database, name: string, tasks: TaskList): Slot {
  let reached = true;
  let stopping = false;
  let pool: WorkerPool | undefined;
  let events = new EventEmitter();
  let options = optionsFor();
  const client = clientOver(database, () => {
    reached = false;
  });

  function optionsFor() {
    events = new EventEmitter();
    return { workerId: name, logger: quiet, events, noHandleSignals: true, noPreparedStatements: true } as const;
  }

  return {
    async drain() {
      // graphile-worker remembers what it learned by the identity of its options, failures too.
      if (!reached) options = optionsFor();
      reached = true;
      // What this worker still holds is a job whose end could not be recorded.
      await database.query('select graphile_worker.force_unlock_workers($1::text[])', [[name]]);
      if (stopping) return true;
      const looking = once(events, 'worker:getJob:start');
      const started = runTaskListOnce(options, tasks, client);
      await Promise.race([looking, started.promise]);
      pool = started;
      if (stopping) await pool.gracefulShutdown();
      await started.promise;
      pool = undefined;
      return reached;
    },
    async stop() {
      stopping = true;
      // Before its first look for a job graphile-worker cannot be stopped; drain does it then.
      await pool?.gracefulShutdown();
    },
  };
}

/**
 * The client graphile-worker sees. It never fails, because a worker whose statement fails prints a trace and leaves its
 * job locked: after the last attempt it answers no rows, and tells.
 */
function clientOver(database: Database, onFailure: () => void): pg.PoolClient {
  const query = async (statement: string | { text: string; values?: unknown[] }, parameters?: unknown[]) => {
    const { text, values } = typeof statement === 'string' ? { text: statement, values: parameters } : statement;
    for (let attempt = 1; ; attempt++) {
      try {
        return await database.query(text, values);
      } catch (error) {
        if (attempt === ATTEMPTS || !isPassing(error)) {
          onFailure();
          return { rows: [], rowCount: 0 };
        }
        await pause(PAUSE_MILLIS * attempt);
      }
    }
  };
  return { query } as unknown as pg.PoolClient;
}

const isPassing = (error: unknown): boolean =>
  error instanceof DatabaseInterrupted || error instanceof DatabaseUnavailable || error instanceof StatementTooLong;
