/* Birth dates: a date where birth is spoken of, and the member's own wherever it stands. */
import type { Detail } from './detail.js';
import { after, before } from './found.js';

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]{0,6}\\.?';
const ORDINAL = '\\d{1,2}(?:st|nd|rd|th)?';
const YEAR = "(?:(?:19|20)\\d\\d|['’]?\\d\\d)";
const DATES = new RegExp(
  `(?<![\\d/.-])(?:(?:19|20)\\d\\d[-/.]\\d{1,2}[-/.]\\d{1,2}|\\d{1,2}[-/.]\\d{1,2}[-/.](?:(?:19|20)\\d\\d|\\d\\d))(?![\\d/-])|` +
    `\\b${MONTH} ${ORDINAL}(?:,? (?:of )?${YEAR}\\b)?|\\b${ORDINAL} (?:of )?${MONTH}(?:,? ${YEAR}\\b)?|\\b${MONTH},? (?:of )?(?:19|20)\\d\\d\\b|\\b(?:19[2-9]\\d|200\\d)\\b`,
  'gi',
);
const BORN_BEFORE =
  /\b(?:turn(?:ed|s)? [a-z\d-]{2,12}(?= on)|born|birthdays?|birth ?dates?|date of birth|dob|d\.o\.b|b-?day|birth)\b[^.!?\n]{0,28}$/;
const BORN_AFTER = /^[^.!?\n\d]{0,16}\b(?:is|was|as|\()[^.!?\n\d]{0,12}\b(?:birth|birthday|birth ?date|dob|b-?day)\b/;
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `birthDate` is YYYY-MM-DD. A year alone counts after "born" only. */
export function* birthDates(text: string, birthDate?: string): Generator<Detail> {
  for (const { 0: date, index } of text.matchAll(DATES)) {
    const end = index + date.length;
    const [cue, rest] = [before(text, index), after(text, end, 40)];
    const isYear = /^\d{4}$/.test(date);
    const isBirth = isYear ? /\b(?:born|birth ?year|year of birth)\b[^.!?\n]{0,20}$/.test(cue) : BORN_BEFORE.test(cue);
    if (isBirth || (!isYear && (BORN_AFTER.test(rest) || (birthDate && mayBe(date, birthDate)))))
      yield { start: index, end, kind: 'date of birth' };
  }
}

/** True when a date as written, in either order of day and month, is the day; a date without its year is not. */
function mayBe(date: string, day: string): boolean {
  const [year = 0, month = 0, dayOfMonth = 0] = day.split('-').map(Number);
  const numbers = (date.match(/\d+/g) ?? []).map(Number);
  const named = months.findIndex((name) => date.toLowerCase().includes(name)) + 1;
  const said = named > 0 ? [...numbers, named] : numbers;
  if (said.length !== 3) return false;
  const rest = [...said];
  for (const wanted of [[year, year % 100], [month], [dayOfMonth]]) {
    const place = rest.findIndex((number) => wanted.includes(number));
    if (place < 0) return false;
    rest.splice(place, 1);
  }
  return true;
}
