import { afterEach, expect, test, vi } from 'vitest';
import { shownOnce } from '../../src/surfaces/console/shown-once.js';

afterEach(() => vi.useRealTimers());

test('a secret is taken once, by its own person', () => {
  const secrets = shownOnce<string>();
  const key = secrets.keep('ann', 'secret');
  expect(secrets.take(key, 'bo')).toBeUndefined();
  expect(secrets.take('another key', 'ann')).toBeUndefined();
  expect(secrets.take(key, 'ann')).toBe('secret');
  expect(secrets.take(key, 'ann')).toBeUndefined();
});

test('a secret nobody comes for is forgotten', () => {
  vi.useFakeTimers();
  const secrets = shownOnce<string>();
  const key = secrets.keep('ann', 'secret');
  vi.runAllTimers();
  expect(secrets.take(key, 'ann')).toBeUndefined();
});
