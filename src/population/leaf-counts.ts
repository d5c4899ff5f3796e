import type { Quantity } from '../language/counts.js';
import type { Count, Definition, Test, Window } from './definition.js';
import type { Filled } from './leaves.js';

type EventLeaf = Extract<Definition, { op: 'event' }>;

/** An event leaf of a filled frame: at least one, ever, unless a count or a window was said. */
export function eventLeaf(kind: EventLeaf['kind'], { count, event, window }: Filled): Definition {
  const where = event && Object.keys(event).length > 0 ? event : undefined;
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

/** The tree of a frame that asks for both. */
export const both = (...of: Definition[]): Definition => ({ op: 'all', of });
