/*
 * Events counted in a window, as a three-valued condition. Two counts are kept: those sure to have happened, and those
 * that may have. Where the window begins before the data do, any number more may have.
 */
import type { Day } from '../domain/day.js';
import { type Days, isMemberWindow, resolve } from '../domain/window.js';
import type { Comparator, Definition } from './definition.js';
import { type EventRows, eventRows } from './event-rows.js';
import { memberDays } from './member-days.js';
import type { Statement } from './statement.js';

export type EventLeaf = Extract<Definition, { op: 'event' }>;

export interface CountedEvents {
  readonly condition: string;
  /** How many are sure, for "why". */
  readonly sure: string;
}

/** How many are sure, as a value: what people are ordered by, and averaged over. Null where there are no data. */
export function sureEvents(leaf: Omit<EventLeaf, 'op' | 'count'>, statement: Statement): string {
  if (statement.perspective.reach[leaf.kind] === undefined) return 'null::bigint';
  const rows = eventRows(leaf.kind, leaf.where, statement);
  const alias = isMemberWindow(leaf.window)
    ? ownDaysJoin(leaf, rows, memberDays(leaf.window, statement), statement)
    : daysJoin(leaf, rows, resolve(leaf.window, statement.perspective.calendar), statement);
  return `coalesce(${alias}.sure, 0)`;
}

/** The day of the latest one that is sure and not in days to come, for "why". */
export function latestEvent({ kind, where }: Pick<EventLeaf, 'kind' | 'where'>, statement: Statement): string {
  const rows = eventRows(kind, where, statement);
  return `(select max(x.on_day) from (${rows.sql}) x
    where x.member_id = p.member_id and x.is_sure and x.on_day <= ${statement.today})`;
}

export function countedEvents(leaf: EventLeaf, statement: Statement): CountedEvents {
  const reach = statement.perspective.reach[leaf.kind];
  // No data of the kind at all: nobody can say who did and who did not.
  if (reach === undefined) return { condition: 'null::boolean', sure: 'null::integer' };
  const rows = eventRows(leaf.kind, leaf.where, statement);
  return isMemberWindow(leaf.window)
    ? inOwnDays(leaf, rows, memberDays(leaf.window, statement), reach, statement)
    : inDays(leaf, rows, resolve(leaf.window, statement.perspective.calendar), reach, statement);
}

/** The same days for everybody: counted once by member, and joined. */
function inDays(leaf: EventLeaf, rows: EventRows, days: Days, reach: Day, statement: Statement): CountedEvents {
  const alias = daysJoin(leaf, rows, days, statement);
  const beyond = (days.from ?? days.to ?? reach) < reach ? 'true' : undefined;
  return counted(leaf, rows, alias, beyond, statement);
}

type Counted = Pick<EventLeaf, 'kind' | 'where' | 'window'>;

function daysJoin({ kind, where }: Counted, rows: EventRows, days: Days, statement: Statement): string {
  const begins = days.from && statement.day(days.from);
  const ends = days.to && statement.day(days.to);
  const alias = statement.alias('events', [kind, where, days]);
  return statement.join(
    alias,
    () => `(select x.member_id, ${counts(rows, begins ?? ends)} from (${rows.sql}) x
      where ${inside(rows, begins, ends)} group by x.member_id) ${alias} on ${alias}.member_id = p.member_id`,
  );
}

/** Each member's own days: counted member by member. */
function inOwnDays(
  leaf: EventLeaf,
  rows: EventRows,
  days: { begins: string; ends: string },
  reach: Day,
  statement: Statement,
): CountedEvents {
  const alias = ownDaysJoin(leaf, rows, days, statement);
  const { condition, sure } = counted(leaf, rows, alias, `${days.begins} < ${statement.day(reach)}`, statement);
  const known = `${days.begins} is not null and ${days.ends} is not null`;
  return { sure, condition: `(case when ${known} then ${condition} end)` };
}

function ownDaysJoin(
  { kind, where, window }: Counted,
  rows: EventRows,
  { begins, ends }: { begins: string; ends: string },
  statement: Statement,
): string {
  const alias = statement.alias('events', [kind, where, window]);
  return statement.join(
    alias,
    () => `lateral (select ${counts(rows, begins)} from (${rows.sql}) x
      where x.member_id = p.member_id and ${inside(rows, begins, ends)}) ${alias} on true`,
  );
}

/** A row without a day is sure only where any day will do. */
const counts = (rows: EventRows, bounded: string | undefined): string =>
  rows.isSure
    ? 'count(*) as sure'
    : `count(*) filter (where x.is_sure${bounded ? ' and x.on_day is not null' : ''}) as sure, count(*) as possible`;

function inside(rows: EventRows, begins: string | undefined, ends: string | undefined): string {
  const bounds = [begins && `x.on_day >= ${begins}`, ends && `x.on_day <= ${ends}`].filter(Boolean).join(' and ');
  if (!bounds) return 'true';
  return rows.isSure ? bounds : `(x.on_day is null or ${bounds})`;
}

function counted(
  leaf: EventLeaf,
  rows: EventRows,
  alias: string,
  beyond: string | undefined,
  statement: Statement,
): CountedEvents {
  const sure = `coalesce(${alias}.sure, 0)`;
  const value = statement.parameter(leaf.count.value, 'integer');
  if (rows.isSure && !beyond) return { sure, condition: `(${sure} ${comparison[leaf.count.is]} ${value})` };
  const possible = rows.isSure ? sure : `coalesce(${alias}.possible, 0)`;
  return { sure, condition: threeValued(leaf.count.is, sure, possible, value, beyond ? `not (${beyond})` : 'true') };
}

export const comparison: Record<Comparator, string> = { eq: '=', ne: '<>', lt: '<', lte: '<=', gt: '>', gte: '>=' };

/** `covered`: nothing lies before the data, so that `possible` is the most there can be. */
export function threeValued(is: Comparator, sure: string, possible: string, value: string, covered: string): string {
  const either = (yes: string, no: string): string => `(case when ${yes} then true when ${no} then false end)`;
  const atLeast = `${sure} >= ${value}`;
  const more = `${sure} > ${value}`;
  const fewer = `${covered} and ${possible} < ${value}`;
  const atMost = `${covered} and ${possible} <= ${value}`;
  const exactly = `${covered} and ${sure} = ${value} and ${possible} = ${value}`;
  switch (is) {
    case 'gte':
      return either(atLeast, fewer);
    case 'lt':
      return either(fewer, atLeast);
    case 'gt':
      return either(more, atMost);
    case 'lte':
      return either(atMost, more);
    case 'eq':
      return either(exactly, `${more} or (${fewer})`);
    case 'ne':
      return either(`${more} or (${fewer})`, exactly);
  }
}
