/** Years, and units counted from today's: "last quarter", "this fiscal year", "FY26", "2024-2026". */
import { dayOf } from '../domain/day.js';
import { type CalendarUnit, fiscalYear } from '../domain/window.js';
import { century, yearAt } from './months.js';
import { longestAt, pass, phraseAt, wordAt } from './phrases.js';
import type { Customs, Words } from './reading.js';
import { sayRange } from './say-day.js';
import { between, type Closed, fixed, type Stretch } from './stretch.js';

const offsets: Readonly<Record<string, number>> = {
  this: 0,
  current: 0,
  'the current': 0,
  present: 0,
  'the present': 0,
  ongoing: 0,
  running: 0,
  'this current': 0,
  'this present': 0,
  last: -1,
  previous: -1,
  prior: -1,
  next: 1,
  coming: 1,
  upcoming: 1,
};

export const units: Readonly<Record<string, CalendarUnit>> = {
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  qtr: 'quarter',
  year: 'year',
  yr: 'year',
  mo: 'month',
  mth: 'month',
  wk: 'week',
  'fiscal yr': 'fiscal_year',
  'calendar year': 'year',
  'calendar quarter': 'quarter',
  'calendar month': 'month',
  'fiscal year': 'fiscal_year',
  'financial year': 'fiscal_year',
  fiscal: 'fiscal_year',
  fy: 'fiscal_year',
  'fiscal quarter': 'fiscal_quarter',
  'financial quarter': 'fiscal_quarter',
};

/** "last quarter", "this fiscal year", "the year before last". */
export function relativeAt(words: Words, index: number, customs: Customs): Stretch[] {
  const modifier = longestAt(words, index, offsets);
  const unit = modifier && longestAt(words, modifier.end, units);
  const found =
    modifier && unit ? [fixed({ calendar: unit.meaning, offset: modifier.meaning }, unit.end, customs)] : [];
  const far = longestAt(words, index, units);
  const before = far && phraseAt(words, far.end, 'before last');
  const after = far && phraseAt(words, far.end, 'after next');
  if (far && before !== undefined) found.push(fixed({ calendar: far.meaning, offset: -2 }, before, customs));
  if (far && after !== undefined) found.push(fixed({ calendar: far.meaning, offset: 2 }, after, customs));
  return found;
}

/** "fiscal year 2026", "FY26", "fiscal 2026", "the 2026 fiscal year": named by the year it ends in. */
export function fiscalAt(words: Words, index: number, customs: Customs): Stretch[] {
  const glued = /^fy(\d\d|\d{4})$/.exec(wordAt(words, index));
  if (glued) return named(Number(glued[1]), index + 1, customs);
  const opener = longestAt(words, index, { 'fiscal year': 1, 'financial year': 1, fiscal: 1, fy: 1 });
  const digits = opener && /^(\d{4}|\d\d)$/.exec(wordAt(words, opener.end));
  if (opener && digits) return named(Number(digits[1]), opener.end + 1, customs);
  const year = yearAt(words, index);
  const closer = longestAt(words, index + 1, { 'fiscal year': 1, 'financial year': 1, fy: 1 });
  return year !== undefined && closer ? named(year, closer.end, customs) : [];
}

function named(digits: number, end: number, customs: Customs): Stretch[] {
  const year = digits < 100 ? century(digits) : digits;
  const days = fiscalYear(year, customs) as Closed;
  return [{ window: days, days, end, note: `fiscal year ${year}: ${sayRange(days)}` }];
}

/** "2026", "last year", "this year". */
export function calendarYearAt(
  words: Words,
  index: number,
  customs: Customs,
): { year: number; end: number } | undefined {
  const begin = pass(words, index, 'the');
  const digits = yearAt(words, begin);
  if (digits !== undefined) return { year: digits, end: begin + 1 };
  const offset = longestAt(words, begin, { 'this year': 0, 'last year': -1, 'next year': 1, year: 0 });
  if (!offset || (offset.end === begin + 1 && begin === index)) return undefined;
  return { year: Number(customs.today.slice(0, 4)) + offset.meaning, end: offset.end };
}

export function fiscalYearAt(words: Words, index: number, customs: Customs) {
  const [stretch] = [...fiscalAt(words, index, customs), ...relativeAt(words, index, customs)];
  if (!stretch || !('window' in stretch)) return undefined;
  const isFiscal = words.slice(index, stretch.end).some((word) => /^(fy\d*|fiscal|financial)$/i.test(word));
  return isFiscal ? { first: stretch.days.from, end: stretch.end } : undefined;
}

/** "2026", "the year 2026", "calendar 2026", "2024-2026". */
export function yearsAt(words: Words, index: number): Stretch[] {
  const begin = longestAt(words, index, { year: 1, 'calendar year': 1, calendar: 1 })?.end ?? index;
  const joined = /^((?:19|20)\d\d)[-–]((?:19|20)\d\d)$/.exec(wordAt(words, begin));
  const first = joined ? Number(joined[1]) : yearAt(words, begin);
  if (first === undefined) return [];
  const last = joined ? Number(joined[2]) : first;
  return last < first ? [] : exact(between(dayOf(first, 1, 1), dayOf(last, 12, 31)), begin + 1);
}

export const exact = (days: Closed, end: number, name?: string): Stretch[] => [
  { window: days, days, end, ...(name !== undefined && { note: `fiscal ${name}: ${sayRange(days)}` }) },
];
