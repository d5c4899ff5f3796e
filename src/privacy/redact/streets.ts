/* Street lines with what belongs to them: unit, city, state and postal code of the same address. */
import type { OwnRecord } from './context.js';
import type { Detail } from './detail.js';
import { before, found } from './found.js';

// Endings that are hardly anything else, and those that are words too and need a capital.
const SURE = 'street|str|avenue|ave|boulevard|blvd|road|rd|lane|ln|terrace|parkway|pkwy|highway|hwy|turnpike|crescent';
const UNSURE =
  'st|dr|drive|way|court|ct|place|pl|circle|cir|square|sq|trail|trl|loop|run|row|pike|alley|plaza|path|cove|ridge|route|rte|broadway';
const NUMBER = String.raw`(?<![\d$€£.,#/-])\d{1,6}(?:-\d{1,4})?[A-Za-z]?`;
const DIRECTION = String.raw`(?:(?:[NSEW]|NE|NW|SE|SW|North|South|East|West)\.? )?`;
const CAPITAL = String.raw`(?:\p{Lu}[\p{L}'’.-]{0,24}|\d{1,3}(?:st|nd|rd|th))`;
const ENDS = String.raw`\b\.?(?: (?:N|S|E|W|NE|NW|SE|SW)\b)?`;
const ZIP = String.raw`\d{5}(?:-\d{4})?\b`;
const STATE = String.raw`(?:[A-Z]{2}|\p{Lu}\p{Ll}{3,12}(?: \p{Lu}\p{Ll}{3,12})?)`;
const TOWN = String.raw`(?:,?\s{1,2}\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{1,20}){0,2},?\s{1,2}${STATE}(?:,?\s{1,2}${ZIP})?|,?\s{1,2}${ZIP})?`;

const initial = (words: string): string =>
  words.replace(/(^|\|)(\p{L})/gu, (_all, bar: string, letter: string) => `${bar}[${letter}${letter.toUpperCase()}]`);
const UNIT = String.raw`(?:,? ?(?:${initial('apt|apartment|unit|suite|ste|floor|fl|room|rm|bldg')}|#)\.? ?#?[\dA-Za-z-]{1,6}\b)?`;
const CAPITALS = new RegExp(
  `${NUMBER} ${DIRECTION}(?:${CAPITAL} ){1,4}(?:${initial(`${SURE}|${UNSURE}`)})${ENDS}${UNIT}${TOWN}`,
  'gu',
);
const ANY_CASE = new RegExp(
  String.raw`(?<![\d$€£.,#/-])\d{1,6} (?<name>(?:[a-z'’.]{1,20} ){1,3})(?:${SURE})\.?\b${UNIT}(?:,?\s{1,2}${ZIP})?`,
  'gi',
);
const CUED = new RegExp(
  String.raw`(?<![\d$€£.,#/-])\d{1,6} (?<name>(?:[a-z'’.]{1,20} ){1,3})(?:${UNSURE})\.?\b${UNIT}(?:,?\s{1,2}${ZIP})?`,
  'gi',
);
const BOX = new RegExp(
  String.raw`\bp\.? ?o\.? ?box #?\d{1,8}\b(?:,?\s{1,2}[A-Z][\p{L}.'’-]{1,20}(?: [A-Z][\p{L}.'’-]{1,20}){0,2},?\s{1,2}[A-Z]{2}\s{1,2}${ZIP})?`,
  'giu',
);
const NO_STREET =
  /\b(?:of|the|in|on|a|an|and|or|to|for|from|at|by|with|people|members|miles|years|days|hours|more|new|bad|long|is|was|were|are|per|out|off)\b/i;
const LIVES =
  /\b(?:live|lives|living|moved|address|mail|ship|send|sent|home|house|located|reside|resides|relocat\w{1,4}|residence)\b[^.!?\n]{0,28}$/;
const POSTCODE = new RegExp(
  String.raw`\b(?:zip|postal|post) ?(?:code)?(?: is| ?:)? ?(?<part>${ZIP}|[A-Z]\d[A-Z] ?\d[A-Z]\d\b)`,
  'dgi',
);

export function* streets(text: string, own: OwnRecord = {}): Generator<Detail> {
  yield* found(text, CAPITALS, 'address');
  yield* found(text, ANY_CASE, 'address', ({ groups }) => !NO_STREET.test(groups?.['name'] ?? ''));
  yield* found(
    text,
    CUED,
    'address',
    ({ groups, index, 0: all }) =>
      !NO_STREET.test(groups?.['name'] ?? '') &&
      (LIVES.test(before(text, index)) || endOfAddress(text, index + all.length) > index + all.length),
  );
  yield* found(text, BOX, 'address');
  yield* found(text, POSTCODE, 'address');
  for (const line of [...(own.addressLines ?? []), own.postalCode ?? '']) yield* occurrences(text, line);
}

const TOWN_AND_CODE = new RegExp(
  String.raw`^[,.]?\s{1,2}(?:[\p{L}.'’-]{2,20}(?: [\p{L}.'’-]{2,20}){0,2},?\s{1,2}[a-z]{2}\.?,?\s{1,2})?${ZIP}`,
  'iu',
);

/** Where an address ends whose street line ends at `end`: behind the city and postal code that follow it. */
export const endOfAddress = (text: string, end: number): number =>
  end + (TOWN_AND_CODE.exec(text.slice(end, end + 100))?.[0].length ?? 0);

/** A line of the own address, as it stands in the record but for case. */
function* occurrences(text: string, line: string): Generator<Detail> {
  const wanted = line.trim().toLowerCase();
  if (wanted.length < 5 || !/\d/.test(wanted)) return;
  const lower = text.toLowerCase();
  // Lower case may change the length of a few letters: then places would not fit.
  if (lower.length !== text.length) return;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length))
    if (!/[\p{L}\p{N}]/u.test(text[at - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[at + wanted.length] ?? ''))
      yield { start: at, end: at + wanted.length, kind: 'address' };
}
