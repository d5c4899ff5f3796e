import { type Clock, shiftedClock, systemClock } from '../clock.js';
import { day } from '../domain/day.js';
import type { Settings } from '../settings.js';

/** The day the sandbox is told to take for today; iMIS has the real one. */
export const clockOf = ({ sandbox, imis, association }: Pick<Settings, 'sandbox' | 'imis' | 'association'>): Clock =>
  sandbox.asOf && !imis ? shiftedClock(day(sandbox.asOf), association.timeZone) : systemClock(association.timeZone);
