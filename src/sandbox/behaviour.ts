/* Ways of a site that the documentation leaves open, as a profile says them; without one, as they are guessed to be. */
import { type ContractName, endpoints } from '../imis/contracts/endpoints.js';
import { MAX_LIMIT } from '../imis/contracts/envelope.js';
import { queryRowType } from '../imis/contracts/row.js';
import type { FilterGuess, PageGuess, SiteProfile } from '../imis/contracts/site-profile.js';
import { createQueryCache, type QueryCache } from './query-cache.js';
import type { Listing } from './tables.js';

export interface Behaviour {
  /** What becomes of a filter on UpdatedOn in a list of this entity. */
  filterOnUpdatedOn(listing: Listing): NonNullable<FilterGuess['answer']>;
  /** Rows of the largest page, and whether asking for more is refused. */
  pageOf(listing: Listing): { readonly largest: number; readonly isRefusedAbove: boolean };
  readonly keepsOrder: boolean;
  /** Whether the columns of an entity or panel source are stated; undefined where the profile does not say. */
  describes(entity: string): boolean | undefined;
  readonly queries: QueryCache;
}

export function behaviourOf(profile: SiteProfile | undefined): Behaviour {
  const guesses = profile?.guesses;
  const filters = byName(guesses?.updatedOnFilter, (name) => endpoints[name as ContractName].entity);
  const described = byName(guesses?.metadata, (name) => name);
  return {
    filterOnUpdatedOn: ({ name }) => filters.get(name.toLowerCase())?.answer ?? 'rejected',
    pageOf: ({ rowType }) => pageOf(rowType === queryRowType ? guesses?.queryPageRows : guesses?.pageRows),
    keepsOrder: guesses?.orderKept.state !== 'does not hold',
    describes: (entity) => {
      const state = described.get(entity.toLowerCase())?.state ?? 'not known';
      return state === 'not known' ? undefined : state === 'holds';
    },
    queries: createQueryCache(guesses?.queriesCached),
  };
}

const pageOf = (guess: PageGuess | undefined) => ({
  largest: guess?.largest ?? MAX_LIMIT,
  isRefusedAbove: guess?.above === 'rejected',
});

const byName = <V>(said: Readonly<Record<string, V>> | undefined, name: (key: string) => string) =>
  new Map(Object.entries(said ?? {}).map(([key, value]) => [name(key).toLowerCase(), value]));
