/** What a definition is said with: the day, the association's values, and names for what is shown by id. */
import { isMemberWindow, resolve } from '../domain/window.js';
import { sayDay } from '../language/say-day.js';
import { sayWindow } from '../language/say-window.js';
import type { Window } from './definition.js';
import type { Perspective } from './perspective.js';
import type { Entry, Vocabulary } from './vocabulary.js';

/** Names for what is shown by id (an employer, a member of staff); undefined: the id itself. */
export type Naming = (field: string, id: string) => string | undefined;

export interface Speaker {
  readonly perspective: Pick<Perspective, 'calendar' | 'graceDays' | 'reach'>;
  readonly vocabulary: Vocabulary;
  readonly naming: Naming;
  /** Said of one member: "who is", not "who are". */
  readonly isOne?: boolean;
}

/** A window with its days: "between 1 July 2026 and 30 September 2026"; '' for any time. */
export function sayDaysOf(window: Window, { perspective }: Speaker): string {
  if (window === 'ever') return '';
  if (!isMemberWindow(window)) {
    const { from, to } = resolve(window, perspective.calendar);
    if (from && !to && from <= perspective.calendar.today) return `since ${sayDay(from)}`;
    return sayWindow({ from, to });
  }
  const said = sayWindow(window);
  return said.startsWith('the ') ? `in ${said}` : said;
}

/** "A or B", by name. */
export const namesOf = (ids: readonly string[] | undefined, entries: readonly Entry[]): string =>
  (ids ?? []).map((id) => entries.find((entry) => entry.id === id)?.name ?? id).join(' or ');

export const article = (noun: string): string => (/^[aeiou]/i.test(noun) ? 'an' : 'a');
