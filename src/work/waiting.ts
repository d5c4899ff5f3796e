import type { Database } from '../store/database.js';

/** What waits in the queue, by task. */
export interface WaitingTask {
  readonly task: string;
  /** Due now and not begun. */
  readonly due: number;
  readonly running: number;
  /** Not due yet, or pausing after a failed attempt. */
  readonly later: number;
  /** Given up after the last attempt. */
  readonly failed: number;
  /** When the oldest job that has not ended was put on the queue. */
  readonly oldest?: string;
  /** The kinds of error of the last attempts that failed, the most frequent first: never a message, which may name somebody. */
  readonly reasons: readonly { readonly kind: string; readonly jobs: number }[];
}

type Row = { task: string; due: number; running: number; later: number; failed: number; oldest: Date | null };

/** What of ours waits in the queue, the task with most given up first. */
export async function waitingTasks(database: Pick<Database, 'query'>): Promise<readonly WaitingTask[]> {
  const counts = await database.query<Row>(
    `select task_identifier as task,
            count(*) filter (where locked_at is null and attempts < max_attempts and run_at <= now()) as due,
            count(*) filter (where locked_at is not null) as running,
            count(*) filter (where locked_at is null and attempts < max_attempts and run_at > now()) as later,
            count(*) filter (where locked_at is null and attempts >= max_attempts) as failed,
            min(created_at) filter (where locked_at is not null or attempts < max_attempts) as oldest
     from graphile_worker.jobs group by task_identifier order by failed desc, due desc, task`,
  );
  const reasons = await database.query<{ task: string; kind: string; jobs: number }>(
    `select task_identifier as task, split_part(last_error, E'\\n', 1) as kind, count(*) as jobs
     from graphile_worker.jobs where last_error is not null group by 1, 2 order by jobs desc, kind`,
  );
  return counts.rows.map(({ oldest, ...row }) => ({
    ...row,
    ...(oldest && { oldest: oldest.toISOString() }),
    reasons: reasons.rows
      .filter(({ task }) => task === row.task)
      .map(({ kind, jobs }) => ({ kind: kindOf(kind), jobs })),
  }));
}

// The runner stores "Error: kind" for what it threw, and our kinds are words of snake case: anything else is not shown.
const kindOf = (error: string): string => /^(?:Error: )?([a-z_]{1,60})$/.exec(error)?.[1] ?? 'failed';
