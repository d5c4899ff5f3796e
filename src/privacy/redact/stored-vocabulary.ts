/* Words of this association that are no person: they stay in a text, since they say what it is about. */
import { places } from '../../language/places.js';
import type { Transaction } from '../../store/database.js';
import { normal } from '../name-words.js';

// Names whose single words count too: "the Bridge course" is the course Bridge Design.
const NAMES = `
  select name from imis.groups union select name from imis.tiers union select tier_code from imis.tiers
  union select unnest(array[name, series, code, event_type]) from imis.events
  union select industry from imis.organizations union select community from imis.posts
  union select survey from imis.survey_answers union select page from imis.page_views
  union select document from imis.downloads union select unnest(array[course, course_code, credit_type]) from imis.credits
  union select program from imis.certifications union select role from imis.volunteer_hours
  union select unnest(array[product, category]) from imis.purchases union select fund from imis.donations
  union select level from imis.sponsorships union select category from imis.cases union select mailbox from imis.emails
  union select campaign from imis.messages`;
const PLACES = `
  select distinct city as name from imis.parties union select city from imis.events
  union select state from imis.events where length(state) > 2`;

/** In normal words, for `vocabulary` of a redaction's context. */
export async function storedVocabulary(database: Transaction): Promise<ReadonlySet<string>> {
  const names = await database.query<{ name: string | null }>(NAMES);
  const cities = await database.query<{ name: string | null }>(PLACES);
  const vocabulary = new Set<string>();
  for (const { name } of names.rows)
    for (const word of [normal(name ?? ''), ...normal(name ?? '').split(' ')]) vocabulary.add(word);
  for (const name of [...cities.rows.map((row) => row.name), ...places.map((place) => place.name)])
    vocabulary.add(normal(name ?? ''));
  vocabulary.delete('');
  return vocabulary;
}
