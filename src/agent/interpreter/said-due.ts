/* Until when something is to be done, found in the words of a task and taken out of them. */
import { addDays, type Day } from '../../domain/day.js';
import { daysAt } from '../../language/days.js';
import type { Customs } from '../../language/reading.js';
import { wordsOf } from '../../language/words.js';
import { dueDay, withoutHour } from './due-days.js';

export interface Due {
  readonly day: string;
  /** The words without it. */
  readonly words: string;
}

/** As said to be the end: "by", "due", "no later than"; "on" and "for" a day, too. */
const END =
  /[\s,.;–—-]*\b(?:(?:and |, )?(?:it|this|that|which)?\s*(?:needs? to be|must be|should be|has to be|is to be|to be|needs|is)?\s*(?:done|finished|completed|sorted|wrapped up|closed)?\s*(?:due(?: by| on)?|by|before|no later than|not later than|until|till|at the latest by|latest by)|on|for)\s*:?\s+(?=\S)/gi;
const BARE_DUE =
  /[\s,.;–—-]+(?:due:?\s+)?(?:let's say\s+|say\s+|ideally\s+(?:by\s+|on\s+)?|preferably\s+(?:by\s+|on\s+)?)?/gi;
const LATEST = /\s+at the latest\b/i;
/** "By Friday would be good": said of the day, and no part of what is to be done. */
const WOULD_DO =
  /^,?\s*(?:(?:would|will|'ll|should|might)\s+(?:be\s+|have to\s+)?(?:good|great|ideal|lovely|nice|fine|perfect|best|do|suit|enough|grand|plenty|helpful|brilliant|ok|okay)|is (?:fine|good|ok|okay|plenty|soon enough)|if (?:possible|(?:you|she|he|they|we|at all) (?:can|possible)|poss)|ideally|latest|tops|sharp|at (?:the )?latest)\b[^.!?]*[.!?]*\s*$/i;
const MOST_WORDS = 6;
const NAMES_A_DAY =
  /\d|\b(?:mon|tue|wed|thu|fri|sat|sun)\w*\b|\btomorrow\b|\btoday\b|\btonight\b|\bnext (?:week|month)\b|\b(?:end|middle|start|beginning) of\b|\bmid[- ]|\bfortnight|\b(?:month|year|week|quarter)[- ]?end\b|^(?:in|within)\b.*\b(?:days?|weeks?|months?)\b|\bfrom (?:now|today)\b|\b(?:cob|eod|christmas|xmas|new year)\b|\bof (?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i;

export function dueIn(words: string, customs: Customs): Due | undefined {
  for (const found of words.matchAll(END)) {
    const from = (found.index ?? 0) + found[0].length;
    const day = dayAfter(words, from, customs);
    if (day) return cut(words, found.index ?? 0, day.end, day.day);
  }
  // "... , let's say Tuesday at the latest", "... Tuesday please", "call her Monday about it".
  const at = words.search(LATEST);
  for (const found of words.matchAll(BARE_DUE)) {
    const from = (found.index ?? 0) + found[0].length;
    if (/\b(?:about|since|from|last|the|every|of|a|until|of last|after|before)\s*$/i.test(words.slice(0, from)))
      continue;
    const day = dayAfter(words, from, customs);
    if (!day) continue;
    const rest = words.slice(day.end);
    if (/^'s\b/.test(rest)) continue;
    const isEnd = /^[\s.!]*(?:at the latest|please|pls|thanks)?[\s.!]*$/i.test(rest) || at >= 0 || WOULD_DO.test(rest);
    return isEnd ? cut(words, found.index ?? 0, day.end, day.day) : { day: day.day, words };
  }
  return undefined;
}

function cut(words: string, from: number, to: number, day: string): Due {
  const rest = words
    .slice(to)
    .replace(/^\s*at the latest\b/i, '')
    .replace(/^[\s,.;]*(?:please|pls|thanks)?[\s.!]*$/i, '')
    .replace(WOULD_DO, '');
  return {
    day,
    words: `${words.slice(0, from)} ${rest}`
      .replace(/\s+/g, ' ')
      .replace(/ (?=[,.;])/g, '')
      .trim(),
  };
}

/** The longest run of words from there that is one day. */
function dayAfter(
  words: string,
  from: number,
  customs: Customs,
): { readonly day: string; readonly end: number } | undefined {
  const rest = words.slice(from);
  const ends = [...rest.matchAll(/\S+/g)].map((word) => word.index + word[0].length).slice(0, MOST_WORDS);
  for (const end of ends.reverse()) {
    const bare = rest.slice(0, end).replace(/[,:;.!?–—-]+$/, '');
    const day = NAMES_A_DAY.test(bare) ? dayOf(bare, customs) : undefined;
    if (day) return { day, end: from + bare.length };
  }
  return undefined;
}

const WEEKDAY_AND_NUMBER = /^(mon|tue|wed|thu|fri|sat|sun)\w*,? (?:the )?(\d{1,2})(?:st|nd|rd|th)?$/i;
const WEEKDAY_AND_DATE = /^(mon|tue|wed|thu|fri|sat|sun)\w*,?\s+(?:the\s+)?(\S.*)$/i;
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
/** Two years hold every pair of weekday and day of the month several times. */
const FAR = 730;

/** The first day named by the words that is not past; undefined where they are not one day and nothing else. */
export function dayOf(words: string, customs: Customs): string | undefined {
  const plain = withoutHour(words.replace(/^(?:on|this|coming)\s+/i, '').trim());
  const due = dueDay(words.trim(), customs.today) ?? dueDay(plain, customs.today);
  if (due) return due;
  const [, weekday, number] = WEEKDAY_AND_NUMBER.exec(plain) ?? [];
  if (weekday && number) return dayBoth(weekday.toLowerCase(), Number(number), customs.today);
  const [, named, rest] = WEEKDAY_AND_DATE.exec(plain) ?? [];
  if (named && rest && /\d/.test(inFigures(rest))) {
    const day = dayOf(rest, customs);
    return day && weekdayOf(day as Day) === named.toLowerCase() ? day : undefined;
  }
  const all = wordsOf(inFigures(plain));
  return daysAt(all, 0, customs)
    .filter(({ end, value }) => end === all.length && value >= customs.today)
    .map(({ value }) => value)
    .sort()[0];
}

/** "Wed the 25th": the next day that is both. */
function dayBoth(weekday: string, number: number, today: Day): string | undefined {
  for (let ahead = 0; ahead < FAR; ahead++) {
    const day = addDays(today, ahead);
    if (Number(day.slice(8)) === number && weekdayOf(day) === weekday) return day;
  }
  return undefined;
}

const weekdayOf = (of: Day): string | undefined => WEEKDAYS[new Date(`${of}T12:00:00Z`).getUTCDay()];

const UNITS = 'first second third fourth fifth sixth seventh eighth ninth'.split(' ');
const ORDINALS: ReadonlyMap<string, number> = new Map([
  ...UNITS.map((word, at) => [word, at + 1] as const),
  ...'tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
    .split(' ')
    .map((word, at) => [word, at + 10] as const),
  ...UNITS.map((word, at) => [`twenty-${word}`, at + 21] as const),
  ['thirtieth', 30],
  ['thirty-first', 31],
]);

/** "The second of December" as "2 December". */
const inFigures = (words: string): string =>
  words
    .replace(/\b(twenty|thirty)[ -](\w+)\b/gi, '$1-$2')
    .replace(/\b(?:the )?([a-z]+(?:-[a-z]+)?) of (?=\p{L})/giu, (found, word: string) => {
      const number = ORDINALS.get(word.toLowerCase());
      return number === undefined ? found : `${number} `;
    })
    .replace(/^the (?=\d)/i, '')
    .replace(/(\d)(?:st|nd|rd|th)? of (?=\p{L})/giu, '$1 ');
