/**
 * Periods a day falls in, of the calendar or of the fiscal year: as SQL, as a row without gaps, and as they are called.
 */
import { addDays, addTo, type Day, type DayUnit, day, monthOf, yearOf } from '../domain/day.js';
import { type Calendar, fiscalQuarterStart, fiscalYearOf, fiscalYearStart } from '../domain/window.js';
import { sayDay } from '../language/say-day.js';
import type { GroupKey } from './definition.js';

export type Period = NonNullable<GroupKey['by']>;

/** Days from the Monday before to the day weeks begin on. */
const weekShift = { monday: 0, saturday: 2, sunday: 1 } as const satisfies Record<Calendar['weekStarts'], number>;

/** First day of the period a date lies in, as SQL. */
export function periodSql(date: string, by: Period, { weekStarts, fiscalYearStarts }: Calendar): string {
  switch (by) {
    case 'fiscal_year':
      return fiscalYearSql(`(${date})`, fiscalYearStarts);
    case 'fiscal_quarter':
      return `(select max((f.start + q.months * interval '1 month')::date)
        from (select ${fiscalYearSql(`(${date})`, fiscalYearStarts)} as start) f, (values (0), (3), (6), (9)) q (months)
        where (f.start + q.months * interval '1 month')::date <= (${date}))`;
    default: {
      const shift = by === 'week' ? weekShift[weekStarts] : 0;
      return `(date_trunc('${by}', ((${date}) + ${shift})::timestamp)::date - ${shift})`;
    }
  }
}

/** First day of the fiscal year; month and day are settings that were checked, not text of a request. */
function fiscalYearSql(date: string, starts: string): string {
  const [month, of] = starts.split('-').map(Number);
  return `(make_date(extract(year from ${date})::integer
    - case when to_char(${date}, 'MM-DD') < '${starts}' then 1 else 0 end, ${month}, ${of}))`;
}

/** First day of the period a day lies in. */
export function periodOf(of: Day, by: Period, calendar: Calendar): Day {
  switch (by) {
    case 'week': {
      const monday = new Date(`${of}T00:00:00Z`).getUTCDay() || 7;
      const since = (monday - 1 + weekShift[calendar.weekStarts]) % 7;
      return addDays(of, -since);
    }
    case 'month':
      return day(`${of.slice(0, 7)}-01`);
    case 'quarter':
      return day(`${of.slice(0, 4)}-${String(monthOf(of) - ((monthOf(of) - 1) % 3)).padStart(2, '0')}-01`);
    case 'year':
      return day(`${of.slice(0, 4)}-01-01`);
    case 'fiscal_quarter':
      return fiscalQuarterStart(of, calendar);
    case 'fiscal_year':
      return fiscalYearStart(of, calendar);
  }
}

const steps = {
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  fiscal_quarter: 'quarter',
  fiscal_year: 'year',
} as const satisfies Record<Period, DayUnit>;

/** Every period from one to another, both first days included. */
export function periodsBetween(first: Day, last: Day, by: Period, calendar: Calendar): Day[] {
  const found: Day[] = [];
  // From inside the step before: a month that is short would otherwise shorten all that follow.
  for (let at = first; at <= last; at = periodOf(addDays(addTo(at, 1, steps[by]), 3), by, calendar)) found.push(at);
  return found;
}

const monthName = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** "March 2026", "Q3 2026", "2026", "week of 2 March 2026", "fiscal year 2027", "Q2 of fiscal year 2027". */
export function sayPeriod(first: Day, by: Period, calendar: Calendar): string {
  const year = yearOf(first);
  switch (by) {
    case 'week':
      return `week of ${sayDay(first)}`;
    case 'month':
      return `${monthName.format(new Date(`${first}T00:00:00Z`))} ${year}`;
    case 'quarter':
      return `Q${Math.ceil(monthOf(first) / 3)} ${year}`;
    case 'year':
      return String(year);
    case 'fiscal_year':
      return `fiscal year ${fiscalYearOf(first, calendar)}`;
    case 'fiscal_quarter':
      return `Q${quarterOfFiscalYear(first, calendar)} of fiscal year ${fiscalYearOf(first, calendar)}`;
  }
}

function quarterOfFiscalYear(first: Day, calendar: Calendar): number {
  const start = fiscalYearStart(first, calendar);
  return [0, 1, 2, 3].findLastIndex((quarters) => addTo(start, quarters, 'quarter') <= first) + 1;
}

/** "fiscal quarter": as people say it. */
export const periodName = (by: Period): string => by.replace('_', ' ');
