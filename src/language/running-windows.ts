/** Windows of so many days, weeks or years: "past 90 days", "in 6 months", "more than 2 years ago". */
import { addTo } from '../domain/day.js';
import type { CalendarWindow } from '../domain/window.js';
import { durationAt, numberAt, unitAt } from './numbers.js';
import { longestAt, pass, phraseAt, wordAt } from './phrases.js';
import type { Customs, Words } from './reading.js';
import { reading, type WindowReading } from './window-reading.js';

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
export function runningAt(words: Words, index: number): WindowReading[] {
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
export function withinAt(words: Words, index: number): WindowReading[] {
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
export function agoAt(words: Words, index: number, customs: Customs): WindowReading[] {
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
