/* Logins to the member portal. */
import { LOGINS_BEGIN } from './association.js';
import { browse } from './browsing.js';
import { type DayNumber, dayNumber, monthOf, textOf, yearOf } from './calendar.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { purposes, within } from './purposes.js';
import { Draws } from './random.js';
import { moodOn } from './renewal.js';

/** Logins from `from` to `to`; each half-year has a mean of its own. */
export function logIns(life: Life, from: DayNumber, to: DayNumber): void {
  const { nature, association, index } = life;
  const first = Math.max(from, LOGINS_BEGIN);
  if (nature.kind === 'organization' || first > to) return;
  const firstHalf = halfOf(first);
  const days: DayNumber[] = [];
  for (let half = firstHalf; half <= halfOf(to); half++) {
    const begins = dayNumber(half >> 1, half % 2 === 0 ? 1 : 7, 1);
    const draws = new Draws(association.seed, index, within(purposes.logins, half));
    const engagement = life.engagementIn(half >> 1);
    const mean = 0.6 * Math.exp(0.55 * nature.digital + 0.5 * engagement + 0.3 * moodOn(life.impressions, begins));
    for (let left = draws.poisson(mean, 7); left > 0; left--) {
      const on = begins + draws.whole(0, 180);
      if (on >= first && on <= to) days.push(on);
    }
  }
  for (const on of days.sort((left, right) => left - right)) logIn(life, on);
}

export function logIn(life: Life, on: DayNumber): void {
  if (on < LOGINS_BEGIN) return;
  const visit = life.ledger.number('Logins');
  const LoginId = `L${numbered(life.id, visit, 3)}`;
  life.loggedInOn.push(on);
  life.ledger.enter('Logins', LoginId, on, [], { LoginId, ID: life.id, OccurredOn: textOf(on) });
  browse(life, visit, on);
}

const halfOf = (day: DayNumber): number => yearOf(day) * 2 + (monthOf(day) > 6 ? 1 : 0);
