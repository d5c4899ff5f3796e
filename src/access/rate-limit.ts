import type { ExpectedError } from '../errors.js';

const MINUTE_MILLIS = 60_000;

/**
 * Counts what one actor asks within a minute and throws what `refusal` makes above `most`, told how many seconds are to
 * be waited. Kept in this process, where a browser, a bot or a client would ask; by a clock that no pinned day can stop.
 */
export function rateLimit(
  most: number,
  refusal: (most: number, seconds: number) => ExpectedError,
): (actorId: string) => void {
  const asked = new Map<string, Asked>();
  return (actorId) => {
    const now = performance.now();
    const { times, first } = asked.get(actorId) ?? { times: [], first: 0 };
    let recent = first;
    while (recent < times.length && now - (times[recent] ?? now) >= MINUTE_MILLIS) recent += 1;
    const oldest = times[recent];
    if (times.length - recent >= most && oldest !== undefined)
      throw refusal(most, Math.ceil((oldest + MINUTE_MILLIS - now) / 1000));
    times.push(now);
    asked.delete(actorId);
    // What is past is left where it is until it is half of all: a call costs the same however many there were.
    asked.set(actorId, recent * 2 > times.length ? { times: times.slice(recent), first: 0 } : { times, first: recent });
    const [longestSilent] = asked.keys();
    if (asked.size > 1000 && longestSilent !== undefined) asked.delete(longestSilent);
  };
}

interface Asked {
  /** In their order; those before `first` are more than a minute ago. */
  readonly times: number[];
  readonly first: number;
}
