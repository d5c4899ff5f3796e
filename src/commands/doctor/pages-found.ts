/* How large pages are, whether lists keep the order asked for, and whether a page begins where the one before ended. */
import { type ContractName, type Endpoint, endpoints } from '../../imis/contracts/endpoints.js';
import { DEFAULT_LIMIT, MAX_LIMIT } from '../../imis/contracts/envelope.js';
import type { Filterable } from '../../imis/contracts/filter.js';
import type { Guess, PageGuess } from '../../imis/contracts/site-profile.js';
import { type Asker, type Failed, isRule, type Reply, rowsOf, totalOf } from './asking.js';
import { fails, holds, unknown } from './guess.js';

/** Twice what is documented, so that a site that gives more or refuses more shows it. */
const MORE = 2 * MAX_LIMIT;

export interface PagesFound {
  readonly pageRows: PageGuess;
  readonly orderKept: Guess;
  readonly offsetsFit: Guess;
}

/**
 * Two requests, three where a large page fails: a long list from its end, and the page after its first. `sample`:
 * the first rows of the list, in order.
 */
export async function findPages(asker: Asker, contract: ContractName, sample: Reply): Promise<PagesFound> {
  const { entity, orderBy } = endpoints[contract];
  const ask = (limit: number, offset: number, what: string) =>
    asker.ask(`/api/${entity}?OrderBy=${orderBy}:Descending&limit=${limit}&offset=${offset}`, `${what} of ${entity}`);
  const large = await ask(MORE, 0, 'a large page');
  const page = large.isGiven ? large : await ask(MAX_LIMIT, 0, 'a page');
  const pageRows = large.isGiven ? judgedPage(large) : judgedSmaller(large, page);
  const rows = rowsOf(page);
  if (rows.length > 0) {
    const next = await ask(2, rows.length - 1, 'the next page');
    return { pageRows, orderKept: judgedOrder(contract, rows), offsetsFit: judgedOffsets(contract, rows.at(-1), next) };
  }
  // Counted from the end, the sample's last row is the first of as many rows: order and offset show in one page.
  const first = rowsOf(sample);
  const end = await ask(DEFAULT_LIMIT, Math.max(0, totalOf(sample) - first.length), 'the last page');
  const fit = judgedOffsets(contract, first.at(-1), end);
  const offsetsFit =
    fit.state === 'does not hold' ? unknown('large pages are refused, and small ones do not tell') : fit;
  return { pageRows, orderKept: judgedOrder(contract, rowsOf(end)), offsetsFit };
}

/** One request: the query with the most rows, all of them if the site gives so many. */
export async function findQueryPages(asker: Asker, path: string, entities: PageGuess): Promise<PageGuess> {
  const large = await asker.ask(`${path}&limit=${MORE}`, 'a large page of a query');
  if (large.isGiven) return judgedPage(large);
  if (!isRule(large)) return unknown(`limit ${MORE}: ${large.why}`);
  const largest = Math.min(entities.largest ?? DEFAULT_LIMIT, MAX_LIMIT);
  return { ...fails(`limit ${MORE}: ${large.why}; ${largest} as for entities`), largest, above: 'rejected' };
}

function judgedPage(page: Reply): PageGuess {
  const [rows, total] = [rowsOf(page).length, totalOf(page)];
  const found = `limit ${MORE}: ${rows} of ${total} rows`;
  if (rows === 0) return unknown(found);
  if (rows === MORE) return { ...fails(found), largest: MORE };
  if (rows < total) return { ...(rows === MAX_LIMIT ? holds(found) : fails(found)), largest: rows, above: 'cut' };
  if (rows > MAX_LIMIT) return { ...fails(`${found}, all there are`), largest: rows };
  return unknown(`${found}, all there are: no list is long enough to tell`);
}

/** From a page of the documented size, where a larger one failed. */
function judgedSmaller(large: Failed, page: Reply): PageGuess {
  const [rows, total] = [rowsOf(page).length, totalOf(page)];
  const found = `limit ${MORE}: ${large.why}; limit ${MAX_LIMIT}: ${page.isGiven ? `${rows} of ${total} rows` : page.why}`;
  const isCut = rows > 0 && rows < Math.min(total, MAX_LIMIT);
  if (!isRule(large)) return isCut ? { ...fails(found), largest: rows, above: 'cut' } : unknown(found);
  if (page.isGiven) return { ...fails(found), largest: isCut ? rows : MAX_LIMIT, above: 'rejected' };
  if (!isRule(page)) return unknown(found);
  return { ...fails(`${found}; ${DEFAULT_LIMIT} is the default`), largest: DEFAULT_LIMIT, above: 'rejected' };
}

const keyed = (contract: ContractName, row: unknown): { key: string; by: Filterable } | undefined => {
  const endpoint = endpoints[contract] as Endpoint<unknown>;
  const reading = endpoint.decode(row, { currency: 'XXX' });
  if (!reading.fits) return undefined;
  return { key: reading.key, by: endpoint.filters[endpoint.orderBy]?.(reading.value) };
};

function judgedOrder(contract: ContractName, rows: readonly unknown[]): Guess {
  const values = rows.flatMap((row) => keyed(contract, row)?.by ?? []);
  const many = `${values.length} rows of ${contract} from the last to the first`;
  if (new Set(values).size < 2) return unknown('no list is long enough to tell');
  const isFalling = (compare: (left: Filterable, right: Filterable) => number) =>
    values.every((value, index) => index === 0 || compare(values[index - 1], value) >= 0);
  // Ids of digits may be ordered as numbers or as texts.
  const isKept = isFalling((left, right) => Number(left) - Number(right)) || isFalling(asTexts);
  return isKept ? holds(`${many}: in order`) : fails(`${many}: not in order`);
}

function asTexts(one: Filterable, other: Filterable): number {
  const [left, right] = [String(one).toLowerCase(), String(other).toLowerCase()];
  return left < right ? -1 : Number(left > right);
}

function judgedOffsets(contract: ContractName, last: unknown, next: Reply): Guess {
  const [ours, theirs] = [last, rowsOf(next)[0]].map((row) => row && keyed(contract, row)?.key);
  if (!next.isGiven) return unknown(`the next page: ${next.why}`);
  if (ours === undefined || theirs === undefined) return unknown('no list is long enough to tell');
  return ours === theirs
    ? holds('the page asked for from the last row on begins with that row')
    : fails('the page asked for from the last row on begins with another row');
}
