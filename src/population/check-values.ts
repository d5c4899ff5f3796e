/** Values as they were given, held against those in use: an id, a name, or any way to say it. */
import { nearest } from '../language/nearest.js';
import { placeNamed } from '../language/places.js';
import type { EventKind, EventWhere } from './definition.js';
import { DefinitionMalformed, ValueUnknown } from './errors.js';
import { aboutOf, atEvents } from './event-rows.js';
import type { Field } from './fields.js';
import type { Entry, Vocabulary } from './vocabulary.js';

/** The id of a value of a field. Throws ValueUnknown with the nearest three. */
export function idOf(field: Field, value: string, vocabulary: Vocabulary): string {
  if (typeof field.values === 'string') return entryOf(field.label, value, vocabulary[field.values]).id;
  return oneOf(field.label, value, field.values ?? []);
}

export function oneOf(what: string, value: string, values: readonly string[]): string {
  const known = values.find((one) => one === value.toLowerCase());
  if (known === undefined) throw new ValueUnknown(what, value, nearest(value, values));
  return known;
}

export function entryOf(what: string, value: string, entries: readonly Entry[]): Entry {
  const wanted = value.trim().toLowerCase();
  const exact = entries.find(({ id }) => id === value) ?? entries.find(({ id }) => id.toLowerCase() === wanted);
  const named = entries.filter((entry) => [entry.name, ...entry.also].some((name) => name.toLowerCase() === wanted));
  const place = what === 'state' ? placeNamed(value) : undefined;
  // A state nobody lives in is a known place with nobody in it; anything else that is not in use is a slip.
  const found = exact ?? named[0] ?? (place && { id: place.code, name: place.name, also: [] });
  if (!found || (!exact && named.length > 1)) {
    const candidates = named.length > 1 ? named : entries;
    throw new ValueUnknown(
      what,
      value,
      nearest(
        value,
        candidates.map(({ name }) => name),
      ),
    );
  }
  return found;
}

/** What is narrowed, with every value as its id; undefined where nothing is. */
export function checkedWhere(kind: EventKind, where: EventWhere, vocabulary: Vocabulary): EventWhere | undefined {
  const ids = (what: string, values: readonly string[] | undefined, entries: readonly Entry[]) =>
    values && values.length > 0 ? values.map((value) => entryOf(what, value, entries).id) : undefined;
  const event = ids('event', where.event, vocabulary.events);
  const series = ids('event series', where.series, vocabulary.series);
  const eventType = ids('event type', where.eventType, vocabulary.eventTypes);
  if ((event || series || eventType) && !atEvents.has(kind))
    throw new DefinitionMalformed([`${kind}: does not happen at an event, so "where" says nothing`]);
  const about = kind in aboutOf ? aboutOf[kind as keyof typeof aboutOf] : undefined;
  if (where.what && where.what.length > 0 && !about)
    throw new DefinitionMalformed([`${kind}: is about nothing that has a name, so "what" says nothing`]);
  const what = about && ids(singular[about], where.what, vocabulary[about]);
  if (!event && !series && !eventType && !what) return undefined;
  return { ...(event && { event }), ...(series && { series }), ...(eventType && { eventType }), ...(what && { what }) };
}

/** One of each list, as it is named in an error. */
const singular: Record<(typeof aboutOf)[keyof typeof aboutOf], string> = {
  mailings: 'mailing',
  pages: 'page',
  documents: 'document',
  courses: 'course',
  volunteerRoles: 'volunteer role',
  communities: 'community',
  caseCategories: 'case category',
  surveys: 'survey',
  mailboxes: 'mailbox',
  products: 'product',
  funds: 'fund',
  sponsorshipLevels: 'sponsorship level',
  committees: 'committee',
};
