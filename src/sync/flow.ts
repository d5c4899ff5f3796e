/*
 * Pages on their way from the site into the store. Fetching runs ahead of applying by a fixed number of pages, so the
 * site is never waited for without need and the memory does not grow with the association. Applying is one after the
 * other: the embedded database does one transaction at a time anyway.
 */
export interface Flow {
  /** How many lists need be asked at once to keep every place taken. */
  readonly places: number;
  /** Fetches and applies when a place is free, and then frees it. */
  inPlace<T>(work: () => Promise<T>): Promise<T>;
  /** One after the other: whatever writes. Never one within another, which would wait for itself. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
  /** Everything from now on fails with this. */
  stop(reason: unknown): void;
}

export function createFlow(places: number): Flow {
  let free = places;
  let stopped: { readonly reason: unknown } | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const waiting: (() => void)[] = [];

  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resume) => waiting.push(resume));
  };
  const leave = (): void => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  const refuse = (): void => {
    if (stopped) throw stopped.reason;
  };

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(() => {
      refuse();
      return work();
    });
    last = turn.catch(() => undefined);
    return turn;
  };

  return {
    places,
    inTurn,
    inPlace: async (work) => {
      await enter();
      try {
        refuse();
        return await work();
      } finally {
        leave();
      }
    },
    stop: (reason) => {
      stopped ??= { reason };
    },
  };
}

/**
 * Items that wait for their turn are worked on together, as many as come to `most` by `size`: a hundred small pages are
 * one transaction, not a hundred. Each caller's promise ends as the work on its item did.
 */
export function together<T>(
  flow: Flow,
  most: number,
  size: (item: T) => number,
  work: (items: readonly T[]) => Promise<void>,
): (item: T) => Promise<void> {
  type Waiting = { readonly item: T; ended?: { readonly error?: unknown } };
  const waiting: Waiting[] = [];
  return (item) => {
    const mine: Waiting = { item };
    waiting.push(mine);
    return flow.inTurn(async () => {
      if (!mine.ended) {
        const taken: Waiting[] = [];
        for (
          let sum = 0, next = waiting[0];
          next && (taken.length === 0 || sum + size(next.item) <= most);
          next = waiting[0]
        ) {
          sum += size(next.item);
          taken.push(next);
          waiting.shift();
        }
        const end = await work(taken.map((one) => one.item)).then(
          () => ({}),
          (error: unknown) => ({ error }),
        );
        for (const one of taken) one.ended = end;
      }
      if (mine.ended && 'error' in mine.ended) throw mine.ended.error;
    });
  };
}

/** Does `work` for every item, at most `width` at once, and fails with the first failure. */
export async function eachOf<T>(items: Iterable<T>, width: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items[Symbol.iterator]();
  let failed = false;
  const worker = async (): Promise<void> => {
    for (let next = rest.next(); !next.done && !failed; next = rest.next()) {
      try {
        await work(next.value);
      } catch (error) {
        failed = true;
        throw error;
      }
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: width }, worker));
  const failure = ended.find((end) => end.status === 'rejected');
  if (failure) throw failure.reason;
}
