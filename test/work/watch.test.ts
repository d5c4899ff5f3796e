import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createWatch } from '../../src/work/watch.js';

beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
afterEach(() => void vi.useRealTimers());

const SIGN = 10_000;
const watchFor = (watch: ReturnType<typeof createWatch>, seconds: number) => {
  for (let second = 0; second < seconds; second++) {
    watch.reached();
    vi.advanceTimersByTime(1_000);
  }
};

test('silence is judged only after two minutes of reaching the database oneself', () => {
  const watch = createWatch(SIGN);
  expect(watch.silence()).toBeUndefined();
  watchFor(watch, 119);
  expect(watch.silence()).toBeUndefined();
  watchFor(watch, 2);
  expect(watch.silence()).toBe(60_000);
});

test.each([
  [
    'the database could not be reached',
    (watch: ReturnType<typeof createWatch>) => {
      expect(() => watch.lost(new Error('no answer'))).toThrow('no answer');
    },
  ],
  ['the machine was asleep', () => void vi.advanceTimersByTime(3_600_000)],
])('after %s everybody looks silent, and nobody is judged', (_, happens) => {
  const watch = createWatch(SIGN);
  watchFor(watch, 300);
  expect(watch.silence()).toBe(60_000);
  happens(watch);
  expect(watch.silence()).toBeUndefined();
  watchFor(watch, 60);
  expect(watch.silence()).toBeUndefined();
});
