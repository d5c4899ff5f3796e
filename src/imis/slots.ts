import { orAbandoned } from './abandon.js';

export type InSlot = <T>(work: () => Promise<T>, signal?: AbortSignal) => Promise<T>;

/** At most `count` pieces of work at once; the rest wait their turn, first come first served, or until they give up. */
export function createSlots(count: number): InSlot {
  let free = count;
  const waiting: (() => void)[] = [];

  async function turn(signal: AbortSignal | undefined): Promise<void> {
    let enter = () => {};
    const entered = new Promise<void>((resolve) => {
      enter = resolve;
    });
    waiting.push(enter);
    try {
      await orAbandoned(entered, signal);
    } catch (error) {
      const at = waiting.indexOf(enter);
      // Not in the queue any more: a slot was handed over at this very moment, so it goes to the next.
      if (at < 0) leave();
      else waiting.splice(at, 1);
      throw error;
    }
  }

  function leave(): void {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  }

  return async (work, signal) => {
    signal?.throwIfAborted();
    if (free > 0) free -= 1;
    else await turn(signal);
    try {
      return await work();
    } finally {
      leave();
    }
  };
}
