/** Words to windows: "last quarter", "past 90 days", "since March", "between 1 March and 15 April", "recently". */
import { addDays, addTo } from '../domain/day.js';
import { daysAt } from './days.js';
import { memberWindowsAt } from './member-windows.js';
import { unitAt } from './numbers.js';
import { openAt } from './open-windows.js';
import { pairAt } from './pairs.js';
import { longestAt, pass, wordAt } from './phrases.js';
import type { Customs, Words } from './reading.js';
import { agoAt, runningAt, withinAt } from './running-windows.js';
import { sayDay } from './say-day.js';
import { settle } from './stretch.js';
import { stretchesAt } from './stretches.js';
import { idiomAt } from './window-idioms.js';
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
