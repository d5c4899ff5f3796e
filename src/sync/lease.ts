/*
 * One process syncs at a time. The right to is a row with an expiry, because the embedded database gives a session lock
 * to everybody. Every page is committed together with a look at the row, so a process that was taken for dead and wakes
 * up writes nothing more.
 */
import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { Database, Transaction } from '../store/database.js';
import { LeaseLost, SyncStopped } from './errors.js';

/** An SQL interval, so that the database's clock alone decides. */
export const LEASE_EXPIRES = "interval '20 seconds'";
const HEARTBEAT_MILLIS = 5_000;
const ASK_AGAIN_MILLIS = 250;

export interface Lease {
  readonly holder: string;
  release(): Promise<void>;
}

// Holders of this process: a row with our process id and none of these was left by an earlier one.
const ours = new Set<string>();

/** Waits for the lease as long as another process holds it. */
export async function takeLease(database: Database, signal?: AbortSignal): Promise<Lease> {
  const holder = randomUUID();
  ours.add(holder);
  try {
    while (!(await tryToTake(database, holder))) {
      if (signal?.aborted) throw new SyncStopped();
      await new Promise((resume) => setTimeout(resume, ASK_AGAIN_MILLIS));
    }
  } catch (error) {
    ours.delete(holder);
    throw error;
  }
  // A failed heartbeat is not the end: the next page notices when the lease was really lost.
  const heartbeat = setInterval(() => void renew(database, holder).catch(() => undefined), HEARTBEAT_MILLIS);
  heartbeat.unref();
  return {
    holder,
    release: async () => {
      clearInterval(heartbeat);
      ours.delete(holder);
      await database.query('delete from copilot.sync_lease where holder = $1', [holder]);
    },
  };
}

interface LeaseRow {
  holder: string;
  host: string;
  process: number;
}

async function tryToTake(database: Database, holder: string): Promise<boolean> {
  const { rows } = await database.query<LeaseRow>('select holder, host, process from copilot.sync_lease');
  const dead = rows[0] && hasEnded(rows[0]) ? rows[0].holder : null;
  const taken = await database.query(
    `insert into copilot.sync_lease as l (holder, host, process, expires_at)
     values ($1, $2, $3, clock_timestamp() + ${LEASE_EXPIRES})
     on conflict (id) do update
       set holder = excluded.holder, host = excluded.host, process = excluded.process, expires_at = excluded.expires_at
       where l.expires_at < clock_timestamp() or l.holder = $4
     returning holder`,
    [holder, hostname(), process.pid, dead],
  );
  return taken.rows.length === 1;
}

/** True when the holder was a process of this machine that is no more: nobody need wait for the expiry. */
function hasEnded({ holder, host, process: pid }: LeaseRow): boolean {
  if (host !== hostname()) return false;
  if (pid === process.pid) return !ours.has(holder);
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH';
  }
}

/** Renews the lease inside the transaction that needs it; throws LeaseLost, which rolls that back. */
export async function renew(transaction: Transaction, holder: string): Promise<void> {
  const { rows } = await transaction.query(
    `update copilot.sync_lease set expires_at = clock_timestamp() + ${LEASE_EXPIRES} where holder = $1 returning holder`,
    [holder],
  );
  if (rows.length === 0) throw new LeaseLost();
}

/** True when somebody holds an unexpired lease and has not ended. */
export async function isHeld(database: Transaction): Promise<boolean> {
  const { rows } = await database.query<LeaseRow>(
    'select holder, host, process from copilot.sync_lease where expires_at > clock_timestamp()',
  );
  return rows[0] !== undefined && !hasEnded(rows[0]);
}
