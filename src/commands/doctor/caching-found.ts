/* Whether a query is answered with an answer of before: by what headers say, by its total, or by how fast it comes. */
import { QUERY_PROMPT } from '../../imis/contracts/endpoints.js';
import type { CacheGuess } from '../../imis/contracts/site-profile.js';
import { type Asker, type Given, type Reply, totalOf } from './asking.js';
import { fails, holds, unknown } from './guess.js';

/** Lets every row through; its only purpose is another address. */
const LONG_AGO = '1900-01-01T00:00:01';

/** Two requests: the query asked before once more, and with another prompt. `first` is its answer then. */
export async function findCaching(asker: Asker, path: string, first: Reply): Promise<CacheGuess> {
  const again = await asker.ask(path, 'a query once more');
  const other = await asker.ask(`${path}&${QUERY_PROMPT}=${LONG_AGO}`, 'a query with another prompt');
  if (!first.isGiven || !again.isGiven || !other.isGiven) return unknown('the query could not be asked three times');
  return judgedCaching(first, again, other);
}

type Telling = Pick<Given, 'headers' | 'millis' | 'page'>;

// An answer that takes less than this says nothing by its speed.
const TELLING_MILLIS = 250;
const MUCH_FASTER = 4;
const AS_LONG = 0.6;

/** `again` has the address of `first`, `other` another one. */
export function judgedCaching(first: Telling, again: Telling, other: Telling): CacheGuess {
  const [said, saidOfOther] = [saysCached(again.headers), saysCached(other.headers)];
  if (said !== undefined)
    return said
      ? {
          ...holds(`a header of the repeated answer says so; with another prompt: ${saidOfOther ? 'too' : 'not'}`),
          told: 'header',
          anotherPromptIsFresh: saidOfOther !== true,
        }
      : { ...fails('a header of the repeated answer says so'), told: 'header' };
  const totals = [first, again, other].map(({ page }) => page?.total ?? 0) as [number, number, number];
  // A prompt that lets every row through cannot add rows: what is more in the other answer came after the first.
  if (totals[0] === totals[1] && totals[2] > totals[1])
    return { ...holds(`totals: ${totals.join(', ')}`), told: 'total', anotherPromptIsFresh: true };
  const slowest = Math.min(first.millis, other.millis);
  const times = `took ${[first, again, other].map(({ millis }) => Math.round(millis)).join(', ')} ms`;
  if (slowest >= TELLING_MILLIS && again.millis * MUCH_FASTER < slowest)
    return { ...holds(times), told: 'time', anotherPromptIsFresh: true };
  if (slowest >= TELLING_MILLIS && again.millis >= slowest * AS_LONG) return { ...fails(times), told: 'time' };
  return unknown(`no header, no total and no time tells; ${times}`);
}

/** What a cache on the way, or before the site, says of an answer; undefined where none says anything. */
function saysCached(headers: Headers): boolean | undefined {
  const named = ['x-cache', 'cf-cache-status', 'x-cache-status', 'x-proxy-cache'].map(
    (name) => headers.get(name) ?? '',
  );
  if (named.some((value) => /\bhit\b/i.test(value)) || Number(headers.get('age') ?? 0) > 0) return true;
  return named.some((value) => /\b(?:miss|bypass|dynamic|expired)\b/i.test(value)) ? false : undefined;
}

export const largestOf = <T extends { readonly reply: Reply }>(samples: readonly T[]): T | undefined =>
  [...samples].sort((left, right) => totalOf(right.reply) - totalOf(left.reply))[0];
