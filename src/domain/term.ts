/*
 * term       the paid period; its length and dues belong to it
 * comp       a term without dues by arrangement
 * expiry     last day of the term; drop date: the last day of the grace after it
 * renewal    a new term beginning at or after the old expiry; it happens on the day it is paid
 */
import { addDays, type Day, daysBetween } from './day.js';

export interface Term {
  readonly begins: Day;
  readonly ends: Day;
  readonly paid?: Day | undefined;
  readonly isComp: boolean;
}

export type TermState = 'future' | 'active' | 'grace' | 'lapsed';

/** What one term is on a day, whatever came after it. */
export function stateOn(term: Term, on: Day, graceDays: number): TermState {
  if (on < term.begins) return 'future';
  if (on <= term.ends) return 'active';
  return on <= dropDate(term, graceDays) ? 'grace' : 'lapsed';
}

/** Last day on which benefits are kept. */
export const dropDate = (term: Term, graceDays: number): Day => addDays(term.ends, graceDays);

/** A term counts once it is paid, or is complimentary. */
export const isHeld = (term: Term): boolean => term.isComp || term.paid !== undefined;

/** `next` continues `term`: it begins by the end of grace. Later than that it is a rejoin. */
export const continues = (next: Term, term: Term, graceDays: number): boolean =>
  next.begins > term.begins && next.begins <= addDays(dropDate(term, graceDays), 1);

export type TermLabel = 'renewed' | 'not renewed' | 'open';

/** Whether a term was renewed: settled at the end of grace, open until then. */
export function labelOn(term: Term, later: readonly Term[], on: Day, graceDays: number): TermLabel {
  const renewal = later.find(
    (next) => isHeld(next) && continues(next, term, graceDays) && (renewedOn(next) ?? on) <= on,
  );
  if (renewal) return 'renewed';
  return on > dropDate(term, graceDays) ? 'not renewed' : 'open';
}

/** The day a renewal happened: the day it was paid, or for a complimentary term the day it began. */
export const renewedOn = (term: Term): Day | undefined => term.paid ?? (term.isComp ? term.begins : undefined);

/** The terms held without a lapse up to a day, earliest first; the run that had begun by then. */
export function unbrokenRun(terms: readonly Term[], on: Day, graceDays: number): readonly Term[] {
  const held = terms.filter((term) => isHeld(term) && term.begins <= on).sort(byDays);
  let run: Term[] = [];
  let reached: Day | undefined;
  for (const term of held) {
    const goesOn = reached !== undefined && term.begins <= addDays(reached, graceDays + 1);
    run = goesOn ? [...run, term] : [term];
    reached = reached && reached > term.ends ? reached : term.ends;
  }
  return run;
}

const byDays = (left: Term, right: Term): number =>
  left.begins === right.begins ? (left.ends < right.ends ? -1 : 1) : left.begins < right.begins ? -1 : 1;

const DAYS_A_YEAR = 365.25;

export const yearsBetween = (from: Day, to: Day): number => daysBetween(from, to) / DAYS_A_YEAR;
