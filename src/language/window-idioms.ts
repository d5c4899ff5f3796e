/** Fixed phrases to windows: "ever", "recently", "year to date", "so far this fiscal year". */
import { longestAt } from './phrases.js';
import type { Customs, Words } from './reading.js';
import { reading, type WindowReading } from './window-reading.js';

const idioms: Readonly<Record<string, 'ever' | 'recent' | 'soon' | 'year' | 'quarter' | 'month' | 'fiscal_year'>> = {
  ever: 'ever',
  historically: 'ever',
  'at any time': 'ever',
  'at any point': 'ever',
  'of all time': 'ever',
  'all time': 'ever',
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
  recently: 'recent',
  lately: 'recent',
  recent: 'recent',
  'of late': 'recent',
  'in recent months': 'recent',
  'these days': 'recent',
  'in recent weeks': 'recent',
  nowadays: 'recent',
  'the last little while': 'recent',
  soon: 'soon',
  shortly: 'soon',
  ytd: 'year',
  'year to date': 'year',
  'so far this year': 'year',
  'this year so far': 'year',
  'this year to date': 'year',
  'so far in this year': 'year',
  'so far in the year': 'year',
  'the year so far': 'year',
  'year so far': 'year',
  'the year to date': 'year',
  'calendar year to date': 'year',
  'this calendar year to date': 'year',
  'this calendar year so far': 'year',
  'so far this calendar year': 'year',
  qtd: 'quarter',
  'quarter to date': 'quarter',
  'so far this quarter': 'quarter',
  'the quarter so far': 'quarter',
  'this quarter so far': 'quarter',
  'this quarter to date': 'quarter',
  mtd: 'month',
  'month to date': 'month',
  'so far this month': 'month',
  'the month so far': 'month',
  'this month so far': 'month',
  'this month to date': 'month',
  fytd: 'fiscal_year',
  'fiscal year to date': 'fiscal_year',
  'so far this fiscal year': 'fiscal_year',
  'this fiscal year so far': 'fiscal_year',
  'this fiscal year to date': 'fiscal_year',
  'the fiscal year so far': 'fiscal_year',
  'the fiscal year to date': 'fiscal_year',
  'so far this fiscal': 'fiscal_year',
  'so far this fy': 'fiscal_year',
  'this fy so far': 'fiscal_year',
  'fy to date': 'fiscal_year',
  'so far in this fiscal year': 'fiscal_year',
};

export function idiomAt(words: Words, index: number, customs: Customs): WindowReading[] {
  const found = longestAt(words, index, idioms);
  if (!found) return [];
  const { meaning, end } = found;
  const said = words.slice(index, end).join(' ').toLowerCase();
  const count = customs.recentDays;
  if (meaning === 'ever') return [reading('ever', end)];
  if (meaning === 'recent')
    return [reading({ last: count, unit: 'day' }, end, { note: `${said}: the last ${count} days` })];
  if (meaning === 'soon')
    return [reading({ next: count, unit: 'day' }, end, { note: `${said}: the next ${count} days` })];
  return [reading({ calendar: meaning, offset: 0 }, end)];
}
