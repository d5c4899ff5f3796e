import { type Day, dayOfMonth, monthOf, yearOf } from '../domain/day.js';
import type { Days } from '../domain/window.js';
import { monthNames } from './months.js';

/** "1 March 2026": no order of numbers to mistake. */
export const sayDay = (of: Day): string => `${dayOfMonth(of)} ${monthNames[monthOf(of) - 1]} ${yearOf(of)}`;

/** "1 July 2026 to 30 September 2026", for notes. */
export const sayRange = ({ from, to }: Required<Days>): string =>
  from === to ? sayDay(from) : `${sayDay(from)} to ${sayDay(to)}`;
