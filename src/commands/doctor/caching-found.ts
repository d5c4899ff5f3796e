/* Whether a query is answered with an answer of before: by what headers say, by its total, or by how fast it comes. */
import { QUERY_PROMPT } from '../../imis/contracts/endpoints.js';
import type { CacheGuess } from '../../imis/contracts/site-profile.js';
import { promptsApart } from '../../imis/prompts-apart.js';
import type { Asker, Given, Reply } from './asking.js';
import { fails, holds, unknown } from './guess.js';

/**
 * Four requests: the query twice with a prompt nobody used before, once with another such prompt, and once more as
 * `plain` was asked. An answer kept since a profile of before therefore tells nothing about this one.
 */
export async function findCaching(asker: Asker, path: string, plain: Reply): Promise<CacheGuess> {
  const prompt = promptsApart();
  const [one, another] = [prompt(), prompt()].map((time) => `${path}&${QUERY_PROMPT}=${time}`) as [string, string];
  const first = await asker.ask(one, 'a query with a prompt');
  const again = await asker.ask(one, 'a query with a prompt once more');
  const other = await asker.ask(another, 'a query with another prompt');
  const last = await asker.ask(path, 'a query once more');
  if (!plain.isGiven || !first.isGiven || !again.isGiven || !other.isGiven || !last.isGiven)
    return unknown('the query could not be asked five times');
  return judgedCaching({ plain, first, again, other, last });
}

type Telling = Pick<Given, 'headers' | 'millis' | 'page'>;

/** In the order asked. `first` and `again` have one address, `plain` and `last` another, `other` one of its own. */
export interface Asked {
  readonly plain: Telling;
  readonly first: Telling;
  readonly again: Telling;
  readonly other: Telling;
  readonly last: Telling;
}

// An answer that takes less than this says nothing by its speed.
const TELLING_MILLIS = 250;
const MUCH_FASTER = 4;
const AS_LONG = 0.6;

export function judgedCaching({ plain, first, again, other, last }: Asked): CacheGuess {
  const all = [plain, first, again, other, last];
  const totals = all.map(({ page }) => page?.total ?? 0) as [number, number, number, number, number];
  const counts = `totals ${totals[0]}, with a prompt ${totals.slice(1, 4).join(', ')}, without ${totals[4]}`;
  const promptKeepsAll = Math.min(totals[1], totals[3]) >= Math.max(totals[0], totals[4]);
  const saidOfOther = saysKept(other);
  if (saysKept(again) || saysKept(last)) {
    const found = `a header of a repeated answer says so; with another prompt: ${saidOfOther ? 'too' : 'not'}; ${counts}`;
    return { ...holds(found), told: 'header', anotherPromptIsFresh: !saidOfOther, promptKeepsAll };
  }
  // A prompt adds no row: what all three have more than the last answer was there when that one was asked for.
  if (totals[0] === totals[4] && Math.min(totals[1], totals[2], totals[3]) > totals[4])
    return { ...holds(counts), told: 'total', anotherPromptIsFresh: true, promptKeepsAll };
  const slowest = Math.min(first.millis, other.millis);
  const times = `took ${[first, again, other, last].map(({ millis }) => Math.round(millis)).join(', ')} ms`;
  // One fast answer may be chance; a kept one is fast at both addresses.
  if (slowest >= TELLING_MILLIS && Math.max(again.millis, last.millis) * MUCH_FASTER < slowest)
    return { ...holds(`${times}; ${counts}`), told: 'time', anotherPromptIsFresh: true, promptKeepsAll };
  if (slowest >= TELLING_MILLIS && Math.min(again.millis, last.millis) >= slowest * AS_LONG)
    return { ...fails(times), told: 'time' };
  return unknown(`no header, no total and no time tells; ${times}`);
}

const CACHE_HEADERS = ['x-cache', 'cf-cache-status', 'x-cache-status', 'x-proxy-cache'];

/**
 * Whether something on the way, or before the site, says that it had the answer already. That it had not (MISS, DYNAMIC)
 * tells of the proxy alone: iMIS behind it may keep answers all the same.
 */
const saysKept = ({ headers }: Telling): boolean =>
  CACHE_HEADERS.some((name) => /\bhit\b/i.test(headers.get(name) ?? '')) || Number(headers.get('age') ?? 0) > 0;
