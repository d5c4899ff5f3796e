/** Random associations and definitions, small and dense, so that every rule is met often. */
import fc from 'fast-check';
import { addDays, type Day, day } from '../../src/domain/day.js';
import type { Window } from '../../src/domain/window.js';
import { comparators, type Definition, type EventWhere, type Measure } from '../../src/population/definition.js';
import type { GivenAssociation, GivenMember } from '../fixtures/association.js';

export const TODAY = day('2026-11-21');

const near = (span: number): fc.Arbitrary<Day> =>
  fc.integer({ min: -span, max: span }).map((offset) => addDays(TODAY, offset));
const past = fc.nat(700).map((offset) => addDays(TODAY, -offset));
const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined, freq: 4 });
const few = <T>(of: fc.Arbitrary<T>, maxLength = 4) => fc.array(of, { maxLength });

const tiers = { STU: 'Student', IND: 'Individual', CORP: 'Corporate' };
const chapters = { 'CH-TX': 'Texas Chapter', 'CH-OH': 'Ohio Chapter' };
const tier = fc.constantFrom(...Object.keys(tiers));
const chapter = fc.constantFrom(...Object.keys(chapters));
const state = fc.constantFrom('TX', 'OH', 'NY');
const eventIds = ['E1', 'E2', 'E3'];

const term = fc
  .record({ begins: near(900), length: fc.integer({ min: 30, max: 400 }), paid: maybe(past), isComp: fc.boolean() })
  .map(({ begins, length, paid, isComp }) => ({
    begins,
    ends: addDays(begins, length),
    isComp,
    ...(paid && { paid }),
  }));

const member: fc.Arbitrary<Omit<GivenMember, 'id'>> = fc
  .record({
    kind: fc.constantFrom('person' as const, 'organization' as const),
    record: fc.constantFrom('active' as const, 'active' as const, 'suspended' as const, 'deceased' as const),
    isStaff: fc.integer({ min: 0, max: 9 }).map((chance) => chance === 0),
    tier: maybe(tier),
    joined: maybe(past),
    expires: maybe(near(150)),
    state: maybe(state),
    email: maybe(fc.constant('someone@example.org')),
    employees: maybe(fc.nat(100)),
    chapters: fc.uniqueArray(chapter),
    committees: fc.uniqueArray(fc.constant('CM-ETH')),
    terms: few(term, 3),
    logins: few(past),
    employer: maybe(fc.constantFrom('M00', 'M01', 'M02', 'M03')),
    deeds: fc
      .tuple(
        few(
          fc.record({
            kind: fc.constant('donation' as const),
            on: past,
            amount: fc.constantFrom(1_000, 2_000, 5_000),
            currency: fc.constantFrom('USD', 'USD', 'CAD'),
            what: fc.constantFrom('Scholarships', 'Advocacy'),
          }),
          3,
        ),
        few(
          fc.record({
            kind: fc.constantFrom('credit' as const, 'volunteer' as const),
            on: past,
            quantity: fc.constantFrom(0.5, 1, 2.5, 4),
            what: fc.constantFrom('CRS-1', 'CRS-2'),
          }),
          4,
        ),
      )
      .map((both) => both.flat()),
    consents: fc.uniqueArray(
      fc.record({
        channel: fc.constant('email'),
        purpose: fc.constantFrom('renewal', 'marketing'),
        granted: fc.boolean(),
      }),
      { selector: ({ purpose }) => purpose, maxLength: 2 },
    ),
    bounced: maybe(past),
    opened: few(past, 2),
    registered: fc.uniqueArray(
      fc.record({
        event: fc.constantFrom(...eventIds),
        on: fc.option(past, { freq: 4 }),
        status: fc.constantFrom('registered' as const, 'registered' as const, 'cancelled' as const),
      }),
      { selector: ({ event }) => event },
    ),
    marks: fc.uniqueArray(fc.record({ event: fc.constantFrom('E1', 'E2'), came: fc.boolean() }), {
      selector: ({ event }) => event,
      maxLength: 2,
    }),
  })
  .map(({ marks, committees, ...rest }) => ({
    ...rest,
    // Nobody on a committee is a fact of its own, not an empty list.
    ...(committees.length > 0 && { committees }),
    attended: marks.filter(({ came }) => came).map(({ event }) => event),
    absent: marks.filter(({ came }) => !came).map(({ event }) => event),
  }));

/** E1 long ago, E2 lately, E3 in the future or just over; attendance is marked at E1 and E2 at most. */
export const anAssociation: fc.Arbitrary<GivenAssociation> = fc
  .record({ members: fc.array(member, { minLength: 8, maxLength: 20 }), last: near(20) })
  .map(({ members, last }) => ({
    tiers,
    chapters,
    committees: { 'CM-ETH': 'Ethics Committee' },
    events: [
      { id: 'E1', name: 'Summit 2025', series: 'Summit', begins: '2025-03-01' },
      { id: 'E2', name: 'Summit 2026', series: 'Summit', begins: '2026-08-01', ends: '2026-08-03' },
      { id: 'E3', name: 'Webinar', type: 'webinar', begins: last },
    ],
    members: members.map((one, index) => ({ id: `M${String(index).padStart(2, '0')}`, ...one })),
  }));

export const aWindow: fc.Arbitrary<Window> = fc.oneof(
  fc.constantFrom<Window>('ever', { term: 'current' }, { term: 'previous' }),
  fc.record({ last: fc.integer({ min: 1, max: 24 }), unit: fc.constantFrom('day' as const, 'month' as const) }),
  fc.record({ next: fc.integer({ min: 1, max: 90 }), unit: fc.constant('day' as const) }),
  fc.record({
    calendar: fc.constantFrom('month' as const, 'quarter' as const, 'year' as const, 'fiscal_year' as const),
    offset: fc.integer({ min: -2, max: 1 }),
  }),
  past.map((from) => ({ from })),
  past.map((to) => ({ to })),
  fc.tuple(past, fc.nat(300)).map(([from, length]) => ({ from, to: addDays(from, length) })),
  fc
    .record({
      relativeTo: fc.constantFrom('expiry' as const, 'join' as const),
      fromDays: fc.integer({ min: -300, max: 60 }),
      length: fc.nat(200),
    })
    .map(({ relativeTo, fromDays, length }) => ({ relativeTo, fromDays, toDays: fromDays + length })),
);

const some = (...values: string[]) =>
  fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }).map((of) => ({ in: of }));
const number = (most: number) =>
  fc.oneof(
    fc.record({ is: fc.constantFrom(...comparators), value: fc.nat(most) }),
    fc
      .tuple(fc.nat(most), fc.nat(most))
      .map(([low, more]): { between: [number, number] } => ({ between: [low, low + more] })),
  );
const field = <T extends Extract<Definition, { op: 'field' }>['test']>(
  name: string,
  test: fc.Arbitrary<T>,
): fc.Arbitrary<Definition> => test.map((of) => ({ op: 'field' as const, field: name, test: of }));

export const aLeaf: fc.Arbitrary<Definition> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Definition>({ op: 'everyone' }) },
  { weight: 3, arbitrary: field('status', some('active', 'grace', 'lapsed', 'prospect', 'suspended')) },
  { weight: 1, arbitrary: field('kind', some('person', 'organization')) },
  { weight: 2, arbitrary: field('tier', some(...Object.keys(tiers))) },
  { weight: 2, arbitrary: field('chapter', some(...Object.keys(chapters))) },
  { weight: 2, arbitrary: field('state', some('TX', 'OH', 'NY', 'CA')) },
  { weight: 1, arbitrary: field('committee', some('CM-ETH')) },
  { weight: 1, arbitrary: field('email', fc.record({ recorded: fc.boolean() })) },
  { weight: 1, arbitrary: field('state', fc.record({ recorded: fc.boolean() })) },
  { weight: 2, arbitrary: field('employees', number(100)) },
  { weight: 2, arbitrary: field('first_year', fc.record({ is: fc.boolean() })) },
  {
    weight: 3,
    arbitrary: field(
      'expires',
      aWindow.map((within) => ({ within })),
    ),
  },
  {
    weight: 2,
    arbitrary: field(
      'joined',
      aWindow.map((within) => ({ within })),
    ),
  },
  {
    weight: 2,
    arbitrary: field(
      'lapsed_on',
      aWindow.map((within) => ({ within })),
    ),
  },
  {
    weight: 10,
    arbitrary: fc.record({
      op: fc.constant('event' as const),
      kind: fc.constantFrom('attendance' as const, 'registration' as const, 'no_show' as const),
      where: fc.constantFrom<EventWhere>({}, { event: ['E2'] }, { series: ['Summit'] }, { eventType: ['webinar'] }),
      count: fc.record({ is: fc.constantFrom(...comparators), value: fc.nat(3) }),
      window: aWindow,
    }),
  },
  {
    weight: 8,
    arbitrary: fc.record({
      op: fc.constant('event' as const),
      kind: fc.constantFrom('login' as const, 'mail_open' as const, 'note' as const),
      count: fc.record({ is: fc.constantFrom(...comparators), value: fc.nat(4) }),
      window: aWindow,
    }),
  },
);

const aKind = fc.constantFrom('login' as const, 'donation' as const);
const daysOnly = fc.oneof(
  fc.record({ last: fc.integer({ min: 1, max: 18 }), unit: fc.constant('month' as const) }),
  past.map((from) => ({ from })),
  fc.tuple(past, fc.nat(300)).map(([from, length]) => ({ from, to: addDays(from, length) })),
);

/** One time, the last time, no more: over records that reach back before everything. */
export const aPattern: fc.Arbitrary<Definition> = fc.oneof(
  fc.record({
    op: fc.constant('lifecycle' as const),
    kind: aKind,
    pattern: fc.constantFrom('first_time' as const, 'stopped' as const, 'resumed' as const),
    window: daysOnly,
  }),
  fc.record({
    op: fc.constant('last' as const),
    kind: aKind,
    window: fc.oneof(
      daysOnly,
      past.map((to) => ({ to })),
    ),
  }),
);

export const aMoneyLeaf: fc.Arbitrary<Definition> = fc.record({
  op: fc.constant('money' as const),
  measure: fc.constant('donated' as const),
  aggregate: fc.constantFrom('sum' as const, 'largest' as const),
  currency: fc.constantFrom('USD', 'CAD'),
  test: fc.oneof(
    fc.record({ is: fc.constantFrom(...comparators), value: fc.constantFrom(500, 1_000, 2_000, 3_000, 6_000) }),
    fc.constant({ between: [1_000, 4_000] as [number, number] }),
    fc.record({ recorded: fc.boolean() }),
  ),
  window: aWindow,
});

/** Course credits and volunteer hours, whole and by course. */
export const aSumLeaf: fc.Arbitrary<Definition> = fc
  .record({
    quantity: fc.constantFrom('credits' as const, 'hours' as const),
    where: fc.option(fc.constantFrom<EventWhere>({ what: ['CRS-1'] }, { what: ['CRS-1', 'CRS-2'] }, {}), {
      nil: undefined,
    }),
    test: fc.oneof(
      fc.record({ is: fc.constantFrom(...comparators), value: fc.constantFrom(0, 0.5, 2, 2.5, 4, 5) }),
      fc.constantFrom<{ between: [number, number] }>({ between: [1, 4] }, { between: [2.5, 2.5] }),
    ),
    window: aWindow,
  })
  .map(({ where, ...leaf }) => ({ op: 'sum' as const, ...leaf, ...(where && { where }) }));

const aMeasure = fc.constantFrom<Measure>(
  { quantity: 'credits', where: { what: ['CRS-1'] }, window: { last: 12, unit: 'month' } },
  { quantity: 'hours', window: 'ever' },
  { field: 'expires' },
  { field: 'employees' },
  { count: 'login', window: { last: 12, unit: 'month' } },
  { money: 'donated', currency: 'USD', window: 'ever' },
);

/** Conditions over other people, or over a place among them. */
export const anOverLeaf: fc.Arbitrary<Definition> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant('relation' as const),
      path: fc.constantFrom('employer' as const, 'employees' as const),
      quantity: fc.oneof(
        fc.constantFrom('all' as const, 'none' as const),
        fc.record({ is: fc.constantFrom(...comparators), value: fc.nat(3) }),
      ),
      of: aLeaf,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      op: fc.constant('top' as const),
      n: fc.integer({ min: 1, max: 8 }),
      by: aMeasure,
      direction: fc.constantFrom('asc' as const, 'desc' as const),
      of: aLeaf,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('sample' as const),
      size: fc.oneof(
        fc.record({ n: fc.integer({ min: 1, max: 8 }) }),
        fc.record({ percent: fc.integer({ min: 1, max: 100 }) }),
      ),
      seed: fc.nat(9),
      of: aLeaf,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('contactable' as const),
      channel: fc.constantFrom('email' as const, 'phone' as const),
      purpose: fc.constantFrom('renewal', 'marketing', 'all'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      op: fc.constant('then' as const),
      field: fc.constant('status' as const),
      test: some('active', 'grace', 'lapsed', 'prospect'),
      on: past,
    }),
  },
);

/** Any condition there is. */
export const anyLeaf: fc.Arbitrary<Definition> = fc.oneof(
  { weight: 2, arbitrary: aLeaf },
  { weight: 2, arbitrary: anOverLeaf },
  { weight: 1, arbitrary: aMoneyLeaf },
  { weight: 1, arbitrary: aSumLeaf },
  { weight: 1, arbitrary: aPattern },
);

export const aDefinition: fc.Arbitrary<Definition> = fc.letrec<{ tree: Definition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    aLeaf,
    fc.record({
      op: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ op: fc.constant('not' as const), of: tie('tree') }),
  ),
})).tree;
