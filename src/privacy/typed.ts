/*
 * What a person typed is that person's own wording: a note must say it again letter for letter, also where it named
 * somebody the person may not see. It is remembered in memory alone, beside what a model heard.
 */
import { CONTACT_VALUE } from './contact-values.js';
import type { Hidden } from './hide.js';
import { PLACEHOLDER } from './placeholders.js';
import { PSEUDONYM } from './pseudonyms.js';

/** One message. Never stored, and never shown to a model. */
export interface Typed {
  /** Names and all. */
  readonly words: string;
  readonly hidden: Hidden;
}

/** A stand-in of a message: what was typed there, and the heard text before and after it. */
interface Place {
  readonly typed: string;
  readonly before: string;
  readonly after: string;
}

// More than a sentence tells two places apart.
const SURROUNDINGS = 80;
const STAND_IN = new RegExp([PSEUDONYM, PLACEHOLDER, CONTACT_VALUE].map(({ source }) => source).join('|'), 'g');

export const standInsIn = (text: string): readonly string[] => text.match(STAND_IN) ?? [];

/**
 * What a model made of some messages, with each stand-in as it was typed. A message further in front wins; where one
 * stand-in was typed in several ways, the place whose surroundings fit best. Stand-ins nobody typed are kept.
 */
export function asTyped(written: string, messages: readonly Typed[]): string {
  const places = messages.map(placesOf);
  return written.replace(STAND_IN, (standIn, at: number) => {
    const known = places.find((of) => of.has(standIn))?.get(standIn) ?? [];
    const [before, after] = [written.slice(0, at), written.slice(at + standIn.length)];
    const likeness = (place: Place) => sharedEnd(place.before, before) + sharedStart(place.after, after);
    return (
      known.reduce<Place | undefined>((best, one) => (best && likeness(best) > likeness(one) ? best : one), undefined)
        ?.typed ?? standIn
    );
  });
}

/** The same for every text inside a value, such as the arguments of a call. */
export function asTypedWithin(value: unknown, messages: readonly Typed[]): unknown {
  if (typeof value === 'string') return asTyped(value, messages);
  if (Array.isArray(value)) return value.map((item) => asTypedWithin(item, messages));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asTypedWithin(item, messages)]));
}

function placesOf({ words, hidden: { text, replaced } }: Typed): ReadonlyMap<string, readonly Place[]> {
  const places = new Map<string, Place[]>();
  // Each stand-in so far has moved what follows by the difference in length.
  let moved = 0;
  for (const { standIn, start, end } of replaced) {
    const from = start + moved;
    const place = {
      typed: words.slice(start, end),
      before: text.slice(Math.max(0, from - SURROUNDINGS), from),
      after: text.slice(from + standIn.length, from + standIn.length + SURROUNDINGS),
    };
    places.set(standIn, [...(places.get(standIn) ?? []), place]);
    moved += standIn.length - (end - start);
  }
  return places;
}

function sharedStart(one: string, other: string): number {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length += 1;
  return length;
}

function sharedEnd(one: string, other: string): number {
  let length = 0;
  while (length < one.length && length < other.length && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}
