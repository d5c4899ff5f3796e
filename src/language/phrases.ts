import type { Words } from './reading.js';

/** The word at a position in lower case; '' beyond the end. */
export const wordAt = (words: Words, index: number): string => (words[index] ?? '').toLowerCase();

/** The index after `phrase`, when it stands at `index`. */
export function phraseAt(words: Words, index: number, phrase: string): number | undefined {
  const first = wordAt(words, index);
  // Most phrases end here: parsers ask for hundreds of them at every word.
  if (first === '' || !phrase.startsWith(first)) return undefined;
  if (phrase.length === first.length) return index + 1;
  const parts = phrase.split(' ');
  return parts.every((part, offset) => wordAt(words, index + offset) === part) ? index + parts.length : undefined;
}

/** The longest of the phrases that stands at `index`, with its meaning. */
export function longestAt<Meaning>(
  words: Words,
  index: number,
  phrases: Readonly<Record<string, Meaning>>,
): { meaning: Meaning; end: number } | undefined {
  let found: { meaning: Meaning; end: number } | undefined;
  for (const phrase in phrases) {
    const end = phraseAt(words, index, phrase);
    if (end !== undefined && end > (found?.end ?? 0)) found = { meaning: phrases[phrase] as Meaning, end };
  }
  return found;
}

/** The index after any of the words, when one stands at `index`; `index` itself otherwise. */
export const pass = (words: Words, index: number, ...any: readonly string[]): number =>
  any.includes(wordAt(words, index)) ? index + 1 : index;
