/** The outcome of `promise`, or a rejection with the signal's reason as soon as the caller gives up. */
export async function orAbandoned<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return await promise;
  signal.throwIfAborted();
  let onAbort = () => {};
  const abandoned = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal.reason);
    signal.addEventListener('abort', onAbort, { once: true });
  });
  try {
    return await Promise.race([promise, abandoned]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/**
 * Work that many callers wait for at once: done once for all of them. Each may give up by a signal of its own; the work
 * is told to end when the last of them has.
 */
export function createShared<T>(work: (signal: AbortSignal) => Promise<T>): (signal?: AbortSignal) => Promise<T> {
  type Running = { readonly result: Promise<T>; readonly control: AbortController; waiting: number };
  let running: Running | undefined;

  function begun(): Running {
    const control = new AbortController();
    const begins: Running = { result: work(control.signal), control, waiting: 0 };
    const over = () => end(begins);
    begins.result.then(over, over);
    return begins;
  }

  function end(one: Running): void {
    one.control.abort();
    if (running === one) running = undefined;
  }

  return async (signal) => {
    signal?.throwIfAborted();
    running ??= begun();
    const mine = running;
    mine.waiting += 1;
    try {
      return await orAbandoned(mine.result, signal);
    } finally {
      mine.waiting -= 1;
      if (mine.waiting === 0) end(mine);
    }
  };
}
