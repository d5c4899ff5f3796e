/*
 * Whoever sees aggregates only sees no number of so few people that somebody could be picked out. People and
 * organisations are shown together or not at all: one of them and the whole give the other away.
 */
import type { Counts } from '../../src/population/evaluate.js';

export const SMALLEST_CELL = 5;

export const isSmallCell = (count: number): boolean => count > 0 && count < SMALLEST_CELL;

export interface LargeCells {
  readonly in: number;
  readonly unknown?: number;
  readonly people?: number;
  readonly organizations?: number;
  readonly inGrace?: number;
  /** Parts that are so small that they are not shown. */
  readonly withheld: readonly ('kinds' | 'unknown' | 'inGrace')[];
}

/** The counts without small cells; undefined where the whole is one. */
export function largeCells({ in: whole, unknown, people, organizations, inGrace }: Counts): LargeCells | undefined {
  if (isSmallCell(whole)) return undefined;
  const areKindsSmall = isSmallCell(people) || isSmallCell(organizations);
  const isUnknownSmall = isSmallCell(unknown);
  const isGraceSmall = isSmallCell(inGrace ?? 0);
  return {
    in: whole,
    ...(areKindsSmall ? {} : { people, organizations }),
    ...(isUnknownSmall ? {} : { unknown }),
    ...(inGrace === undefined || isGraceSmall ? {} : { inGrace }),
    withheld: [
      ...(areKindsSmall ? (['kinds'] as const) : []),
      ...(isUnknownSmall ? (['unknown'] as const) : []),
      ...(isGraceSmall ? (['inGrace'] as const) : []),
    ],
  };
}

/** Every cell, for whoever may see people anyway. */
export const allCells = ({ in: whole, unknown, people, organizations, inGrace }: Counts): LargeCells => ({
  in: whole,
  unknown,
  people,
  organizations,
  ...(inGrace === undefined ? {} : { inGrace }),
  withheld: [],
});
