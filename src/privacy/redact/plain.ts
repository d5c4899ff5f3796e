/*
 * Text as a program may read it: without control, direction and invisible characters, which hide words from patterns and
 * from people alike. Line ends and tabs stay.
 */
// Unicode's control and format characters: zero widths, directions, soft hyphens, tags.
const HIDDEN = /(?![\t\n\r])[\p{Cc}\p{Cf}]/gu;

export const withoutHidden = (text: string): string => text.replace(HIDDEN, '');

export interface PlainText {
  readonly text: string;
  /** Where a character of the plain text stood in the text given. */
  placeOf(index: number): number;
}

export function plainText(given: string): PlainText {
  const removed = [...given.matchAll(HIDDEN)].map((match) => ({ at: match.index, length: match[0].length }));
  if (removed.length === 0) return { text: given, placeOf: (index) => index };
  const places: number[] = [];
  let [from, next] = [0, 0];
  for (const { at, length } of [...removed, { at: given.length, length: 0 }]) {
    for (from = Math.max(from, next); from < at; from += 1) places.push(from);
    next = at + length;
  }
  places.push(given.length);
  return { text: withoutHidden(given), placeOf: (index) => places[index] ?? given.length };
}
