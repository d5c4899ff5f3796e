/** A window as it is said; windowsAt reads it back as the same window. */
import { day } from '../domain/day.js';
import { type CalendarUnit, isMemberWindow, type Window } from '../domain/window.js';
import { sayMemberWindow } from './member-windows.js';
import { sayDay } from './say-day.js';

export function sayWindow(window: Window): string {
  if (window === 'ever') return 'ever';
  if (isMemberWindow(window)) return sayMemberWindow(window);
  if ('last' in window)
    return window.last === 1 ? `the past ${window.unit}` : `the last ${window.last} ${window.unit}s`;
  if ('next' in window)
    return window.next === 1 ? `the coming ${window.unit}` : `the next ${window.next} ${window.unit}s`;
  if ('calendar' in window) return sayCalendar(window.calendar, window.offset);
  const { from, to } = window;
  if (from !== undefined && to !== undefined) {
    if (from === to && from !== 'today') return `on ${bound(from)}`;
    return `between ${bound(from)} and ${bound(to)}`;
  }
  if (from !== undefined) return `from ${bound(from)} on`;
  return to === undefined ? 'ever' : `up to ${bound(to)}`;
}

const bound = (text: string): string => (text === 'today' ? 'today' : sayDay(day(text)));

const names: Record<CalendarUnit, string> = {
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  year: 'year',
  fiscal_quarter: 'fiscal quarter',
  fiscal_year: 'fiscal year',
};

function sayCalendar(unit: CalendarUnit, offset: number): string {
  if (unit === 'day' && Math.abs(offset) <= 1) return ['yesterday', 'today', 'tomorrow'][offset + 1] ?? '';
  if (offset === 0) return `this ${names[unit]}`;
  if (Math.abs(offset) === 1) return `${offset < 0 ? 'last' : 'next'} ${names[unit]}`;
  return `${Math.abs(offset)} ${names[unit]}s ${offset < 0 ? 'ago' : 'from now'}`;
}
