import { day } from '../../src/domain/day.js';
import type { Customs } from '../../src/language/reading.js';

/** A Saturday in the second fiscal quarter of fiscal year 2027. */
export const customs: Customs = {
  today: day('2026-11-21'),
  fiscalYearStarts: '07-01',
  weekStarts: 'monday',
  dateOrder: 'mdy',
  recentDays: 90,
  currency: 'USD',
};
