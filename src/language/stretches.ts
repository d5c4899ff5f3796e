/** Words that name a stretch of days: "March 2026", "Q3", "last quarter", "fiscal year 2026", "the end of the month". */
import type { CalendarUnit } from '../domain/window.js';
import { dayStretchesAt } from './days.js';
import { longestAt, pass } from './phrases.js';
import type { Customs, Words } from './reading.js';
import { between, type Closed, fixed, type Stretch, yearly } from './stretch.js';
import { monthsAt, partAt, seasonsAt } from './year-parts.js';
import { fiscalAt, relativeAt, units, yearsAt } from './years.js';

/** Every stretch named at `index`, the longest wording only. */
export function stretchesAt(words: Words, index: number, customs: Customs): Stretch[] {
  const begin = pass(words, index, 'the');
  const found = [dayStretchesAt, edgeAt, relativeAt, fiscalAt, partAt, monthsAt, seasonsAt, yearsAt].flatMap(
    (parse) => [
      ...parse(words, begin, customs),
      ...(begin === index ? [] : parse === dayStretchesAt ? parse(words, index, customs) : []),
    ],
  );
  const longest = Math.max(...found.map(({ end }) => end));
  return found.filter(({ end }) => end === longest);
}

const edges: Readonly<Record<string, 'from' | 'to'>> = {
  'start of': 'from',
  'begin of': 'from',
  'beginning of': 'from',
  'end of': 'to',
  'last day of': 'to',
  'first day of': 'from',
};

const ends: Readonly<Record<string, CalendarUnit>> = {
  'year end': 'year',
  'years end': 'year',
  'calendar year end': 'year',
  'year is out': 'year',
  'year is over': 'year',
  'year ends': 'year',
  'year closes': 'year',
  'month is out': 'month',
  'month ends': 'month',
  'quarter ends': 'quarter',
  'quarter closes': 'quarter',
  'fiscal year ends': 'fiscal_year',
  'fiscal year closes': 'fiscal_year',
  'fy end': 'fiscal_year',
  "year 's end": 'year',
  'month end': 'month',
  "month 's end": 'month',
  'quarter end': 'quarter',
  'fiscal year end': 'fiscal_year',
  eoy: 'year',
  eom: 'month',
  eoq: 'quarter',
};

/** First or last day of a stretch: "the end of March", "the start of the fiscal year", "year end". */
function edgeAt(words: Words, index: number, customs: Customs): Stretch[] {
  const closing = longestAt(words, index, ends);
  if (closing) return edge(fixed({ calendar: closing.meaning, offset: 0 }, closing.end, customs), 'to', customs);
  const opener = longestAt(words, index, edges);
  if (!opener) return begunAt(words, index, customs);
  const begin = pass(words, opener.end, 'the');
  const plain = longestAt(words, begin, units);
  const inner: Stretch[] = stretchesAt(words, opener.end, customs);
  const found =
    plain && inner.length === 0 ? [fixed({ calendar: plain.meaning, offset: 0 }, plain.end, customs)] : inner;
  return found.flatMap((stretch) => edge(stretch, opener.meaning, customs));
}

/** "The fiscal year began", "this quarter started": its first day. */
function begunAt(words: Words, index: number, customs: Customs): Stretch[] {
  const begin = pass(words, index, 'the', 'our');
  const [found] = relativeAt(words, begin, customs);
  const unit = found ? undefined : longestAt(words, begin, units);
  const stretch = found ?? (unit && fixed({ calendar: unit.meaning, offset: 0 }, unit.end, customs));
  const verb = stretch && longestAt(words, stretch.end, begins);
  return stretch && verb ? edge({ ...stretch, end: verb.end }, 'from', customs) : [];
}

const begins: Readonly<Record<string, true>> = Object.fromEntries(
  ['began', 'begun', 'started', 'opened', 'kicked off', 'got going', 'got under way', 'turned over', 'rolled over'].map(
    (verb) => [verb, true],
  ),
);

function edge(stretch: Stretch, side: 'from' | 'to', customs: Customs): Stretch[] {
  const at = (days: Closed): Closed => between(days[side], days[side]);
  if ('window' in stretch) return [{ ...stretch, window: at(stretch.days), days: at(stretch.days) }];
  const { inYear, end } = stretch;
  if (!inYear) return [];
  const edgeIn = (year: number) => {
    const days = inYear(year);
    return days && at(days);
  };
  return yearly(`the ${side === 'to' ? 'end' : 'start'} of ${stretch.name}`, edgeIn, end, customs);
}
