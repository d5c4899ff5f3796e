/*
 * Which cells of one answer are hidden from whoever sees aggregates only: those of fewer than five, those too near to
 * what was told before, and further ones, the smallest first, so that no hidden cell and no hidden rest of fewer than five
 * is found by taking the shown from the total. A cell that was told before hides nothing.
 */
import type { Standing } from '../../src/access/disclosures.js';
import { isSmallCell, SMALLEST_CELL } from './small-cells.js';

export interface Hidden {
  /** Indexes of cells. */
  readonly cells: ReadonlySet<number>;
  /** True where even hiding every other cell would leave too few behind the total. */
  readonly total: boolean;
}

/** `counts` of all cells, also of those beyond a limit; a cell of nobody is no secret. Standings: one for each cell. */
export function hiddenCells(counts: readonly number[], total: number, standings: readonly Standing[] = []): Hidden {
  const isNear = (count: number, index: number): boolean => count > 0 && standings[index] === 'near';
  const cells = new Set(counts.flatMap((count, index) => (isSmallCell(count) || isNear(count, index) ? [index] : [])));
  const isTotalSmall = isSmallCell(total);
  if (cells.size === 0) return { cells, total: isTotalSmall };
  const others = counts
    .map((count, index) => ({ count, index }))
    .filter(({ count, index }) => count > 0 && !cells.has(index) && standings[index] !== 'known')
    .sort((left, right) => left.count - right.count || left.index - right.index);
  const behind = () => [...cells].reduce((sum, index) => sum + (counts[index] ?? 0), 0);
  for (const { index } of others) {
    if (cells.size > 1 && behind() >= SMALLEST_CELL) break;
    cells.add(index);
  }
  return { cells, total: isTotalSmall || cells.size < 2 || behind() < SMALLEST_CELL };
}
