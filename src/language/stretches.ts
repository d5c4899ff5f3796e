/** Words that name a stretch of days: "March 2026", "Q3", "last quarter", "fiscal year 2026", "the end of the month". */
import { addDays, addTo, dayOf } from '../domain/day.js';
import { type CalendarUnit, fiscalYear } from '../domain/window.js';
import { dayStretchesAt } from './days.js';
import { century, monthAt, monthNames, yearAt } from './months.js';
import { longestAt, pass, phraseAt, wordAt } from './phrases.js';
import type { Customs, Words } from './reading.js';
import { sayRange } from './say-day.js';
import { between, type Closed, fixed, type Stretch, yearly } from './stretch.js';

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

const offsets: Readonly<Record<string, number>> = {
  this: 0,
  current: 0,
  'the current': 0,
  present: 0,
  'the present': 0,
  ongoing: 0,
  running: 0,
  'this current': 0,
  'this present': 0,
  last: -1,
  previous: -1,
  prior: -1,
  next: 1,
  coming: 1,
  upcoming: 1,
};
const units: Readonly<Record<string, CalendarUnit>> = {
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  qtr: 'quarter',
  year: 'year',
  yr: 'year',
  mo: 'month',
  mth: 'month',
  wk: 'week',
  'fiscal yr': 'fiscal_year',
  'calendar year': 'year',
  'calendar quarter': 'quarter',
  'calendar month': 'month',
  'fiscal year': 'fiscal_year',
  'financial year': 'fiscal_year',
  fiscal: 'fiscal_year',
  fy: 'fiscal_year',
  'fiscal quarter': 'fiscal_quarter',
  'financial quarter': 'fiscal_quarter',
};

/** "last quarter", "this fiscal year", "the year before last". */
function relativeAt(words: Words, index: number, customs: Customs): Stretch[] {
  const modifier = longestAt(words, index, offsets);
  const unit = modifier && longestAt(words, modifier.end, units);
  const found =
    modifier && unit ? [fixed({ calendar: unit.meaning, offset: modifier.meaning }, unit.end, customs)] : [];
  const far = longestAt(words, index, units);
  const before = far && phraseAt(words, far.end, 'before last');
  const after = far && phraseAt(words, far.end, 'after next');
  if (far && before !== undefined) found.push(fixed({ calendar: far.meaning, offset: -2 }, before, customs));
  if (far && after !== undefined) found.push(fixed({ calendar: far.meaning, offset: 2 }, after, customs));
  return found;
}

/** "fiscal year 2026", "FY26", "fiscal 2026", "the 2026 fiscal year": named by the year it ends in. */
function fiscalAt(words: Words, index: number, customs: Customs): Stretch[] {
  const glued = /^fy(\d\d|\d{4})$/.exec(wordAt(words, index));
  if (glued) return named(Number(glued[1]), index + 1, customs);
  const opener = longestAt(words, index, { 'fiscal year': 1, 'financial year': 1, fiscal: 1, fy: 1 });
  const digits = opener && /^(\d{4}|\d\d)$/.exec(wordAt(words, opener.end));
  if (opener && digits) return named(Number(digits[1]), opener.end + 1, customs);
  const year = yearAt(words, index);
  const closer = longestAt(words, index + 1, { 'fiscal year': 1, 'financial year': 1, fy: 1 });
  return year !== undefined && closer ? named(year, closer.end, customs) : [];
}

function named(digits: number, end: number, customs: Customs): Stretch[] {
  const year = digits < 100 ? century(digits) : digits;
  const days = fiscalYear(year, customs) as Closed;
  return [{ window: days, days, end, note: `fiscal year ${year}: ${sayRange(days)}` }];
}

const ordinalParts: Readonly<Record<string, number>> = { first: 1, second: 2, third: 3, fourth: 4, last: 4 };

/** Quarters and halves: "Q3", "Q3 2026", "the second quarter of last year", "H1", "fiscal Q2", "FY26 Q1". */
function partAt(words: Words, index: number, customs: Customs): Stretch[] {
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

const exact = (days: Closed, end: number, name?: string): Stretch[] => [
  { window: days, days, end, ...(name !== undefined && { note: `fiscal ${name}: ${sayRange(days)}` }) },
];

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

/** "2026", "last year", "this year". */
function calendarYearAt(words: Words, index: number, customs: Customs): { year: number; end: number } | undefined {
  const begin = pass(words, index, 'the');
  const digits = yearAt(words, begin);
  if (digits !== undefined) return { year: digits, end: begin + 1 };
  const offset = longestAt(words, begin, { 'this year': 0, 'last year': -1, 'next year': 1, year: 0 });
  if (!offset || (offset.end === begin + 1 && begin === index)) return undefined;
  return { year: Number(customs.today.slice(0, 4)) + offset.meaning, end: offset.end };
}

function fiscalYearAt(words: Words, index: number, customs: Customs) {
  const [stretch] = [...fiscalAt(words, index, customs), ...relativeAt(words, index, customs)];
  if (!stretch || !('window' in stretch)) return undefined;
  const isFiscal = words.slice(index, stretch.end).some((word) => /^(fy\d*|fiscal|financial)$/i.test(word));
  return isFiscal ? { first: stretch.days.from, end: stretch.end } : undefined;
}

/** "March", "March 2026", "last March", "the month of March", "March of last year". */
function monthsAt(words: Words, index: number, customs: Customs): Stretch[] {
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
function seasonsAt(words: Words, index: number, customs: Customs): Stretch[] {
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

/** "2026", "the year 2026", "calendar 2026", "2024-2026". */
function yearsAt(words: Words, index: number): Stretch[] {
  const begin = longestAt(words, index, { year: 1, 'calendar year': 1, calendar: 1 })?.end ?? index;
  const joined = /^((?:19|20)\d\d)[-–]((?:19|20)\d\d)$/.exec(wordAt(words, begin));
  const first = joined ? Number(joined[1]) : yearAt(words, begin);
  if (first === undefined) return [];
  const last = joined ? Number(joined[2]) : first;
  return last < first ? [] : exact(between(dayOf(first, 1, 1), dayOf(last, 12, 31)), begin + 1);
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
