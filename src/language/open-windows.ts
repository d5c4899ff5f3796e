/** Windows with one bound: "since March", "before year end", "on or after 1 July", "from April onwards". */
import { addDays, type Day } from '../domain/day.js';
import { longestAt, wordAt } from './phrases.js';
import type { Customs, Words } from './reading.js';
import { sayDay } from './say-day.js';
import { isToday, type Settled, settle } from './stretch.js';
import { stretchesAt } from './stretches.js';
import { reading, type WindowReading } from './window-reading.js';

const openers: Readonly<Record<string, 'since' | 'before' | 'until' | 'after' | 'notBefore'>> = {
  since: 'since',
  'ever since': 'since',
  'any time since': 'since',
  'at any time since': 'since',
  'sometime since': 'since',
  'going back to': 'since',
  'dating from': 'since',
  'from the start of': 'since',
  'from the very start of': 'since',
  'from the beginning of': 'since',
  'as from': 'since',
  'starting in': 'since',
  'starting on': 'since',
  'starting from': 'since',
  'beginning in': 'since',
  before: 'before',
  'prior to': 'before',
  'ahead of': 'before',
  'previous to': 'before',
  'any time before': 'before',
  'sometime before': 'before',
  'earlier than': 'before',
  until: 'until',
  till: 'until',
  'up to': 'until',
  'up until': 'until',
  by: 'until',
  through: 'until',
  thru: 'until',
  'through to': 'until',
  'through the end of': 'until',
  'up through': 'until',
  'until the end of': 'until',
  'as late as': 'until',
  'on or before': 'until',
  'no later than': 'until',
  'not later than': 'until',
  after: 'after',
  'later than': 'after',
  'on or after': 'notBefore',
  'no earlier than': 'notBefore',
  from: 'notBefore',
};

export function openAt(words: Words, index: number, customs: Customs): WindowReading[] {
  const opener = longestAt(words, index, openers);
  if (!opener) return [];
  // "Paid through December" says when a term ends, and nothing of when it was paid.
  if (/^thr(?:ough|u)$/.test(wordAt(words, index)) && /^(?:paid|pd|pay|pays|good)$/.test(wordAt(words, index - 1)))
    return [];
  return stretchesAt(words, opener.end, customs).flatMap((stretch) => {
    const onwards =
      wordAt(words, stretch.end) === 'on' ||
      wordAt(words, stretch.end) === 'onwards' ||
      wordAt(words, stretch.end) === 'onward';
    const isBareFrom = wordAt(words, index) === 'from' && opener.end === index + 1;
    if (isBareFrom && !onwards) return [];
    // "From the start of 2025 to the end of June" is a pair.
    if (opener.end > index + 1 && /^(?:to|until|till|through|thru)$/.test(wordAt(words, stretch.end))) return [];
    const end = onwards ? stretch.end + 1 : stretch.end;
    return settle(stretch).flatMap((settled) => bounded(opener.meaning, words, opener.end, settled, end, customs));
  });
}

function bounded(
  opener: (typeof openers)[string],
  words: Words,
  inside: number,
  { window, days, tense, note }: Settled,
  end: number,
  customs: Customs,
): WindowReading[] {
  const bound = (of: Day) => (isToday(window) ? 'today' : of);
  if (opener === 'since') return tense === 'future' ? [] : [reading({ from: bound(days.from) }, end, { note })];
  if (opener === 'notBefore') return [reading({ from: bound(days.from) }, end, { ...(tense && { tense }), note })];
  if (opener === 'after') return [reading({ from: addDays(days.to, 1) }, end, { ...(tense && { tense }), note })];
  // "Before year end", "before the end of June": people mean up to that day.
  const includesEnd = opener === 'until' || words.slice(inside, end).some((word) => /^(end|eoy|eom|eoq)$/i.test(word));
  const last = includesEnd ? bound(days.to) : addDays(days.from, -1);
  const read = includesEnd && days.from !== days.to ? `up to ${sayDay(days.to)}` : note;
  const past = reading({ to: last }, end, { tense: 'past', note: read });
  const future = reading({ from: 'today', to: last }, end, { tense: 'future', note: read });
  if (tense) return [tense === 'past' ? past : future];
  return last !== 'today' && last < customs.today ? [past] : [past, future];
}
