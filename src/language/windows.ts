/** Words to windows: "last quarter", "past 90 days", "since March", "between 1 March and 15 April", "recently". */
import { addDays, addTo, type Day } from '../domain/day.js';
import type { CalendarWindow } from '../domain/window.js';
import { daysAt } from './days.js';
import { memberWindowsAt } from './member-windows.js';
import { durationAt, numberAt, unitAt } from './numbers.js';
import { pairAt } from './pairs.js';
import { longestAt, pass, phraseAt, wordAt } from './phrases.js';
import type { Customs, Words } from './reading.js';
import { sayDay } from './say-day.js';
import { isToday, type Settled, settle } from './stretch.js';
import { stretchesAt } from './stretches.js';
import { reading, type WindowReading } from './window-reading.js';

export type { WindowReading };

/** Every window that begins at `index`; several where the words leave it open. */
export function windowsAt(words: Words, index: number, customs: Customs): WindowReading[] {
  const found: WindowReading[] = [
    ...memberWindowsAt(words, index),
    ...idiomAt(words, index, customs),
    ...yearEndedAt(words, index, customs),
    ...runningAt(words, index),
    ...withinAt(words, index),
    ...agoAt(words, index, customs),
    ...stretchAt(words, index, customs),
    ...openAt(words, index, customs),
    ...pairAt(words, index, customs),
  ];
  const seen = new Map(found.map((reading) => [JSON.stringify([reading.value, reading.end, reading.tense]), reading]));
  return [...seen.values()];
}

function idiomAt(words: Words, index: number, customs: Customs): WindowReading[] {
  const recent: CalendarWindow = { last: customs.recentDays, unit: 'day' };
  const soon: CalendarWindow = { next: customs.recentDays, unit: 'day' };
  const year: CalendarWindow = { calendar: 'year', offset: 0 };
  const quarter: CalendarWindow = { calendar: 'quarter', offset: 0 };
  const month: CalendarWindow = { calendar: 'month', offset: 0 };
  const fiscal: CalendarWindow = { calendar: 'fiscal_year', offset: 0 };
  const found = longestAt<CalendarWindow>(words, index, {
    ever: 'ever',
    historically: 'ever',
    'at any time': 'ever',
    'at any point': 'ever',
    'of all time': 'ever',
    'all time': 'ever',
    recently: recent,
    lately: recent,
    recent: recent,
    'of late': recent,
    'in recent months': recent,
    soon,
    shortly: soon,
    ytd: year,
    'year to date': year,
    'so far this year': year,
    'this year so far': year,
    'this year to date': year,
    qtd: quarter,
    'quarter to date': quarter,
    'so far this quarter': quarter,
    mtd: month,
    'month to date': month,
    'so far this month': month,
    fytd: fiscal,
    'fiscal year to date': fiscal,
    'so far this fiscal year': fiscal,
    'this fiscal year so far': fiscal,
    'this fiscal year to date': fiscal,
    'the fiscal year so far': fiscal,
    'the fiscal year to date': fiscal,
    'so far this fiscal': fiscal,
    'so far this fy': fiscal,
    'this fy so far': fiscal,
    'fy to date': fiscal,
    'so far in this fiscal year': fiscal,
    'so far in this year': year,
    'so far in the year': year,
    'the year so far': year,
    'year so far': year,
    'the year to date': year,
    'calendar year to date': year,
    'this calendar year to date': year,
    'this calendar year so far': year,
    'so far this calendar year': year,
    'the quarter so far': quarter,
    'this quarter so far': quarter,
    'this quarter to date': quarter,
    'the month so far': month,
    'this month so far': month,
    'this month to date': month,
    'in any year': 'ever',
    'any year': 'ever',
    'of any year': 'ever',
    'in any of the years': 'ever',
    'at any stage': 'ever',
    'in our records': 'ever',
    'on record at all': 'ever',
    'since records began': 'ever',
    'since the beginning': 'ever',
    'in all the years': 'ever',
    'in all time': 'ever',
    'over all time': 'ever',
    'across all years': 'ever',
    'in all years': 'ever',
    'all years': 'ever',
    'these days': recent,
    'in recent weeks': recent,
    nowadays: recent,
    'the last little while': recent,
  });
  if (!found) return [];
  const said = words.slice(index, found.end).join(' ').toLowerCase();
  if (found.meaning === recent)
    return [reading(recent, found.end, { note: `${said}: the last ${customs.recentDays} days` })];
  if (found.meaning === soon)
    return [reading(soon, found.end, { note: `${said}: the next ${customs.recentDays} days` })];
  return [reading(found.meaning, found.end)];
}

const yearsByName: Readonly<Record<string, true>> = Object.fromEntries(
  [
    'fiscal year',
    'financial year',
    'accounting year',
    'business year',
    'fy',
    'fiscal',
    'year',
    'twelve months',
    '12 months',
  ].map((name) => [name, true]),
);
const closings: Readonly<Record<string, true>> = Object.fromEntries(
  'closed closing ended ending ends that_ended which_ended that_closed which_closed we_closed we_ended we_finished we_wrapped_up we_have_closed we_just_closed we_just_ended we_just_finished just_closed just_ended just_finished just_past finished finishing to up_to through that_finished that_just_ended that_just_closed that_we_closed which_we_closed that_we_just_closed that_we_finished that_ran_to that_ran_until running_to running_until'
    .split(' ')
    .map((phrase) => [phrase.replaceAll('_', ' '), true]),
);

/** "The fiscal year we closed on 30 June": the twelve months up to that day; without a day, the fiscal year before this. */
function yearEndedAt(words: Words, index: number, customs: Customs): WindowReading[] {
  const preposition = pass(words, index, 'in', 'during', 'for', 'over', 'throughout', 'across');
  const article = pass(words, preposition, 'the', 'our');
  const name = longestAt(words, article, yearsByName);
  const closing = name && longestAt(words, name.end, closings);
  if (!name || !closing) return [];
  const day = pass(words, pass(words, closing.end, 'on', 'at', 'in'), 'the');
  const ends = [
    ...daysAt(words, day, customs).map(({ value, end }) => ({ value, end })),
    // "That ended in June": its last day.
    ...stretchesAt(words, day, customs).flatMap((stretch) =>
      settle(stretch).map(({ days }) => ({ value: days.to, end: stretch.end })),
    ),
  ].filter(({ value }) => value <= customs.today);
  const [last] = ends.sort((a, b) => b.end - a.end || (a.value < b.value ? 1 : -1));
  if (last) {
    const window = { from: addTo(addDays(last.value, 1), -1, 'year'), to: last.value };
    return [reading(window, last.end, { note: `the twelve months up to ${sayDay(last.value)}` })];
  }
  if (day > closing.end) return [];
  const isFiscal = /^(?:fiscal|financial|accounting|business|fy)/.test(wordAt(words, article));
  return isFiscal &&
    /\b(?:closed|ended|finished|past|up)$/.test(words.slice(name.end, closing.end).join(' ').toLowerCase())
    ? [reading({ calendar: 'fiscal_year', offset: -1 }, closing.end)]
    : [];
}

const back: Readonly<Record<string, true>> = {
  last: true,
  past: true,
  previous: true,
  prior: true,
  preceding: true,
  trailing: true,
  rolling: true,
  latest: true,
};
const ahead: Readonly<Record<string, true>> = { next: true, coming: true, following: true, upcoming: true };

/** "last 90 days", "in the past year", "over the next two months". Without a number, "the last quarter" is asked. */
function runningAt(words: Words, index: number): WindowReading[] {
  const afterPreposition = pass(words, index, 'in', 'over', 'during', 'within', 'for', 'throughout', 'across');
  const begin = pass(words, afterPreposition, 'the', 'these');
  const word = wordAt(words, begin);
  if (!back[word] && !ahead[word]) return [];
  const window = (count: number, unit: NonNullable<ReturnType<typeof unitAt>>): CalendarWindow =>
    back[word] ? { last: count, unit } : { next: count, unit };
  const duration = durationAt(words, begin + 1);
  if (duration) {
    const { count, unit } = duration.value;
    return [reading(window(count, unit), duration.end, { note: duration.note })];
  }
  const unit = unitAt(words, begin + 1);
  const hasArticle = begin > afterPreposition;
  const isRunning =
    ['past', 'coming', 'preceding', 'trailing', 'rolling'].includes(word) ||
    (hasArticle && ['last', 'next'].includes(word));
  if (!unit || !isRunning) return [];
  return [
    reading(window(1, unit), begin + 2, {
      note: `${back[word] ? 'the last' : 'the next'} ${unit}: counted from today`,
    }),
  ];
}

/** "in 6 months", "for two weeks", "6 months": backwards or forwards as the verb says. */
function withinAt(words: Words, index: number): WindowReading[] {
  const preposition = ['in', 'within', 'for', 'over', 'during', 'under'].find((word) => word === wordAt(words, index));
  const begin = preposition ? index + 1 : index;
  const more = preposition && longestAt(words, begin, { 'more than': 1, over: 1, 'at least': 1 })?.end;
  const less = preposition && phraseAt(words, begin, 'less than');
  const duration = durationAt(words, more || less || begin, preposition !== undefined);
  if (!duration || (!preposition && duration.value.count < 2) || isAnchored(words, duration.end)) return [];
  const { count, unit } = duration.value;
  const past = reading({ last: count, unit }, duration.end, { tense: 'past', note: duration.note });
  if (more) return [past];
  // "Within 60 days" of a day counts 0 to 60 from it; the next 60 days have today for their first.
  const days = preposition === 'within' && unit === 'day' ? count + 1 : count;
  return [past, reading({ next: days, unit }, duration.end, { tense: 'future', note: duration.note })];
}

/** "6 months ago", "90 days before expiry": the duration alone is not what was meant. */
const isAnchored = (words: Words, index: number): boolean =>
  ['ago', 'before', 'after', 'prior', 'from', 'of', 'leading'].includes(wordAt(words, index));

/** "3 months ago" (that month), "more than 2 years ago", "less than a year ago". */
function agoAt(words: Words, index: number, customs: Customs): WindowReading[] {
  const begin = pass(words, index, 'from');
  const compared = longestAt(words, begin, {
    'more than': 'more',
    over: 'more',
    'at least': 'more',
    'longer than': 'more',
    'less than': 'less',
    under: 'less',
    within: 'less',
    'no more than': 'less',
  } as const);
  const fiscal = compared ? undefined : fiscalAgoAt(words, begin);
  if (fiscal) return [fiscal];
  const duration = durationAt(words, compared?.end ?? begin, true);
  if (!duration) return [];
  const { count, unit } = duration.value;
  const end = duration.end + 1;
  const note = duration.note;
  if (phraseAt(words, duration.end, 'from now') !== undefined && !compared)
    return [reading({ calendar: unit, offset: count }, end + 1, { note })];
  if (wordAt(words, duration.end) !== 'ago') return [];
  if (!compared) return [reading({ calendar: unit, offset: -count }, end, { note })];
  if (compared.meaning === 'less') return [reading({ last: count, unit }, end, { note })];
  return [reading({ to: addTo(customs.today, -count, unit) }, end, { tense: 'past', note })];
}

/** "2 fiscal years ago", "3 fiscal quarters from now". */
function fiscalAgoAt(words: Words, index: number): WindowReading | undefined {
  const number = numberAt(words, index, true);
  const unit =
    number &&
    longestAt(words, number.end, {
      'fiscal year': 'fiscal_year',
      'fiscal years': 'fiscal_year',
      'fiscal quarter': 'fiscal_quarter',
      'fiscal quarters': 'fiscal_quarter',
    } as const);
  const side = unit && longestAt(words, unit.end, { ago: -1, 'from now': 1 });
  return side && reading({ calendar: unit.meaning, offset: side.meaning * number.value }, side.end);
}

/** "in March 2026", "during last quarter", "on 1 March", "fiscal year 2026". */
function stretchAt(words: Words, index: number, customs: Customs): WindowReading[] {
  const begin = pass(words, index, 'in', 'during', 'on', 'for', 'over', 'throughout', 'within', 'from');
  const preposition = begin > index;
  const article = wordAt(words, begin) === 'the';
  const named = article ? begin + 1 : begin;
  const modifier = wordAt(words, named);
  const unit = unitAt(words, named + 1);
  // "in the last year" runs back from today, which runningAt reads; of "the last quarter" nobody knows.
  const onlyRuns = article && ['last', 'next'].includes(modifier) && unit !== undefined && unit !== 'quarter';
  const isPair = wordAt(words, index) === 'from';
  if (onlyRuns || (isPair && preposition)) return [];
  return stretchesAt(words, begin, customs).flatMap((stretch) =>
    settle(stretch).map((settled) => reading(settled.window, stretch.end, settled)),
  );
}

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

function openAt(words: Words, index: number, customs: Customs): WindowReading[] {
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
