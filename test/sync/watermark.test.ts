import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seriesOf } from '../../src/sync/sources/events.js';
import { askSince, newestOf, siteTime, watermarkAfter } from '../../src/sync/watermark.js';

const time = fc
  .date({ min: new Date('2020-01-01T00:00:00Z'), max: new Date('2029-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 19));

test('a watermark is never later than the beginning of the reading that proved it, and never goes back', () => {
  fc.assert(
    fc.property(time, time, fc.nat(3_600_000), (known, newest, took) => {
      const watermark = watermarkAfter(known, newest, took);
      const began = Date.parse(`${newest}Z`) - took;
      expect(watermark !== undefined && watermark >= known).toBe(true);
      if (watermark !== known) expect(Date.parse(`${watermark}Z`)).toBeLessThanOrEqual(began);
    }),
  );
});

test('what is asked for next begins at least ten minutes before the watermark', () => {
  fc.assert(
    fc.property(time, fc.nat(10_000), (watermark, turn) => {
      const overlap = Date.parse(`${watermark}Z`) - Date.parse(`${askSince(watermark, turn)}Z`);
      expect(overlap).toBeGreaterThanOrEqual(600_000);
      expect(overlap).toBeLessThan(660_000);
    }),
  );
});

test('a reading without rows proves nothing', () => {
  expect(watermarkAfter(undefined, undefined, 5)).toBeUndefined();
  expect(watermarkAfter('2026-01-05T09:00:00', undefined, 5)).toBe('2026-01-05T09:00:00');
});

test('times that lie ahead of the site’s own clock are not believed', () => {
  const now = new Date('2026-07-01T17:00:00Z');
  expect(siteTime(now, 'America/Chicago')).toBe('2026-07-01T12:00:00');
  expect(newestOf(['2026-07-01T11:59:59', '2026-07-01T17:00:00', undefined], now, 'America/Chicago')).toBe(
    '2026-07-01T11:59:59',
  );
});

test('an event is of the series that its name without the year names', () => {
  const series: readonly (readonly [string, string])[] = [
    ['Annual Conference 2025', 'Annual Conference'],
    ['2026 Annual Conference', 'Annual Conference'],
    ['Annual Conference (2024): Austin', 'Annual Conference: Austin'],
    ['Leadership Day – 2023', 'Leadership Day'],
    ['Summit ’25', 'Summit'],
    ['Webinar 101: budgets', 'Webinar 101: budgets'],
    ['Webinar: Data Privacy Basics (December 2025)', 'Webinar: Data Privacy Basics'],
    ['Spring Meeting, 12 March 2024', 'Spring Meeting'],
    ['March for Science 2024', 'March for Science'],
    ['2025', '2025'],
  ];
  expect(series.map(([name]) => seriesOf(name))).toEqual(series.map(([, without]) => without));
});
