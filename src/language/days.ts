/** Words to single days: "today", "1 March 2026", "3/4/26", "next Monday", "the end of the month". */
import { addDays, type Day, dayOf, daysInMonth, isDay, weekdayOf } from '../domain/day.js';
import { century, monthAt, monthNames, weekdayAt, weekdayNames, yearAt } from './months.js';
import { numberAt, ordinalAt, unitAt } from './numbers.js';
import { longestAt, pass, phraseAt, wordAt } from './phrases.js';
import type { Customs, Reading, Tense, Words } from './reading.js';
import { sayDay } from './say-day.js';
import { between, fixed, type Stretch, settle, yearly } from './stretch.js';

export interface DayReading extends Reading<Day> {
  readonly tense?: Tense;
}

/** Every day that begins at `index`; several when the words leave it open. */
export function daysAt(words: Words, index: number, customs: Customs): DayReading[] {
  const begin = pass(words, index, 'on', 'by', 'before', 'until');
  return dayStretchesAt(words, begin, customs).flatMap((stretch) =>
    settle(stretch).map(({ days, tense, note }) => ({
      value: days.from,
      end: stretch.end,
      ...(tense && { tense }),
      ...(note !== undefined && { note }),
    })),
  );
}

/** Single days as stretches, for windows to be built of. */
export function dayStretchesAt(words: Words, index: number, customs: Customs): Stretch[] {
  for (const parse of [writtenAt, relativeAt, weekdaysAt, monthDayAt]) {
    const found = parse(words, index, customs);
    if (found.length > 0) return found;
  }
  return [];
}

const single = (of: Day, end: number, customs: Customs, note?: string): Stretch =>
  fixed(between(of, of), end, customs, note);

/** 2026-03-04 and 3/4/26. */
function writtenAt(words: Words, index: number, customs: Customs): Stretch[] {
  const word = wordAt(words, index);
  if (isDay(word)) return [single(word, index + 1, customs)];
  const match = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)$/.exec(word);
  if (!match) return withoutYearAt(word, index + 1, customs);
  const [, first, , second, yearText] = match;
  const year = yearText?.length === 2 ? century(Number(yearText)) : Number(yearText);
  const monthFirst = real(year, Number(first), Number(second));
  const dayFirst = real(year, Number(second), Number(first));
  const chosen = { mdy: [monthFirst ?? dayFirst], dmy: [dayFirst ?? monthFirst], ask: [monthFirst, dayFirst] };
  const days = [...new Set(chosen[customs.dateOrder].filter((of) => of !== undefined))];
  return days.map((of) => single(of, index + 1, customs, `${word} read as ${sayDay(of)}`));
}

/** "12/31", "7/1": of the year the verb's tense says. */
function withoutYearAt(word: string, end: number, customs: Customs): Stretch[] {
  const match = /^(\d{1,2})\/(\d{1,2})$/.exec(word);
  if (!match) return [];
  const [first, second] = [Number(match[1]), Number(match[2])];
  const leap = 2024;
  const monthFirst = real(leap, first, second) && ([first, second] as const);
  const dayFirst = real(leap, second, first) && ([second, first] as const);
  const chosen = { mdy: [monthFirst ?? dayFirst], dmy: [dayFirst ?? monthFirst], ask: [monthFirst, dayFirst] };
  return chosen[customs.dateOrder].flatMap((found) =>
    found
      ? yearly(
          `${found[1]} ${monthNames[found[0] - 1]}`,
          (inYear) => closed(real(inYear, found[0], found[1])),
          end,
          customs,
        )
      : [],
  );
}

const real = (year: number, month: number, dayOfMonth: number): Day | undefined =>
  month >= 1 && month <= 12 && dayOfMonth >= 1 && dayOfMonth <= daysInMonth(year, month)
    ? dayOf(year, month, dayOfMonth)
    : undefined;

const named: Readonly<Record<string, number>> = {
  today: 0,
  now: 0,
  yesterday: -1,
  tomorrow: 1,
  'the day before yesterday': -2,
  'the day after tomorrow': 2,
};

function relativeAt(words: Words, index: number, customs: Customs): Stretch[] {
  const word = longestAt(words, index, named);
  if (word) return [fixed({ calendar: 'day', offset: word.meaning }, word.end, customs)];
  const number = numberAt(words, pass(words, index, 'in'), true);
  const unit = number && unitAt(words, number.end);
  if (!number || (unit !== 'day' && unit !== 'week')) return [];
  const days = number.value * (unit === 'week' ? 7 : 1);
  const begin = wordAt(words, index) === 'in' ? index + 1 : index;
  const later = phraseAt(words, number.end + 1, 'from now') ?? phraseAt(words, number.end + 1, 'from today');
  if (later !== undefined) return [fixed({ calendar: 'day', offset: days }, later, customs)];
  if (unit === 'day' && begin === index && wordAt(words, number.end + 1) === 'ago')
    return [fixed({ calendar: 'day', offset: -days }, number.end + 2, customs)];
  return [];
}

function weekdaysAt(words: Words, index: number, customs: Customs): Stretch[] {
  const modifier = ['next', 'last', 'this', 'coming', 'past'].find((word) => word === wordAt(words, index));
  const begin = modifier ? index + 1 : index;
  const weekday = weekdayAt(words, begin);
  if (weekday === undefined) return [];
  const ahead = (weekday - weekdayOf(customs.today) + 7) % 7 || 7;
  const coming = addDays(customs.today, ahead);
  const latest = addDays(coming, ahead === 7 ? -14 : -7);
  const name = weekdayNames[weekday - 1] ?? '';
  const at = (of: Day): Stretch[] => [single(of, begin + 1, customs, `${name} read as ${sayDay(of)}`)];
  if (modifier === 'last' || modifier === 'past') return at(latest);
  if (modifier) return at(coming);
  const nextWeek = phraseAt(words, begin + 1, 'next week') ?? phraseAt(words, begin + 1, 'of next week');
  if (nextWeek !== undefined) {
    const inNextWeek = addDays(customs.today, 7 - weekdayOf(customs.today) + weekday);
    return [single(inNextWeek, nextWeek, customs, `${name} next week read as ${sayDay(inNextWeek)}`)];
  }
  return [{ end: begin + 1, name, past: between(latest, latest), future: between(coming, coming) }];
}

/** Days of the year that are said by name: month, day, and the names. */
const feasts: Readonly<Record<string, readonly [month: number, day: number]>> = Object.fromEntries(
  (
    [
      [1, 1, ["new year 's day", 'new years day', 'new years', 'new year', "new year 's"]],
      [2, 14, ["valentine 's day", 'valentines day']],
      [3, 17, ["saint patrick 's day", "st patrick 's day"]],
      [6, 19, ['juneteenth']],
      [7, 1, ['canada day']],
      [7, 4, ['independence day', 'fourth of july', 'the fourth of july']],
      [10, 31, ['halloween']],
      [11, 11, ['veterans day', "veterans ' day"]],
      [12, 24, ['christmas eve']],
      [12, 25, ['christmas', 'christmas day', 'xmas']],
      [12, 26, ['boxing day']],
      [12, 31, ["new year 's eve", 'new years eve', 'nye', 'new year eve']],
    ] as const
  ).flatMap(([month, day, names]) => names.map((name) => [name, [month, day]] as const)),
);

/** The nth weekday of a month; the last one where it is counted from the end. Weekdays begin on Monday as 1. */
const nth = (month: number, weekday: number, count: number) => (year: number) => {
  if (count < 0) {
    const last = dayOf(year, month, daysInMonth(year, month));
    return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  }
  const first = dayOf(year, month, 1);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (count - 1));
};

/** The Sunday after the first full moon of spring, by the rule of Gauss as amended by Lichtenberg. */
function easter(year: number): Day {
  const cycle = year % 19;
  const century = Math.floor(year / 100);
  const shift = 15 + Math.floor((3 * century + 3) / 4) - Math.floor((8 * century + 13) / 25);
  const sun = 2 - Math.floor((3 * century + 3) / 4);
  const seed = (19 * cycle + shift) % 30;
  const moon = 21 + seed - Math.floor((seed + Math.floor(cycle / 11)) / 29);
  const sunday = 7 - ((year + Math.floor(year / 4) + sun) % 7);
  const after = moon + 7 - ((moon - sunday) % 7);
  return addDays(dayOf(year, 3, 1), after - 1);
}

/** Days that fall on another date each year. */
const movable: Readonly<Record<string, (year: number) => Day>> = {
  'labor day': nth(9, 1, 1),
  'labour day': nth(9, 1, 1),
  'memorial day': nth(5, 1, -1),
  thanksgiving: nth(11, 4, 4),
  'thanksgiving day': nth(11, 4, 4),
  'black friday': (year) => addDays(nth(11, 4, 4)(year), 1),
  'columbus day': nth(10, 1, 2),
  'martin luther king day': nth(1, 1, 3),
  'mlk day': nth(1, 1, 3),
  "presidents ' day": nth(2, 1, 3),
  'presidents day': nth(2, 1, 3),
  "mother 's day": nth(5, 7, 2),
  "father 's day": nth(6, 7, 3),
  easter: easter,
  'easter sunday': easter,
  'good friday': (year) => addDays(easter(year), -2),
  'easter monday': (year) => addDays(easter(year), 1),
};

/** "1 March", "March 1st, 2026", "the 15th of April", "the first of May". */
function monthDayAt(words: Words, index: number, customs: Customs): Stretch[] {
  const feast = longestAt(words, index, feasts);
  if (feast) return inMonth(words, ...feast.meaning, feast.end, customs);
  const moved = longestAt(words, index, movable);
  if (moved) return inYears(words, index, moved.meaning, moved.end, customs);
  const begin = pass(words, index, 'the');
  const dayFirst = dayNumberAt(words, begin);
  if (dayFirst) {
    const month = monthAt(words, pass(words, dayFirst.end, 'of'));
    if (month !== undefined) return inMonth(words, month, dayFirst.value, pass(words, dayFirst.end, 'of') + 1, customs);
  }
  const month = monthAt(words, index);
  const dayAfter = month === undefined ? undefined : dayNumberAt(words, pass(words, index + 1, 'the'));
  return month !== undefined && dayAfter ? inMonth(words, month, dayAfter.value, dayAfter.end, customs) : [];
}

function dayNumberAt(words: Words, index: number): Reading<number> | undefined {
  const ordinal = ordinalAt(words, index);
  if (ordinal) return ordinal.value <= 31 ? ordinal : undefined;
  const plain = /^\d{1,2}$/.test(wordAt(words, index)) ? Number(wordAt(words, index)) : 0;
  return plain >= 1 && plain <= 31 ? { value: plain, end: index + 1 } : undefined;
}

function inYears(words: Words, index: number, of: (year: number) => Day, end: number, customs: Customs): Stretch[] {
  const afterComma = pass(words, end, ',', 'of');
  const year = yearAt(words, afterComma);
  if (year !== undefined) return [single(of(year), afterComma + 1, customs)];
  const name = words
    .slice(index, end)
    .join(' ')
    .replace(/ (?=')/g, '');
  return yearly(name, (inYear) => closed(of(inYear)), end, customs);
}

function inMonth(words: Words, month: number, dayOfMonth: number, end: number, customs: Customs): Stretch[] {
  const afterComma = pass(words, end, ',', 'of');
  const year = yearAt(words, afterComma);
  const of = (inYear: number) => real(inYear, month, dayOfMonth);
  if (year === undefined)
    return yearly(`${dayOfMonth} ${monthNames[month - 1]}`, (inYear) => closed(of(inYear)), end, customs);
  const found = of(year);
  return found ? [single(found, afterComma + 1, customs)] : [];
}

const closed = (of: Day | undefined) => of && between(of, of);
