/** Patterns, money, relations, places, contact and days past, once more and plainly: lists are sorted and looked at. */
import { createHash } from 'node:crypto';
import { addDays, addTo, type Day, day } from '../../src/domain/day.js';
import { resolve, type Window } from '../../src/domain/window.js';
import type { Definition, Measure } from '../../src/population/definition.js';
import type { Perspective } from '../../src/population/perspective.js';
import type { GivenAssociation, GivenMember } from '../fixtures/association.js';
import { agreed, compare, isInside, type Truth } from './naive-compare.js';

interface Known {
  /** Of everybody in view. */
  readonly verdicts: (definition: Definition) => ReadonlyMap<string, Truth>;
  readonly days: (member: GivenMember) => Readonly<Record<string, readonly string[]>>;
  /** Undefined where the member has no such days. */
  readonly daysOf: (window: Window) => { from?: Day; to?: Day } | undefined;
  readonly valueOf: (field: string, member: GivenMember) => unknown;
}
type Of<Op extends Definition['op']> = Extract<Definition, { op: Op }>;
type Further = Of<'lifecycle' | 'last' | 'money' | 'sum' | 'relation' | 'contactable' | 'top' | 'sample' | 'then'>;

export function furtherTruth(
  leaf: Further,
  member: GivenMember,
  association: GivenAssociation,
  perspective: Perspective,
  known: Known,
): Truth {
  switch (leaf.op) {
    case 'lifecycle':
      return patternTruth(leaf, [...(known.days(member)[leaf.kind] ?? [])].sort(), perspective);
    case 'last': {
      const latest = [...(known.days(member)[leaf.kind] ?? [])].sort().at(-1);
      const days = known.daysOf(leaf.window) ?? {};
      return latest !== undefined && isInside(latest, days);
    }
    case 'money':
      return moneyTruth(leaf, member, perspective, known);
    case 'sum':
      return sumTruth(leaf, member, perspective, known);
    case 'relation':
      return relationTruth(leaf, member, association, known);
    case 'contactable':
      return contactTruth(leaf, member, association);
    case 'then':
      return thenTruth(leaf, member, perspective);
    case 'top': {
      const key = (id: string): string | number | undefined => {
        const one = association.members.find((other) => other.id === id);
        return one && keyOf(leaf.by, one, perspective, known);
      };
      return placed(leaf.of, member, known, (ids) => inOrder(ids, key, leaf.direction).slice(0, leaf.n));
    }
    case 'sample': {
      const hash = (id: string): string => createHash('md5').update(`${id}${leaf.seed}`).digest('hex');
      return placed(leaf.of, member, known, (ids) => {
        const most = 'n' in leaf.size ? leaf.size.n : Math.ceil((ids.length * leaf.size.percent) / 100);
        return inOrder(ids, hash, 'asc').slice(0, most);
      });
    }
  }
}

/** Over records without a gap before them: everything there was is in `days`. */
function patternTruth({ pattern, window }: Of<'lifecycle'>, days: readonly string[], { calendar }: Perspective): Truth {
  const { from, to } = resolve(window as Parameters<typeof resolve>[0], calendar);
  if (from === undefined) throw new Error('the naive evaluator needs a first day');
  const yearBefore = addTo(from, -12, 'month');
  const inside = days.filter((on) => on >= from && (to === undefined || on <= to)).length;
  const before = days.filter((on) => on < from && on >= yearBefore).length;
  const [first] = days;
  if (pattern === 'first_time') return first !== undefined && isInside(first, { from, ...(to && { to }) });
  if (pattern === 'stopped') return inside === 0 && before >= 3;
  return inside > 0 && before === 0 && days.some((on) => on < yearBefore);
}

function moneyTruth(leaf: Of<'money'>, member: GivenMember, { reach }: Perspective, known: Known): Truth {
  const days = known.daysOf(leaf.window);
  const first = reach.donation;
  if (first === undefined || days === undefined) return undefined;
  const amounts = (member.deeds ?? [])
    .filter(({ on, currency }) => currency === leaf.currency && isInside(on, days))
    .map(({ amount }) => amount ?? 0);
  const sum = amounts.reduce((whole, amount) => whole + amount, 0);
  const { test } = leaf;
  const isBeyond = (days.from ?? days.to ?? first) < first;
  const holds = (paid: readonly number[]): boolean => {
    if ('recorded' in test) return paid.length > 0 === test.recorded;
    if (leaf.aggregate === 'largest' && paid.length === 0) return false;
    const amount = leaf.aggregate === 'sum' ? paid.reduce((whole, one) => whole + one, 0) : Math.max(...paid);
    if ('between' in test) return amount >= test.between[0] && amount <= test.between[1];
    return compare(amount, test.is, test.value);
  };
  if (!isBeyond) return holds(amounts);
  // One amount more of any size, or none.
  const more = Array.from({ length: 200 }, (_, step) => holds([...amounts, (step + 1) * 100]));
  const answers = new Set([holds(amounts), ...more, holds([...amounts, sum + 1_000_000])]);
  return answers.size === 1 ? [...answers][0] : undefined;
}

const kindOf = { credits: 'credit', hours: 'volunteer' } as const;
const sum = (amounts: readonly number[]): number => amounts.reduce((whole, amount) => whole + amount, 0);

const recordsOf = (
  { quantity, where }: Pick<Of<'sum'>, 'quantity' | 'where'>,
  member: GivenMember,
  days: { from?: Day; to?: Day },
): number[] =>
  (member.deeds ?? [])
    .filter(({ kind, on, what = '' }) => {
      const isAbout = !where?.what || where.what.includes(what);
      return kind === kindOf[quantity] && isAbout && isInside(on, days);
    })
    .map((deed) => deed.quantity ?? 0);

function sumTruth(leaf: Of<'sum'>, member: GivenMember, { reach }: Perspective, known: Known): Truth {
  const days = known.daysOf(leaf.window);
  const first = reach[kindOf[leaf.quantity]];
  if (first === undefined || days === undefined) return undefined;
  const { test } = leaf;
  const holds = (amount: number): boolean =>
    'between' in test ? amount >= test.between[0] && amount <= test.between[1] : compare(amount, test.is, test.value);
  const total = sum(recordsOf(leaf, member, days));
  if ((days.from ?? days.to ?? first) >= first) return holds(total);
  // Half an hour more, any number of times.
  const answers = new Set(Array.from({ length: 100 }, (_, more) => holds(total + more / 2)));
  return answers.size === 1 ? [...answers][0] : undefined;
}

function relationTruth(leaf: Of<'relation'>, member: GivenMember, association: GivenAssociation, known: Known): Truth {
  const verdicts = known.verdicts(leaf.of);
  const isPerson = (member.kind ?? 'person') === 'person';
  const { quantity } = leaf;
  if (leaf.path === 'employer') {
    if (!isPerson) return false;
    const verdict = member.employer === undefined ? undefined : verdicts.get(member.employer);
    if (verdict === undefined) return undefined;
    if (quantity === 'all') return verdict;
    return quantity === 'none' ? !verdict : compare(verdict ? 1 : 0, quantity.is, quantity.value);
  }
  if (isPerson) return false;
  const people = association.members.filter(
    (one) => (one.kind ?? 'person') === 'person' && one.employer === member.id && verdicts.has(one.id),
  );
  const all = people.length;
  const yes = people.filter(({ id }) => verdicts.get(id) === true).length;
  const maybe = people.filter(({ id }) => verdicts.get(id) === undefined).length;
  if (typeof quantity !== 'string')
    return agreed(yes, yes + maybe, (count) => compare(count, quantity.is, quantity.value));
  if (all === 0) return undefined;
  return agreed(yes, yes + maybe, (count) => count === (quantity === 'all' ? all : 0));
}

function contactTruth(leaf: Of<'contactable'>, member: GivenMember, association: GivenAssociation): Truth {
  const address = leaf.channel === 'email' ? member.email : member.phone;
  const optedOut = (member.consents ?? []).some(
    ({ channel, purpose, granted }) =>
      channel === leaf.channel && !granted && (leaf.purpose === 'all' || purpose === leaf.purpose),
  );
  const sent = [...(member.opened ?? [])].sort().at(-1);
  // Of one day, the message entered last is the one that came back.
  const cameBack = member.bounced !== undefined && (sent === undefined || member.bounced >= sent);
  if (address === undefined || optedOut || (leaf.channel === 'email' && cameBack)) return false;
  return association.members.some(({ consents = [] }) => consents.length > 0) ? true : undefined;
}

function thenTruth({ test, on }: Of<'then'>, member: GivenMember, { reach, graceDays, calendar }: Perspective): Truth {
  const first = reach.renewal;
  if (first === undefined || on < first || on > calendar.today) return undefined;
  const held = (member.terms ?? []).filter(
    ({ paid, isComp, begins }) => (isComp || paid !== undefined) && (paid ?? begins) <= on,
  );
  const reached = held
    .map(({ ends }) => ends)
    .sort()
    .at(-1);
  if (reached === undefined)
    return member.joined === undefined || member.joined > on ? test.in.includes('prospect') : undefined;
  if (reached >= on) return test.in.includes('active');
  return test.in.includes(addDays(day(reached), graceDays) >= on ? 'grace' : 'lapsed');
}

function placed(
  of: Definition,
  { id }: GivenMember,
  known: Known,
  chosen: (ids: readonly string[]) => readonly string[],
): Truth {
  const verdicts = known.verdicts(of);
  if (!verdicts.has(id)) return false;
  if (verdicts.get(id) !== true) return verdicts.get(id);
  return chosen([...verdicts].filter(([, verdict]) => verdict).map(([one]) => one)).includes(id);
}

function inOrder(
  ids: readonly string[],
  key: (id: string) => string | number | undefined,
  direction: 'asc' | 'desc',
): string[] {
  const sign = direction === 'asc' ? 1 : -1;
  return [...ids].sort((left, right) => {
    const [one, other] = [key(left), key(right)];
    if (one === undefined || other === undefined) {
      if (one !== other) return one === undefined ? 1 : -1;
    } else if (one !== other) return one < other ? -sign : sign;
    return left < right ? -1 : 1;
  });
}

function keyOf(
  by: Measure,
  member: GivenMember,
  { calendar, reach }: Perspective,
  known: Known,
): string | number | undefined {
  if ('field' in by) return known.valueOf(by.field, member) as string | number | undefined;
  const days = resolve(by.window as Parameters<typeof resolve>[0], calendar);
  if ('quantity' in by) return reach[kindOf[by.quantity]] && sum(recordsOf(by, member, days));
  if ('count' in by) return (known.days(member)[by.count] ?? []).filter((on) => isInside(on, days)).length;
  return (member.deeds ?? [])
    .filter(({ on, currency }) => currency === by.currency && isInside(on, days))
    .reduce((sum, { amount }) => sum + (amount ?? 0), 0);
}
