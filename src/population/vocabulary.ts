/*
 * The values this association uses, and how they may be said. Names of people and organisations are identity and not
 * here.
 */
import type { Day } from '../domain/day.js';
import { nounForms } from '../language/inflect.js';
import { placeOf } from '../language/places.js';
import type { Transaction } from '../store/database.js';
import type { Entry } from './entry.js';
import { recordNames } from './record-names.js';

export type { Entry } from './entry.js';

export interface TierEntry extends Entry {
  readonly rank: number;
  readonly isOrganization: boolean;
}
export interface EventEntry extends Entry {
  readonly series?: string;
  readonly eventType: string;
  readonly beginsOn: Day;
  readonly endsOn: Day;
}

export interface Vocabulary {
  /** Lowest rank first. */
  readonly tiers: readonly TierEntry[];
  readonly chapters: readonly Entry[];
  readonly committees: readonly Entry[];
  readonly sigs: readonly Entry[];
  /** In use on preferred addresses. */
  readonly states: readonly Entry[];
  readonly countries: readonly Entry[];
  readonly cities: readonly Entry[];
  readonly industries: readonly Entry[];
  /** Earliest first. */
  readonly events: readonly EventEntry[];
  readonly series: readonly Entry[];
  readonly eventTypes: readonly Entry[];
  readonly pages: readonly Entry[];
  readonly documents: readonly Entry[];
  readonly courses: readonly Entry[];
  readonly communities: readonly Entry[];
  readonly caseCategories: readonly Entry[];
  readonly surveys: readonly Entry[];
  /** Mailboxes members write to. */
  readonly mailboxes: readonly Entry[];
  readonly volunteerRoles: readonly Entry[];
  /** Products, and the categories they are in (ids `category:book`). */
  readonly products: readonly Entry[];
  readonly funds: readonly Entry[];
  readonly sponsorshipLevels: readonly Entry[];
  /** Certifications. */
  readonly programs: readonly Entry[];
  readonly mailings: readonly Entry[];
  /** What members may have agreed to be contacted for. */
  readonly purposes: readonly Entry[];
}

/** Reads the vocabulary from the store. */
export async function vocabularyOf(database: Transaction): Promise<Vocabulary> {
  const groups = await groupsOf(database);
  return {
    tiers: await tiersOf(database),
    chapters: groups('chapter', 'chapter'),
    committees: groups('committee', 'committee'),
    sigs: groups('sig', 'SIG'),
    states: (await distinct(database, 'imis.parties', 'state')).map(stateEntry),
    countries: (await distinct(database, 'imis.parties', 'country')).map(countryEntry),
    cities: (await distinct(database, 'imis.parties', 'city')).map((city) => ({ id: city, name: city, also: [] })),
    industries: (await distinct(database, 'imis.organizations', 'industry')).map(codeEntry),
    events: await eventsOf(database),
    series: (await distinct(database, 'imis.events', 'series')).map(nounEntry),
    eventTypes: (await distinct(database, 'imis.events', 'event_type')).map(nounEntry),
    ...(await recordNames(database)),
  };
}

async function tiersOf(database: Transaction): Promise<TierEntry[]> {
  const { rows } = await database.query<{ tier_code: string; name: string; rank: number; is_organization: boolean }>(
    'select tier_code, name, rank, is_organization from imis.tiers order by rank, tier_code',
  );
  return rows.map(({ tier_code, name, rank, is_organization }) => ({
    id: tier_code,
    name,
    also: shortened(name, ['member', 'membership', 'tier']),
    rank,
    isOrganization: is_organization,
  }));
}

async function groupsOf(database: Transaction) {
  const { rows } = await database.query<{ group_id: string; kind: string; name: string }>(
    'select group_id, kind, name from imis.groups order by name, group_id',
  );
  return (kind: string, noun: string): Entry[] =>
    rows
      .filter((row) => row.kind === kind)
      .map(({ group_id, name }) => ({ id: group_id, name, also: shortened(name, [noun]) }));
}

async function distinct(database: Transaction, table: string, column: string): Promise<string[]> {
  const { rows } = await database.query<{ value: string }>(
    `select distinct ${column} as value from ${table} where ${column} <> '' order by 1`,
  );
  return rows.map(({ value }) => value);
}

async function eventsOf(database: Transaction): Promise<EventEntry[]> {
  const { rows } = await database.query<{
    event_id: string;
    code: string;
    name: string;
    series: string | null;
    event_type: string;
    begins_on: Day;
    ends_on: Day;
  }>(
    `select event_id, code, name, series, event_type, begins_on::text, ends_on::text
     from imis.events order by begins_on, event_id`,
  );
  return rows.map((row) => ({
    id: row.event_id,
    name: row.name,
    // The year is said before or after the name: "the 2026 annual conference".
    also: yearTurned(row.name),
    eventType: row.event_type,
    beginsOn: row.begins_on,
    endsOn: row.ends_on,
    ...(row.series !== null && { series: row.series }),
  }));
}

/** "Texas Chapter" is also said "Texas"; "Corporate Member" "Corporate" and "Corporates". */
function shortened(name: string, nouns: readonly string[]): string[] {
  const tail = new RegExp(`\\s+(${nouns.join('|')})s?$`, 'i');
  const short = name.replace(tail, '');
  const said = nouns[0] === 'member' ? [short, ...nounForms(short).slice(1)] : [short];
  return said.filter((one) => one !== name && one.length > 0);
}

function yearTurned(name: string): string[] {
  const last = /^(.*\S)\s+((?:19|20)\d\d)$/.exec(name);
  if (last) return [`${last[2]} ${last[1]}`];
  const first = /^((?:19|20)\d\d)\s+(\S.*)$/.exec(name);
  return first ? [`${first[2]} ${first[1]}`] : [];
}

function stateEntry(code: string): Entry {
  const place = placeOf(code);
  return { id: code, name: place?.name ?? code, also: place ? [code] : [] };
}

const countries = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
const saidOf: Readonly<Record<string, readonly string[]>> = {
  US: ['USA', 'the United States', 'America', 'the US', 'United States of America'],
  GB: ['UK', 'the UK', 'Great Britain', 'Britain'],
};

function countryEntry(code: string): Entry {
  const name = /^[A-Z]{2}$/.test(code) ? countries.of(code) : undefined;
  return { id: code, name: name ?? code, also: name ? [code, ...(saidOf[code] ?? [])] : [] };
}

const codeEntry = (code: string): Entry => {
  const name = code.replaceAll('_', ' ');
  return { id: code, name, also: [] };
};

function nounEntry(value: string): Entry {
  const name = value.replaceAll('_', ' ');
  return { id: value, name, also: nounForms(name).filter((form) => form !== name) };
}
