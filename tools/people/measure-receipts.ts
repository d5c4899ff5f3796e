/* A receipt for every number of a measure. */
import { toMajor } from '../../src/domain/money.js';
import type { ToolContext } from '../define.js';
import { figureWords, type Shown } from './measured-figure.js';

export interface Measured {
  readonly definition: string;
  readonly said: string;
  readonly measured: string;
  readonly statistic: string;
  readonly unit: string;
  readonly currency?: string;
  readonly assumptions: readonly string[];
  readonly whole: Shown;
  readonly by: readonly string[];
  readonly groups: readonly (Shown & { readonly values: readonly string[] })[];
  readonly others: readonly (Shown & { readonly currency: string })[];
  readonly unknown?: number;
}

/** One receipt for every number of the words; for whoever sees bands none holds an amount. */
export async function measureReceipts(answer: Measured, readAt: string, context: ToolContext): Promise<void> {
  const { definition, said, measured, statistic, unit, currency, whole, by, groups, others, unknown } = answer;
  const asOf = context.clock.today();
  const within = context.actor.scope.kind === 'everyone' ? '' : ', in the chapters you see';
  const give = async (one: Shown, of: string, money = currency): Promise<void> => {
    const population = `${statistic} of ${measured}, ${said}${of}${within}: ${figureWords(one, { currency: money })}`;
    const evidence = { definition, asOf, readAt, population };
    if (typeof one.value === 'number')
      await context.receipt({
        ...evidence,
        value: money ? toMajor({ minor: one.value, currency: money }) : rounded(one.value),
        unit: money ?? unit,
      });
    if (one.members !== undefined)
      await context.receipt({ ...evidence, value: one.members, unit: 'members with a value' });
  };
  await give(whole, answer.assumptions.map((note) => `; ${note}`).join(''));
  for (const group of groups)
    await give(group, `, ${by.map((key, index) => `${key} ${group.values[index]}`).join(', ')}`);
  for (const other of others) await give(other, `, in ${other.currency}`, other.currency);
  if (unknown)
    await context.receipt({
      value: unknown,
      unit: 'members',
      definition,
      asOf,
      readAt,
      population: `${said}: unknown, something is not recorded${within}`,
    });
}

/** As the words say it. */
const rounded = (value: number): number => Math.round(value * 100) / 100;
