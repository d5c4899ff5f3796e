import { setTimeout as pause } from 'node:timers/promises';
import type { TaskList } from 'graphile-worker';
import { report } from '../errors.js';
import type { Database } from '../store/database.js';
import { enterRunner, freeAbandonedJobs, leaveRunner, signOfLife } from './runners.js';
import { createSlot, type Slot } from './slot.js';
import type { Payload, Payloads, Tasks } from './task.js';
import { createWatch } from './watch.js';

export interface RunnerOptions {
  /** Jobs at once in this process. */
  readonly concurrency?: number;
  /** How often to look for jobs that other processes added or that became due. */
  readonly pollMillis?: number;
  /** How often others are told that this runner lives; who says nothing six times as long counts as silent. */
  readonly signOfLifeMillis?: number;
  /** The failure of an attempt, for the log; the job's row keeps its kind only. */
  readonly onFailure?: (task: string, error: unknown) => void;
}

export interface Runner {
  start(): Promise<void>;
  runUntilIdle(): Promise<void>;
  stop(): Promise<void>;
  /** There may be a new job. */
  wake(): void;
}

const CONCURRENCY = 3;
const POLL_MILLIS = 1_000;
const STOP_MILLIS = 10_000;
const SIGN_OF_LIFE_MILLIS = 10_000;

const DUE = `select count(*) as n from (
  select from graphile_worker.jobs
  where locked_at is null and attempts < max_attempts and run_at <= now() and task_identifier = any($1::text[])
  limit $2) as due`;

/** Runs the jobs of one process: looks for due ones, at intervals and when woken, and hands them to free slots. */
export function createRunner<P extends Payloads>(database: Database, tasks: Tasks<P>, options: RunnerOptions): Runner {
  const { concurrency = CONCURRENCY, pollMillis = POLL_MILLIS, signOfLifeMillis = SIGN_OF_LIFE_MILLIS } = options;
  const watch = createWatch(signOfLifeMillis);
  // Jobs under way of a runner of ours that was taken for gone.
  const strays = new Set<Promise<void>>();
  const names = Object.keys(tasks);
  let entered: Entered | undefined;
  let looking: Promise<void> | undefined;
  let lookAgain = false;
  let timer: NodeJS.Timeout | undefined;
  let polling = false;
  // start and every runUntilIdle under way.
  let users = 0;

  async function enter(): Promise<Entered> {
    const id = await enterRunner(database);
    const control = new AbortController();
    const list = taskList(tasks, control.signal, options);
    const slots = Array.from({ length: concurrency }, (_, at) => {
      const name = `${id}/${at}`;
      return { name, slot: createSlot(database, name, list) };
    });
    return { id, control, slots, busy: new Map(), seen: performance.now() };
  }

  /** One look at a time: while it frees what idle slots seem to hold, none of them may begin. */
  function look(): Promise<void> {
    lookAgain = true;
    looking ??= (async () => {
      while (lookAgain && users > 0) {
        lookAgain = false;
        await lookOnce().then(watch.reached, watch.lost);
      }
    })().finally(() => {
      looking = undefined;
    });
    return looking;
  }

  async function lookOnce(): Promise<void> {
    if (entered && performance.now() - entered.seen > signOfLifeMillis) {
      if (await signOfLife(database, entered.id)) entered.seen = performance.now();
      else {
        // Taken for gone: its jobs may be run by others by now, and whatever its slots took next would be freed too.
        const ended = dismiss(entered).finally(() => strays.delete(ended));
        strays.add(ended);
        entered = undefined;
      }
    }
    entered ??= await enter();
    const { id, slots, busy } = entered;
    await freeAbandonedJobs(database, id, busy, watch.silence());
    const free = slots.filter(({ name }) => !busy.has(name));
    const due = (await database.query<{ n: number }>(DUE, [names, free.length])).rows[0]?.n ?? 0;
    for (const { name, slot } of free.slice(0, due)) {
      const drained = slot.drain().then(
        () => undefined,
        () => undefined,
      );
      busy.set(
        name,
        drained.finally(() => busy.delete(name)),
      );
    }
  }

  function poll(): void {
    if (!polling) return;
    timer = setTimeout(() => look().then(poll, poll), Math.min(pollMillis, signOfLifeMillis));
  }

  async function leave(): Promise<void> {
    users = 0;
    await looking?.catch(() => undefined);
    const present = entered;
    entered = undefined;
    const ended = Promise.all([...(present ? [dismiss(present)] : []), ...strays]);
    const inTime = await Promise.race([ended.then(() => true), pause(STOP_MILLIS, false, { ref: false })]);
    // A job that does not end keeps its lock until this process does.
    if (inTime && present) await leaveRunner(database, present.id);
  }

  return {
    async start() {
      if (polling) return;
      users += 1;
      try {
        await look();
      } catch (error) {
        users -= 1;
        throw error;
      }
      polling = true;
      poll();
    },
    async runUntilIdle() {
      users += 1;
      // A job may take longer than others wait for a sign of life.
      const alive = setInterval(() => void look().catch(() => undefined), signOfLifeMillis);
      try {
        for (;;) {
          await look();
          const busy = [...(entered?.busy.values() ?? [])];
          if (busy.length === 0) return;
          await Promise.race(busy);
        }
      } finally {
        clearInterval(alive);
        users = Math.max(0, users - 1);
        if (users === 0) await leave();
      }
    },
    async stop() {
      polling = false;
      clearTimeout(timer);
      await leave();
    },
    wake() {
      if (users > 0) void look().catch(() => undefined);
    },
  };
}

interface Entered {
  readonly id: string;
  readonly control: AbortController;
  readonly slots: readonly { readonly name: string; readonly slot: Slot }[];
  /** The slots that run jobs now. */
  readonly busy: Map<string, Promise<void>>;
  /** When others were last told that this runner lives. */
  seen: number;
}

/** Takes no further job and asks those under way to end; resolves when they have. */
async function dismiss({ control, slots, busy }: Entered): Promise<void> {
  control.abort();
  await Promise.allSettled([...slots.map(({ slot }) => slot.stop()), ...busy.values()]);
}

function taskList<P extends Payloads>(tasks: Tasks<P>, signal: AbortSignal, { onFailure }: RunnerOptions): TaskList {
  return Object.fromEntries(
    Object.entries(tasks).map(([name, task]) => [
      name,
      async (payload: unknown, { job }: { job: { id: string; attempts: number; max_attempts: number } }) => {
        const context = { jobId: String(job.id), attempt: job.attempts, maxAttempts: job.max_attempts, signal };
        try {
          await (task as Tasks<Record<string, Payload>>[string])(payload as Payload, context);
        } catch (error) {
          onFailure?.(name, error);
          // The job's row keeps this text: messages of errors may speak of people, their kinds do not.
          throw new Error(report(error).kind);
        }
      },
    ]),
  );
}
