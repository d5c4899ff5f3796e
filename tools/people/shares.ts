/* A part of a whole in percent: always computed here, from two counts of which each has its receipt. */
import { figure } from '../saying.js';

/** Percent to one decimal; undefined of a whole of nobody. */
export const percentOf = (part: number, whole: number): number | undefined =>
  whole > 0 ? Math.round((part / whole) * 1000) / 10 : undefined;

/** "24.2%". */
export const percentWords = (percent: number): string => `${figure(percent)}%`;
