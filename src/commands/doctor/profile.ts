/*
 * The profile of a site: which of our guesses hold there, and the structure of its answers without a single value. Read
 * carefully: one request at a time, few of them, nothing written. What cannot be told is said to be not known.
 */
import { systemClock } from '../../clock.js';
import { ExpectedError } from '../../errors.js';
import { type ContractName, endpoints, queryPath } from '../../imis/contracts/endpoints.js';
import {
  type Guess,
  type Guesses,
  PROFILE_FORMAT,
  PROFILE_VERSION,
  type SiteProfile,
} from '../../imis/contracts/site-profile.js';
import { panelSources, queries } from '../../imis/pack.js';
import type { ImisWriter } from '../../imis/port.js';
import type { createReader } from '../../imis/read.js';
import { type Asker, createAsker, type Given, largestOf, type Reply, rowsOf, totalOf } from './asking.js';
import { findCaching } from './caching-found.js';
import { accountsOf, endpointOf } from './endpoint-found.js';
import { FILTER_CALLS, filteredContracts, findFilter, SAMPLE } from './filters-found.js';
import type { Finding } from './finding.js';
import { unknown } from './guess.js';
import { describedNames, judgedMetadata } from './metadata-found.js';
import { findPages, findQueryPages, type PagesFound } from './pages-found.js';
import { findInRows, type SampledContract } from './rows-found.js';
import { type Shape, shapeOf } from './shape.js';

export interface ProfileParts {
  readonly url: string;
  /** Without a profile: a site is read as if nothing were known of it. */
  readonly reader: ReturnType<typeof createReader>;
  readonly writer?: ImisWriter;
  /** Requests both have sent so far. */
  readonly sent: () => number;
  /** How the way to the site is encrypted. */
  readonly hop: Finding;
  readonly currency: string;
  readonly onProgress?: (doing: string) => void;
}

const contracts = Object.keys(endpoints) as ContractName[];
const plainContracts = contracts.filter((contract) => !filteredContracts.includes(contract));

/**
 * Requests a profile takes at most, both sign-ins included: a page, a query or a right that does not answer saves some.
 * Repeats of what failed in passing, and sign-ins anew, come on top; SiteProfile.calls counts them.
 */
export const mostCalls =
  1 + // the sign-in of the reading account
  FILTER_CALLS * filteredContracts.length +
  plainContracts.length +
  queries.length +
  panelSources.length +
  describedNames.length +
  3 + // pages of an entity
  1 + // pages of a query
  4 + // answers kept
  3; // the writing account

export class NothingToProfile extends ExpectedError {
  readonly kind = 'nothing_to_profile';
  constructor() {
    super(
      'No entity of the site can be read, so there is nothing a profile could be made of.',
      'Run doctor, mend what it names, and write the profile then.',
    );
  }
}

/** Rejects where the site cannot be asked at all (no sign-in, no connection), or answers for no entity. */
export async function profileOf(parts: ProfileParts): Promise<SiteProfile> {
  const asker = createAsker(parts.reader);
  const tell = parts.onProgress ?? (() => {});
  const shapes: Record<string, Shape> = {};
  const noted = (name: string, reply: Reply): Reply => {
    shapes[name] = reply.isGiven ? shapeOf(reply.wire) : `failed: ${reply.kind}`;
    return reply;
  };

  tell('reading entities');
  const { updatedOnFilter, samples } = await readEntities(asker, noted);
  const answer = samples.map(({ reply }) => reply).find((reply): reply is Given => reply.isGiven);
  if (!answer) throw new NothingToProfile();
  tell('reading queries');
  const asked: { readonly path: string; readonly reply: Reply }[] = [];
  for (const { name } of queries) {
    const path = `/api/Query?QueryName=${encodeURIComponent(queryPath(name))}&limit=${SAMPLE}`;
    asked.push({ path, reply: noted(queryPath(name), await asker.ask(path, queryPath(name))) });
  }
  tell('reading panel sources');
  for (const { name } of panelSources) noted(name, await asker.ask(`/api/${name}?limit=${SAMPLE}`, name));
  tell('reading what the site says of itself');
  const metadata: Record<string, Guess> = {};
  for (const name of describedNames) {
    const reply = await asker.ask(`/api/metadata/${name}`, `metadata of ${name}`);
    metadata[name] = judgedMetadata(noted(`metadata of ${name}`, reply));
  }
  tell('looking at pages');
  const pages = await findLongPages(asker, samples);
  const longest = largestOf(asked);
  const isLong = longest !== undefined && totalOf(longest.reply) > 0;
  const guesses: Guesses = {
    updatedOnFilter,
    ...pages,
    queryPageRows: isLong
      ? await findQueryPages(asker, longest.path.replace(/&limit=\d+$/, ''), pages.pageRows)
      : unknown('no query has rows'),
    queriesCached: isLong ? await findCaching(asker, longest.path, longest.reply) : unknown('no query has rows'),
    metadata,
    others: findInRows(samples, parts.currency),
  };
  tell('looking at the writing account');
  const accounts = await accountsOf(parts.writer);
  return {
    format: PROFILE_FORMAT,
    version: PROFILE_VERSION,
    about: 'Read by doctor. It holds no value of any record: names of members and kinds of values, counts and times.',
    readAt: systemClock('UTC').now().toISOString(),
    calls: parts.sent(),
    endpoint: endpointOf(parts.url, parts.hop, answer),
    accounts,
    guesses,
    shapes,
  };
}

type Noted = (name: string, reply: Reply) => Reply;

async function readEntities(asker: Asker, noted: Noted) {
  const updatedOnFilter: Guesses['updatedOnFilter'] = {};
  const samples: SampledContract[] = [];
  for (const contract of contracts) {
    const { entity, requiredFilters } = endpoints[contract];
    if (filteredContracts.includes(contract)) {
      const { sample, guess } = await findFilter(asker, contract);
      updatedOnFilter[contract] = guess;
      samples.push({ contract, reply: noted(entity, sample) });
      continue;
    }
    const filters = requiredFilters
      .map((filter) => `&${filter}=eq:${encodeURIComponent(firstEvent(samples))}`)
      .join('');
    const reply = await asker.ask(`/api/${entity}?limit=${SAMPLE}${filters}`, entity);
    samples.push({ contract, reply: noted(entity, reply) });
  }
  return { updatedOnFilter, samples };
}

/** Registrations are listed by event only: those of the first event stand for all. */
function firstEvent(samples: readonly SampledContract[]): string {
  const events = samples.find(({ contract }) => contract === 'Event');
  const [row] = events ? rowsOf(events.reply) : [];
  return row === undefined ? '0' : endpoints.Event.decode(row).key;
}

// Their rows are small: a page of a thousand parties or events would be a burden.
const light: readonly ContractName[] = [
  'Subscription',
  'InvoiceSummary',
  'PaymentSummary',
  'CsContact',
  'User',
  'Activity',
];

async function findLongPages(asker: Asker, samples: readonly SampledContract[]): Promise<PagesFound> {
  const longest = largestOf(samples.filter(({ contract }) => light.includes(contract)));
  if (longest && totalOf(longest.reply) > 0) return findPages(asker, longest.contract, longest.reply);
  const none = unknown('no list has rows');
  return { pageRows: none, orderKept: none, offsetsFit: none };
}
