import { afterEach, expect, test, vi } from 'vitest';
import { createQueryCache } from '../../src/sandbox/query-cache.js';

afterEach(() => vi.useRealTimers());

test('an answer is kept for the account that asked, and for twenty minutes', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const cache = createQueryCache({ state: 'holds', found: '.', told: 'time', anotherPromptIsFresh: true });
  let computed = 0;
  const ask = (holder: string, query: string) =>
    cache.answer(holder, new URLSearchParams(query), () => ({ status: 200, body: ++computed })).body;
  expect([ask('read', 'limit=1'), ask('read', 'limit=1'), ask('write', 'limit=1')]).toEqual([1, 1, 2]);
  vi.advanceTimersByTime(19 * 60_000);
  expect([ask('read', 'LIMIT=1'), ask('read', 'limit=2')]).toEqual([1, 3]);
  vi.advanceTimersByTime(2 * 60_000);
  // What ended is forgotten when something new is kept; what has not ended is not.
  expect([ask('read', 'limit=1'), ask('read', 'limit=2'), ask('write', 'limit=1')]).toEqual([4, 3, 5]);
});
