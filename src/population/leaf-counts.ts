import type { Quantity } from '../language/counts.js';
import type { Count, Definition, MoneyMeasure, NumberTest, QuantityName, Test, Window } from './definition.js';
import { quantityKind } from './event-rows.js';
import type { Filled } from './leaves.js';

type EventLeaf = Extract<Definition, { op: 'event' }>;

/** An event leaf of a filled frame: at least one, ever, unless a count or a window was said. */
export function eventLeaf(kind: EventLeaf['kind'], { count, event, what, window }: Filled): Definition {
  const narrowed = { ...event, ...(what && { what: [...what] }) };
  const where = Object.keys(narrowed).length > 0 ? narrowed : undefined;
  const leaf = (of: Count): Definition => ({
    op: 'event',
    kind,
    ...(where && { where }),
    count: of,
    window: window ?? 'ever',
  });
  if (!count) return leaf({ is: 'gte', value: 1 });
  if ('is' in count) return leaf(count);
  const [low, high] = count.between;
  return { op: 'all', of: [leaf({ is: 'gte', value: low }), leaf({ is: 'lte', value: high })] };
}

/** So many credits or hours in all; without an amount, at least one record of them. */
export function sumLeaf(quantity: QuantityName, filled: Filled): Definition {
  const { count, what, window } = filled;
  if (!count) return eventLeaf(quantityKind[quantity], filled);
  return {
    op: 'sum',
    quantity,
    ...(what && { where: { what: [...what] } }),
    test: 'between' in count ? { between: [count.between[0], count.between[1]] } : count,
    window: window ?? 'ever',
  };
}

export const dayLeaf = (field: string, within: Window): Definition => ({ op: 'field', field, test: { within } });

export const inLeaf = (field: string, ...values: string[]): Definition => ({
  op: 'field',
  field,
  test: { in: values },
});

export const numberTest = (quantity: Quantity): Test =>
  'between' in quantity
    ? { between: [quantity.between[0], quantity.between[1]] }
    : { is: quantity.is, value: quantity.value };

/** So much money of one currency, in its window; without one, all that is on record. */
export function moneyLeaf(
  measure: MoneyMeasure,
  { amount, window }: Filled,
  aggregate: 'sum' | 'largest' = 'sum',
  currency = 'USD',
): Definition {
  const within = measure === 'balance' || measure === 'overdue' ? 'ever' : (window ?? 'ever');
  const leaf = (of: string, test: NumberTest): Definition => ({
    op: 'money',
    measure,
    aggregate,
    currency: of,
    test,
    window: within,
  });
  if (!amount) return leaf(currency, { is: 'gt', value: 0 });
  if ('is' in amount) return leaf(amount.value.currency, { is: amount.is, value: amount.value.minor });
  const [low, high] = amount.between;
  return leaf(low.currency, { between: [low.minor, high.minor] });
}

/** The tree of a frame that asks for both. */
export const both = (...of: Definition[]): Definition => ({ op: 'all', of });
