/** Words to how many: "at least 3", "fewer than 2", "between 2 and 5", "no", "twice", "3 or more times". */
import { numberAt } from './numbers.js';
import { longestAt, pass, wordAt } from './phrases.js';
import type { Reading, Words } from './reading.js';

export type Comparison = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
export type CountUnit = 'times' | 'points' | 'years' | 'hours' | 'percent';

export type Quantity =
  | { readonly is: Comparison; readonly value: number }
  | { readonly between: readonly [number, number] };

export interface CountReading extends Reading<Quantity> {
  /** The unit that was said, where one was. */
  readonly unit?: CountUnit;
  /** A comparator was said; a bare "3" is exactly 3 by assumption alone. */
  readonly compared: boolean;
}

export const comparatorsBefore: Readonly<Record<string, Comparison>> = {
  'more than': 'gt',
  'greater than': 'gt',
  'higher than': 'gt',
  'bigger than': 'gt',
  'larger than': 'gt',
  'in excess of': 'gt',
  'upwards of': 'gte',
  'north of': 'gt',
  'south of': 'lt',
  'better than': 'gt',
  'well over': 'gt',
  'anything over': 'gt',
  'anything above': 'gt',
  'anything more than': 'gt',
  'anything under': 'lt',
  'anything below': 'lt',
  'anything less than': 'lt',
  'longer than': 'gt',
  'shorter than': 'lt',
  beyond: 'gt',
  'a good': 'gte',
  'as many as': 'gte',
  'as much as': 'gte',
  'at the very least': 'gte',
  'at a minimum': 'gte',
  'not over': 'lte',
  'not above': 'lte',
  'not exceeding': 'lte',
  'at the most': 'lte',
  'shy of': 'lt',
  'short of': 'lt',
  over: 'gt',
  above: 'gt',
  exceeding: 'gt',
  'at least': 'gte',
  'no fewer than': 'gte',
  'no less than': 'gte',
  'not less than': 'gte',
  'not fewer than': 'gte',
  'a minimum of': 'gte',
  'minimum of': 'gte',
  minimum: 'gte',
  min: 'gte',
  'fewer than': 'lt',
  'less than': 'lt',
  'lower than': 'lt',
  'smaller than': 'lt',
  under: 'lt',
  below: 'lt',
  'not as many as': 'lt',
  'at most': 'lte',
  'no more than': 'lte',
  'not more than': 'lte',
  'a maximum of': 'lte',
  'maximum of': 'lte',
  maximum: 'lte',
  max: 'lte',
  'up to': 'lte',
  exactly: 'eq',
  precisely: 'eq',
  just: 'eq',
  only: 'eq',
  'other than': 'ne',
  'anything but': 'ne',
};
export const comparatorsAfter: Readonly<Record<string, Comparison>> = {
  'or more': 'gte',
  'or over': 'gte',
  'or above': 'gte',
  'or greater': 'gte',
  'or higher': 'gte',
  'or better': 'gte',
  'or longer': 'gte',
  'and longer': 'gte',
  'and more': 'gte',
  'or beyond': 'gte',
  'and beyond': 'gte',
  'or upwards': 'gte',
  'and upwards': 'gte',
  'and upward': 'gte',
  'and counting': 'gte',
  'or so and up': 'gte',
  'at the very least': 'gte',
  'at the least': 'gte',
  plus: 'gte',
  minimum: 'gte',
  min: 'gte',
  'and up': 'gte',
  'and over': 'gte',
  'and above': 'gte',
  'at least': 'gte',
  'at a minimum': 'gte',
  'or fewer': 'lte',
  'or less': 'lte',
  'or under': 'lte',
  'or below': 'lte',
  'or lower': 'lte',
  'or shorter': 'lte',
  maximum: 'lte',
  max: 'lte',
  'at most': 'lte',
  'at the most': 'lte',
  tops: 'lte',
  exactly: 'eq',
};
const units: Readonly<Record<string, CountUnit>> = {
  time: 'times',
  times: 'times',
  x: 'times',
  occasions: 'times',
  point: 'points',
  points: 'points',
  pts: 'points',
  pt: 'points',
  year: 'years',
  years: 'years',
  yr: 'years',
  yrs: 'years',
  hour: 'hours',
  hours: 'hours',
  hrs: 'hours',
  hr: 'hours',
  percent: 'percent',
  '%': 'percent',
};
const adverbs: Readonly<Record<string, number>> = { once: 1, twice: 2, thrice: 3 };

/** Every quantity that begins at `index`. */
export function countsAt(words: Words, index: number): CountReading[] {
  return [...betweenAt(words, index), ...noneAt(words, index), ...comparedAt(words, index)];
}

function betweenAt(words: Words, index: number): CountReading[] {
  const spoken = ['between', 'from'].includes(wordAt(words, index));
  const joined = /^(\d+)[-–](\d+)$/.exec(wordAt(words, index));
  if (joined) return inUnit(words, { between: [Number(joined[1]), Number(joined[2])] }, index + 1);
  const low = valueAt(words, spoken ? index + 1 : index);
  if (!low) return [];
  const joins = wordAt(words, index) === 'between' ? ['and'] : ['to'];
  const next = pass(words, low.end, ...joins);
  if (next === low.end) return [];
  const high = valueAt(words, next);
  return high ? inUnit(words, { between: [low.value, high.value] }, high.end) : [];
}

function inUnit(words: Words, value: { between: [number, number] }, after: number): CountReading[] {
  const unit = units[wordAt(words, after)];
  if (value.between[0] > value.between[1]) return [];
  return [{ value, end: unit ? after + 1 : after, compared: true, ...(unit && { unit }) }];
}

/** "no", "zero", "none", "0": exactly none. "No more than 3" is a comparator and not this. */
function noneAt(words: Words, index: number): CountReading[] {
  if (!['no', 'zero', 'none', '0'].includes(wordAt(words, index)) || longestAt(words, index, comparatorsBefore))
    return [];
  return [{ value: { is: 'eq', value: 0 }, end: index + 1, compared: true }];
}

function comparedAt(words: Words, index: number): CountReading[] {
  const before = longestAt(words, index, comparatorsBefore);
  const begin = before?.end ?? index;
  const adverb = adverbs[wordAt(words, begin)];
  const number: Reading<number> | undefined =
    adverb === undefined ? valueAt(words, begin) : { value: adverb, end: begin + 1 };
  if (!number || (!before && number.value === 0)) return [];
  const isPercent = wordAt(words, number.end - 1).endsWith('%');
  const unitBefore = adverb !== undefined ? 'times' : isPercent ? 'percent' : units[wordAt(words, number.end)];
  const afterUnit = adverb === undefined && !isPercent && unitBefore ? number.end + 1 : number.end;
  const after = before ? undefined : longestAt(words, afterUnit, comparatorsAfter);
  const said = before?.meaning ?? after?.meaning;
  const unit = unitBefore ?? (after ? units[wordAt(words, after.end)] : undefined);
  const end = after ? (unitBefore || !unit ? after.end : after.end + 1) : afterUnit;
  // "attended twice", "logged in once": people mean that often or oftener.
  const is = said ?? (adverb === undefined ? 'eq' : 'gte');
  const note =
    number.note ?? (said || adverb === undefined ? undefined : `${wordAt(words, begin)}: that often or more`);
  return [
    {
      value: { is, value: number.value },
      end,
      compared: said !== undefined || adverb !== undefined,
      ...(unit && { unit }),
      ...(note !== undefined && { note }),
    },
  ];
}

/** A number that is no year: "in 2026" is a window, "more than 2000" a quantity the comparator shows. */
function valueAt(words: Words, index: number): Reading<number> | undefined {
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(wordAt(words, index));
  return percent ? { value: Number(percent[1]), end: index + 1 } : numberAt(words, index);
}

const said: Record<Comparison, string> = {
  eq: 'exactly',
  ne: 'other than',
  lt: 'fewer than',
  lte: 'at most',
  gt: 'more than',
  gte: 'at least',
};

/** "at least 3": read back by countsAt as the same quantity. */
export function sayQuantity(quantity: Quantity): string {
  if ('between' in quantity) return `between ${quantity.between[0]} and ${quantity.between[1]}`;
  if (quantity.is === 'eq' && quantity.value === 0) return 'no';
  return `${said[quantity.is]} ${quantity.value}`;
}
