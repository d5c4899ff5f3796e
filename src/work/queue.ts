import type { Transaction } from '../store/database.js';
import type { Store } from '../store/store.js';
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

export interface QueueOptions {
  /** Jobs at once in this process. */
  readonly concurrency?: number;
  readonly pollMillis?: number;
  /** The failure of an attempt, for the log; the job's row keeps its kind only. */
  readonly onFailure?: (task: string, error: unknown) => void;
}

export function createQueue<P extends Payloads>(
  _store: Store,
  _tasks: Tasks<P>,
  _options: QueueOptions = {},
): Queue<P> {
  throw new Error('follows');
}
