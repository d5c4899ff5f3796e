import { setTimeout as pause } from 'node:timers/promises';
import { runMigrations } from 'graphile-worker';
import pg from 'pg';
import type { Store } from '../store/store.js';
import { quiet } from './quiet.js';

const ATTEMPTS = 10;
const PAUSE_MILLIS = 200;

/** Installs or updates graphile-worker's own schema. Two processes that do so at once trip over each other: try again. */
export async function installQueueSchema({ pool }: Store): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runMigrations({ pgPool: pool, noPreparedStatements: true, logger: quiet });
    } catch (error) {
      if (!(error instanceof pg.DatabaseError) || attempt === ATTEMPTS) throw error;
      await pause(PAUSE_MILLIS * Math.random() * attempt);
    }
  }
}
