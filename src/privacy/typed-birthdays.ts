/*
 * Dates of birth in a text. A date alone is mostly something else (a joining day, a deadline), so one is taken for a
 * birthday where the text speaks of births, and for nobody who was not born on it.
 */
import type { Transaction } from '../store/database.js';
import type { Named } from './directory.js';

const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const BIRTH = /\b(?:born|birth|birthday|birthdate|dob|d\.o\.b|turns?|turned)\b/i;
const DATES = new RegExp(
  [
    String.raw`\b(?<y1>\d{4})-(?<m1>\d{1,2})-(?<d1>\d{1,2})\b`,
    String.raw`\b(?<a2>\d{1,2})[/.](?<b2>\d{1,2})[/.](?<y2>\d{4})\b`,
    String.raw`\b(?<d3>\d{1,2})(?:st|nd|rd|th)? (?:of )?(?<m3>${MONTHS})[a-z]*\.?,? (?<y3>\d{4})\b`,
    String.raw`\b(?<m4>${MONTHS})[a-z]*\.? (?<d4>\d{1,2})(?:st|nd|rd|th)?,? (?<y4>\d{4})\b`,
  ].join('|'),
  'gi',
);

interface Birthday {
  readonly start: number;
  readonly end: number;
  readonly named: readonly Named[];
}

/** For each text, the dates in it on which somebody of the directory was born. */
export async function birthdaysIn(
  database: Transaction,
  texts: readonly string[],
): Promise<readonly (readonly Birthday[])[]> {
  const found = texts.map((text) => (BIRTH.test(text) ? [...text.matchAll(DATES)].map(datesOf) : []));
  const days = [...new Set(found.flat().flatMap(({ days }) => days))];
  if (days.length === 0) return texts.map(() => []);
  const rows = await database.query<{ day: string; ids: string[] }>(
    `select birth_date as day, array_agg(member_id order by member_id) as ids
     from imis.identity where birth_date = any($1::date[]) group by birth_date`,
    [days],
  );
  const born = new Map(rows.rows.map(({ day, ids }) => [day, ids]));
  return found.map((of) =>
    of.flatMap(({ start, end, days }) => {
      const ids = [...new Set(days.flatMap((day) => born.get(day) ?? []))];
      return ids.length > 0
        ? [{ start, end, named: ids.map((memberId) => ({ memberId, part: 'birth' as const })) }]
        : [];
    }),
  );
}

/** Both readings of 3/4/1970. */
function datesOf(match: RegExpExecArray): { start: number; end: number; days: string[] } {
  const { y1, m1, d1, a2, b2, y2, d3, m3, y3, m4, d4, y4 } = match.groups ?? {};
  const days = [
    dayOf(y1, m1, d1),
    dayOf(y2, a2, b2),
    dayOf(y2, b2, a2),
    dayOf(y3, monthOf(m3), d3),
    dayOf(y4, monthOf(m4), d4),
  ].filter((day) => day !== undefined);
  return { start: match.index, end: match.index + match[0].length, days };
}

const monthOf = (name: string | undefined): string | undefined =>
  name === undefined ? undefined : String(MONTHS.split('|').indexOf(name.toLowerCase()) + 1);

function dayOf(year: string | undefined, month: string | undefined, of: string | undefined): string | undefined {
  if (year === undefined || month === undefined || of === undefined) return undefined;
  const [m, d] = [Number(month), Number(of)];
  const text = `${year}-${month.padStart(2, '0')}-${of.padStart(2, '0')}`;
  return m >= 1 && m <= 12 && d >= 1 && d <= 31 && !Number.isNaN(Date.parse(text)) ? text : undefined;
}
