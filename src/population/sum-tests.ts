/** A sum against a test, three-valued: where the window begins before the data, any amount more may belong to it. */
import type { Comparator, SumTest } from './definition.js';
import { comparison } from './event-counts.js';
import type { Statement } from './statement.js';

const asItIs = (test: string): string => test;

/** `beyond`: 'true', 'false' or SQL, whether the window begins before the data; `held` wraps a test of an amount that may be null. */
export function heldBySum(
  test: SumTest,
  amount: string,
  beyond: string,
  statement: Statement,
  held: (test: string) => string = asItIs,
): string {
  const exact = () => held(exactly(test, amount, statement));
  if (beyond === 'false') return exact();
  return `case when ${beyond} then ${atLeastSoMuch(test, amount, held, statement)}
             else ${exact()} end`;
}

function exactly(test: SumTest, amount: string, statement: Statement): string {
  const value = (of: number) => statement.parameter(of, 'numeric');
  if ('between' in test) return `(${amount} between ${value(test.between[0])} and ${value(test.between[1])})`;
  return `(${amount} ${comparison[test.is]} ${value(test.value)})`;
}

/** What can be said of an amount that may be higher than is on record. */
function atLeastSoMuch(test: SumTest, amount: string, held: (test: string) => string, statement: Statement): string {
  const [is, value]: [Comparator, number] = 'between' in test ? ['lte', test.between[1]] : [test.is, test.value];
  const against = statement.parameter(value, 'numeric');
  const reached = held(`${amount} >= ${against}`);
  const passed = held(`${amount} > ${against}`);
  const verdicts: Record<Comparator, string> = {
    gte: `case when ${reached} then true end`,
    gt: `case when ${passed} then true end`,
    lt: `case when ${reached} then false end`,
    lte: `case when ${passed} then false end`,
    eq: `case when ${passed} then false end`,
    ne: `case when ${passed} then true end`,
  };
  return `(${verdicts[is]})`;
}
