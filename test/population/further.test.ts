import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { check } from '../../src/population/check.js';
import type { Definition, EventKind, Measure, NumberTest } from '../../src/population/definition.js';
import { DefinitionMalformed, FieldProtected, MeasureUnfit, ValueUnknown } from '../../src/population/errors.js';
import { count } from '../../src/population/evaluate.js';
import { funnel, why } from '../../src/population/explain.js';
import { list } from '../../src/population/list.js';
import type { Perspective } from '../../src/population/perspective.js';
import { type Vocabulary, vocabularyOf } from '../../src/population/vocabulary.js';
import type { Store } from '../../src/store/store.js';
import { givenAssociation } from '../fixtures/association.js';
import { freshDatabase } from '../fixtures/database.js';
import { association, perspective } from './further-association.js';

let store: Store;
let vocabulary: Vocabulary;
beforeAll(async () => {
  store = await freshDatabase();
  await givenAssociation(store, association);
  await store.query(`insert into copilot.engagement (member_id, score, raw, as_of, kinds_left_out, previous)
    values ('ada', 90, 12, '2026-11-21', '{}', 60), ('bob', 40, 2, '2026-11-21', '{}', 70), ('cyd', 50, 3, '2026-11-21', '{}', null)`);
  vocabulary = await vocabularyOf(store);
});
afterAll(() => store?.close());

const field = (name: string, of: Extract<Definition, { op: 'field' }>['test']): Definition => ({
  op: 'field',
  field: name,
  test: of,
});
const all = (...of: Definition[]): Definition => ({ op: 'all', of });
const not = (of: Definition): Definition => ({ op: 'not', of });
const everyone: Definition = { op: 'everyone' };
const thisYear = { calendar: 'year', offset: 0 } as const;
const money = (measure: Extract<Definition, { op: 'money' }>['measure'], of: NumberTest, more = {}): Definition => ({
  op: 'money',
  measure,
  aggregate: 'sum',
  currency: 'USD',
  test: of,
  window: 'ever',
  ...more,
});
const event = (kind: EventKind, more: Partial<Extract<Definition, { op: 'event' }>> = {}): Definition => ({
  op: 'event',
  kind,
  count: { is: 'gte', value: 1 },
  window: 'ever',
  ...more,
});

const found = async (definition: Definition, from: Partial<Perspective> = {}) =>
  (await list(store, check(definition, vocabulary), { ...perspective, ...from }, { limit: 100 })).memberIds.join(' ');
const counted = async (definition: Definition, from: Partial<Perspective> = {}) => {
  const { in: yes, out, unknown } = await count(store, check(definition, vocabulary), { ...perspective, ...from });
  return `${yes} in, ${out} out, ${unknown} unknown`;
};

describe('what members did', () => {
  test('donations, downloads and services on a committee, by name where one is given', async () => {
    expect(await found(event('donation'))).toBe('ada bob cyd');
    expect(await found(event('donation', { where: { what: ['scholarships'] } }))).toBe('ada');
    expect(await found(event('download', { where: { what: ['Salary Guide'] } }))).toBe('ada');
    expect(await found(event('committee', { where: { what: ['Ethics'] }, window: thisYear }))).toBe('bob');
    expect(await found(event('sponsorship', { where: { event: ['Summit 2026'], what: ['gold'] } }))).toBe('acme');
  });
  test('a renewal is an event on the day it is paid, a payment only when it was received', async () => {
    expect(await found(event('renewal', { window: { from: '2025-01-20', to: '2025-01-20' } }))).toBe('ada');
    expect(await found(event('payment', { count: { is: 'gte', value: 2 } }))).toBe('ada');
  });
  test('a kind iMIS gave no data of is unknown for everybody', async () => {
    expect(await counted(event('purchase'))).toBe('0 in, 0 out, 7 unknown');
  });
});

describe('patterns over time', () => {
  const pattern = (kind: EventKind, of: 'first_time' | 'stopped' | 'resumed', window: object): Definition => ({
    op: 'lifecycle',
    kind,
    pattern: of,
    window: window as Extract<Definition, { op: 'lifecycle' }>['window'],
  });
  test('the first gift ever fell in this year', async () => {
    expect(await found(pattern('donation', 'first_time', thisYear))).toBe('bob cyd');
    expect(await found(pattern('donation', 'first_time', { calendar: 'year', offset: -2 }))).toBe('');
    expect(await counted(pattern('donation', 'first_time', { calendar: 'year', offset: -2 }))).toBe(
      '0 in, 6 out, 1 unknown',
    );
  });
  test('stopped: at least three in the twelve months before and none since', async () => {
    expect(await found(pattern('login', 'stopped', { from: '2026-01-01' }))).toBe('bob');
    expect(await found(pattern('login', 'stopped', { from: '2026-01-01', to: '2026-10-31' }))).toBe('ada bob');
  });
  test('resumed: one in the window, none in the twelve months before, some earlier', async () => {
    const later: Perspective = { ...perspective, calendar: { ...perspective.calendar } };
    expect(await found(pattern('donation', 'resumed', { from: '2026-03-01' }), later)).toBe('ada');
    expect(await found(pattern('login', 'resumed', { from: '2026-10-01' }))).toBe('');
  });
  test('the last one was longer ago than half a year', async () => {
    const last = (kind: EventKind, to: string): Definition => ({ op: 'last', kind, window: { to } });
    expect(await found(last('login', '2026-05-21'))).toBe('bob');
    expect(await found(last('donation', '2026-03-15'))).toBe('cyd');
  });
  test.each<[string, unknown]>([
    ['stopped ever', pattern('login', 'stopped', { to: '2026-01-01' })],
    ["a member's own days", pattern('login', 'resumed', { relativeTo: 'expiry', fromDays: -90, toDays: -1 })],
    ['the last one in a term', { op: 'last', kind: 'login', window: { term: 'current' } }],
    ['what a login was about', event('login', { where: { what: ['x'] } })],
    ['a balance in a window', money('balance', { is: 'gt', value: 0 }, { window: thisYear })],
  ])('what has no meaning is refused: %s', (_, definition) => {
    expect(() => check(definition, vocabulary)).toThrow(DefinitionMalformed);
  });
});

describe('money', () => {
  test('refunds count against what was received; failed and forgiven amounts were never paid', async () => {
    expect(await found(money('revenue', { is: 'eq', value: 33_000 }, { window: thisYear }))).toBe('ada');
    expect(await found(money('revenue', { is: 'eq', value: 5_000 }, { window: thisYear }))).toBe('cyd');
  });
  test('a payment is for dues as far as its invoice is, and the rest is other revenue', async () => {
    expect(await found(money('dues', { is: 'eq', value: 20_000 }))).toBe('ada');
    expect(await found(money('other_revenue', { is: 'eq', value: 13_000 }))).toBe('ada');
  });
  test('amounts of another currency are not added: fewer than an amount includes nothing', async () => {
    expect(await found(money('donated', { is: 'gte', value: 25_000 }))).toBe('ada');
    expect(await found(money('donated', { is: 'gte', value: 25_000 }, { currency: 'CAD' }))).toBe('bob');
    expect(await counted(money('donated', { is: 'lt', value: 5_000 }))).toBe('6 in, 1 out, 0 unknown');
  });
  test('a single amount: nobody has a largest gift without a gift', async () => {
    const largest = { aggregate: 'largest' };
    expect(await found(money('donated', { is: 'gte', value: 20_000 }, largest))).toBe('ada');
    expect(await found(money('donated', { is: 'lt', value: 5_000 }, largest))).toBe('cyd');
    expect(await found(not(money('donated', { is: 'lt', value: 5_000 }, largest)))).toBe('acme ada bob dee eli tiny');
  });
  test('a window that begins before the data is unknown for whoever has not paid as much already', async () => {
    const since = { window: { from: '2020-01-01' } };
    expect(await counted(money('donated', { is: 'gte', value: 30_000 }, since))).toBe('1 in, 0 out, 6 unknown');
    expect(await counted(money('donated', { is: 'lt', value: 30_000 }, since))).toBe('0 in, 1 out, 6 unknown');
    expect(await counted(money('purchased', { is: 'lt', value: 30_000 }))).toBe('0 in, 0 out, 7 unknown');
  });
  test('what is open and overdue now', async () => {
    expect(await found(money('overdue', { between: [10_000, 15_000] }))).toBe('bob');
    expect(await found(money('balance', { is: 'gt', value: 0 }))).toBe('bob');
    expect(await found(field('days_overdue', { is: 'gte', value: 30 }))).toBe('bob');
    expect(await counted(not(field('days_overdue', { is: 'gte', value: 30 })))).toBe('6 in, 1 out, 0 unknown');
  });
  test('in the days before each own expiry', async () => {
    const window = { relativeTo: 'expiry', fromDays: -365, toDays: 0 };
    expect(await found(money('donated', { is: 'gt', value: 0 }, { window }))).toBe('ada');
  });
});

describe('organisations and their people', () => {
  const people = (quantity: Extract<Definition, { op: 'relation' }>['quantity'], of: Definition): Definition => ({
    op: 'relation',
    path: 'employees',
    quantity,
    of,
  });
  const donors = event('donation');
  test('how many of its people; all and none need at least one', async () => {
    expect(await found(people({ is: 'gte', value: 2 }, donors))).toBe('acme');
    expect(await found(people('all', donors))).toBe('acme tiny');
    expect(await found(people('none', event('download')))).toBe('tiny');
    expect(await found(people({ is: 'eq', value: 0 }, event('download')))).toBe('tiny');
    const students = field('tier', { in: ['STU'] });
    expect(await counted(all(field('kind', { in: ['organization'] }), people('none', students)))).toBe(
      '1 in, 6 out, 0 unknown',
    );
  });
  test('a person whose verdict is unknown keeps the organisation unknown', async () => {
    expect(await counted(people({ is: 'gte', value: 1 }, event('purchase')))).toBe('0 in, 5 out, 2 unknown');
  });
  test('people of organisations in grace; without an employer it is unknown', async () => {
    const employer = (of: Definition): Definition => ({ op: 'relation', path: 'employer', quantity: 'all', of });
    expect(await found(employer(field('status', { in: ['grace'] })))).toBe('cyd');
    expect(await counted(employer(field('status', { in: ['grace'] })))).toBe('1 in, 4 out, 2 unknown');
  });
  test('people out of scope are not counted', async () => {
    const scope = { kind: 'chapters', chapters: ['CH-TX'] } as const;
    expect(await found(people({ is: 'gte', value: 2 }, everyone), { scope })).toBe('');
    await store.query(
      `insert into imis.group_members (group_member_id, group_id, member_id, is_active) values ('acme-tx', 'CH-TX', 'acme', true)`,
    );
    expect(await found(people({ is: 'gte', value: 1 }, everyone), { scope })).toBe('acme');
    expect(await found(people({ is: 'gte', value: 2 }, everyone), { scope })).toBe('');
    await store.query(`delete from imis.group_members where group_member_id = 'acme-tx'`);
  });
});

describe('who can be contacted', () => {
  const by = (channel: 'email' | 'phone', purpose: string): Definition => ({ op: 'contactable', channel, purpose });
  test('an address, no opt-out, and the last message arrived', async () => {
    expect(await found(by('email', 'renewal'))).toBe('ada bob eli');
    expect(await found(by('email', 'Marketing'))).toBe('ada eli');
    expect(await found(by('email', 'all'))).toBe('ada eli');
    expect(await found(by('phone', 'all'))).toBe('');
    expect(() => check(by('email', 'markting'), vocabulary)).toThrow(ValueUnknown);
  });
  test('whose last email bounced', async () => {
    expect(await found(field('email_bounced', { is: true }))).toBe('cyd');
  });
});

describe('first places and samples', () => {
  const top = (n: number, by: Measure, direction: 'asc' | 'desc', of: Definition = everyone): Definition => ({
    op: 'top',
    n,
    by,
    direction,
    of,
  });
  const donated: Measure = { money: 'donated', currency: 'USD', window: 'ever' };
  test('the first by an amount, a count or a number; who has no value comes last', async () => {
    expect(await found(top(2, donated, 'desc'))).toBe('ada cyd');
    expect(await found(top(1, { count: 'login', window: 'ever' }, 'desc'))).toBe('ada');
    expect(await found(top(1, { field: 'engagement' }, 'asc'))).toBe('bob');
    expect(await found(top(6, { field: 'engagement' }, 'asc'))).toBe('acme ada bob cyd dee eli');
  });
  test('of some alone, and taken with other conditions', async () => {
    const students = field('tier', { in: ['STU'] });
    expect(await found(top(1, donated, 'desc', students))).toBe('cyd');
    expect(await found(all(students, top(1, donated, 'desc')))).toBe('');
    expect(await counted(top(1, donated, 'desc', field('tier', { in: ['PRO'] })))).toBe('1 in, 5 out, 1 unknown');
  });
  test('nobody out of scope takes a place', async () => {
    const scope = { kind: 'chapters', chapters: ['CH-TX'] } as const;
    expect(await found(top(1, { field: 'engagement' }, 'asc'), { scope })).toBe('ada');
  });
  test('a sample is so many or a share, rounded up, the same for a seed', async () => {
    const sample = (size: { n: number } | { percent: number }, seed = 1): Definition => ({
      op: 'sample',
      size,
      seed,
      of: everyone,
    });
    expect((await found(sample({ n: 3 }))).split(' ')).toHaveLength(3);
    expect((await found(sample({ percent: 50 }))).split(' ')).toHaveLength(4);
    expect(await found(sample({ n: 3 }))).toBe(await found(sample({ n: 3 })));
    expect(await found(sample({ n: 7 }, 2))).toBe('acme ada bob cyd dee eli tiny');
  });
  test('what cannot be measured, or may not be, is refused', () => {
    expect(() => check(top(1, { field: 'tier' }, 'asc'), vocabulary)).toThrow(MeasureUnfit);
    expect(() => check(top(1, { field: 'age' }, 'asc'), vocabulary)).toThrow(FieldProtected);
  });
});

describe('as it was on a day', () => {
  const then = (of: 'tier' | 'status', on: string, ...values: string[]): Definition => ({
    op: 'then',
    field: of,
    test: { in: values },
    on,
  });
  test('the tier of a term that was held then', async () => {
    expect(await found(then('tier', '2024-06-01', 'Student'))).toBe('ada');
    expect(await found(then('tier', '2026-06-01', 'Student'))).toBe('cyd dee');
  });
  test('a term paid late was not held yet', async () => {
    expect(await found(then('status', '2025-01-10', 'grace'))).toBe('ada');
    expect(await found(then('status', '2025-01-20', 'active'))).toBe('ada');
    expect(await found(then('status', '2024-01-01', 'lapsed'))).toBe('bob');
    expect(await found(then('status', '2024-01-01', 'prospect'))).toBe('cyd dee eli');
  });
  test('members of then whose terms are not on record are unknown, and days to come are', async () => {
    expect(await counted(then('status', '2025-01-20', 'active'))).toBe('1 in, 3 out, 3 unknown');
    expect(await counted(then('status', '2027-01-20', 'active'))).toBe('0 in, 0 out, 7 unknown');
    expect(await counted(then('status', '2019-01-20', 'active'))).toBe('0 in, 0 out, 7 unknown');
    expect(() => check(then('status', '2025-01-20', 'suspended'), vocabulary)).toThrow(ValueUnknown);
  });
});

describe('facts from further records', () => {
  const flag = (name: string, is = true) => field(name, { is });
  test('renewal by itself, in instalments, after a lapse', async () => {
    expect(await found(flag('auto_renew'))).toBe('ada');
    expect(await counted(flag('auto_renew'))).toBe('1 in, 1 out, 5 unknown');
    expect(await found(flag('payment_plan'))).toBe('ada');
    expect(await found(flag('rejoined'))).toBe('bob');
    expect(await found(field('renewals', { is: 'gte', value: 2 }))).toBe('ada');
    expect(await found(flag('last_payment_failed'))).toBe('ada cyd');
  });
  test('lifetime years hold the years before a lapse', async () => {
    // 2018-01-01 (join) to 2021-12-31, and 2026-04-01 to today: 4.0 + 0.64 years.
    expect(await found(field('lifetime_years', { between: [4.6, 4.7] }))).toBe('bob');
    expect(await found(field('tenure', { between: [0.6, 0.7] }))).toBe('bob');
  });
  test('certifications that have run out are none', async () => {
    expect(await found(field('certification', { in: ['Certified Planner'] }))).toBe('ada');
    expect(await found(field('certification', { in: ['Certified Auditor'] }))).toBe('');
    expect(await found(field('certification_in_progress', { recorded: true }))).toBe('cyd');
  });
  test('engagement, and how it moved', async () => {
    expect(await found(field('engagement', { is: 'gte', value: 50 }))).toBe('ada cyd');
    expect(await counted(field('engagement_change', { is: 'lte', value: -20 }))).toBe('1 in, 1 out, 5 unknown');
  });
  test('a sponsorship without an end lasts a year', async () => {
    expect(await found(flag('sponsor'))).toBe('acme');
  });
  test('what iMIS never gave is unknown for everybody', async () => {
    expect(await counted(field('open_cases', { is: 'eq', value: 0 }))).toBe('0 in, 0 out, 7 unknown');
  });
});

test('high value is the top fifth of a tier, and nobody where all pay the same', async () => {
  const members = Array.from({ length: 10 }, (_, index) => ({
    id: `h${index}`,
    tier: 'PRO',
    joined: '2025-01-01',
    expires: '2026-12-31',
    terms: [{ begins: '2026-01-01', ends: '2026-12-31', paid: '2026-01-01' }],
    ...(index < 2 && { payments: [{ on: '2026-03-01', amount: 1_000 + index }] }),
  }));
  const other = await freshDatabase();
  try {
    const high = async () =>
      (await list(other, field('high_value', { is: true }), perspective, { limit: 20 })).memberIds;
    await givenAssociation(other, { tiers: { PRO: 'Professional' }, members });
    expect(await high()).toEqual(['h0', 'h1']);
    await givenAssociation(other, { members: members.map(({ id, ...member }) => ({ ...member, id, payments: [] })) });
    expect(await high()).toEqual([]);
  } finally {
    await other.close();
  }
});

describe('why, and where it narrows', () => {
  test('what the record holds is said with its days and amounts', async () => {
    const definition = all(
      money('donated', { is: 'gte', value: 30_000 }, { window: thisYear }),
      { op: 'last', kind: 'login', window: { last: 30, unit: 'day' } },
      { op: 'contactable', channel: 'email', purpose: 'renewal' },
    );
    const reason = await why(store, 'ada', definition, perspective, { vocabulary, naming: () => undefined });
    expect(reason?.verdict).toBe('in');
    expect(reason?.parts?.map(({ text, value }) => [text, value])).toEqual([
      ['who donated at least 300.00 USD between 1 January 2026 and 31 December 2026', '30000'],
      ['who can be contacted by email for renewal', 'address on record'],
      ['who last logged in between 23 October 2026 and 21 November 2026', '2026-11-01'],
    ]);
    const cyd = await why(store, 'cyd', definition, perspective, { vocabulary, naming: () => undefined });
    expect(cyd?.parts?.map(({ verdict, value }) => [verdict, value])).toEqual([
      ['out', '2500'],
      ['out', 'the last email bounced'],
      ['out', undefined],
    ]);
    const steps = await funnel(store, definition, perspective, { vocabulary, naming: () => undefined });
    expect(steps.map((step) => step.in)).toEqual([7, 1, 1, 1]);
  });
});
