import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { read } from './reading.js';

/** Numbers and dates with a unit of their own, as a place in a document, or as a time of day. */
const foreign = (n: number): readonly string[] => [
  `more than ${n} days`,
  `${n} months`,
  `over ${n} weeks`,
  `slide ${n}`,
  `item ${n}`,
  `page ${n}`,
  `by Monday`,
  `${n} pm`,
];
/** Each with the leaf that a bare number would fill. */
const people = [
  'members who owe',
  'members who donated',
  'members who logged in',
  'members who posted',
  'organizations with employees',
  'members with renewals',
  'members with open cases',
];

/** Every amount and every count a definition holds. */
function numbersIn(value: unknown, within = ''): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => numbersIn(one, within));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    (key === 'value' || key === 'minor') && typeof inner === 'number'
      ? [`${within} ${inner}`]
      : numbersIn(inner, key === 'last' || key === 'window' ? 'time' : within),
  );
}

describe('a number with its unit', () => {
  test('is never taken by a slot of another dimension', () => {
    fc.assert(
      fc.property(fc.constantFrom(...people), fc.integer({ min: 2, max: 11 }), fc.nat(7), (who, n, which) => {
        const { arguments: args } = read(`${who} ${foreign(n)[which]}`);
        const taken = numbersIn(args?.['definition']).filter((one) => one === ` ${n}` || one === ` ${n * 100}`);
        expect(taken).toEqual([]);
      }),
      { numRuns: 24, seed: 6 },
    );
  });

  test.each([
    [
      'Corporate members with something overdue more than 30 days',
      'Corporate members with an invoice more than 30 days overdue',
    ],
    ['students who joined since 1 Sept 2025', 'students who joined since 1 September 2025'],
    ['students who joined since Sept 2025', 'students who joined since September 2025'],
  ])('is of what it says: %s', (said, plainly) => {
    expect(read(said).arguments).toEqual(read(plainly).arguments);
  });
});
