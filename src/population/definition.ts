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
const NumberTest = z.union([
  z.strictObject({ is: z.enum(comparators), value: z.number() }),
  z.strictObject({ between: z.tuple([z.number(), z.number()]) }),
  z.strictObject({ recorded: z.boolean() }),
]);
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
] as const;
export type EventKind = (typeof eventKinds)[number];

export const EventWhere = z.strictObject({
  event: z.array(z.string()).optional(),
  series: z.array(z.string()).optional(),
  eventType: z.array(z.string()).optional(),
});
export type EventWhere = z.infer<typeof EventWhere>;

export type Definition =
  | { op: 'everyone' }
  | { op: 'all' | 'any'; of: Definition[] }
  | { op: 'not'; of: Definition }
  /** A field of the catalogue (population/fields.ts): tier, chapter, state, status, joined, expires ... */
  | { op: 'field'; field: string; test: Test }
  | { op: 'event'; kind: EventKind; where?: EventWhere; count: Count; window: Window };

const MOST_LEAVES = 40;
const DEEPEST = 6;

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
