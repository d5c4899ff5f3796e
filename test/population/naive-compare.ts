import type { Day } from '../../src/domain/day.js';
import type { Comparator } from '../../src/population/definition.js';

/** True, false, or not known. */
export type Truth = boolean | undefined;

export const compare = (left: number, is: Comparator, right: number): boolean =>
  ({
    eq: left === right,
    ne: left !== right,
    lt: left < right,
    lte: left <= right,
    gt: left > right,
    gte: left >= right,
  })[is];

export const isInside = (of: string, { from, to }: { from?: Day; to?: Day }): boolean =>
  (from === undefined || of >= from) && (to === undefined || of <= to);

/** Every number there may be agrees, or it is not known. */
export function agreed(from: number, to: number, holds: (count: number) => boolean): Truth {
  const answers = new Set(Array.from({ length: to - from + 1 }, (_, more) => holds(from + more)));
  return answers.size === 1 ? [...answers][0] : undefined;
}
