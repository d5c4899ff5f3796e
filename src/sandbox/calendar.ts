/*
 * Days as whole numbers since 1970-01-01, for arithmetic in the generator's loops, and back to the Day that is served.
 */
import type { Day } from '../domain/day.js';

export type DayNumber = number;
const DAY_MS = 86_400_000;

export const numberOf = (day: Day | string): DayNumber => Math.round(Date.parse(`${day}T00:00:00Z`) / DAY_MS);

// Birth dates reach back to the 1930s: days from 1920 on are kept as text once written.
const EARLIEST = -18_262;
const written: Day[] = [];

export function textOf(number: DayNumber): Day {
  const place = number - EARLIEST;
  const known = written[place];
  if (known !== undefined) return known;
  const text = new Date(number * DAY_MS).toISOString().slice(0, 10) as Day;
  if (place >= 0) written[place] = text;
  return text;
}

// Year and month of every day from 1920 on, worked out once each: a life asks for them thousands of times.
const months = new Uint16Array(100_000);

function monthCount(number: DayNumber): number {
  const place = number - EARLIEST;
  const known = months[place];
  if (known) return known;
  const date = new Date(number * DAY_MS);
  const count = (date.getUTCFullYear() - 1900) * 12 + date.getUTCMonth();
  if (place >= 0) months[place] = count;
  return count;
}

export const yearOf = (number: DayNumber): number => 1900 + Math.floor(monthCount(number) / 12);
/** 1 to 12. */
export const monthOf = (number: DayNumber): number => (monthCount(number) % 12) + 1;
export const dayNumber = (year: number, month: number, day: number): DayNumber =>
  Math.round(Date.UTC(year, month - 1, day) / DAY_MS);

/** The first day of the month `months` after the month of `number`. */
export const monthStart = (number: DayNumber, months = 0): DayNumber =>
  dayNumber(yearOf(number), monthOf(number) + months, 1);

/** Monday is 1, Sunday 7; 1970-01-01 was a Thursday. */
export const weekdayOf = (number: DayNumber): number => ((((number + 3) % 7) + 7) % 7) + 1;

/**
 * When a generated row says it changed: in the first five minutes of the day, as after a nightly posting. A row of
 * today is then never dated later than the time it is read at.
 */
export function stampOf(number: DayNumber, hash: number): string {
  const second = hash % 60;
  return `${textOf(number)}T00:0${(hash >>> 8) % 5}:${second < 10 ? '0' : ''}${second}`;
}
