/*
 * Pages on their way from the site into the store. Fetching runs ahead of applying by a fixed number of pages, so the
 * site is never waited for without need and the memory does not grow with the association. Applying is one after the
 * other: the embedded database does one transaction at a time anyway.
 */
export interface Flow {
  /** How many lists need be asked at once to keep every place taken. */
  readonly places: number;
  /** Fetches when a place is free, applies in turn, then frees the place. */
  through<Fetched, Applied>(
    fetch: () => Promise<Fetched>,
    apply: (fetched: Fetched) => Promise<Applied>,
  ): Promise<Applied>;
  /** Applies in turn what needs no fetching. */
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
    through: async (fetch, apply) => {
      await enter();
      try {
        refuse();
        const fetched = await fetch();
        return await inTurn(() => apply(fetched));
      } finally {
        leave();
      }
    },
    stop: (reason) => {
      stopped ??= { reason };
    },
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
