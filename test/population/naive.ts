/*
 * What a definition means, once more, in memory and without SQL: member by member over the association as a test gave
 * it. Slow and plain on purpose; the compiler is held against it.
 */
import { addDays, type Day, day } from '../../src/domain/day.js';
import { inFirstYear, statusOn } from '../../src/domain/member.js';
import { type Term, unbrokenRun, yearsBetween } from '../../src/domain/term.js';
import { isMemberWindow, resolve, type Window } from '../../src/domain/window.js';
import { asksForDeceased } from '../../src/population/compile.js';
import type { Definition, EventWhere, Test } from '../../src/population/definition.js';
import type { Perspective } from '../../src/population/perspective.js';
import type { GivenAssociation, GivenEvent, GivenMember } from '../fixtures/association.js';
import { compare, isInside, type Truth } from './naive-compare.js';
import { furtherTruth } from './naive-further.js';

export function naiveCounts(association: GivenAssociation, definition: Definition, perspective: Perspective) {
  const verdicts = naiveVerdicts(association, definition, perspective);
  const some = (truth: Truth) => [...verdicts.values()].filter((verdict) => verdict === truth).length;
  return { in: some(true), out: some(false), unknown: some(undefined), population: verdicts.size };
}

export function naiveVerdicts(
  association: GivenAssociation,
  definition: Definition,
  perspective: Perspective,
): ReadonlyMap<string, Truth> {
  const { scope } = perspective;
  const inScope = (member: GivenMember) =>
    scope.kind === 'everyone' || (member.chapters ?? []).some((chapter) => scope.chapters.includes(chapter));
  return new Map(
    association.members
      .filter((member) => !member.isStaff && inScope(member))
      .filter((member) => member.record !== 'deceased' || asksForDeceased(definition))
      .map((member) => [member.id, truthOf(definition, member, association, perspective)]),
  );
}

function truthOf(
  definition: Definition,
  member: GivenMember,
  association: GivenAssociation,
  perspective: Perspective,
): Truth {
  const of = (part: Definition) => truthOf(part, member, association, perspective);
  switch (definition.op) {
    case 'everyone':
      return true;
    case 'all': {
      const parts = definition.of.map(of);
      return parts.includes(false) ? false : parts.includes(undefined) ? undefined : true;
    }
    case 'any': {
      const parts = definition.of.map(of);
      return parts.includes(true) ? true : parts.includes(undefined) ? undefined : false;
    }
    case 'not': {
      const truth = of(definition.of);
      return truth === undefined ? undefined : !truth;
    }
    case 'field':
      return fieldTruth(definition.field, definition.test, member, association, perspective);
    case 'event':
      return eventTruth(definition, member, association, perspective);
    default:
      return furtherTruth(definition, member, association, perspective, {
        verdicts: (inner) => naiveVerdicts(association, inner, perspective),
        days: (on) => ({
          donation: (on.deeds ?? []).filter(({ kind }) => kind === 'donation').map(({ on: day }) => day),
          login: on.logins ?? [],
        }),
        daysOf: (window) => daysOf(window, member, perspective),
        valueOf: (name, of) => valueOfField(name, of, association, perspective),
      });
  }
}

const held = (member: GivenMember): Term[] =>
  (member.terms ?? []).map((term) => ({
    begins: day(term.begins),
    ends: day(term.ends),
    paid: term.paid === undefined ? undefined : day(term.paid),
    isComp: term.isComp ?? false,
  }));

const standing = (member: GivenMember) => ({
  record: member.record ?? ('active' as const),
  expires: member.expires === undefined ? undefined : day(member.expires),
});

function valueOfField(
  name: string,
  member: GivenMember,
  association: GivenAssociation,
  { calendar, graceDays }: Perspective,
) {
  const { today } = calendar;
  const employer = association.members.find(({ id }) => id === member.employer);
  const status = statusOn(standing(member), today, graceDays);
  switch (name) {
    case 'kind':
      return member.kind ?? 'person';
    case 'status':
      return status;
    case 'tier':
      return member.tier;
    case 'chapter':
      return member.chapters?.[0];
    case 'committee':
      return member.committees;
    case 'state':
      return member.state;
    case 'employees':
      return member.employees ?? employer?.employees;
    case 'joined':
      return member.joined;
    case 'expires':
      return member.expires;
    case 'lapsed_on':
      return status === 'lapsed' && member.expires ? addDays(day(member.expires), graceDays) : undefined;
    case 'first_year':
      return member.joined === undefined ? undefined : inFirstYear(day(member.joined), today);
    case 'email':
      return member.email;
    default:
      throw new Error(`the naive evaluator has no field ${name}`);
  }
}

const absentIsNo = new Set(['chapter', 'committee', 'lapsed_on', 'email']);

function fieldTruth(
  name: string,
  test: Test,
  member: GivenMember,
  association: GivenAssociation,
  perspective: Perspective,
): Truth {
  const value = valueOfField(name, member, association, perspective);
  if ('recorded' in test) return (value !== undefined) === test.recorded;
  if (value === undefined) return absentIsNo.has(name) ? false : undefined;
  if ('in' in test)
    return Array.isArray(value) ? value.some((one) => test.in.includes(one)) : test.in.includes(String(value));
  if ('between' in test) return Number(value) >= test.between[0] && Number(value) <= test.between[1];
  if ('value' in test) return compare(Number(value), test.is, test.value);
  if ('is' in test) return value === test.is;
  if ('within' in test) {
    const days = daysOf(test.within, member, perspective);
    return days && isInside(String(value), days);
  }
  throw new Error('the naive evaluator has no such test');
}

/** Undefined where the member has no such date. */
function daysOf(window: Window, member: GivenMember, { calendar }: Perspective): { from?: Day; to?: Day } | undefined {
  if (!isMemberWindow(window)) return resolve(window, calendar);
  if ('term' in window) {
    const begun = held(member)
      .filter((term) => (term.isComp || term.paid) && term.begins <= calendar.today)
      .sort((left, right) => (left.begins < right.begins ? 1 : -1));
    const term = begun[window.term === 'current' ? 0 : 1];
    return term && { from: term.begins, to: term.ends };
  }
  const anchor = { expiry: member.expires, join: member.joined, last_renewal: undefined }[window.relativeTo];
  return anchor === undefined
    ? undefined
    : { from: addDays(day(anchor), window.fromDays), to: addDays(day(anchor), window.toDays) };
}

interface Happened {
  readonly on: string | null;
  readonly isSure: boolean;
}

function happened(
  kind: string,
  where: EventWhere | undefined,
  member: GivenMember,
  association: GivenAssociation,
  today: Day,
): Happened[] {
  const events = association.events ?? [];
  const fits = (event: GivenEvent) =>
    (!where?.event || where.event.includes(event.id)) &&
    (!where?.series || where.series.includes(event.series ?? '')) &&
    (!where?.eventType || where.eventType.includes(event.type ?? 'conference'));
  const isTaken = ({ id }: GivenEvent) =>
    association.members.some((one) => [...(one.attended ?? []), ...(one.absent ?? [])].includes(id));
  const registered = (member.registered ?? [])
    .filter(({ status }) => (status ?? 'registered') === 'registered')
    .flatMap(({ event: id, on }) =>
      events.filter((event) => event.id === id && fits(event)).map((event) => ({ event, on })),
    );
  const over = registered.filter(({ event }) => (event.ends ?? event.begins) < today && event.status !== 'cancelled');
  const came = (event: GivenEvent) => (member.attended ?? []).includes(event.id);
  switch (kind) {
    case 'attendance':
      return [
        ...events.filter((event) => fits(event) && came(event)).map(({ begins }) => ({ on: begins, isSure: true })),
        ...over.filter(({ event }) => !isTaken(event)).map(({ event }) => ({ on: event.begins, isSure: false })),
      ];
    case 'no_show':
      return over
        .filter(({ event }) => !came(event))
        .map(({ event }) => ({ on: event.begins, isSure: isTaken(event) }));
    case 'registration':
      return registered.map(({ on }) => ({ on, isSure: true }));
    case 'donation':
      return (member.deeds ?? []).map(({ on }) => ({ on, isSure: true }));
    case 'login':
      return (member.logins ?? []).map((on) => ({ on, isSure: true }));
    case 'mail_open':
      return (member.opened ?? []).map((on) => ({ on, isSure: true }));
    default:
      throw new Error(`the naive evaluator has no event ${kind}`);
  }
}

function eventTruth(
  { kind, where, count, window }: Extract<Definition, { op: 'event' }>,
  member: GivenMember,
  association: GivenAssociation,
  perspective: Perspective,
): Truth {
  const reach = perspective.reach[kind];
  const days = daysOf(window, member, perspective);
  if (reach === undefined || days === undefined) return undefined;
  const isBounded = days.from !== undefined || days.to !== undefined;
  const rows = happened(kind, where, member, association, perspective.calendar.today).filter(
    ({ on }) => on === null || isInside(on, days),
  );
  const sure = rows.filter(({ on, isSure }) => isSure && (on !== null || !isBounded)).length;
  const isBeyond = (days.from ?? days.to ?? reach) < reach;
  // Every number of events there may have been; a few more than any count that is asked for stand for "any number".
  const most = isBeyond ? sure + count.value + 5 : rows.length;
  const answers = new Set(
    Array.from({ length: most - sure + 1 }, (_, more) => compare(sure + more, count.is, count.value)),
  );
  return answers.size === 1 ? [...answers][0] : undefined;
}

/** Years of membership of everybody, by the domain's rule and the join date where the first term goes on from it. */
export function naiveTenures(association: GivenAssociation, { calendar, graceDays }: Perspective) {
  return new Map(
    association.members
      .filter(({ isStaff }) => !isStaff)
      .map((member) => {
        const terms = held(member);
        const begun = terms.filter((term) => (term.isComp || term.paid) && term.begins <= calendar.today);
        const run = unbrokenRun(terms, calendar.today, graceDays);
        const joined = member.joined === undefined ? undefined : day(member.joined);
        const since = run[0]?.begins;
        const isFirst = begun.every(({ begins }) => since !== undefined && begins >= since);
        const from = since === undefined || (isFirst && joined !== undefined && joined < since) ? joined : since;
        return [member.id, from && yearsBetween(from, calendar.today)] as const;
      }),
  );
}
