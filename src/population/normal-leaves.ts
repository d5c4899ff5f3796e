/** One spelling for the leaves of a definition: sorted values, whole counts, windows that say nothing left out. */
import type { Count, Definition, EventWhere, Measure, NumberTest, SumTest, Test, Window } from './definition.js';

type Event = Extract<Definition, { op: 'event' }>;
type Leaf = Extract<Definition, { op: 'lifecycle' | 'last' | 'money' | 'sum' | 'contactable' | 'then' }>;

export const sorted = (values: readonly string[]): string[] => [...new Set(values)].sort();

export function normalLeaf(leaf: Leaf): Leaf {
  switch (leaf.op) {
    case 'lifecycle':
    case 'last': {
      const { where, ...rest } = leaf;
      const narrowed = normalWhere(where);
      return { ...rest, ...(narrowed && { where: narrowed }), window: normalWindow(leaf.window) };
    }
    case 'money':
      return { ...leaf, test: normalNumber(leaf.test), window: normalWindow(leaf.window) };
    case 'sum': {
      const { where, ...rest } = leaf;
      const narrowed = normalWhere(where);
      return {
        ...rest,
        ...(narrowed && { where: narrowed }),
        test: normalSum(leaf.test),
        window: normalWindow(leaf.window),
      };
    }
    case 'contactable':
      return leaf;
    case 'then':
      return { ...leaf, test: { in: sorted(leaf.test.in) } };
  }
}

export function normalMeasure(measure: Measure): Measure {
  if ('field' in measure) return measure;
  if ('money' in measure) return { ...measure, window: normalWindow(measure.window) };
  const { where: given, ...rest } = measure;
  const where = normalWhere(given);
  return { ...rest, ...(where && { where }), window: normalWindow(measure.window) };
}

const normalSum = (test: SumTest): SumTest =>
  'between' in test && test.between[0] === test.between[1] ? { is: 'eq', value: test.between[0] } : test;

const normalNumber = (test: NumberTest): NumberTest =>
  'between' in test && test.between[0] === test.between[1] ? { is: 'eq', value: test.between[0] } : test;

export function normalTest(test: Test): Test {
  if ('in' in test) return { in: sorted(test.in) };
  if ('contains' in test) return { contains: sorted(test.contains.map((text) => text.toLowerCase())) };
  if ('within' in test) return { within: normalWindow(test.within) };
  if ('between' in test && test.between[0] === test.between[1]) return { is: 'eq', value: test.between[0] };
  return test;
}

export function normalEvent({ kind, where, count, window }: Event): Event {
  const narrowed = normalWhere(where);
  return {
    op: 'event',
    kind,
    ...(narrowed && { where: narrowed }),
    count: normalCount(count),
    window: normalWindow(window),
  };
}

export function normalWhere(where: EventWhere | undefined): EventWhere | undefined {
  if (!where) return undefined;
  const entries = Object.entries(where)
    .filter(([, values]) => values !== undefined && values.length > 0)
    .map(([key, values]) => [key, sorted(values ?? [])]);
  return entries.length === 0 ? undefined : Object.fromEntries(entries);
}

/** Whole numbers from 0 up: more than 2 is at least 3, at most 0 is none, at least 0 stays what it is. */
export function normalCount({ is, value }: Count): Count {
  if (is === 'gt') return normalCount({ is: 'gte', value: value + 1 });
  if (is === 'lte') return normalCount({ is: 'lt', value: value + 1 });
  if (is === 'lt' && value === 1) return { is: 'eq', value: 0 };
  if (is === 'ne' && value === 0) return { is: 'gte', value: 1 };
  return { is, value };
}

export function normalWindow(window: Window): Window {
  if (
    typeof window === 'object' &&
    'from' in window === false &&
    'to' in window === false &&
    Object.keys(window).length === 0
  )
    return 'ever';
  if (typeof window === 'object' && ('from' in window || 'to' in window)) {
    const { from, to } = window;
    if (from === undefined && to === undefined) return 'ever';
    return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
  }
  return window;
}
