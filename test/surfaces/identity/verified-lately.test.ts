import { afterEach, expect, test, vi } from 'vitest';
import { VerifiedLately } from '../../../src/surfaces/identity/verified-lately.js';

const SKEW = 30;
afterEach(() => void vi.useRealTimers());

function at(instant: string) {
  vi.useFakeTimers({ now: new Date(instant), toFake: ['Date', 'performance'] });
  const seconds = Date.parse(instant) / 1000;
  const seen = new VerifiedLately<{ readonly expiresAt: number; readonly of: string }>(SKEW);
  return { seen, seconds };
}

test('a token that was found good is not verified again for five seconds, and another never stands in for it', () => {
  const { seen, seconds } = at('2026-11-21T12:00:00Z');
  const token = { expiresAt: seconds + 300, of: 'a person' };
  seen.add('a.b.c', token);
  expect(seen.get('a.b.c')).toBe(token);
  expect(seen.get('a.b.d')).toBeUndefined();
  vi.advanceTimersByTime(4_999);
  expect(seen.get('a.b.c')).toBe(token);
  vi.advanceTimersByTime(1);
  expect(seen.get('a.b.c')).toBeUndefined();
});

test('it expires as if it were verified anew, within the seconds two clocks may differ by', () => {
  const { seen, seconds } = at('2026-11-21T12:00:00Z');
  seen.add('a.b.c', { expiresAt: seconds - SKEW + 2, of: 'a person' });
  vi.advanceTimersByTime(1_999);
  expect(seen.get('a.b.c')).toBeDefined();
  vi.advanceTimersByTime(1);
  expect(seen.get('a.b.c')).toBeUndefined();
});

test('only so many are kept, the latest of them', () => {
  const { seen, seconds } = at('2026-11-21T12:00:00Z');
  for (let index = 0; index <= 1_000; index++) seen.add(`t${index}`, { expiresAt: seconds + 300, of: 'somebody' });
  expect(seen.get('t0')).toBeUndefined();
  expect(seen.get('t1000')).toBeDefined();
});
