/* Pages of a list: what a page must be, when a list does not end, and smaller pages where one is too large. */
import { decodePage, MAX_LIMIT } from './contracts/envelope.js';
import type { Reading } from './contracts/reading.js';
import { type Facts, ImisUnexpectedShape } from './failures.js';
import type { Reply } from './judge.js';
import type { ListOptions, Page } from './port.js';

/**
 * The rows of an answer. Rejects what is no page, and a page whose next one is not further on, or lies beyond the rows
 * the site says it has: following it would never end.
 */
export function toPage<T>(reply: Reply, asked: number, decode: (wire: unknown) => Reading<T>): Page<T> {
  const raw = decodePage(reply.wire);
  if (!raw) throw new ImisUnexpectedShape(reply.facts, 'no page of rows');
  const { rows, total, nextOffset } = raw;
  // NextOffset alone decides, as in ASI's own loop: NextPageLink is null even when there is more.
  if (nextOffset !== 0 && (nextOffset <= asked || nextOffset > total || rows.length === 0))
    throw new ImisUnexpectedShape(reply.facts, 'endless pages');
  return { rows: rows.map(decode), offset: asked, total, nextOffset: nextOffset === 0 ? undefined : nextOffset };
}

/** Asks for an eighth of the rows for as long as the answer is larger than we read: 500, 62, 7, 1. */
export async function shrinking<T>(limit: number, fetchPage: (limit: number) => Promise<Page<T>>): Promise<Page<T>> {
  try {
    return await fetchPage(limit);
  } catch (error) {
    const isTooLarge = error instanceof ImisUnexpectedShape && error.oddity === 'too large';
    if (!isTooLarge || limit <= 1) throw error;
    return shrinking(Math.max(1, Math.floor(limit / 8)), fetchPage);
  }
}

// Rows may be added while a list is read: twice what the first page promised, and some, is still believed.
const pagesExpected = (total: number, limit: number): number => 2 * Math.ceil(total / limit) + 100;

/** Every page from `options.offset` on. A list that grows faster than it is read ends with a failure, not with our patience. */
export async function* eachPage<T>(
  options: ListOptions,
  fetchPage: (options: ListOptions) => Promise<Page<T>>,
  facts: Facts,
): AsyncGenerator<Page<T>, void, undefined> {
  let offset: number | undefined = options.offset ?? 0;
  let left: number | undefined;
  while (offset !== undefined) {
    const page: Page<T> = await fetchPage({ ...options, offset });
    left ??= pagesExpected(page.total, Math.max(page.rows.length, 1));
    yield page;
    left -= 1;
    if (left < 0) throw new ImisUnexpectedShape(facts, 'endless pages');
    offset = page.nextOffset;
  }
}

/** Rows to ask for: as many as wanted, but no more than the site gives. */
export const limitOf = (options: ListOptions, most = MAX_LIMIT): number => Math.min(options.limit ?? most, most);
