import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day, daysBetween } from '../../src/domain/day.js';
import {
  type Calendar,
  type CalendarWindow,
  calendarUnits,
  fiscalYear,
  fiscalYearOf,
  resolve,
} from '../../src/domain/window.js';

const calendar: Calendar = { today: day('2026-11-21'), fiscalYearStarts: '07-01', weekStarts: 'monday' };
const days = (window: CalendarWindow, on: string = calendar.today, more: Partial<Calendar> = {}) => {
  const { from, to } = resolve(window, { ...calendar, today: day(on), ...more });
  return `${from ?? ''}..${to ?? ''}`;
};

describe('windows as days', () => {
  test.each<[string, CalendarWindow, string]>([
    ['the last 30 days end today and are 30', { last: 30, unit: 'day' }, '2026-10-23..2026-11-21'],
    ['the next 30 days begin today and are 30', { next: 30, unit: 'day' }, '2026-11-21..2026-12-20'],
    ['last quarter', { calendar: 'quarter', offset: -1 }, '2026-07-01..2026-09-30'],
    ['this week begins on Monday', { calendar: 'week', offset: 0 }, '2026-11-16..2026-11-22'],
    ['last month', { calendar: 'month', offset: -1 }, '2026-10-01..2026-10-31'],
    ['this fiscal year', { calendar: 'fiscal_year', offset: 0 }, '2026-07-01..2027-06-30'],
    ['last fiscal quarter', { calendar: 'fiscal_quarter', offset: -1 }, '2026-07-01..2026-09-30'],
    ['since a day', { from: '2026-03-01' }, '2026-03-01..'],
    ['from today to the end of the year', { from: 'today', to: '2026-12-31' }, '2026-11-21..2026-12-31'],
    ['ever', 'ever', '..'],
  ])('%s', (_, window, expected) => {
    expect(days(window)).toBe(expected);
  });
  test('the week begins where the association says', () => {
    expect(days({ calendar: 'week', offset: 0 }, '2026-11-22', { weekStarts: 'sunday' })).toBe(
      '2026-11-22..2026-11-28',
    );
    expect(days({ calendar: 'week', offset: 0 }, '2026-11-21', { weekStarts: 'saturday' })).toBe(
      '2026-11-21..2026-11-27',
    );
  });
  test('the last month of a leap February is whole', () => {
    expect(days({ calendar: 'month', offset: -1 }, '2024-03-31')).toBe('2024-02-01..2024-02-29');
    expect(days({ last: 1, unit: 'month' }, '2026-03-31')).toBe('2026-03-01..2026-03-31');
  });
  test('a fiscal year is named by the year it ends in', () => {
    expect(fiscalYearOf(day('2026-06-30'), calendar)).toBe(2026);
    expect(fiscalYearOf(day('2026-07-01'), calendar)).toBe(2027);
    expect(fiscalYear(2026, calendar)).toEqual({ from: '2025-07-01', to: '2026-06-30' });
    expect(fiscalYear(2026, { ...calendar, fiscalYearStarts: '01-01' })).toEqual({
      from: '2026-01-01',
      to: '2026-12-31',
    });
  });

  const aDay = fc.integer({ min: -30_000, max: 30_000 }).map((offset) => addDays(day('2026-11-21'), offset));
  const start = fc.constantFrom('01-01', '04-06', '07-01', '10-01', '12-28');
  test('units of the calendar hold today, and follow one another without a gap', () => {
    fc.assert(
      fc.property(
        aDay,
        start,
        fc.constantFrom(...calendarUnits),
        fc.integer({ min: -9, max: 9 }),
        (today, fiscalYearStarts, unit, offset) => {
          const at = (of: number) => resolve({ calendar: unit, offset: of }, { ...calendar, today, fiscalYearStarts });
          const now = at(0);
          expect(now.from && now.to && now.from <= today && today <= now.to).toBe(true);
          const [here, next] = [at(offset), at(offset + 1)];
          if (!here.to || !next.from) throw new Error('calendar windows have both ends');
          expect(daysBetween(here.to, next.from)).toBe(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});
