/*
 * Whose rows, on which day, by whose rules: what a definition is evaluated in. None of it can be left out.
 */
import type { Scope } from '../domain/actor.js';
import type { Day } from '../domain/day.js';
import type { Calendar } from '../domain/window.js';
import type { EventKind } from './definition.js';

/** First day of the data, by kind of event; a kind that is absent has no data, and whatever asks for it is unknown. */
export type Reach = Readonly<Partial<Record<EventKind, Day>>>;

export interface Perspective {
  readonly scope: Scope;
  readonly calendar: Calendar;
  /** Days for which benefits are kept after the term ends. */
  readonly graceDays: number;
  readonly reach: Reach;
}

/** From the actor's scope, the clock's day, the association's settings and what sync measured. */
export const perspectiveOf = (
  scope: Scope,
  today: Day,
  association: Pick<Calendar, 'fiscalYearStarts' | 'weekStarts'> & { readonly graceDays: number },
  reach: Reach,
): Perspective => ({
  scope,
  calendar: { today, fiscalYearStarts: association.fiscalYearStarts, weekStarts: association.weekStarts },
  graceDays: association.graceDays,
  reach,
});
