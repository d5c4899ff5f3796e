/* A window of a tool that belongs to no member's own term, as days. */

import { type Days, isMemberWindow, resolve, type Window } from '../src/domain/window.js';
import { ExpectedError } from '../src/errors.js';
import type { View } from './perspective.js';

class WindowOfEachMember extends ExpectedError {
  readonly kind = 'window_of_each_member';
  constructor() {
    super(
      "A window of each member's own term has no days of its own here.",
      'Give days, or a window such as the last 30 days, this year or the last quarter.',
    );
  }
}

/** First and last day, both included; an absent end is open. */
export function daysOf(window: Window, { calendar }: View): Days {
  if (isMemberWindow(window)) throw new WindowOfEachMember();
  return resolve(window, calendar);
}

/** " from 2026-07-01 to 2026-09-30", " since 2026-07-01", " until 2026-09-30", "". */
export function between(from: string | undefined, to: string | undefined): string {
  if (from && to) return from === to ? ` on ${from}` : ` from ${from} to ${to}`;
  if (from) return ` since ${from}`;
  return to ? ` until ${to}` : '';
}
