/*
 * A Day is a calendar day in the association's time zone, written YYYY-MM-DD: no hour, no offset.
 * Comparing two days as strings compares them in time. Arithmetic is done in UTC, where no day has 23 or 25 hours.
 */
declare const dayBrand: unique symbol;
export type Day = string & { readonly [dayBrand]: true };

export type DayUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

const DAY_MS = 86_400_000;
const EARLIEST_YEAR = 1;
const LATEST_YEAR = 9999;

/** True for a real calendar day between 0001-01-01 and 9999-12-31: '2026-02-30' is none. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  // Every date a site sends passes here: three numbers are compared in a tenth of the time a Date takes.
  const [year, month, ofMonth] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8, 10))];
  if (year < EARLIEST_YEAR || year > LATEST_YEAR || month < 1 || month > 12) return false;
  return ofMonth >= 1 && ofMonth <= daysInMonth(year, month);
}

/** The day a text spells, or a RangeError: for literals and for text already checked. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`not a calendar day: ${text}`);
  return text;
}

export const dayOf = (year: number, month: number, dayOfMonth: number): Day =>
  day(
    `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(Math.min(dayOfMonth, daysInMonth(year, month))).padStart(2, '0')}`,
  );

export const yearOf = (of: Day): number => Number(of.slice(0, 4));
/** 1 to 12. */
export const monthOf = (of: Day): number => Number(of.slice(5, 7));
/** 1 to 31. */
export const dayOfMonth = (of: Day): number => Number(of.slice(8, 10));
/** Monday is 1, Sunday 7 (ISO 8601). */
export const weekdayOf = (of: Day): number => new Date(toMillis(of)).getUTCDay() || 7;

export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `count` units later, or earlier when negative. Months keep the day of the month where there is one: 31 January + 1 month is 28 or 29 February. */
export function addTo(of: Day, count: number, unit: DayUnit): Day {
  if (unit === 'day' || unit === 'week') return fromMillis(toMillis(of) + count * (unit === 'week' ? 7 : 1) * DAY_MS);
  const months = count * { month: 1, quarter: 3, year: 12 }[unit];
  const index = yearOf(of) * 12 + (monthOf(of) - 1) + months;
  return dayOf(Math.floor(index / 12), (index % 12) + 1, dayOfMonth(of));
}

export const addDays = (of: Day, count: number): Day => addTo(of, count, 'day');

/** Whole days from `from` to `to`: 0 for the same day, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => Math.round((toMillis(to) - toMillis(from)) / DAY_MS);

// To make one takes 150 microseconds, to use it two.
const calendars = new Map<string, Intl.DateTimeFormat>();

/** The day it is, in `timeZone` (an IANA name), at that instant. */
export function dayAt(instant: Date, timeZone: string): Day {
  const known = calendars.get(timeZone);
  if (known) return day(known.format(instant));
  const made = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  calendars.set(timeZone, made);
  return day(made.format(instant));
}

const toMillis = (of: Day): number => Date.parse(`${of}T00:00:00Z`);
const fromMillis = (millis: number): Day => day(new Date(millis).toISOString().slice(0, 10));
