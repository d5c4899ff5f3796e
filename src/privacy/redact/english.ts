/*
 * What English words may be, from the lexicon of compromise: given names, family names, places, other words. Its tagger is
 * not asked: it takes 4 ms a text, misses names it does not know and takes "Foster connections" for a person.
 */
import nlp from 'compromise/two';
import { isEnglish } from '../ordinary.js';
import {
  commonNouns,
  fieldWords,
  furtherGivenNames,
  namesThatArePlaces,
  namesThatAreWords,
  wordsNotNames,
} from './words.js';

interface Model {
  readonly one: { readonly lexicon: Readonly<Record<string, string | readonly string[]>> };
  readonly two: { readonly switches: Readonly<Record<string, string>> };
}

const { one, two } = nlp.model() as unknown as Model;
const GIVEN = new Set(['MaleName', 'FemaleName', 'FirstName', 'Person']);
const PLACE = new Set(['City', 'Country', 'Region', 'Place', 'Demonym']);

const givenNames = new Set<string>([...furtherGivenNames, ...namesThatAreWords]);
const familyNames = new Set<string>();
const placeNames = new Set<string>(namesThatArePlaces);
const plainWords = new Set<string>([...fieldWords, ...commonNouns, ...namesThatAreWords, ...wordsNotNames]);
for (const [key, tagged] of Object.entries(one.lexicon)) {
  const tags = [tagged].flat();
  if (tags.some((tag) => GIVEN.has(tag))) givenNames.add(key);
  else if (tags.includes('LastName')) familyNames.add(key);
  else if (tags.some((tag) => PLACE.has(tag))) placeNames.add(key);
  else if (!key.includes(' ')) plainWords.add(key);
}
// Words compromise itself holds for either, by what stands around them: "Person|Verb", "Noun|Verb", "Person|Place".
for (const [word, either] of Object.entries(two.switches)) {
  if (either.includes('Place')) placeNames.add(word);
  if (/Verb|Noun|Adj|Date/.test(either)) plainWords.add(word);
}
for (const word of wordsNotNames) givenNames.delete(word);
const stops = new Set(fieldWords);

/** A word of English, whether or not it may also be a name. */
export const isWord = (normal: string): boolean =>
  plainWords.has(normal) || isEnglish({ normal }) || isInflected(normal);

/** A word of associations or of letters: no name goes on with it. */
export const isFieldWord = (normal: string): boolean => stops.has(normal);

export const isGivenName = (normal: string): boolean => givenNames.has(normal);
export const isFamilyName = (normal: string): boolean =>
  familyNames.has(normal) || (FAMILY_SHAPE.test(normal) && !isWord(normal) && !placeNames.has(normal));
export const isPlace = (normal: string): boolean => placeNames.has(normal);

// Beginnings and endings that family names have and English words hardly ever.
const FAMILY_SHAPE =
  /^(?:mc|fitz)[a-z]{3,}$|^[a-z]{2,}(?:sson|nsen|wski|wska|[cz]ki|vsky|wicz|enko|escu|nez|dez|guez|quez|stein|mann|quist|opoulos|oglu|shvili)$/;

/** The lexicon lists few plurals and adverbs. */
function isInflected(word: string): boolean {
  const stem = word.replace(/(?:ly|ing|ed|es|s)$/, '');
  return stem !== word && stem.length > 2 && (plainWords.has(stem) || plainWords.has(`${stem}e`));
}
