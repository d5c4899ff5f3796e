/** Windows of each member's own dates: "the 90 days before expiry", "their first 90 days", "the current term". */
import type { MemberWindow } from '../domain/window.js';
import { durationAt, type TimeUnit } from './numbers.js';
import { longestAt, pass, phraseAt, wordAt } from './phrases.js';
import type { Reading, Words } from './reading.js';

type Anchor = Extract<MemberWindow, { relativeTo: string }>['relativeTo'];

const anchors: Readonly<Record<string, Anchor>> = {
  expiry: 'expiry',
  'expiry date': 'expiry',
  expiration: 'expiry',
  'expiration date': 'expiry',
  expiring: 'expiry',
  'they expire': 'expiry',
  'it expires': 'expiry',
  'membership expires': 'expiry',
  'membership ends': 'expiry',
  'term ends': 'expiry',
  'end of term': 'expiry',
  'end of the term': 'expiry',
  'end of membership': 'expiry',
  'membership expiry': 'expiry',
  'renewal date': 'expiry',
  'renewal is due': 'expiry',
  joining: 'join',
  'join date': 'join',
  'they joined': 'join',
  'he joined': 'join',
  'she joined': 'join',
  'becoming a member': 'join',
  'becoming members': 'join',
  'their last renewal': 'last_renewal',
  'last renewal': 'last_renewal',
  'the last renewal': 'last_renewal',
  renewing: 'last_renewal',
  'they renewed': 'last_renewal',
  'they last renewed': 'last_renewal',
};

const anchorAt = (words: Words, index: number) => longestAt(words, pass(words, index, 'the', 'their', 'its'), anchors);

// A month or a year before somebody's own day is counted in days, and said.
const daysPer: Record<TimeUnit, number> = { day: 1, week: 7, month: 30, quarter: 90, year: 365 };

// Reaches from anybody's join or renewal to any later day.
const ALWAYS = 36_600;

/** Every window of the member's own dates that begins at `index`. */
export function memberWindowsAt(words: Words, index: number): Reading<MemberWindow>[] {
  const begin = passAll(words, index);
  return [
    termAt(words, begin),
    besideAt(words, begin),
    firstDaysAt(words, begin),
    sinceAt(words, index),
    rangeAt(words, index),
  ]
    .filter((reading) => reading !== undefined)
    .concat(withinAt(words, index));
}

const passAll = (words: Words, index: number): number =>
  pass(words, pass(words, index, 'in', 'over', 'during', 'within'), 'the', 'their', 'this');

function termAt(words: Words, index: number): Reading<MemberWindow> | undefined {
  const said = longestAt(words, index, {
    'current term': 'current',
    'current membership term': 'current',
    'present term': 'current',
    'membership term': 'current',
    'previous term': 'previous',
    'previous membership term': 'previous',
    'last term': 'previous',
    'prior term': 'previous',
  } as const);
  return said && { value: { term: said.meaning }, end: said.end };
}

/** "90 days before expiry", "30 days after joining", "the month before they expire". */
function besideAt(words: Words, index: number): Reading<MemberWindow> | undefined {
  const duration = durationAt(words, index, true) ?? bareUnitAt(words, index);
  if (!duration) return undefined;
  const side = sideAt(words, duration.end);
  const anchor = side && anchorAt(words, side.end);
  if (!side || !anchor) return undefined;
  const days = duration.value.count * daysPer[duration.value.unit];
  return inDays(
    duration.value.unit,
    days,
    side.before
      ? { relativeTo: anchor.meaning, fromDays: -days, toDays: -1 }
      : { relativeTo: anchor.meaning, fromDays: 1, toDays: days },
    anchor.end,
  );
}

function bareUnitAt(words: Words, index: number): Reading<{ count: number; unit: TimeUnit }> | undefined {
  const unit = longestAt(words, index, { day: 'day', week: 'week', month: 'month', year: 'year' } as const);
  return unit && { value: { count: 1, unit: unit.meaning }, end: unit.end };
}

function sideAt(words: Words, index: number): { before: boolean; end: number } | undefined {
  const before = longestAt(words, index, {
    before: true,
    'prior to': true,
    'leading up to': true,
    ahead: true,
    'ahead of': true,
  });
  if (before) return { before: true, end: before.end };
  const after = longestAt(words, index, { after: true, following: true, 'from when': true, of: true });
  // "within 30 days of joining" is after it; "90 days of expiry" alone says no side.
  return after && wordAt(words, index) !== 'of' ? { before: false, end: after.end } : undefined;
}

/** "their first 90 days", "the first 30 days of membership". */
function firstDaysAt(words: Words, index: number): Reading<MemberWindow> | undefined {
  if (wordAt(words, index) !== 'first') return undefined;
  const duration = durationAt(words, index + 1);
  if (!duration) return undefined;
  const tail =
    longestAt(words, duration.end, { 'of membership': 1, 'as a member': 1, 'as members': 1, 'of their membership': 1 })
      ?.end ??
    afterJoinAt(words, duration.end) ??
    duration.end;
  const days = duration.value.count * daysPer[duration.value.unit];
  return inDays(duration.value.unit, days, { relativeTo: 'join', fromDays: 0, toDays: days - 1 }, tail);
}

function afterJoinAt(words: Words, index: number): number | undefined {
  const after = wordAt(words, index) === 'after' ? anchorAt(words, index + 1) : undefined;
  return after?.meaning === 'join' ? after.end : undefined;
}

/** "within 30 days of joining", "within 60 days of expiry" (before it or after it). */
function withinAt(words: Words, index: number): Reading<MemberWindow>[] {
  if (wordAt(words, index) !== 'within') return [];
  const duration = durationAt(words, index + 1, true);
  if (!duration || wordAt(words, duration.end) !== 'of') return [];
  const anchor = anchorAt(words, duration.end + 1);
  if (!anchor) return [];
  const days = duration.value.count * daysPer[duration.value.unit];
  const after = { relativeTo: anchor.meaning, fromDays: 0, toDays: days } as const;
  const before = { relativeTo: anchor.meaning, fromDays: -days, toDays: 0 } as const;
  return (anchor.meaning === 'expiry' ? [before, after] : [after]).map((window) =>
    inDays(duration.value.unit, days, window, anchor.end),
  );
}

/** "since joining", "since their last renewal". */
function sinceAt(words: Words, index: number): Reading<MemberWindow> | undefined {
  const begin = wordAt(words, index) === 'ever' ? index + 1 : index;
  if (wordAt(words, begin) !== 'since') return undefined;
  const anchor = anchorAt(words, begin + 1);
  return anchor && { value: { relativeTo: anchor.meaning, fromDays: 0, toDays: ALWAYS }, end: anchor.end };
}

/** "from 90 days before expiry to 30 days after expiry": what the printer says of any other window. */
function rangeAt(words: Words, index: number): Reading<MemberWindow> | undefined {
  if (wordAt(words, index) !== 'from') return undefined;
  const from = offsetAt(words, index + 1);
  const to = from && wordAt(words, from.end) === 'to' ? offsetAt(words, from.end + 1) : undefined;
  if (!from || !to || from.anchor !== to.anchor) return undefined;
  return { value: { relativeTo: from.anchor, fromDays: from.days, toDays: to.days }, end: to.end };
}

function offsetAt(words: Words, index: number): { days: number; anchor: Anchor; end: number } | undefined {
  const theDay = phraseAt(words, index, 'the day of');
  const onIt = theDay === undefined ? undefined : anchorAt(words, theDay);
  if (onIt) return { days: 0, anchor: onIt.meaning, end: onIt.end };
  const duration = durationAt(words, index);
  const side = duration && sideAt(words, duration.end);
  const anchor = side && anchorAt(words, side.end);
  if (!duration || !side || !anchor) return undefined;
  const days = duration.value.count * daysPer[duration.value.unit];
  return { days: side.before ? -days : days, anchor: anchor.meaning, end: anchor.end };
}

const inDays = (unit: TimeUnit, days: number, value: MemberWindow, end: number): Reading<MemberWindow> => ({
  value,
  end,
  ...(unit !== 'day' && unit !== 'week' && { note: `counted as ${days} days` }),
});

const anchorNames: Record<Anchor, string> = { expiry: 'expiry', join: 'joining', last_renewal: 'the last renewal' };

/** "the 90 days before expiry": read back by memberWindowsAt as the same window. */
export function sayMemberWindow(window: MemberWindow): string {
  if ('term' in window) return `the ${window.term} term`;
  const { fromDays, toDays } = window;
  const anchor = anchorNames[window.relativeTo];
  if (fromDays < 0 && toDays === -1) return `the ${daysText(-fromDays)} before ${anchor}`;
  if (fromDays === 1 && toDays >= 1) return `the ${daysText(toDays)} after ${anchor}`;
  if (fromDays === 0 && toDays === ALWAYS) return `since ${anchor}`;
  const offset = (days: number): string => {
    if (days === 0) return `the day of ${anchor}`;
    return `${daysText(Math.abs(days))} ${days < 0 ? 'before' : 'after'} ${anchor}`;
  };
  return `from ${offset(fromDays)} to ${offset(toDays)}`;
}

const daysText = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`;
