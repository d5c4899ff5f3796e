/** Parts of a year: "Q3 2026", "the second half of last year", "March", "this fall". */
import { addDays, addTo, dayOf } from '../domain/day.js';
import { fiscalYear } from '../domain/window.js';
import { monthAt, monthNames, yearAt } from './months.js';
import { longestAt, pass, phraseAt, wordAt } from './phrases.js';
import type { Customs, Words } from './reading.js';
import { sayRange } from './say-day.js';
import { between, type Closed, type Stretch, yearly } from './stretch.js';
import { calendarYearAt, exact, fiscalYearAt } from './years.js';

const ordinalParts: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: 4 };

/** Quarters and halves: "Q3", "Q3 2026", "the second quarter of last year", "H1", "fiscal Q2", "FY26 Q1". */
export function partAt(words: Words, index: number, customs: Customs): Stretch[] {
  const fiscalFirst = fiscalYearAt(words, index, customs);
  const isFiscal = fiscalFirst !== undefined || ['fiscal', 'financial'].includes(wordAt(words, index));
  const part = partOfYearAt(words, fiscalFirst?.end ?? (isFiscal ? index + 1 : index));
  if (!part) return [];
  const months = 12 / part.parts;
  const inYear = (first: Closed['from']): Closed => {
    const from = addTo(first, (part.which - 1) * months, 'month');
    return between(from, addDays(addTo(from, months, 'month'), -1));
  };
  const fiscalAfter = fiscalFirst ?? fiscalYearAt(words, pass(words, pass(words, part.end, 'of'), 'the'), customs);
  if (fiscalAfter) return exact(inYear(fiscalAfter.first), Math.max(part.end, fiscalAfter.end), part.name);
  const year = calendarYearAt(words, pass(words, part.end, 'of', ','), customs);
  if (isFiscal) {
    const first = (of: number) => inYear((fiscalYear(of, customs) as Closed).from);
    return year
      ? exact(first(year.year), year.end, part.name)
      : yearly(`fiscal ${part.name}`, first, part.end, customs);
  }
  const first = (of: number) => inYear(dayOf(of, 1, 1));
  return year ? exact(first(year.year), year.end) : yearly(part.name, first, part.end, customs);
}

function partOfYearAt(words: Words, index: number) {
  const code = /^(q[1-4]|h[12])$/.exec(wordAt(words, index))?.[1];
  if (code) {
    const parts = code.startsWith('q') ? 4 : 2;
    return { which: Number(code[1]), parts, end: index + 1, name: code.toUpperCase() };
  }
  const ordinal = ordinalParts[wordAt(words, index)];
  const noun = wordAt(words, index + 1);
  // "last quarter" is the one before today's, "last half" of a year its second.
  if (ordinal === undefined || (wordAt(words, index) === 'last' && wordAt(words, index + 2) !== 'of')) return undefined;
  if (noun === 'quarter') return { which: ordinal, parts: 4, end: index + 2, name: `Q${ordinal}` };
  if (noun === 'half' && [1, 2, 4].includes(ordinal))
    return { which: Math.min(ordinal, 2), parts: 2, end: index + 2, name: `H${Math.min(ordinal, 2)}` };
  return undefined;
}

/** "March", "March 2026", "last March", "the month of March", "March of last year". */
export function monthsAt(words: Words, index: number, customs: Customs): Stretch[] {
  const past = longestAt(words, index, { 'this past': 1, 'this last': 1, 'the past': 1, past: 1 })?.end;
  const coming = longestAt(words, index, { 'this coming': 1, 'this next': 1, coming: 1, upcoming: 1 })?.end;
  const plain = ['this', 'last', 'next'].find((word) => word === wordAt(words, index));
  const modifier = past ? 'last' : coming ? 'next' : plain;
  const begin = past ?? coming ?? (plain ? index + 1 : (phraseAt(words, index, 'month of') ?? index));
  const month = monthAt(words, begin);
  if (month === undefined) return [];
  const inYear = (year: number) => between(dayOf(year, month, 1), dayOf(year, month, 31));
  const name = monthNames[month - 1] ?? '';
  const year = modifier ? undefined : calendarYearAt(words, pass(words, begin + 1, 'of', ','), customs);
  if (year) return exact(inYear(year.year), year.end);
  const now = Number(customs.today.slice(0, 4));
  const years = [now - 1, now, now + 1].map(inYear);
  const said = {
    this: inYear(now),
    last: years.filter((days) => days.to < customs.today).at(-1),
    next: years.find((days) => days.from > customs.today),
  };
  const days = modifier && said[modifier as keyof typeof said];
  if (days) return [{ window: days, days, end: begin + 1, note: `${modifier} ${name} read as ${sayRange(days)}` }];
  return yearly(name, inYear, begin + 1, customs);
}

/** First month of each, of three: as the weather has them. */
const seasons: Readonly<Record<string, number>> = { spring: 3, summer: 6, fall: 9, autumn: 9, winter: 12 };

/** "This fall", "last winter", "spring of 2025". A season alone may be a name: "the fall meeting". */
export function seasonsAt(words: Words, index: number, customs: Customs): Stretch[] {
  const said = longestAt(words, index, {
    this: 0,
    'this past': -1,
    'the past': -1,
    past: -1,
    last: -1,
    'this coming': 1,
    coming: 1,
    next: 1,
  } as const);
  const begin = said?.end ?? index;
  const season = wordAt(words, begin);
  const first = seasons[season];
  if (first === undefined) return [];
  const inYear = (year: number): Closed => {
    const from = dayOf(year, first, 1);
    return between(from, addDays(addTo(from, 3, 'month'), -1));
  };
  const digits = yearAt(words, pass(words, begin + 1, 'of', ','));
  if (digits !== undefined && !said) return told(season, inYear(digits), pass(words, begin + 1, 'of', ',') + 1);
  if (!said) return [];
  const { today } = customs;
  const now = Number(today.slice(0, 4));
  const years = [now - 2, now - 1, now, now + 1].map(inYear);
  const [current] = years.filter(({ from, to }) => from <= today && today <= to);
  const over = years.filter(({ to }) => to < today).at(-1);
  const ahead = years.find(({ from }) => from > today);
  // "This spring", in November, is the one that was.
  const days = said.meaning === 0 ? (current ?? inYear(now)) : said.meaning < 0 ? (over ?? current) : ahead;
  return days ? told(season, days, begin + 1) : [];
}

const told = (name: string, days: Closed, end: number): Stretch[] => [
  { window: days, days, end, note: `${name} read as ${sayRange(days)}` },
];
