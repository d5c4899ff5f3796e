import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../src/domain/day.js';
import { daysAt } from '../../src/language/days.js';
import { formsOf } from '../../src/language/inflect.js';
import { nearest } from '../../src/language/nearest.js';
import { placeNamed, places, placesAt } from '../../src/language/places.js';
import { sayDay } from '../../src/language/say-day.js';
import { wordsOf } from '../../src/language/words.js';
import { customs } from './customs.js';

const read = (phrase: string) => {
  const words = wordsOf(phrase);
  return daysAt(words, 0, customs)
    .filter(({ end }) => end === words.length)
    .map(({ value, tense }) => (tense ? `${tense} ${value}` : value));
};

test.each([
  ['today', ['2026-11-21']],
  ['tomorrow', ['2026-11-22']],
  ['by next Monday', ['2026-11-23']],
  ['last Saturday', ['2026-11-14']],
  ['Monday', ['past 2026-11-16', 'future 2026-11-23']],
  ['March 1st, 2026', ['2026-03-01']],
  ['the 15th of April 2027', ['2027-04-15']],
  ['4 July', ['past 2026-07-04', 'future 2027-07-04']],
  ['21 November', ['2026-11-21']],
  ['29 February', ['past 2024-02-29', 'future 2028-02-29']],
  ['2026-02-28', ['2026-02-28']],
  ['3 days ago', ['2026-11-18']],
  ['in 2 weeks', []],
  ['two weeks from today', ['2026-12-05']],
  ['12/25/26', ['2026-12-25']],
  ['30 February 2026', []],
  ['2026-02-30', []],
])('%s', (phrase, days) => {
  expect(read(phrase)).toEqual(days);
});

test('what is printed of a day is read back as that day, leap days too', () => {
  fc.assert(
    fc.property(fc.integer({ min: -25_000, max: 25_000 }), (offset) => {
      const of = addDays(day('2026-11-21'), offset);
      expect(read(sayDay(of))).toEqual([of]);
    }),
    { numRuns: 300 },
  );
});

describe('places', () => {
  test('every state and province is read back from its name and its code', () => {
    for (const place of places) {
      for (const said of [place.name, place.name.toLowerCase(), place.code]) {
        const words = wordsOf(said);
        expect(placesAt(words, 0), said).toEqual([{ value: place, end: words.length }]);
      }
      expect(placeNamed(place.name)).toEqual(place);
    }
  });
  test('"in", "or" and "me" are words, IN, OR and ME are states', () => {
    expect(['in', 'or', 'me', 'hi', 'ok'].flatMap((word) => placesAt([word], 0))).toEqual([]);
    expect(placesAt(['OR'], 0)[0]?.value.name).toBe('Oregon');
  });
  test('West Virginia is not Virginia', () => {
    expect(placesAt(['West', 'Virginia'], 0).map(({ value }) => value.code)).toEqual(['WV']);
  });
});

test('a sentence becomes words with contractions open and dates whole', () => {
  expect(wordsOf("Who hasn't logged in since 1/3/26, w/o a no-show?")).toEqual(
    'Who has not logged in since 1/3/26 , without a no show'.split(' '),
  );
});

test('verbs and nouns are inflected', () => {
  expect(formsOf('~attend')).toEqual(['attend', 'attends', 'attended', 'attending']);
  expect(formsOf('~drop')).toEqual(['drop', 'drops', 'dropped', 'dropping']);
  expect(formsOf('~renew')).toEqual(['renew', 'renews', 'renewed', 'renewing']);
  expect(formsOf('~expire')).toEqual(['expire', 'expires', 'expired', 'expiring']);
  expect(formsOf('~cry')).toEqual(['cry', 'cries', 'cried', 'crying']);
  expect(formsOf('new *company')).toEqual(['new company', 'new companies']);
  expect(formsOf('~go')).toEqual(['go', 'goes', 'went', 'gone', 'going']);
});

test('the nearest names to a slip come first', () => {
  expect(nearest('corporat', ['Student', 'Corporate', 'Fellow', 'Retired'])[0]).toBe('Corporate');
});
