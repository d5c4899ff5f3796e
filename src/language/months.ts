import { wordAt } from './phrases.js';
import type { Words } from './reading.js';

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const weekdayNames = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** 1 to 12 for a month's name or its short form; "may" and "mar" count too, the parser's neighbours decide. */
export function monthAt(words: Words, index: number): number | undefined {
  const word = wordAt(words, index).replace(/\.$/, '');
  if (word.length < 3) return undefined;
  const found = monthNames.findIndex((name) => {
    const lower = name.toLowerCase();
    return lower === word || lower.slice(0, 3) === word || (word === 'sept' && lower === 'september');
  });
  return found < 0 ? undefined : found + 1;
}

/** 1 (Monday) to 7. */
export function weekdayAt(words: Words, index: number): number | undefined {
  const word = wordAt(words, index);
  const short: Record<string, number> = { tues: 2, weds: 3, thur: 4, thurs: 4 };
  if (short[word]) return short[word];
  if (word.length < 3) return undefined;
  const found = weekdayNames.findIndex(
    (name) => name.toLowerCase() === word || name.toLowerCase().slice(0, 3) === word,
  );
  // "sun" and "sat" are words of their own.
  return found < 0 || word === 'sun' || word === 'sat' ? undefined : found + 1;
}

/** A year said as four digits ("2026") or two after an apostrophe ("'26"). */
export function yearAt(words: Words, index: number): number | undefined {
  const word = wordAt(words, index);
  if (/^(19|20)\d\d$/.test(word)) return Number(word);
  const short = /^'(\d\d)$/.exec(word);
  return short ? century(Number(short[1])) : undefined;
}

/** Two digits name the year nearest to now that people write so: 26 is 2026, 85 is 1985. */
export const century = (twoDigits: number): number => (twoDigits < 70 ? 2000 : 1900) + twoDigits;
