/** Words that are read as something else than a person: places, chapters, tiers, events of the store. */
import type { Transaction } from '../store/database.js';
import { normal } from './name-words.js';

// Groups, tiers and events are few; cities are looked up through an index.
const inUse = `
  with typed as (select unnest($1::text[]) as phrase),
  names as (
    select imis.name_words(name) as name from imis.groups
    union select imis.name_words(name) from imis.tiers
    union select imis.name_words(tier_code) from imis.tiers
    union select imis.name_words(unnest(array[name, series, code, city, state, event_type])) from imis.events
    union select imis.name_words(industry) from imis.organizations
  )
  select phrase from typed
  where exists (select 1 from imis.parties p where imis.name_words(p.city) = phrase)
     or exists (select 1 from imis.parties p where p.state = upper(phrase))
     or phrase in (select name from names)
     or phrase in (select unnest(string_to_array(name, ' ')) from names)`;

// Not every state has members: these are places wherever nobody lives.
const STATES = normal(`
  alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana
  iowa kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska
  nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ontario
  quebec manitoba saskatchewan alberta newfoundland yukon nunavut america canada mexico
  carolina dakota hampshire jersey york`).split(' ');
const TWO_WORD_STATES = [
  'new hampshire',
  'new jersey',
  'new mexico',
  'new york',
  'north carolina',
  'north dakota',
  'rhode island',
  'south carolina',
  'south dakota',
  'west virginia',
  'british columbia',
  'new brunswick',
  'nova scotia',
  'united states',
  'puerto rico',
];
const places = new Set([...STATES, ...TWO_WORD_STATES]);

/** Those of the phrases (normal words) that are vocabulary, here or in `more`. */
export async function reservedAmong(
  database: Transaction,
  phrases: readonly string[],
  more: Iterable<string> = [],
): Promise<ReadonlySet<string>> {
  const own = new Set([...more].map(normal));
  const found = await database.query<{ phrase: string }>(inUse, [[...new Set(phrases)]]);
  const inStore = found.rows.map((row) => row.phrase);
  return new Set([...inStore, ...phrases.filter((phrase) => own.has(phrase) || places.has(phrase))]);
}
