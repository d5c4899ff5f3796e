/*
 * Patterns over time said with counts alone: the first one, the last one, stopped, resumed. Each is a tree of counted
 * events, so that what lies before the data stays unknown by the same rule.
 */
import { addDays, addTo, type Day } from '../domain/day.js';
import { type Calendar, type Days, isMemberWindow, resolve } from '../domain/window.js';
import type { Count, Definition, Window } from './definition.js';

export type Lifecycle = Extract<Definition, { op: 'lifecycle' }>;
export type Last = Extract<Definition, { op: 'last' }>;

const ANY: Count = { is: 'gte', value: 1 };
const NONE: Count = { is: 'eq', value: 0 };
/** A habit: so many in the months before. */
export const HABIT: Count = { is: 'gte', value: 3 };
export const HABIT_MONTHS = 12;

type Pattern = Pick<Lifecycle, 'kind' | 'where'>;

const counted = ({ kind, where }: Pattern, count: Count, window: Window): Definition => ({
  op: 'event',
  kind,
  ...(where && { where }),
  count,
  window,
});

/** The days of a pattern's window; undefined where it has none of its own (a member's term). */
export const daysOfPattern = (window: Window, calendar: Calendar): Days | undefined =>
  isMemberWindow(window) ? undefined : resolve(window, calendar);

/** A lifecycle as counted events. A window without a first day holds everything: then the first one is any. */
export function lifecycleTree(leaf: Lifecycle, calendar: Calendar): Definition {
  const inWindow = (count: Count) => counted(leaf, count, leaf.window);
  const from = daysOfPattern(leaf.window, calendar)?.from;
  if (from === undefined) return inWindow(leaf.pattern === 'stopped' ? NONE : ANY);
  const before = (until: Day): Window => ({ to: addDays(until, -1) });
  const earlier = addTo(from, -HABIT_MONTHS, 'month');
  const yearBefore: Window = { from: earlier, to: addDays(from, -1) };
  switch (leaf.pattern) {
    case 'first_time':
      return { op: 'all', of: [inWindow(ANY), counted(leaf, NONE, before(from))] };
    case 'stopped':
      return { op: 'all', of: [counted(leaf, HABIT, yearBefore), inWindow(NONE)] };
    case 'resumed':
      return {
        op: 'all',
        of: [inWindow(ANY), counted(leaf, NONE, yearBefore), counted(leaf, ANY, before(earlier))],
      };
  }
}

/** The latest one falls in the window: one in it, and none after. */
export function lastTree(leaf: Last, calendar: Calendar): Definition {
  const some = counted(leaf, ANY, leaf.window);
  const after = afterOf(leaf.window, calendar);
  return after ? { op: 'all', of: [some, counted(leaf, NONE, after)] } : some;
}

// Days from a member's own day to beyond every record.
const ALWAYS_DAYS = 366 * 1000;

function afterOf(window: Window, calendar: Calendar): Window | undefined {
  if (typeof window === 'object' && 'relativeTo' in window)
    return { relativeTo: window.relativeTo, fromDays: window.toDays + 1, toDays: ALWAYS_DAYS };
  const to = daysOfPattern(window, calendar)?.to;
  return to === undefined || to >= calendar.today ? undefined : { from: addDays(to, 1) };
}
