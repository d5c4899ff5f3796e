/*
 * Reads one list to its end, several pages at once, from a site whose rows may come and go meanwhile. Each page begins
 * with the last row of the page before it: when the two keys differ, rows have moved between the two readings and both
 * pages are read again, so that no row that was there all the time is passed over.
 */
import { eachOf, type Flow } from './flow.js';
import type { OutcomePage, PageRequest } from './source.js';

// The most iMIS gives, whatever is asked for.
const LIMIT = 500;
const ROUNDS = 5;
// When more pages than this, and most of all, do not fit, the list has no order: reading them again cannot mend it.
const MANY = 8;

export interface PageMark {
  readonly start: number;
  readonly rows: number;
  readonly total: number;
  readonly firstKey?: string;
  readonly lastKey?: string;
}

export interface ListParts {
  readonly fetch: (request: PageRequest) => Promise<OutcomePage>;
  /** Waits for its turn by itself. */
  readonly apply: (page: OutcomePage, mark: PageMark) => Promise<void>;
  readonly flow: Flow;
  /** Pages committed before a crash. */
  readonly marks?: readonly PageMark[];
  readonly signal?: AbortSignal;
}

export interface ListRead {
  /** Rows in all, as the page read last said. */
  readonly total: number;
  readonly pages: number;
  /** False when pages never came to fit each other. */
  readonly isSteady: boolean;
}

export async function readList(parts: ListParts): Promise<ListRead> {
  const marks = new Map((parts.marks ?? []).map((mark) => [mark.start, mark]));
  let total = Math.max(0, ...[...marks.values()].map((mark) => mark.total));
  let pages = marks.size;

  const read = async (start: number): Promise<void> => {
    const request = { offset: start, limit: LIMIT, ...(parts.signal && { signal: parts.signal }) };
    const mark = await parts.flow.inPlace(async () => {
      const page = await parts.fetch(request);
      const made = markOf(start, page);
      await parts.apply(page, made);
      return made;
    });
    marks.set(start, mark);
    // A site that counts more rows than it lists would be asked for ever.
    total = mark.rows === 0 ? Math.min(mark.total, start) : mark.total;
    pages += 1;
  };

  const cover = async (): Promise<void> => {
    for (let left = uncovered(marks, total); left.length > 0; left = uncovered(marks, total))
      await eachOf(left, parts.flow.places, read);
  };
  if (!marks.has(0)) await read(0);
  await cover();

  const fitting = new Set<number>();
  for (let round = 0; ; round++) {
    const again = new Set<number>();
    for (const [left, right] of pairs(marks, total)) {
      if (fitting.has(left.start)) continue;
      // Pages that overlap by more than a row were cut short; whether they fit shows in the count of keys alone.
      const overlap = left.start + left.rows - right.start;
      if (overlap > 1 || (overlap === 1 && left.lastKey === right.firstKey)) fitting.add(left.start);
      else again.add(left.start).add(right.start);
    }
    if (again.size === 0) return { total, pages, isSteady: true };
    if (round === ROUNDS || (round === 0 && again.size > MANY && again.size > marks.size / 2))
      return { total, pages, isSteady: false };
    await eachOf(again, parts.flow.places, read);
    await cover();
  }
}

/**
 * Where pages have to begin so that the list is covered, each on the last row of the one before. The first page tells
 * how many rows a page of this site holds; a page cut short, because its rows were large, is followed by another.
 */
function uncovered(marks: ReadonlyMap<number, PageMark>, total: number): readonly number[] {
  const first = marks.get(0);
  const size = first && first.rows > 1 && first.rows < Math.min(LIMIT, first.total) ? first.rows : LIMIT;
  const starts: number[] = [];
  const known = [...marks.values()].filter(({ rows }) => rows > 0).sort((left, right) => left.start - right.start);
  // The row up to which, and including which, the list is covered.
  let reached = 0;
  const fill = (until: number): void => {
    for (; reached < until; reached += size - 1) starts.push(reached);
  };
  for (const { start, rows } of known) {
    if (start > reached) fill(start);
    reached = Math.max(reached, rows > 1 ? start + rows - 1 : start + 1);
  }
  fill(total - 1);
  return starts.filter((start) => !marks.has(start));
}

const markOf = (start: number, page: OutcomePage): PageMark => {
  const [firstKey, lastKey] = [page.outcomes[0]?.key, page.outcomes.at(-1)?.key];
  return {
    start,
    rows: page.outcomes.length,
    total: page.total,
    ...(firstKey !== undefined && { firstKey }),
    ...(lastKey !== undefined && { lastKey }),
  };
};

/** Neighbouring pages that lie within the list as it is now. */
function pairs(marks: ReadonlyMap<number, PageMark>, total: number): readonly (readonly [PageMark, PageMark])[] {
  const sorted = [...marks.values()].filter(({ start }) => start === 0 || start < total - 1);
  sorted.sort((left, right) => left.start - right.start);
  return sorted.slice(1).flatMap((right, index) => {
    const left = sorted[index];
    return left ? [[left, right] as const] : [];
  });
}
