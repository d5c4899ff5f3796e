import { TooManyQuestions } from './errors.js';

const MINUTE_MILLIS = 60_000;

/**
 * Counts questions of one actor within a minute and throws TooManyQuestions above `most`. Kept in this process, where a
 * browser or a bot would ask; by a clock that no pinned day can stop.
 */
export function rateLimit(most: number): (actorId: string) => void {
  const asked = new Map<string, number[]>();
  return (actorId) => {
    const now = performance.now();
    const recent = (asked.get(actorId) ?? []).filter((at) => now - at < MINUTE_MILLIS);
    const [oldest] = recent;
    if (recent.length >= most && oldest !== undefined)
      throw new TooManyQuestions(most, Math.ceil((oldest + MINUTE_MILLIS - now) / 1000));
    asked.delete(actorId);
    asked.set(actorId, [...recent, now]);
    const [longestSilent] = asked.keys();
    if (asked.size > 1000 && longestSilent !== undefined) asked.delete(longestSilent);
  };
}
