/** A definition as it arrived, held against the catalogue and the association's own values. Fails closed. */

import { nearest } from '../language/nearest.js';
import { placeNamed } from '../language/places.js';
import { Definition, type EventKind, type EventWhere, type Test, type Window } from './definition.js';
import { DefinitionMalformed, FieldProtected, FieldUnknown, TestUnfit, ValueUnknown } from './errors.js';
import { atEvents } from './event-rows.js';
import { type Field, fieldNamed, fields, protectedFields } from './fields.js';
import type { Entry, Vocabulary } from './vocabulary.js';

/**
 * The definition with every value as its id. Throws DefinitionMalformed, FieldUnknown, FieldProtected, TestUnfit or
 * ValueUnknown (which names the nearest three).
 */
export function check(definition: unknown, vocabulary: Vocabulary): Definition {
  refuseProtected(definition);
  const parsed = Definition.safeParse(definition);
  if (!parsed.success) throw new DefinitionMalformed(faultsOf(parsed.error.issues));
  return checked(parsed.data, vocabulary);
}

/** Before the shape is looked at: whoever asks for a protected field is told that, not that a key is missing. */
function refuseProtected(part: unknown): void {
  if (Array.isArray(part)) part.forEach(refuseProtected);
  if (typeof part !== 'object' || part === null) return;
  const { field, of } = part as { field?: unknown; of?: unknown };
  if (typeof field === 'string' && protectedFields.has(field.toLowerCase().trim().replaceAll(' ', '_')))
    throw new FieldProtected(field);
  refuseProtected(of);
}

const MOST_FAULTS = 3;

const faultsOf = (issues: readonly { readonly path: PropertyKey[]; readonly message: string }[]): string[] =>
  issues
    .slice(0, MOST_FAULTS)
    .map(({ path, message }) => (path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message));

function checked(definition: Definition, vocabulary: Vocabulary): Definition {
  switch (definition.op) {
    case 'everyone':
      return definition;
    case 'all':
    case 'any':
      return { op: definition.op, of: definition.of.map((part) => checked(part, vocabulary)) };
    case 'not':
      return { op: 'not', of: checked(definition.of, vocabulary) };
    case 'field':
      return { op: 'field', field: definition.field, test: checkedTest(definition.field, definition.test, vocabulary) };
    case 'event': {
      checkWindow(definition.window);
      const { where: given, ...rest } = definition;
      const where = given && checkedWhere(definition.kind, given, vocabulary);
      return { ...rest, ...(where && { where }) };
    }
  }
}

function checkedTest(name: string, test: Test, vocabulary: Vocabulary): Test {
  const field = fieldNamed(name);
  if (!field)
    throw new FieldUnknown(
      name,
      nearest(
        name,
        fields.map((known) => known.name),
      ),
    );
  if (!fits(field, test)) throw new TestUnfit(name, field.type);
  if ('within' in test) checkWindow(test.within);
  if ('between' in test && test.between[0] > test.between[1])
    throw new DefinitionMalformed([`${name}: between ${test.between.join(' and ')} is empty`]);
  if (!('in' in test) || !field.values) return test;
  return { in: test.in.map((value) => idOf(field, value, vocabulary)) };
}

function fits(field: Field, test: Test): boolean {
  if ('recorded' in test) return field.type !== 'flag';
  if ('in' in test) return ['choice', 'set', 'reference', 'text'].includes(field.type);
  if ('contains' in test) return field.type === 'text';
  if ('within' in test) return field.type === 'day';
  if ('between' in test || 'value' in test) return field.type === 'number';
  return field.type === 'flag';
}

/** The id of a value that was given by id or by any of its names. */
function idOf(field: Field, value: string, vocabulary: Vocabulary): string {
  if (typeof field.values === 'string') return entryOf(field.label, value, vocabulary[field.values]).id;
  const known = field.values?.find((one) => one === value.toLowerCase());
  if (known === undefined) throw new ValueUnknown(field.label, value, nearest(value, field.values ?? []));
  return known;
}

function entryOf(what: string, value: string, entries: readonly Entry[]): Entry {
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

function checkedWhere(kind: EventKind, where: EventWhere, vocabulary: Vocabulary) {
  const ids = (what: string, values: readonly string[] | undefined, entries: readonly Entry[]) =>
    values && values.length > 0 ? values.map((value) => entryOf(what, value, entries).id) : undefined;
  const event = ids('event', where.event, vocabulary.events);
  const series = ids('event series', where.series, vocabulary.series);
  const eventType = ids('event type', where.eventType, vocabulary.eventTypes);
  if (!event && !series && !eventType) return undefined;
  if (!atEvents.has(kind))
    throw new DefinitionMalformed([`${kind}: does not happen at an event, so "where" says nothing`]);
  return { ...(event && { event }), ...(series && { series }), ...(eventType && { eventType }) };
}

function checkWindow(window: Window): void {
  if (typeof window !== 'object') return;
  if ('relativeTo' in window && window.fromDays > window.toDays)
    throw new DefinitionMalformed(['a window ends before it begins']);
  if (('from' in window || 'to' in window) && isBackwards(window))
    throw new DefinitionMalformed(['a window ends before it begins']);
}

const isBackwards = ({ from, to }: { from?: string | undefined; to?: string | undefined }): boolean =>
  from !== undefined && to !== undefined && from !== 'today' && to !== 'today' && from > to;
