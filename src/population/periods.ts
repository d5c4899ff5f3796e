/** Calendar periods a day falls in: week, month, quarter, year, as SQL, as a row without gaps, and as they are called. */
import { addDays, addTo, type Day, day, monthOf, yearOf } from '../domain/day.js';
import type { Calendar } from '../domain/window.js';
import { sayDay } from '../language/say-day.js';
import type { GroupKey } from './definition.js';

export type Period = NonNullable<GroupKey['by']>;

/** Days from the Monday before to the day weeks begin on. */
const weekShift = { monday: 0, saturday: 2, sunday: 1 } as const satisfies Record<Calendar['weekStarts'], number>;

/** First day of the period a date lies in, as SQL. */
export function periodSql(date: string, by: Period, { weekStarts }: Calendar): string {
  const shift = by === 'week' ? weekShift[weekStarts] : 0;
  return `(date_trunc('${by}', ((${date}) + ${shift})::timestamp)::date - ${shift})`;
}

/** First day of the period a day lies in. */
export function periodOf(of: Day, by: Period, { weekStarts }: Calendar): Day {
  switch (by) {
    case 'week': {
      const monday = new Date(`${of}T00:00:00Z`).getUTCDay() || 7;
      const since = (monday - 1 + weekShift[weekStarts]) % 7;
      return addDays(of, -since);
    }
    case 'month':
      return day(`${of.slice(0, 7)}-01`);
    case 'quarter':
      return day(`${of.slice(0, 4)}-${String(monthOf(of) - ((monthOf(of) - 1) % 3)).padStart(2, '0')}-01`);
    case 'year':
      return day(`${of.slice(0, 4)}-01-01`);
  }
}

/** Every period from one to another, both first days included. */
export function periodsBetween(first: Day, last: Day, by: Period): Day[] {
  const found: Day[] = [];
  for (let at = first; at <= last; at = addTo(at, 1, by)) found.push(at);
  return found;
}

const monthName = new Intl.DateTimeFormat('en-US', { month: 'long', timeZone: 'UTC' });

/** "March 2026", "Q3 2026", "2026", "week of 2 March 2026". */
export function sayPeriod(first: Day, by: Period): string {
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
  }
}
