/*
 * Amounts in conditions for whoever sees money as bands: every threshold is moved to the nearest edge of a band, so that
 * trying thresholds tells no more than the band that is shown anyway.
 */
import { bandOf, minorOf, nearestEdge } from '../access/money-bands.js';
import type { Definition, NumberTest } from './definition.js';
import { mapParts } from './parts.js';

type MoneyLeaf = Extract<Definition, { op: 'money' }>;

/** The same people, asked for at the edges of bands alone. */
export function banded(definition: Definition): Definition {
  return definition.op === 'money' ? bandedLeaf(definition) : mapParts(definition, banded);
}

function bandedLeaf(leaf: MoneyLeaf): Definition {
  const { test, currency } = leaf;
  const asked = (of: NumberTest): MoneyLeaf => ({ ...leaf, test: of });
  if ('recorded' in test) return leaf;
  if ('between' in test) return within(test.between[0], test.between[1], leaf);
  const { is, value } = test;
  if (is === 'eq') return within(value, value, leaf);
  if (is === 'ne') return { op: 'not', of: within(value, value, leaf) };
  const edge = value <= 0 ? 0 : nearestEdge({ minor: value, currency });
  const isBelow = is === 'lt' || is === 'lte';
  if (edge > 0) return asked({ is: isBelow ? 'lt' : 'gte', value: edge });
  // Nothing is a band of its own: what was paid back is not told from what was never paid.
  if (isBelow) return asked({ is: 'lte', value: 0 });
  return value > 0 || (is === 'gt' && value === 0) ? asked({ is: 'gt', value: 0 }) : anySum(leaf);
}

/** From the band of the lower amount to the band of the higher, both whole. */
function within(low: number, high: number, leaf: MoneyLeaf): Definition {
  const { currency } = leaf;
  const asked = (test: NumberTest): MoneyLeaf => ({ ...leaf, test });
  const [first, last] = [bandOf({ minor: low, currency }), bandOf({ minor: high, currency })];
  if (!last) return asked({ is: 'lte', value: 0 });
  // The lowest band begins above nothing; "from nothing up" has no lower end of its own.
  const from = first ? Math.max(minorOf(first.from, currency), 1) : undefined;
  if (last.to === undefined) return from === undefined ? anySum(leaf) : asked({ is: 'gte', value: from });
  const below = minorOf(last.to, currency);
  return asked(from === undefined ? { is: 'lt', value: below } : { between: [from, below - 1] });
}

/** Whatever the sum is, where it is known at all. */
const anySum = (leaf: MoneyLeaf): Definition => ({
  op: 'any',
  of: [
    { ...leaf, test: { is: 'lte', value: 0 } },
    { ...leaf, test: { is: 'gt', value: 0 } },
  ],
});
