/* How the client goes about a site, chosen by what a profile proves of it. Without a profile: the careful ways. */
import type { ContractName } from './contracts/endpoints.js';
import { MAX_LIMIT } from './contracts/envelope.js';
import type { SiteProfile } from './contracts/site-profile.js';

export interface SiteWays {
  /** Most rows asked for in one page of an entity or panel source, and of a query. */
  readonly pageRows: number;
  readonly queryPageRows: number;
  /** Whether the entity's own filter on UpdatedOn may stand for the pack's query of what changed in it. */
  readonly filtersByUpdatedOn: (contract: ContractName) => boolean;
  /**
   * as asked           answers of queries are not known to be cached, or no prompt is known to let every row through
   * by another prompt  they are, by their address: each request gets a prompt of its own that lets every row through
   * stale              they are, whatever the prompt: what changed cannot be told by a query
   */
  readonly queries: 'as asked' | 'by another prompt' | 'stale';
  /** False where the site answered that it does not describe the entity or panel source. */
  readonly describes: (entity: string) => boolean;
}

export const carefulWays: SiteWays = {
  pageRows: MAX_LIMIT,
  queryPageRows: MAX_LIMIT,
  filtersByUpdatedOn: () => false,
  queries: 'as asked',
  describes: () => true,
};

/** What is not known is gone about as if there were no profile. */
export function waysFor(profile: SiteProfile | undefined): SiteWays {
  if (profile === undefined) return carefulWays;
  const { updatedOnFilter, pageRows, queryPageRows, queriesCached, metadata } = profile.guesses;
  return {
    // Pages of more than 500 rows have never been proved to be whole.
    pageRows: Math.min(pageRows.largest ?? MAX_LIMIT, MAX_LIMIT),
    queryPageRows: Math.min(queryPageRows.largest ?? MAX_LIMIT, MAX_LIMIT),
    filtersByUpdatedOn: (contract) => updatedOnFilter[contract]?.answer === 'honoured',
    queries: queriesOf(queriesCached),
    describes: (entity) => metadata[entity]?.state !== 'does not hold',
  };
}

function queriesOf({ state, ...told }: SiteProfile['guesses']['queriesCached']): SiteWays['queries'] {
  if (state !== 'holds') return 'as asked';
  if (told.anotherPromptIsFresh === false) return 'stale';
  // A row that a prompt drops would be missed by every full reading: rather an answer of before than part of one.
  return told.promptKeepsAll === true ? 'by another prompt' : 'as asked';
}
