/*
 * Days to finish by, as an office says them: "the 30th", "Tuesday week", "in a fortnight", "end of the month", "close of
 * business Friday". Those are days of a task alone: in a condition "the 30th" or "month end" would mean a stretch.
 */
import {
  addDays,
  addTo,
  type Day,
  dayOf as dayIn,
  dayOfMonth,
  daysInMonth,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../domain/day.js';
import { numberWords } from '../../language/numbers.js';

const COUNTS: Readonly<Record<string, number>> = { ...numberWords, a: 1, an: 1, 'a couple of': 2 };
const WEEKDAYS = 'mon|tue|wed|thu|fri|sat|sun';
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const FRIDAY = 5;

const PART_OF_DAY = String.raw`(?:first thing|(?:the )?(?:end|close) of (?:the )?(?:day|play|business|working day)|c\.?o\.?b\.?|e\.?o\.?d\.?|midday|noon|lunch(?:time)?|tea ?time|morning|afternoon|evening|night|(?:at |by )?\d{1,2}(?::\d\d)? ?(?:am|pm|o'clock))`;
const BEFORE_DAY = new RegExp(String.raw`^${PART_OF_DAY}(?: on| of|,)? (?=\S)`, 'i');
const AFTER_DAY = new RegExp(`,? (?:(?:at|by|before|in the) )?${PART_OF_DAY}$`, 'i');
const TODAY =
  /^(?:today|tonight|this (?:afternoon|evening|morning)|(?:the )?(?:end|close) of (?:the day|play|business|day)|cob|eod)$/i;

/** Without the part of the day: "Friday noon" is Friday. */
export const withoutHour = (words: string): string =>
  words.replace(BEFORE_DAY, '').replace(AFTER_DAY, '').trim() || words;

/** The day these words say and nothing else; undefined where they are none of these. */
export function dueDay(words: string, today: Day): Day | undefined {
  const said = words.toLowerCase().replace(/\s+/g, ' ').trim();
  if (TODAY.test(said)) return today;
  return ofTheMonth(said, today) ?? weekAfter(said, today) ?? inSoLong(said, today) ?? endOf(said, today);
}

/** "The 30th": the next day of that number. */
function ofTheMonth(said: string, today: Day): Day | undefined {
  const [, number] = /^(?:the )?(\d{1,2})(?:st|nd|rd|th)(?: of (?:this|the) month)?$/.exec(said) ?? [];
  if (number === undefined) return undefined;
  for (let ahead = 0; ahead <= 62; ahead++) {
    const day = addDays(today, ahead);
    if (dayOfMonth(day) === Number(number)) return day;
  }
  return undefined;
}

const comingDay = (name: string, today: Day): Day => {
  const wanted = WEEKDAYS.split('|').indexOf(name.slice(0, 3)) + 1;
  return addDays(today, (wanted - weekdayOf(today) + 7) % 7 || 7);
};

/** "Tuesday week", "a week on Tuesday", "Monday fortnight". */
function weekAfter(said: string, today: Day): Day | undefined {
  const [, first, stretch] = new RegExp(`^(?:on )?((?:${WEEKDAYS})\\w*) (week|fortnight)$`).exec(said) ?? [];
  const [, long, second] =
    new RegExp(`^(?:a )?(week|fortnight) (?:on|from|this) ((?:${WEEKDAYS})\\w*)$`).exec(said) ?? [];
  const name = first ?? second;
  if (name === undefined) return undefined;
  return addDays(comingDay(name, today), (stretch ?? long) === 'fortnight' ? 14 : 7);
}

/** "In two weeks", "within 10 days", "a week from today", "a fortnight today". */
function inSoLong(said: string, today: Day): Day | undefined {
  const [, count = '', unit = ''] =
    /^(?:in|within|inside)? ?(?:the next )?(\d{1,2}|a couple of|[a-z]+)? ?(days?|weeks?|fortnights?|months?)(?:'s? time)?(?: from (?:now|today)| today| time)?$/.exec(
      said,
    ) ?? [];
  const number = /^\d/.test(count) ? Number(count) : COUNTS[count];
  const isSaid = /^(?:in|within|inside)\b|(?:from (?:now|today)| today)$/.test(said);
  if (number === undefined || !isSaid) return undefined;
  if (unit.startsWith('month')) return addTo(today, number, 'month');
  return addDays(today, number * (unit.startsWith('week') ? 7 : unit.startsWith('fortnight') ? 14 : 1));
}

/** "The end of the month", "month end", "end of next week", "end of January", "the end of the year", "mid-December". */
function endOf(said: string, today: Day): Day | undefined {
  const [year, month] = [yearOf(today), monthOf(today)];
  const [, next, of] =
    /^(?:the )?(?:end of (?:the |this )?)(next |coming |following )?(week|month|year|quarter)$/.exec(said) ?? [];
  const [, bare] = /^(?:the |this )?(week|month|year|quarter)[- ]?end$/.exec(said) ?? [];
  const unit = of ?? bare;
  const ahead = next === undefined ? 0 : 1;
  if (unit === 'week') {
    const friday = addDays(today, FRIDAY - weekdayOf(today) + ahead * 7);
    return friday < today ? addDays(friday, 7) : friday;
  }
  if (unit === 'month') return lastOf(year, month + ahead);
  if (unit === 'quarter') return lastOf(year, (Math.ceil(month / 3) + ahead) * 3);
  if (unit === 'year') return lastOf(year + ahead, 12);
  const [, place, name] =
    new RegExp(`^(?:the )?(end of|mid|middle of|start of|beginning of)[- ]((?:${MONTHS})\\w*)$`).exec(said) ?? [];
  if (name !== undefined) {
    const named = MONTHS.split('|').indexOf(name.slice(0, 3)) + 1;
    const inYear = named < month ? year + 1 : year;
    if (place === 'end of') return lastOf(inYear, named);
    const day = dayIn(inYear, named, place?.startsWith('mid') ? 15 : 1);
    return day < today ? undefined : day;
  }
  if (/^(?:the )?(?:start|beginning) of (?:the )?(?:next|coming) week$/.test(said))
    return addDays(today, 8 - weekdayOf(today));
  if (/^(?:the )?(?:start|beginning) of (?:the )?(?:next|coming) month$/.test(said))
    return addDays(lastOf(year, month), 1);
  return undefined;
}

/** The last day of a month; the thirteenth is the first of the year after. */
const lastOf = (year: number, month: number): Day => {
  const [inYear, of] = month > 12 ? [year + 1, month - 12] : [year, month];
  return dayIn(inYear, of, daysInMonth(inYear, of));
};
