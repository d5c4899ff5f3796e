import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { rateLimit } from '../../src/access/rate-limit.js';
import { ExpectedError } from '../../src/errors.js';

class Wait extends ExpectedError {
  readonly kind = 'wait';
  readonly seconds: number;
  constructor(most: number, seconds: number) {
    super(`${most} in a minute are enough.`, 'Wait.');
    this.seconds = seconds;
  }
}

afterEach(() => void vi.restoreAllMocks());

test('as many as are allowed pass within any minute, and whoever waits as long as was said may go on', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.integer({ min: 0, max: 40_000 }), { maxLength: 60 }),
      (most, pauses) => {
        let now = 0;
        vi.spyOn(performance, 'now').mockImplementation(() => now);
        const count = rateLimit(most, (limit, seconds) => new Wait(limit, seconds));
        const passed: number[] = [];
        for (const pause of pauses) {
          now += pause;
          const recent = passed.filter((at) => now - at < 60_000);
          try {
            count('a');
            expect(recent.length).toBeLessThan(most);
          } catch (error) {
            if (!(error instanceof Wait)) throw error;
            expect(recent.length).toBe(most);
            now += error.seconds * 1000;
            count('a');
          }
          passed.push(now);
          count(`somebody else at ${now} ${passed.length}`);
        }
      },
    ),
  );
});
