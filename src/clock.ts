import { type Day, dayAt } from './domain/day.js';

/** The only source of the time. Tests and evaluations pin it. */
export interface Clock {
  now(): Date;
  /** Today in the association's time zone. */
  today(): Day;
  readonly timeZone: string;
}

export const systemClock = (timeZone: string): Clock => ({
  now: () => new Date(),
  today: () => dayAt(new Date(), timeZone),
  timeZone,
});

/** Stands still at noon UTC of a day. */
export const pinnedClock = (today: Day, timeZone = 'UTC'): Clock => ({
  now: () => new Date(`${today}T12:00:00Z`),
  today: () => today,
  timeZone,
});

/** Runs on from the given instant: a sandbox "as of" a day whose minutes still pass. */
export function shiftedClock(today: Day, timeZone: string): Clock {
  const shift = Date.parse(`${today}T12:00:00Z`) - Date.now();
  const now = () => new Date(Date.now() + shift);
  return { now, today: () => dayAt(now(), timeZone), timeZone };
}
