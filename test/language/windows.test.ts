import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../src/domain/day.js';
import { calendarUnits, type Window } from '../../src/domain/window.js';
import type { Customs } from '../../src/language/reading.js';
import { sayWindow } from '../../src/language/say-window.js';
import { windowsAt } from '../../src/language/windows.js';
import { wordsOf } from '../../src/language/words.js';
import { customs } from './customs.js';

/** The readings of a whole phrase: window, and the tense it needs where it needs one. */
const read = (phrase: string, with_: Partial<Customs> = {}) => {
  const words = wordsOf(phrase);
  return windowsAt(words, 0, { ...customs, ...with_ })
    .filter(({ end }) => end === words.length)
    .map(({ value, tense }) => (tense ? { [tense]: value } : value));
};
const notes = (phrase: string, with_: Partial<Customs> = {}) =>
  windowsAt(wordsOf(phrase), 0, { ...customs, ...with_ }).flatMap(({ note }) => note ?? []);

describe('windows with one meaning', () => {
  test.each<[string, Window]>([
    ['last quarter', { calendar: 'quarter', offset: -1 }],
    ['in the past 90 days', { last: 90, unit: 'day' }],
    ['the last two weeks', { last: 2, unit: 'week' }],
    ['over the past year', { last: 1, unit: 'year' }],
    ['in the last year', { last: 1, unit: 'year' }],
    ['last year', { calendar: 'year', offset: -1 }],
    ['next month', { calendar: 'month', offset: 1 }],
    ['in the next 60 days', { next: 60, unit: 'day' }],
    ['this fiscal year', { calendar: 'fiscal_year', offset: 0 }],
    ['fiscal year 2026', { from: '2025-07-01', to: '2026-06-30' }],
    ['FY26', { from: '2025-07-01', to: '2026-06-30' }],
    ['Q1 of fiscal year 2027', { from: '2026-07-01', to: '2026-09-30' }],
    ['Q3 2026', { from: '2026-07-01', to: '2026-09-30' }],
    ['second half of 2025', { from: '2025-07-01', to: '2025-12-31' }],
    ['since March', { from: '2026-03-01' }],
    ['since the start of the fiscal year', { from: '2026-07-01' }],
    ['from the start of 2025', { from: '2025-01-01' }],
    ['from the beginning of 2025', { from: '2025-01-01' }],
    ['since last Monday', { from: '2026-11-16' }],
    ['after 1 March 2026', { from: '2026-03-02' }],
    ['in March 2026', { from: '2026-03-01', to: '2026-03-31' }],
    ['January-March 2025', { from: '2025-01-01', to: '2025-03-31' }],
    ['between January and March 2025', { from: '2025-01-01', to: '2025-03-31' }],
    ['from November 2025 to February', { from: '2025-11-01', to: '2026-02-28' }],
    ['between 1 March 2026 and today', { from: '2026-03-01', to: 'today' }],
    ['in 2024', { from: '2024-01-01', to: '2024-12-31' }],
    ['2024-2025', { from: '2024-01-01', to: '2025-12-31' }],
    ['3 months ago', { calendar: 'month', offset: -3 }],
    ['the year before last', { calendar: 'year', offset: -2 }],
    ['recently', { last: 90, unit: 'day' }],
    ['year to date', { calendar: 'year', offset: 0 }],
    ['yesterday', { calendar: 'day', offset: -1 }],
    ['the 90 days before expiry', { relativeTo: 'expiry', fromDays: -90, toDays: -1 }],
    ['in the 30 days after joining', { relativeTo: 'join', fromDays: 1, toDays: 30 }],
    ['their first 90 days', { relativeTo: 'join', fromDays: 0, toDays: 89 }],
    ['within 30 days of joining', { relativeTo: 'join', fromDays: 0, toDays: 30 }],
    ['the current term', { term: 'current' }],
  ])('%s', (phrase, window) => {
    expect(read(phrase)).toEqual([window]);
  });
});

describe('windows the verb must settle, or a person', () => {
  test('a bare month is the latest one in the past and the coming one in the future', () => {
    expect(read('in March')).toEqual([
      { past: { from: '2026-03-01', to: '2026-03-31' } },
      { future: { from: '2027-03-01', to: '2027-03-31' } },
    ]);
  });
  test('the month it is needs no tense', () => {
    expect(read('in November')).toEqual([{ from: '2026-11-01', to: '2026-11-30' }]);
  });
  test('a bare duration runs back or forward', () => {
    expect(read('in 6 months')).toEqual([{ past: { last: 6, unit: 'month' } }, { future: { next: 6, unit: 'month' } }]);
  });
  test('"in the last quarter" is asked: 3 months to today, or the calendar quarter', () => {
    expect(read('in the last quarter')).toEqual([
      { last: 1, unit: 'quarter' },
      { calendar: 'quarter', offset: -1 },
    ]);
  });
  test('a winter that crosses the year is the last whole one or the coming one', () => {
    expect(read('between December and February')).toEqual([
      { past: { from: '2025-12-01', to: '2026-02-28' } },
      { future: { from: '2026-12-01', to: '2027-02-28' } },
    ]);
  });
  test('"before year end" includes the last day of the year', () => {
    expect(read('before year end')).toEqual([
      { past: { to: '2026-12-31' } },
      { future: { from: 'today', to: '2026-12-31' } },
    ]);
  });
  test('1/3/26 is both days when the order is asked, one and said otherwise', () => {
    expect(read('since 1/3/26', { dateOrder: 'ask' })).toEqual([{ from: '2026-01-03' }, { from: '2026-03-01' }]);
    expect(read('since 1/3/26')).toEqual([{ from: '2026-01-03' }]);
    expect(notes('since 1/3/26')).toEqual(['1/3/26 read as 3 January 2026']);
    expect(read('since 1/3/26', { dateOrder: 'dmy' })).toEqual([{ from: '2026-03-01' }]);
  });
  test('a day only one order can have is read by that order, and said', () => {
    expect(read('on 13/4/26', { dateOrder: 'ask' })).toEqual([{ from: '2026-04-13', to: '2026-04-13' }]);
    expect(notes('on 13/4/26')).toEqual(['13/4/26 read as 13 April 2026']);
  });
  test('"within 60 days" counts 0 to 60 days from today', () => {
    expect(read('within 60 days')).toEqual([
      { past: { last: 60, unit: 'day' } },
      { future: { next: 61, unit: 'day' } },
    ]);
  });
});

test('words that name no window give none', () => {
  for (const phrase of ['members', 'the conference', 'maybe', '3 members', 'in Texas', '31 February', 'before that'])
    expect(windowsAt(wordsOf(phrase), 0, customs)).toEqual([]);
});

const aDay = fc.integer({ min: -20_000, max: 20_000 }).map((offset) => addDays(day('2026-11-21'), offset));
const unit = fc.constantFrom('day' as const, 'week' as const, 'month' as const, 'quarter' as const, 'year' as const);
const span = fc.tuple(aDay, fc.nat(3000)).map(([from, length]) => ({ from, to: addDays(from, length) }));
const count = fc.integer({ min: 1, max: 400 });
const memberWindow = fc
  .record({
    relativeTo: fc.constantFrom('expiry' as const, 'join' as const, 'last_renewal' as const),
    fromDays: fc.integer({ min: -400, max: 400 }),
    length: fc.nat(400),
  })
  .map(({ relativeTo, fromDays, length }) => ({ relativeTo, fromDays, toDays: fromDays + length }));
const aWindow: fc.Arbitrary<Window> = fc.oneof(
  fc.record({ last: count, unit }),
  fc.record({ next: count, unit }),
  fc.record({ calendar: fc.constantFrom(...calendarUnits), offset: fc.integer({ min: -40, max: 40 }) }),
  span,
  aDay.map((from) => ({ from })),
  aDay.map((to) => ({ to })),
  aDay.map((to) => ({ from: 'today', to })),
  aDay.map((from) => ({ from, to: 'today' })),
  memberWindow,
  fc.constantFrom<Window>({ term: 'current' }, { term: 'previous' }, 'ever'),
);

/** From a later day to today: no window, and never read as one. */
const isBackwards = (window: Window, today: string): boolean =>
  typeof window === 'object' &&
  'from' in window &&
  window.to !== undefined &&
  (window.from === 'today' ? today : (window.from ?? '')) > (window.to === 'today' ? today : window.to);

test('what is printed of a window is read back as that window', () => {
  fc.assert(
    fc.property(aWindow, aDay, (window, today) => {
      fc.pre(!isBackwards(window, today));
      const said = sayWindow(window);
      const words = wordsOf(said);
      const values = windowsAt(words, 0, { ...customs, today })
        .filter(({ end }) => end === words.length)
        .map(({ value }) => value);
      expect(values, said).toContainEqual(window);
    }),
    { numRuns: 400 },
  );
});

test('whatever the words, a reading stays within the sentence and its days are in order', () => {
  const word = fc.constantFrom(
    ...'in the last next past this 90 3 days weeks months quarter year fiscal since before after between and to March May 2026 Q3 FY26 1/3/26 first half of end start ago today monday expiry joining 15th'.split(
      ' ',
    ),
  );
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 7 }), (words) => {
      for (const { value, end } of windowsAt(words, 0, customs)) {
        expect(end).toBeGreaterThan(0);
        expect(end).toBeLessThanOrEqual(words.length);
        expect(isBackwards(value, customs.today), `${words.join(' ')}: ${JSON.stringify(value)}`).toBe(false);
      }
    }),
    { numRuns: 500 },
  );
});
