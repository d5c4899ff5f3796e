import { day } from '../../src/domain/day.js';

export const TODAY = day('2026-11-21');
