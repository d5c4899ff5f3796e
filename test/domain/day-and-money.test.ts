import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addTo,
  type Day,
  day,
  dayAt,
  dayOfMonth,
  daysBetween,
  daysInMonth,
  isDay,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../src/domain/day.js';
import { add, fromMajor, money, portion, toMajor } from '../../src/domain/money.js';

const aDay = fc.integer({ min: -300_000, max: 300_000 }).map((offset) => addDays(day('2000-01-01'), offset));

describe('days', () => {
  test('only days of the calendar are days', () => {
    expect(['2024-02-29', '2000-02-29', '2026-12-31'].map(isDay)).toEqual([true, true, true]);
    expect(['2026-02-29', '1900-02-29', '2026-13-01', '2026-00-10', '0000-01-01', '26-1-1', '', 7].map(isDay)).toEqual(
      Array(8).fill(false),
    );
  });
  test('months keep the day of the month, or take the last one', () => {
    expect(addTo(day('2026-01-31'), 1, 'month')).toBe('2026-02-28');
    expect(addTo(day('2024-01-31'), 1, 'month')).toBe('2024-02-29');
    expect(addTo(day('2024-02-29'), 1, 'year')).toBe('2025-02-28');
    expect(addTo(day('2026-03-31'), -1, 'quarter')).toBe('2025-12-31');
  });
  test('adding and taking away the same days gives the day back, and their difference', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -50_000, max: 50_000 }), (of, count) => {
        const moved = addDays(of, count);
        expect(addDays(moved, -count)).toBe(of);
        expect(daysBetween(of, moved)).toBe(count);
        expect(moved > of).toBe(count > 0);
      }),
      { numRuns: 200 },
    );
  });
  test('adding months lands in that month, never past its end', () => {
    fc.assert(
      fc.property(aDay, fc.integer({ min: -600, max: 600 }), (of, months) => {
        const moved = addTo(of, months, 'month');
        expect(yearOf(moved) * 12 + monthOf(moved)).toBe(yearOf(of) * 12 + monthOf(of) + months);
        expect(dayOfMonth(moved)).toBe(Math.min(dayOfMonth(of), daysInMonth(yearOf(moved), monthOf(moved))));
      }),
      { numRuns: 200 },
    );
  });
  test('weekdays follow one another', () => {
    fc.assert(
      fc.property(aDay, (of) => {
        expect(weekdayOf(addDays(of, 1))).toBe((weekdayOf(of) % 7) + 1);
      }),
      { numRuns: 100 },
    );
    expect(weekdayOf(day('2026-11-21'))).toBe(6);
  });
  test('the day at an instant is the one of the time zone, when clocks change too', () => {
    // In Chicago clocks go back on 1 November 2026 at 07:00 UTC and forward on 8 March 2026 at 08:00 UTC.
    expect(dayAt(new Date('2026-11-01T04:59:59Z'), 'America/Chicago')).toBe('2026-10-31');
    expect(dayAt(new Date('2026-11-01T05:00:00Z'), 'America/Chicago')).toBe('2026-11-01');
    expect(dayAt(new Date('2026-11-02T05:59:59Z'), 'America/Chicago')).toBe('2026-11-01');
    expect(dayAt(new Date('2026-11-02T06:00:00Z'), 'America/Chicago')).toBe('2026-11-02');
    expect(dayAt(new Date('2026-03-08T05:59:59Z'), 'America/Chicago')).toBe('2026-03-07');
    expect(dayAt(new Date('2026-03-09T04:59:59Z'), 'America/Chicago')).toBe('2026-03-08');
    expect(dayAt(new Date('2026-03-09T05:00:00Z'), 'America/Chicago')).toBe('2026-03-09');
  });
  test('time that passes never turns a day back, in any zone', () => {
    const zone = fc.constantFrom('America/Chicago', 'Europe/London', 'Pacific/Auckland', 'Asia/Kolkata', 'UTC');
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 0, max: 4_000_000 }),
        fc.integer({ min: 0, max: 100_000 }),
        (of, at, later) => {
          const begin = Date.UTC(2020, 0, 1);
          const [first, second] = [at, at + later].map((minutes) => dayAt(new Date(begin + minutes * 60_000), of)) as [
            Day,
            Day,
          ];
          expect(first <= second).toBe(true);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('money', () => {
  test('decimal amounts become the minor units that were meant', () => {
    expect([1.005, 19.99, 0.1 + 0.2, -2.675, 1234.5].map((amount) => fromMajor(amount, 'USD').minor)).toEqual([
      101, 1999, 30, -268, 123450,
    ]);
    expect(fromMajor(1234.5, 'JPY').minor).toBe(1235);
    expect(fromMajor(1.2345, 'KWD').minor).toBe(1235);
  });
  test('minor units survive the way to a decimal and back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e11, max: 1e11 }), fc.constantFrom('USD', 'JPY', 'KWD'), (minor, currency) => {
        expect(fromMajor(toMajor(money(minor, currency)), currency).minor).toBe(minor);
      }),
      { numRuns: 300 },
    );
  });
  test('amounts of different currencies are never added', () => {
    expect(() => add(money(1, 'USD'), money(1, 'CAD'))).toThrow(RangeError);
    expect(add(money(1, 'USD'), money(2, 'USD'))).toEqual(money(3, 'USD'));
  });
  test('a portion is rounded half away from zero and lies within half a minor unit', () => {
    expect(portion(money(5, 'USD'), 1, 2).minor).toBe(3);
    expect(portion(money(-5, 'USD'), 1, 2).minor).toBe(-3);
    expect(Object.is(portion(money(0, 'USD'), -1, 2).minor, 0)).toBe(true);
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 0, max: 12 }), (minor, months) => {
        const share = portion(money(minor, 'USD'), months, 12).minor;
        expect(Math.abs(share - (minor * months) / 12)).toBeLessThanOrEqual(0.5);
      }),
      { numRuns: 200 },
    );
  });
  test('an amount is a whole number of minor units', () => {
    expect(() => money(1.5, 'USD')).toThrow(RangeError);
    expect(() => money(Number.NaN, 'USD')).toThrow(RangeError);
  });
});
