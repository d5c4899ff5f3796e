/* Answers of queries kept for a while by who asked what, as some sites are reported to do whatever their setting. */
import type { CacheGuess } from '../imis/contracts/site-profile.js';
import type { Answer } from './answer.js';

export interface QueryCache {
  /** The answer to a query of this account with these parameters: `compute`d, unless one is kept. */
  answer(holder: string, parameters: URLSearchParams, compute: () => Answer): Answer;
}

// Twenty minutes: longer than the pause between two incremental syncs.
const KEPT_MILLIS = 20 * 60_000;

export function createQueryCache(guess: CacheGuess | undefined): QueryCache {
  const says = guess?.told === 'header';
  if (guess?.state !== 'holds')
    return {
      answer: (_holder, _parameters, compute) => (says ? withHeaders(compute(), { 'x-cache': 'MISS' }) : compute()),
    };
  const kept = new Map<string, { readonly answer: Answer; readonly at: number }>();
  const keep = (key: string, answer: Answer): void => {
    const now = performance.now();
    // In the order they were kept: those that ended come first.
    for (const [old, { at }] of kept) {
      if (now - at < KEPT_MILLIS) break;
      kept.delete(old);
    }
    kept.delete(key);
    kept.set(key, { answer, at: now });
  };
  return {
    answer(holder, parameters, compute) {
      const key = keyOf(holder, parameters, guess.anotherPromptIsFresh !== false);
      const known = kept.get(key);
      const age = known && performance.now() - known.at;
      if (known && age !== undefined && age < KEPT_MILLIS)
        return says
          ? withHeaders(known.answer, { 'x-cache': 'HIT', age: String(Math.floor(age / 1000)) })
          : known.answer;
      const answer = compute();
      if (answer.status === 200) keep(key, answer);
      return says ? withHeaders(answer, { 'x-cache': 'MISS' }) : answer;
    },
  };
}

function keyOf(holder: string, parameters: URLSearchParams, regardsPrompt: boolean): string {
  const asked = [...parameters].map(([name, value]) => [name.toLowerCase(), value] as const);
  return JSON.stringify([holder, asked.filter(([name]) => regardsPrompt || name !== 'updatedsince')]);
}

const withHeaders = (answer: Answer, headers: Readonly<Record<string, string>>): Answer => ({
  ...answer,
  headers: { ...answer.headers, ...headers },
});
