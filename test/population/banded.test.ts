import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { banded } from '../../src/population/banded.js';
import { comparators, type Definition, type NumberTest } from '../../src/population/definition.js';
import { bandWords } from '../../tools/money.js';

const donated = (of: NumberTest): Definition => ({
  op: 'money',
  measure: 'donated',
  aggregate: 'sum',
  currency: 'USD',
  test: of,
  window: 'ever',
});

describe('amounts asked for by whoever sees money as bands', () => {
  test.each<[string, NumberTest, Definition]>([
    ['at least 800 is at least 1,000', { is: 'gte', value: 80_000 }, donated({ is: 'gte', value: 100_000 })],
    ['more than 500 is at least 500', { is: 'gt', value: 50_000 }, donated({ is: 'gte', value: 50_000 })],
    ['at most 260 is less than 250', { is: 'lte', value: 26_000 }, donated({ is: 'lt', value: 25_000 })],
    ['more than nothing stays', { is: 'gt', value: 0 }, donated({ is: 'gt', value: 0 })],
    ['at least 20 is anything at all', { is: 'gte', value: 2_000 }, donated({ is: 'gt', value: 0 })],
    ['exactly 700 is its band', { is: 'eq', value: 70_000 }, donated({ between: [50_000, 99_999] })],
    ['exactly nothing stays', { is: 'eq', value: 0 }, donated({ is: 'lte', value: 0 })],
    ['any but 700', { is: 'ne', value: 70_000 }, { op: 'not', of: donated({ between: [50_000, 99_999] }) }],
    ['between 300 and 1,200', { between: [30_000, 120_000] }, donated({ between: [25_000, 249_999] })],
    ['two millions', { is: 'gte', value: 200_000_000 }, donated({ is: 'gte', value: 100_000_000 })],
    ['recorded stays', { recorded: true }, donated({ recorded: true })],
  ])('%s', (_, given, meant) => {
    expect(banded(donated(given))).toEqual(meant);
  });

  test('within any other condition too', () => {
    const inside = (of: Definition): Definition => ({
      op: 'relation',
      path: 'employer',
      quantity: 'all',
      of: { op: 'any', of: [of, { op: 'not', of }] },
    });
    expect(banded(inside(donated({ is: 'gte', value: 80_000 })))).toEqual(
      inside(donated({ is: 'gte', value: 100_000 })),
    );
  });

  test('whatever is asked, amounts of one band are never told apart', () => {
    const amount = fc.integer({ min: -10_000, max: 200_000_000 });
    const asked: fc.Arbitrary<NumberTest> = fc.oneof(
      fc.record({ is: fc.constantFrom(...comparators), value: amount }),
      fc.tuple(amount, amount).map(([a, b]): NumberTest => ({ between: [Math.min(a, b), Math.max(a, b)] })),
    );
    fc.assert(
      fc.property(asked, amount, amount, (of, one, other) => {
        fc.pre(bandWords(one, 'USD') === bandWords(other, 'USD'));
        const meant = banded(donated(of));
        expect(holds(meant, one)).toBe(holds(meant, other));
      }),
      { numRuns: 3000 },
    );
  });
});

function holds(definition: Definition, amount: number): boolean {
  if (definition.op === 'any') return definition.of.some((part) => holds(part, amount));
  if (definition.op === 'not') return !holds(definition.of, amount);
  if (definition.op !== 'money' || 'recorded' in definition.test) throw new Error('an amount is compared here');
  const { test: of } = definition;
  if ('between' in of) return amount >= of.between[0] && amount <= of.between[1];
  return {
    eq: amount === of.value,
    ne: amount !== of.value,
    lt: amount < of.value,
    lte: amount <= of.value,
    gt: amount > of.value,
    gte: amount >= of.value,
  }[of.is];
}
