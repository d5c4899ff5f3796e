/** Two ends: "between 1 March and 15 April", "from January to March", "January through March 2026". */
import { addDays, type Day, dayOf, daysInMonth } from '../domain/day.js';
import type { CalendarWindow } from '../domain/window.js';
import { monthAt, monthNames, yearAt } from './months.js';
import { longestAt, pass, wordAt } from './phrases.js';
import type { Customs, Tense, Words } from './reading.js';
import { sayRange } from './say-day.js';
import { between, type Closed, fixed, isToday, type Stretch, settle, yearly } from './stretch.js';
import { stretchesAt } from './stretches.js';
import { reading, type WindowReading } from './window-reading.js';

/** "between 1 March and 15 April", "from January to March", "January through March 2026", "since May but before July". */
export function pairAt(words: Words, index: number, customs: Customs): WindowReading[] {
  const opener = longestAt(words, index, { between: 1, from: 1, after: 1, since: 1 });
  const openerWord = opener && wordAt(words, index);
  // "In 2026 so far": before a stretch that is still running, the preposition belongs to the whole.
  const led = opener ? opener.end : pass(words, index, 'in', 'for', 'during', 'over');
  const within = withinAMonthAt(words, opener?.end ?? index, openerWord, customs);
  if (within.length > 0) return within;
  return stretchesAt(words, led, customs).flatMap((first) => {
    const joins: Readonly<Record<string, 'through' | 'before'>> =
      openerWord === 'after' || openerWord === 'since'
        ? { 'and before': 'before', 'but before': 'before', before: 'before' }
        : openerWord === 'between'
          ? { and: 'through' }
          : {
              to: 'through',
              until: 'through',
              till: 'through',
              through: 'through',
              thru: 'through',
              'up to': 'through',
            };
    const toDate = openerWord === 'between' ? undefined : toDateAt(words, first.end);
    if (toDate === undefined && !opener && led > index) return [];
    const join = toDate === undefined ? longestAt(words, first.end, joins) : { meaning: 'through', end: toDate };
    if (!join) return [];
    const seconds =
      toDate === undefined
        ? stretchesAt(words, join.end, customs)
        : [fixed({ calendar: 'day', offset: 0 }, toDate, customs)];
    return seconds.flatMap((second) =>
      joined(first, second, customs).flatMap(({ from, to, tense }) => {
        const start = openerWord === 'after' ? addDays(from.to, 1) : from.from;
        const stop = join.meaning === 'before' ? addDays(to.from, -1) : to.to;
        if (start > stop) return [];
        const window = between(start, stop);
        return [
          reading(boundedByToday(first, second, window), second.end, {
            ...(tense && { tense }),
            note: sayPair(first, second, window),
          }),
        ];
      }),
    );
  });
}

/** "Between 1 and 31 December 2026", "the 1st to the 15th of March", "March 1 to 15": the month is said once. */
function withinAMonthAt(words: Words, begin: number, opener: string | undefined, customs: Customs): WindowReading[] {
  const joins = opener === 'between' ? ['and'] : ['to', 'through', 'thru', 'until', 'till', '-'];
  const plain = /^(\d{1,2})(?:st|nd|rd|th)?(?:[-–](\d{1,2}))?$/;
  const monthFirst = monthAt(words, begin);
  const at = pass(words, monthFirst === undefined ? begin : begin + 1, 'the');
  const low = plain.exec(wordAt(words, at));
  if (!low) return [];
  const next = low[2] === undefined ? pass(words, at + 1, ...joins) : at + 1;
  if (low[2] === undefined && next === at + 1) return [];
  const upper = pass(words, next, 'the');
  const high = low[2] ?? plain.exec(wordAt(words, upper))?.[1];
  const after = low[2] === undefined ? upper + 1 : next;
  const month = monthFirst ?? monthAt(words, pass(words, after, 'of'));
  if (high === undefined || month === undefined || (!opener && low[2] === undefined && monthFirst === undefined))
    return [];
  const end = monthFirst === undefined ? pass(words, after, 'of') + 1 : after;
  const [first, last] = [Number(low[1]), Number(high)];
  const year = yearAt(words, pass(words, end, ',', 'of'));
  const inYear = (of: number): Closed | undefined =>
    first >= 1 && first <= last && last <= daysInMonth(of, month)
      ? between(dayOf(of, month, first), dayOf(of, month, last))
      : undefined;
  if (year !== undefined) {
    const days = inYear(year);
    return days ? [reading(days, pass(words, end, ',', 'of') + 1)] : [];
  }
  return yearly(`${first} to ${last} ${monthNames[month - 1]}`, inYear, end, customs).flatMap((stretch) =>
    settle(stretch).map((settled) => reading(settled.window, stretch.end, settled)),
  );
}

/** "January 2025 to date", "2026 so far". */
const toDateAt = (words: Words, index: number): number | undefined =>
  longestAt(words, index, {
    'to date': 1,
    'up to date': 1,
    'up to now': 1,
    'up until now': 1,
    'until now': 1,
    'till now': 1,
    'through now': 1,
    'so far': 1,
    'thus far': 1,
    'until today': 1,
    'up to today': 1,
    'through today': 1,
    'through to today': 1,
    'to the present': 1,
    'to present': 1,
    'to now': 1,
  })?.end;

const boundedByToday = (first: Stretch, second: Stretch, window: { from: Day; to: Day }): CalendarWindow => ({
  from: 'window' in first && isToday(first.window) ? 'today' : window.from,
  to: 'window' in second && isToday(second.window) ? 'today' : window.to,
});

const sayPair = (first: Stretch, second: Stretch, window: { from: Day; to: Day }): string | undefined =>
  'window' in first && 'window' in second ? (first.note ?? second.note) : `read as ${sayRange(window)}`;

/** A year said of one end holds for the other; said of neither, the verb's tense decides for both. */
function joined(first: Stretch, second: Stretch, customs: Customs): { from: Closed; to: Closed; tense?: Tense }[] {
  const fixedFirst = 'window' in first ? first.days : undefined;
  const fixedSecond = 'window' in second ? second.days : undefined;
  if (fixedFirst && fixedSecond) return [{ from: fixedFirst, to: fixedSecond }];
  const now = Number(customs.today.slice(0, 4));
  const around = fixedFirst ?? fixedSecond;
  const year = around ? Number(around.from.slice(0, 4)) : now;
  const years = [year - 2, year - 1, year, year + 1, year + 2];
  const inYears = (stretch: Stretch): Closed[] =>
    'window' in stretch ? [stretch.days] : years.map((of) => stretch.inYear?.(of)).filter((days) => days !== undefined);
  const pairs = inYears(first)
    .map((from) => ({ from, to: inYears(second).find((to) => to.to >= from.from && to.from >= from.from) }))
    .filter((pair): pair is { from: Closed; to: Closed } => pair.to !== undefined);
  if (fixedSecond) return pairs.filter((pair) => pair.from.from <= fixedSecond.to).slice(-1);
  if (fixedFirst) return pairs.slice(0, 1);
  const past = pairs.filter((pair) => pair.to.from <= customs.today).at(-1);
  const future = pairs.find((pair) => pair.to.to >= customs.today);
  if (past && future && past.from.from === future.from.from) return [past];
  return [
    ...(past ? [{ ...past, tense: 'past' as const }] : []),
    ...(future ? [{ ...future, tense: 'future' as const }] : []),
  ];
}
