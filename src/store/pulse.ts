/*
 * What the database thread is doing, in memory its owner can read while that thread is blocked in a statement: the
 * nanosecond (process clock, which stands still while the machine sleeps) at which the statement under way began, and
 * since when a transaction has been open without one. Zero means neither.
 */
import type { Watch } from './one-batch.js';

const STATEMENT = 0;
const IDLE_TRANSACTION = 1;
const NANOS_PER_MILLI = 1_000_000n;

export type Pulse = BigInt64Array<SharedArrayBuffer>;

export const newPulse = (): Pulse => new BigInt64Array(new SharedArrayBuffer(16));

export const beat = (pulse: Pulse): Watch => ({
  began() {
    Atomics.store(pulse, IDLE_TRANSACTION, 0n);
    Atomics.store(pulse, STATEMENT, process.hrtime.bigint());
  },
  ended(inTransaction) {
    Atomics.store(pulse, STATEMENT, 0n);
    Atomics.store(pulse, IDLE_TRANSACTION, inTransaction ? process.hrtime.bigint() : 0n);
  },
});

/** How long, in milliseconds, the statement under way has run or an open transaction has been left idle. */
export function stuckFor(pulse: Pulse): number {
  const since = Atomics.load(pulse, STATEMENT) || Atomics.load(pulse, IDLE_TRANSACTION);
  return since === 0n ? 0 : Number((process.hrtime.bigint() - since) / NANOS_PER_MILLI);
}
