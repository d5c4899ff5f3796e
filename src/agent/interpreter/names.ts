/* The association's own names as a sentence spells them. */
import type { Entry } from '../../population/vocabulary.js';

export const isCode = (name: string): boolean => name.length <= 3 && name === name.toUpperCase();

export const plainNames = ({ name, also }: Entry): string[] =>
  [...new Set([name, ...also].filter((one) => !isCode(one)).map(plain))].filter((one) => one.length > 0);

export const shortName = (name: string, suffixes: readonly string[]): string => {
  const ending = suffixes.find((suffix) => name.toLowerCase().endsWith(` ${suffix}`));
  return ending ? name.slice(0, -ending.length - 1) : name;
};

/** "Texas Chapter" is also said "Texas". */
export const namesOf = (entry: Entry, suffixes: readonly string[]): string[] => [
  ...new Set(
    plainNames(entry).flatMap((name) => {
      const ending = suffixes.find((suffix) => name.endsWith(` ${suffix}`));
      return ending ? [name, name.slice(0, -ending.length - 1)] : [name];
    }),
  ),
];

/** As the tokens of a sentence are: small letters, hyphens and punctuation open. */
export const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[’']s\b/g, " 's")
    .replace(/[-–—/&,.():]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
