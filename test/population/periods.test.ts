/** Periods of the calendar and of the fiscal year: SQL and the row of periods agree on every day. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addDays, day } from '../../src/domain/day.js';
import { type Period, periodOf, periodSql, periodsBetween, sayPeriod } from '../../src/population/periods.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store.close());

const periods: readonly Period[] = ['week', 'month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'];
const calendar = (fiscalYearStarts: string) => ({
  today: day('2026-11-21'),
  fiscalYearStarts,
  weekStarts: 'sunday' as const,
});

test('a day is put into the same period by SQL and by hand, whenever the fiscal year begins', async () => {
  for (const starts of ['07-01', '01-01', '04-06', '10-28'])
    for (const by of periods) {
      const found = await store.query<{ on_day: string; first: string }>(
        `select d::date::text as on_day, ${periodSql('d::date', by, calendar(starts))}::text as first
         from generate_series('2023-12-20'::date, '2027-01-10'::date, interval '3 days') d`,
      );
      for (const { on_day, first } of found.rows)
        expect([starts, by, on_day, first]).toEqual([starts, by, on_day, periodOf(day(on_day), by, calendar(starts))]);
    }
});

test('periods follow one another without a gap', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...periods),
      fc.constantFrom('07-01', '04-06', '10-28'),
      fc.nat(2000),
      (by, starts, since) => {
        const first = periodOf(addDays(day('2020-01-01'), since), by, calendar(starts));
        const row = periodsBetween(first, addDays(first, 900), by, calendar(starts));
        row.forEach((one, index) => {
          expect(periodOf(one, by, calendar(starts))).toBe(one);
          if (index > 0) expect(periodOf(addDays(one, -1), by, calendar(starts))).toBe(row[index - 1]);
        });
      },
    ),
  );
});

test('a fiscal year is named by the year it ends in', () => {
  expect(sayPeriod(day('2026-07-01'), 'fiscal_year', calendar('07-01'))).toBe('fiscal year 2027');
  expect(sayPeriod(day('2026-10-01'), 'fiscal_quarter', calendar('07-01'))).toBe('Q2 of fiscal year 2027');
  expect(sayPeriod(day('2026-01-01'), 'fiscal_year', calendar('01-01'))).toBe('fiscal year 2026');
});
