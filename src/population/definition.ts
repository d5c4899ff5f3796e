/*
 * Which people, as data: a tree that is stored by the hash of its normal form, compiled to SQL by one compiler, said in
 * English by one printer. Segment language v1 (docs/segment-language.md); this part holds the leaves in use.
 */
import { z } from 'zod';
import { calendarUnits, type Window as DomainWindow } from '../domain/window.js';

// A window that reaches further is a slip, and would leave the calendar's years 1 to 9999.
const MOST_UNITS = 1000;
const MOST_DAYS = 366 * MOST_UNITS;

export const comparators = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const;
export type Comparator = (typeof comparators)[number];

const unit = z.enum(['day', 'week', 'month', 'quarter', 'year']);
const isNear = (count: number, of: z.output<typeof unit>): boolean => count <= (of === 'day' ? MOST_DAYS : MOST_UNITS);
const bound = z.union([z.iso.date(), z.literal('today')]);
/** Days are inclusive on both ends. `last 30 days` ends today and has 30 days; `next` begins today. */
export const Window: z.ZodType<DomainWindow> = z.union([
  z.strictObject({ last: z.number().int().positive(), unit }).refine((window) => isNear(window.last, window.unit)),
  z.strictObject({ next: z.number().int().positive(), unit }).refine((window) => isNear(window.next, window.unit)),
  z.strictObject({ from: bound.optional(), to: bound.optional() }),
  z.strictObject({
    calendar: z.enum(calendarUnits),
    /** 0 is the present one, -1 the one before. */
    offset: z.number().int().min(-MOST_UNITS).max(MOST_UNITS),
  }),
  z.strictObject({
    relativeTo: z.enum(['expiry', 'join', 'last_renewal']),
    /** Days from that day of each member's own, both included: -90 to -1 is the 90 days before. */
    fromDays: z.number().int().min(-MOST_DAYS).max(MOST_DAYS),
    toDays: z.number().int().min(-MOST_DAYS).max(MOST_DAYS),
  }),
  z.strictObject({ term: z.enum(['current', 'previous']) }),
  z.literal('ever'),
]);
export type Window = DomainWindow;

const texts = z.array(z.string().min(1)).min(1);
const TextTest = z.union([
  z.strictObject({ in: texts }),
  /** Any of these stands in the text, whatever the case. */
  z.strictObject({ contains: texts }),
  z.strictObject({ recorded: z.boolean() }),
]);
export const NumberTest = z.union([
  z.strictObject({ is: z.enum(comparators), value: z.number() }),
  z.strictObject({ between: z.tuple([z.number(), z.number()]) }),
  z.strictObject({ recorded: z.boolean() }),
]);
export type NumberTest = z.infer<typeof NumberTest>;
const DayTest = z.union([z.strictObject({ within: Window }), z.strictObject({ recorded: z.boolean() })]);
const FlagTest = z.strictObject({ is: z.boolean() });
export const Test = z.union([TextTest, NumberTest, DayTest, FlagTest]);
export type Test = z.infer<typeof Test>;

/** How often, in the window: { is: 'lt', value: 3 } includes people with none. */
export const Count = z.strictObject({ is: z.enum(comparators), value: z.number().int().nonnegative() });
export type Count = z.infer<typeof Count>;

export const eventKinds = [
  'attendance',
  'registration',
  'no_show',
  'login',
  'mail_open',
  'mail_click',
  'note',
  'page_view',
  'download',
  'credit',
  'volunteer',
  'post',
  'case',
  'survey',
  'email',
  'purchase',
  'donation',
  'sponsorship',
  /** A service on a committee begun. */
  'committee',
  'payment',
  'renewal',
] as const;
export type EventKind = (typeof eventKinds)[number];

export const EventWhere = z.strictObject({
  event: z.array(z.string()).optional(),
  series: z.array(z.string()).optional(),
  eventType: z.array(z.string()).optional(),
  /** What it was about, by its name in the vocabulary: the page, document, course, community, case category, survey, product, fund, sponsorship level or committee. */
  what: z.array(z.string()).optional(),
});
export type EventWhere = z.infer<typeof EventWhere>;

/** dues: payments for dues; revenue: every payment, less refunds and write-offs; balance, overdue: open now, without a window. */
export const moneyMeasures = [
  'revenue',
  'dues',
  'other_revenue',
  'donated',
  'purchased',
  'balance',
  'overdue',
] as const;
export type MoneyMeasure = (typeof moneyMeasures)[number];

/** What a record holds a number of, so that it is summed and not counted: course credits earned, hours volunteered. */
export const quantities = ['credits', 'hours'] as const;
export type QuantityName = (typeof quantities)[number];

/** A sum has no "recorded": nothing on record is a sum of 0. */
export const SumTest = z.union([
  z.strictObject({ is: z.enum(comparators), value: z.number().nonnegative() }),
  z.strictObject({ between: z.tuple([z.number().nonnegative(), z.number().nonnegative()]) }),
]);
export type SumTest = z.infer<typeof SumTest>;

/** What people are ordered by, or what is summed and averaged over them. Amounts are minor units of one currency. */
export const Measure = z.union([
  z.strictObject({ field: z.string().min(1) }),
  z.strictObject({ quantity: z.enum(quantities), where: EventWhere.optional(), window: Window }),
  z.strictObject({ money: z.enum(moneyMeasures), currency: z.string().regex(/^[A-Z]{3}$/), window: Window }),
  z.strictObject({ count: z.enum(eventKinds), where: EventWhere.optional(), window: Window }),
]);
export type Measure = z.infer<typeof Measure>;

/** What people are grouped by: a category, or the period of a day, of the calendar or of the fiscal year. */
export const GroupKey = z.strictObject({
  field: z.string().min(1),
  /** Status and tier as they were on a day, by the terms; without it, today's. */
  on: z.iso.date().optional(),
  by: z.enum(['week', 'month', 'quarter', 'year', 'fiscal_quarter', 'fiscal_year']).optional(),
});
export type GroupKey = z.infer<typeof GroupKey>;

export const patterns = ['first_time', 'stopped', 'resumed'] as const;
export const relations = ['employer', 'employees'] as const;
export const channels = ['email', 'sms', 'phone', 'post'] as const;

export type Definition =
  | { op: 'everyone' }
  | { op: 'all' | 'any'; of: Definition[] }
  | { op: 'not'; of: Definition }
  /** A field of the catalogue (population/fields.ts): tier, chapter, state, status, joined, expires ... */
  | { op: 'field'; field: string; test: Test }
  | { op: 'event'; kind: EventKind; where?: EventWhere; count: Count; window: Window }
  /**
   * first_time: the first one ever falls in the window. stopped: at least three in the twelve months before the window
   * and none in it. resumed: one in the window, none in the twelve months before, some earlier.
   */
  | { op: 'lifecycle'; kind: EventKind; where?: EventWhere; pattern: (typeof patterns)[number]; window: Window }
  /** The latest one falls in the window: "last logged in more than six months ago". */
  | { op: 'last'; kind: EventKind; where?: EventWhere; window: Window }
  /** Minor units of `currency`; `sum` of the window, or the `largest` single amount. */
  | {
      op: 'money';
      measure: MoneyMeasure;
      aggregate: 'sum' | 'largest';
      currency: string;
      test: NumberTest;
      window: Window;
    }
  /** The sum in the window, of records about `what` alone where that is said: "at least 10 course credits". */
  | { op: 'sum'; quantity: QuantityName; where?: EventWhere; test: SumTest; window: Window }
  /** employer: the organisation a person works for is one of these; employees: so many of an organisation's people are. */
  | { op: 'relation'; path: (typeof relations)[number]; quantity: 'all' | 'none' | Count; of: Definition }
  /** Has an address for it, has not opted out, and the last message did not bounce. */
  | { op: 'contactable'; channel: (typeof channels)[number]; purpose: string }
  /** The first n of those, ties by member id; those without a value come last. */
  | { op: 'top'; n: number; by: Measure; direction: 'asc' | 'desc'; of: Definition }
  /** The same ones each time for a seed. */
  | { op: 'sample'; size: { n: number } | { percent: number }; seed: number; of: Definition }
  /** Tier or status as it was on a day, by the terms. */
  | { op: 'then'; field: 'tier' | 'status'; test: { in: string[] }; on: string };

const MOST_LEAVES = 40;
const DEEPEST = 6;
const MOST_TOP = 100_000;

const Node: z.ZodType<Definition> = z.lazy(() =>
  z.union([
    z.strictObject({ op: z.literal('everyone') }),
    z.strictObject({ op: z.enum(['all', 'any']), of: z.array(Node).min(1) }),
    z.strictObject({ op: z.literal('not'), of: Node }),
    z.strictObject({ op: z.literal('field'), field: z.string().min(1), test: Test }),
    z.strictObject({
      op: z.literal('event'),
      kind: z.enum(eventKinds),
      where: EventWhere.optional(),
      count: Count,
      window: Window,
    }),
    z.strictObject({
      op: z.literal('lifecycle'),
      kind: z.enum(eventKinds),
      where: EventWhere.optional(),
      pattern: z.enum(patterns),
      window: Window,
    }),
    z.strictObject({
      op: z.literal('last'),
      kind: z.enum(eventKinds),
      where: EventWhere.optional(),
      window: Window,
    }),
    z.strictObject({
      op: z.literal('money'),
      measure: z.enum(moneyMeasures),
      aggregate: z.enum(['sum', 'largest']),
      currency: z.string().regex(/^[A-Z]{3}$/),
      test: NumberTest,
      window: Window,
    }),
    z.strictObject({
      op: z.literal('sum'),
      quantity: z.enum(quantities),
      where: EventWhere.optional(),
      test: SumTest,
      window: Window,
    }),
    z.strictObject({
      op: z.literal('relation'),
      path: z.enum(relations),
      quantity: z.union([z.enum(['all', 'none']), Count]),
      of: Node,
    }),
    z.strictObject({ op: z.literal('contactable'), channel: z.enum(channels), purpose: z.string().min(1) }),
    z.strictObject({
      op: z.literal('top'),
      n: z.number().int().min(1).max(MOST_TOP),
      by: Measure,
      direction: z.enum(['asc', 'desc']),
      of: Node,
    }),
    z.strictObject({
      op: z.literal('sample'),
      size: z.union([
        z.strictObject({ n: z.number().int().min(1).max(MOST_TOP) }),
        z.strictObject({ percent: z.number().positive().max(100) }),
      ]),
      seed: z.number().int(),
      of: Node,
    }),
    z.strictObject({
      op: z.literal('then'),
      field: z.enum(['tier', 'status']),
      test: z.strictObject({ in: texts }),
      on: z.iso.date(),
    }),
  ]),
) as z.ZodType<Definition>;

export const leavesOf = (definition: Definition): number =>
  'of' in definition ? [definition.of].flat().reduce((sum, part) => sum + leavesOf(part), 0) : 1;

const depthOf = (definition: Definition): number =>
  'of' in definition ? 1 + Math.max(...[definition.of].flat().map(depthOf)) : 1;

/** A definition as it may arrive from a model or a file: bounded, no unknown keys, no empty group. */
export const Definition: z.ZodType<Definition> = Node.refine((node) => leavesOf(node) <= MOST_LEAVES, {
  message: `at most ${MOST_LEAVES} conditions`,
}).refine((node) => depthOf(node) <= DEEPEST, { message: `at most ${DEEPEST} levels` });
