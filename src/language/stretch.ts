/*
 * stretch  days as they were named: fixed ("last quarter", "March 2026"), or coming back every year ("March", "Q3",
 *          "the 15th of April") until the verb's tense says which one is meant
 */
import type { Day } from '../domain/day.js';
import { type CalendarWindow, type Days, resolve } from '../domain/window.js';
import type { Customs, Tense } from './reading.js';
import { sayRange } from './say-day.js';

export type Closed = Required<Days>;

export type Stretch = { readonly end: number; readonly note?: string } & (Fixed | Recurring);

interface Fixed {
  readonly window: CalendarWindow;
  readonly days: Closed;
}

interface Recurring {
  readonly name: string;
  /** The latest one that has begun. */
  readonly past: Closed;
  /** The first one that has not ended. */
  readonly future: Closed;
  /** Of that calendar (or fiscal) year, where it has one: there is no 29 February in 2026. */
  readonly inYear?: (year: number) => Closed | undefined;
}

export interface Settled {
  readonly window: CalendarWindow;
  readonly days: Closed;
  readonly tense?: Tense;
  readonly note?: string;
}

export const fixed = (window: CalendarWindow, end: number, customs: Customs, note?: string): Stretch => {
  const days = resolve(window, customs);
  return { window, days: days as Closed, end, ...(note !== undefined && { note }) };
};

export const between = (from: Day, to: Day): { from: Day; to: Day } => ({ from, to });

/** What comes back every year. */
export function yearly(
  name: string,
  inYear: NonNullable<Recurring['inYear']>,
  end: number,
  customs: Customs,
): Stretch[] {
  const year = Number(customs.today.slice(0, 4));
  // 29 February stays away for eight years at most (1896 to 1904).
  const years = Array.from({ length: 18 }, (_, offset) => inYear(year - 9 + offset)).filter(
    (days) => days !== undefined,
  );
  const past = years.filter((days) => days.from <= customs.today).at(-1);
  const future = years.find((days) => days.to >= customs.today);
  return past && future ? [{ name, past, future, inYear, end }] : [];
}

/** The stretch in the past and in the future; one reading when both are the same days. */
export function settle(stretch: Stretch): Settled[] {
  if ('window' in stretch) {
    const { window, days, note } = stretch;
    return [{ window, days, ...(note !== undefined && { note }) }];
  }
  const { past, future, name } = stretch;
  const read = (days: Closed): Settled => ({ window: days, days, note: `${name} read as ${sayRange(days)}` });
  if (past.from === future.from) return [read(past)];
  return [
    { ...read(past), tense: 'past' },
    { ...read(future), tense: 'future' },
  ];
}

/** The word "today": a bound that moves. */
export const isToday = (window: CalendarWindow): boolean =>
  typeof window === 'object' && 'calendar' in window && window.calendar === 'day' && window.offset === 0;
