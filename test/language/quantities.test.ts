import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { money } from '../../src/domain/money.js';
import { type Amount, amountsAt, sayMoney } from '../../src/language/amounts.js';
import { countsAt, type Quantity, sayQuantity } from '../../src/language/counts.js';
import { numberAt } from '../../src/language/numbers.js';
import { wordsOf } from '../../src/language/words.js';
import { customs } from './customs.js';

const whole = <Reading extends { end: number }>(readings: readonly Reading[], words: readonly string[]): Reading[] =>
  readings.filter(({ end }) => end === words.length);
const counts = (phrase: string) => whole(countsAt(wordsOf(phrase), 0), wordsOf(phrase));
const amounts = (phrase: string, currency = 'USD') =>
  whole(amountsAt(wordsOf(phrase), 0, { ...customs, currency }), wordsOf(phrase)).map(({ value }) => value);

test.each([
  ['1,000', 1000],
  ['2.5k', 2500],
  ['1.1k', 1100],
  ['3 million', 3_000_000],
  ['twenty-five', 25],
  ['two hundred and six', 206],
  ['three thousand four hundred', 3400],
  ['a hundred', 100],
  ['a dozen', 12],
  ['a couple of', 2],
])('%s is %d', (phrase, value) => {
  const words = wordsOf(phrase);
  expect(numberAt(words, 0)).toMatchObject({ value, end: words.length });
});

describe('counts', () => {
  test.each<[string, Quantity]>([
    ['at least 3', { is: 'gte', value: 3 }],
    ['>= 3', { is: 'gte', value: 3 }],
    ['3+', { is: 'gte', value: 3 }],
    ['3 or more times', { is: 'gte', value: 3 }],
    ['three times or more', { is: 'gte', value: 3 }],
    ['more than ten', { is: 'gt', value: 10 }],
    ['fewer than 2', { is: 'lt', value: 2 }],
    ['no more than 5', { is: 'lte', value: 5 }],
    ['between 2 and 5', { between: [2, 5] }],
    ['2 to 5', { between: [2, 5] }],
    ['exactly once', { is: 'eq', value: 1 }],
    ['no', { is: 'eq', value: 0 }],
    ['twice', { is: 'gte', value: 2 }],
    ['more than twice', { is: 'gt', value: 2 }],
    ['4 times', { is: 'eq', value: 4 }],
  ])('%s', (phrase, value) => {
    expect(counts(phrase).map((reading) => reading.value)).toEqual([value]);
  });

  test('"twice" says that it was taken for two or more', () => {
    expect(counts('twice')[0]?.note).toBe('twice: that often or more');
  });
  test('a bare number is no comparison', () => {
    expect(counts('3').map(({ compared }) => compared)).toEqual([false]);
  });
  test('the unit is told', () => {
    expect(counts('more than 15 years')[0]?.unit).toBe('years');
    expect(counts('at least 20%')[0]?.unit).toBe('percent');
  });
  test('a range the wrong way round is none', () => {
    expect(counts('between 5 and 2')).toEqual([]);
  });

  const quantity: fc.Arbitrary<Quantity> = fc.oneof(
    fc.record({
      is: fc.constantFrom('eq' as const, 'ne' as const, 'lt' as const, 'lte' as const, 'gt' as const, 'gte' as const),
      value: fc.nat(100_000),
    }),
    fc.tuple(fc.nat(1000), fc.nat(1000)).map(([low, more]) => ({ between: [low, low + more] as const })),
  );
  test('what is printed of a count is read back as that count', () => {
    fc.assert(
      fc.property(quantity, (value) => {
        expect(counts(sayQuantity(value)).map((reading) => reading.value)).toContainEqual(value);
      }),
      { numRuns: 200 },
    );
  });
});

describe('amounts', () => {
  test.each<[string, Amount]>([
    ['$500', { is: 'gte', value: money(50_000, 'USD') }],
    ['over $1,000', { is: 'gt', value: money(100_000, 'USD') }],
    ['more than 99.95 dollars', { is: 'gt', value: money(9_995, 'USD') }],
    ['$2.5k or more', { is: 'gte', value: money(250_000, 'USD') }],
    ['under €20', { is: 'lt', value: money(2_000, 'EUR') }],
    ['between $20 and $50', { between: [money(2_000, 'USD'), money(5_000, 'USD')] }],
    ['between 20 and 50 dollars', { between: [money(2_000, 'USD'), money(5_000, 'USD')] }],
    ['500 yen', { is: 'gte', value: money(500, 'JPY') }],
    ['exactly GBP 12', { is: 'eq', value: money(1_200, 'GBP') }],
  ])('%s', (phrase, value) => {
    expect(amounts(phrase)).toEqual([value]);
  });
  test('the dollar of an association in Canada is the Canadian one', () => {
    expect(amounts('over $10', 'CAD')).toEqual([{ is: 'gt', value: money(1_000, 'CAD') }]);
  });
  test('a number without a currency is no amount', () => {
    expect(amounts('500')).toEqual([]);
  });
  test('what is printed of an amount is read back as that amount', () => {
    const currency = fc.constantFrom('USD', 'CAD', 'EUR', 'GBP', 'JPY');
    fc.assert(
      fc.property(fc.nat(1_000_000_000), currency, (minor, code) => {
        expect(amounts(sayMoney(money(minor, code)))).toEqual([{ is: 'gte', value: money(minor, code) }]);
      }),
      { numRuns: 200 },
    );
  });
});
