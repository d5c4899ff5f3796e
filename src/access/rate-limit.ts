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
  const asked = new Map<string, number[]>();
  return (actorId) => {
    const now = performance.now();
    const recent = (asked.get(actorId) ?? []).filter((at) => now - at < MINUTE_MILLIS);
    const [oldest] = recent;
    if (recent.length >= most && oldest !== undefined)
      throw refusal(most, Math.ceil((oldest + MINUTE_MILLIS - now) / 1000));
    asked.delete(actorId);
    asked.set(actorId, [...recent, now]);
    const [longestSilent] = asked.keys();
    if (asked.size > 1000 && longestSilent !== undefined) asked.delete(longestSilent);
  };
}
