/*
 * window    the stretch of days a condition looks at, as it was meant: "last quarter" stays last quarter and moves
 *           with the day, so that a stored definition is live
 * days      what a window comes to on a given day: first and last day, both included
 * calendar  what the association's own year and week look like, and which day it is
 */
import { addDays, addTo, type Day, type DayUnit, day, dayOf, monthOf, weekdayOf, yearOf } from './day.js';

export const calendarUnits = ['day', 'week', 'month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year'] as const;
export type CalendarUnit = (typeof calendarUnits)[number];

/** A bound is a day, or 'today', which moves. */
export type Bound = string;

export type CalendarWindow =
  /** That many days (weeks, ...) with today the last. */
  | { readonly last: number; readonly unit: DayUnit }
  /** That many with today the first. */
  | { readonly next: number; readonly unit: DayUnit }
  | { readonly from?: Bound | undefined; readonly to?: Bound | undefined }
  /** Whole units of the calendar: offset 0 is the present one, -1 the one before. */
  | { readonly calendar: CalendarUnit; readonly offset: number }
  | 'ever';

/** Belongs to each member's own dates. */
export type MemberWindow =
  /** Days from that day, both included: -90 to -1 is the 90 days before it. */
  | { readonly relativeTo: 'expiry' | 'join' | 'last_renewal'; readonly fromDays: number; readonly toDays: number }
  | { readonly term: 'current' | 'previous' };

export type Window = CalendarWindow | MemberWindow;

export interface Calendar {
  readonly today: Day;
  /** Month and day on which the fiscal year begins, MM-DD; the year is named by the year it ends in. */
  readonly fiscalYearStarts: string;
  readonly weekStarts: 'monday' | 'sunday' | 'saturday';
}

/** First and last day, both included; an absent end is open. */
export interface Days {
  readonly from?: Day;
  readonly to?: Day;
}

export const isMemberWindow = (window: Window): window is MemberWindow =>
  typeof window === 'object' && ('relativeTo' in window || 'term' in window);

/** The days a window comes to today. Windows of a member's own term have none: the population's compiler sees to them. */
export function resolve(window: CalendarWindow, calendar: Calendar): Days {
  const { today } = calendar;
  if (window === 'ever') return {};
  if ('last' in window) return { from: addDays(addTo(today, -window.last, window.unit), 1), to: today };
  if ('next' in window) return { from: today, to: addDays(addTo(today, window.next, window.unit), -1) };
  if ('calendar' in window) return calendarDays(window.calendar, window.offset, calendar);
  const bound = (text: Bound): Day => (text === 'today' ? today : day(text));
  return {
    ...(window.from !== undefined && { from: bound(window.from) }),
    ...(window.to !== undefined && { to: bound(window.to) }),
  };
}

function calendarDays(unit: CalendarUnit, offset: number, calendar: Calendar): Days {
  const first = addTo(firstOf(unit, calendar), offset, plainUnit[unit]);
  return { from: first, to: addDays(addTo(first, 1, plainUnit[unit]), -1) };
}

const plainUnit = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  fiscal_quarter: 'quarter',
  fiscal_year: 'year',
} as const satisfies Record<CalendarUnit, DayUnit>;

function firstOf(unit: CalendarUnit, calendar: Calendar): Day {
  const { today } = calendar;
  switch (unit) {
    case 'day':
      return today;
    case 'week': {
      const startsOn = { monday: 1, saturday: 6, sunday: 7 }[calendar.weekStarts];
      return addDays(today, -((weekdayOf(today) - startsOn + 7) % 7));
    }
    case 'month':
      return dayOf(yearOf(today), monthOf(today), 1);
    case 'quarter':
      return dayOf(yearOf(today), monthOf(today) - ((monthOf(today) - 1) % 3), 1);
    case 'year':
      return dayOf(yearOf(today), 1, 1);
    case 'fiscal_year':
      return fiscalYearStart(today, calendar);
    case 'fiscal_quarter':
      return fiscalQuarterStart(today, calendar);
  }
}

/** First day of the fiscal year a day lies in. */
export function fiscalYearStart(of: Day, { fiscalYearStarts }: Pick<Calendar, 'fiscalYearStarts'>): Day {
  const start = day(`${of.slice(0, 4)}-${fiscalYearStarts}`);
  return start <= of ? start : addTo(start, -1, 'year');
}

/** First day of the fiscal quarter a day lies in. */
export function fiscalQuarterStart(of: Day, calendar: Pick<Calendar, 'fiscalYearStarts'>): Day {
  const start = fiscalYearStart(of, calendar);
  const later = [3, 2, 1].find((quarters) => addTo(start, quarters, 'quarter') <= of);
  return addTo(start, later ?? 0, 'quarter');
}

/** The name of the fiscal year a day lies in: the year in which it ends. */
export function fiscalYearOf(of: Day, calendar: Calendar): number {
  const start = fiscalYearStart(of, calendar);
  return yearOf(addDays(addTo(start, 1, 'year'), -1));
}

/** The days of the fiscal year that ends in `year`. */
export const fiscalYear = (year: number, calendar: Calendar): Days =>
  calendarDays('fiscal_year', year - fiscalYearOf(calendar.today, calendar), calendar);
