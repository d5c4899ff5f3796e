import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pauseBefore } from '../../src/imis/pause.js';

const options = { repeats: 5, firstMillis: 400, longestMillis: 60_000 };

test('pauses double, differ between callers by up to half, and never pass the longest', () => {
  fc.assert(
    fc.property(fc.nat(20), (repeat) => {
      const wait = pauseBefore(repeat, null, options) ?? Number.NaN;
      expect(wait).toBeGreaterThanOrEqual(Math.min(200 * 2 ** repeat, 60_000));
      expect(wait).toBeLessThanOrEqual(Math.min(400 * 2 ** repeat, 60_000));
    }),
  );
});

test.each([
  ['7', 7_000],
  [' 60 ', 60_000],
  ['61', undefined],
  [new Date(Date.now() + 7_200_000).toUTCString(), undefined],
  ['soon', 400],
  ['Wed, 21 Oct 2015 07:28:00 GMT', 400],
])('Retry-After %s', (header, expected) => {
  const wait = pauseBefore(0, header, { ...options, firstMillis: 800 });
  if (expected === undefined) expect(wait).toBeUndefined();
  else expect(wait).toBeGreaterThanOrEqual(expected);
});
