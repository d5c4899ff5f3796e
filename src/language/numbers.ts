/** Numbers in digits and in words, without sign: "1,000", "2.5k", "twenty five", "a dozen", "a couple of". */
import { longestAt, phraseAt, wordAt } from './phrases.js';
import type { Reading, Words } from './reading.js';

const small: Readonly<Record<string, number>> = {
  zero: 0,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
};
const tens: Readonly<Record<string, number>> = {
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
};
/** The numbers that are one word. */
export const numberWords: Readonly<Record<string, number>> = { ...small, ...tens };

const scales: Readonly<Record<string, number>> = { hundred: 100, thousand: 1000, million: 1_000_000 };
const idioms: Readonly<Record<string, { value: number; note?: string }>> = {
  'half a dozen': { value: 6 },
  'a dozen': { value: 12 },
  dozen: { value: 12 },
  'a couple of': { value: 2 },
  'a couple': { value: 2 },
  'couple of': { value: 2 },
  couple: { value: 2 },
  'a few': { value: 3, note: 'a few read as 3' },
  few: { value: 3, note: 'a few read as 3' },
  several: { value: 3, note: 'several read as 3' },
};

/** The number that begins at `index`. `article`: "a" and "an" count as one. */
export function numberAt(words: Words, index: number, article = false): Reading<number> | undefined {
  const digits = digitsOf(wordAt(words, index));
  if (digits !== undefined) return scaled(digits, words, index + 1);
  const idiom = longestAt(words, index, idioms);
  if (idiom) {
    const { value, note } = idiom.meaning;
    return { value, end: idiom.end, ...(note !== undefined && { note }) };
  }
  return spelt(words, index) ?? (article ? articleAt(words, index) : undefined);
}

/** "12", "1,000", "2.5", "3k", "1.2m". */
function digitsOf(word: string): number | undefined {
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(k|m)?$/.exec(word);
  if (!match) return undefined;
  const factor = match[3] === 'k' ? 1000 : match[3] === 'm' ? 1_000_000 : 1;
  // 1.1 * 1000 is 1100.0000000000002: the decimal meant is nearer than the binary product.
  return Number((Number(`${match[1]?.replaceAll(',', '')}${match[2] ?? ''}`) * factor).toPrecision(15));
}

/** "2 thousand", "1.5 million". */
function scaled(value: number, words: Words, end: number): Reading<number> {
  const scale = scales[wordAt(words, end)];
  return scale === undefined ? { value, end } : { value: value * scale, end: end + 1 };
}

function articleAt(words: Words, index: number): Reading<number> | undefined {
  return ['a', 'an'].includes(wordAt(words, index)) ? { value: 1, end: index + 1 } : undefined;
}

function spelt(words: Words, index: number): Reading<number> | undefined {
  let total = 0;
  let part: number | undefined;
  let end = index;
  if (wordAt(words, index) === 'a' && scales[wordAt(words, index + 1)] !== undefined) {
    part = 1;
    end++;
  }
  for (;;) {
    const word = wordAt(words, end);
    const scale = scales[word];
    if (scale !== undefined && part !== undefined) {
      if (scale === 100) part *= 100;
      else {
        total += part * scale;
        part = 0;
      }
      end++;
    } else if (
      word === 'and' &&
      part !== undefined &&
      (part % 100 === 0 || total > 0) &&
      isSmall(words, end + 1) &&
      end > index + 1
    ) {
      end++;
    } else if (tens[word] !== undefined && (part === undefined || part % 100 === 0)) {
      part = (part ?? 0) + tens[word];
      end++;
    } else if (
      small[word] !== undefined &&
      (part === undefined || (part === 0 && total > 0) || isOpen(part, small[word]))
    ) {
      part = (part ?? 0) + small[word];
      end++;
    } else break;
  }
  return part === undefined ? undefined : { value: total + part, end };
}

const isSmall = (words: Words, index: number): boolean => numberWords[wordAt(words, index)] !== undefined;

/** "twenty" takes one to nine, "hundred" takes anything below. */
const isOpen = (part: number, next: number): boolean =>
  next > 0 && (part % 100 === 0 ? part > 0 : part % 10 === 0 && part % 100 >= 20 && next < 10);

const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
];

/** "1st", "22nd", "first", "third": the position as a number. */
export function ordinalAt(words: Words, index: number): Reading<number> | undefined {
  const word = wordAt(words, index);
  const digits = /^(\d{1,2})(st|nd|rd|th)$/.exec(word);
  if (digits) return { value: Number(digits[1]), end: index + 1 };
  const position = ordinals.indexOf(word);
  return position < 0 ? undefined : { value: position + 1, end: index + 1 };
}

const units: Readonly<Record<string, 'day' | 'week' | 'month' | 'quarter' | 'year'>> = {
  day: 'day',
  days: 'day',
  d: 'day',
  week: 'week',
  weeks: 'week',
  wk: 'week',
  wks: 'week',
  month: 'month',
  months: 'month',
  mo: 'month',
  mos: 'month',
  mth: 'month',
  mths: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  qtr: 'quarter',
  qtrs: 'quarter',
  year: 'year',
  years: 'year',
  yr: 'year',
  yrs: 'year',
};

export type TimeUnit = 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface Duration {
  readonly count: number;
  readonly unit: TimeUnit;
}

export const unitAt = (words: Words, index: number): TimeUnit | undefined => units[wordAt(words, index)];

/** "90 days", "two weeks", "6mo", "half a year", `article`: "a month" is one month. */
export function durationAt(words: Words, index: number, article = false): Reading<Duration> | undefined {
  const half = phraseAt(words, index, 'half a year') ?? phraseAt(words, index, 'a half year');
  if (half !== undefined) return { value: { count: 6, unit: 'month' }, end: half };
  const fortnight = phraseAt(words, index, 'a fortnight') ?? phraseAt(words, index, 'fortnight');
  if (fortnight !== undefined) return { value: { count: 14, unit: 'day' }, end: fortnight };
  const glued = /^(\d+)([a-z]+)$/.exec(wordAt(words, index));
  const gluedUnit = glued ? units[glued[2] ?? ''] : undefined;
  if (glued && gluedUnit) return { value: { count: Number(glued[1]), unit: gluedUnit }, end: index + 1 };
  const number = numberAt(words, index, article);
  if (!number || !Number.isInteger(number.value) || number.value < 1) return undefined;
  const unit = unitAt(words, number.end);
  if (!unit) return undefined;
  const end = number.end + 1;
  const andHalf = unit === 'year' ? phraseAt(words, end, 'and a half') : undefined;
  if (andHalf !== undefined) return { value: { count: number.value * 12 + 6, unit: 'month' }, end: andHalf };
  return { value: { count: number.value, unit }, end, ...(number.note !== undefined && { note: number.note }) };
}
