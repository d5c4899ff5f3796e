/**
 * One figure of a measure over those in, whole or by groups: total, average of those who have a value, average per
 * member with 0 for who has none, median, largest, smallest.
 */
import { isMemberWindow, resolve } from '../domain/window.js';
import type { Transaction } from '../store/database.js';
import type { Counted } from './cells.js';
import { asksForDeceased, type Compiled, condition, rows } from './compile.js';
import type { Definition, GroupKey, Measure, QuantityName, Window } from './definition.js';
import { MeasureUnfit } from './errors.js';
import { arranged, type Cell, type Grouping, type GroupOptions, valuesOf } from './group-by.js';
import { checkedKeys, type Key, keyColumns, keyValues } from './group-keys.js';
import { measured, ordered } from './measures.js';
import { memberDays } from './member-days.js';
import { moneyRows } from './money-rows.js';
import type { Perspective } from './perspective.js';
import { Statement } from './statement.js';

export const statistics = ['total', 'average', 'per_member', 'median', 'largest', 'smallest'] as const;
export type Statistic = (typeof statistics)[number];

export interface Figure {
  /** Money: whole minor units; a day as YYYY-MM-DD; null where nobody has a value. */
  readonly value: number | string | null;
  /** Of those in: whose value is more than nothing, so that the figure is about them. */
  readonly contributing: number;
  /** Of those in: who has a value (of money: any amount in the window), and who does not. */
  readonly withValue: number;
  readonly withoutValue: number;
}

export interface Measurement extends Figure {
  readonly unit: 'money' | 'times' | QuantityName | 'number' | 'day';
  readonly currency?: string;
  /** The same figure of those in who have amounts of other currencies, which are never added. */
  readonly otherCurrencies: readonly { readonly currency: string; readonly members: number; readonly value: number }[];
  /** All who are in. */
  readonly total: number;
  /** Neither in nor out of the definition. */
  readonly unknown: number;
  readonly groups?: Pick<Grouping<MeasuredCell>, 'keys' | 'cells' | 'leftOut' | 'overlaps'>;
}

export interface MeasuredCell extends Cell, Figure {}

export interface MeasureGroups extends GroupOptions {
  readonly keys: readonly GroupKey[];
}

interface Row {
  part: 'cell' | 'in' | 'unknown';
  v0?: string | null;
  v1?: string | null;
  members: string;
  having_value: string;
  contributing: string;
  figure: string | null;
}

/** Throws MeasureUnfit, FieldUnknown, GroupUnfit. */
export async function measure(
  database: Transaction,
  definition: Definition,
  perspective: Perspective,
  by: Measure,
  statistic: Statistic,
  groups?: MeasureGroups,
): Promise<Measurement> {
  const keys = groups ? checkedKeys(groups.keys) : [];
  const type = measured(by, new Statement(perspective)).type;
  if (type === 'date' && ['total', 'average', 'per_member'].includes(statistic))
    throw new MeasureUnfit('field' in by ? by.field : 'day', 'day, which has no sum,');
  const found = await database.query<Row>(
    ...asQuery(
      rows(perspective, asksForDeceased(definition), (statement) => [
        ...keyColumns(keys, statement),
        { name: 'amount', sql: (statistic === 'per_member' ? ordered : measured)(by, statement).sql },
        { name: 'verdict', sql: condition(definition, statement) },
      ]),
      keys,
      sqlOf(statistic, type),
      type,
    ),
  );
  const figureOf = (row: Row | undefined): Figure => ({
    value: figureFrom(row?.figure ?? null, type, 'money' in by),
    contributing: Number(row?.contributing ?? 0),
    withValue: Number(row?.having_value ?? 0),
    withoutValue: Number(row?.members ?? 0) - Number(row?.having_value ?? 0),
  });
  const of = (part: Row['part']) => found.rows.find((row) => row.part === part);
  const cells = found.rows
    .filter(({ part }) => part === 'cell')
    .map((row) => ({
      values: valuesOf({ v0: row.v0 ?? null, v1: row.v1 ?? null }, keys),
      count: Number(row.members),
      ...figureOf(row),
    }));
  const empty = (values: Counted['values']): Counted & Figure => ({
    values,
    count: 0,
    value: null,
    contributing: 0,
    withValue: 0,
    withoutValue: 0,
  });
  return {
    ...figureOf(of('in')),
    unit: unitOf(by, type),
    ...('money' in by && { currency: by.currency }),
    otherCurrencies:
      'money' in by
        ? await otherCurrencies(database, definition, perspective, by, statistic, Number(of('in')?.members ?? 0))
        : [],
    total: Number(of('in')?.members ?? 0),
    unknown: Number(of('unknown')?.members ?? 0),
    ...(groups && { groups: await arranged(database, cells, keys, definition, perspective, groups, empty) }),
  };
}

function unitOf(by: Measure, type: 'numeric' | 'date'): Measurement['unit'] {
  if ('money' in by) return 'money';
  if ('count' in by) return 'times';
  if ('quantity' in by) return by.quantity;
  return type === 'date' ? 'day' : 'number';
}

function asQuery(
  { sql, parameters }: Compiled,
  keys: readonly Key[],
  figure: string,
  type: 'numeric' | 'date',
): [string, readonly unknown[]] {
  const { values, joins } = keyValues(keys);
  const named = keys.map((_, index) => `v${index}, `).join('');
  const none = keys.map(() => 'null, ').join('');
  const some = type === 'date' ? 'count(amount)' : 'count(*) filter (where amount <> 0)';
  const figures = `count(*), count(amount), ${some}, (${figure})::text`;
  const cells =
    keys.length === 0
      ? ''
      : `union all select 'cell', ${values}, ${figures} from evaluated ${joins} where verdict group by ${values}`;
  return [
    `with evaluated as materialized (${sql})
     select * from (
       select 'in' as part, ${none} ${figures} from evaluated where verdict
       union all select 'unknown', ${none} ${figures} from evaluated where verdict is null
       ${cells}
     ) counted (part, ${named} members, having_value, contributing, figure)`,
    parameters,
  ];
}

function sqlOf(statistic: Statistic, type: 'numeric' | 'date'): string {
  switch (statistic) {
    case 'total':
      return 'sum(amount)';
    case 'average':
    case 'per_member':
      return 'avg(amount)';
    case 'median':
      return type === 'date'
        ? 'percentile_disc(0.5) within group (order by amount)'
        : 'percentile_cont(0.5) within group (order by amount)';
    case 'largest':
      return 'max(amount)';
    case 'smallest':
      return 'min(amount)';
  }
}

function figureFrom(figure: string | null, type: 'numeric' | 'date', isMoney: boolean): number | string | null {
  if (figure === null || type === 'date') return figure;
  return isMoney ? Math.round(Number(figure)) : Number(figure);
}

async function otherCurrencies(
  database: Transaction,
  definition: Definition,
  perspective: Perspective,
  { money, currency, window }: Extract<Measure, { money: unknown }>,
  statistic: Statistic,
  everybody: number,
): Promise<Measurement['otherCurrencies']> {
  // Only those with an amount are looked at here; the others count as 0 all the same.
  const isPerMember = statistic === 'per_member';
  const { sql, parameters } = rows(
    perspective,
    asksForDeceased(definition),
    (statement) => {
      const isOwn = isMemberWindow(window);
      const sums = 'select x.member_id, x.currency, sum(x.amount) as amount';
      const from = `from (${moneyRows(money, statement, isOwn ? 'one by one' : 'everybody')}) x`;
      const tests = [`x.currency <> ${statement.parameter(currency, 'text')}`, ...daysOf(window, statement)];
      const select = `${sums} ${from} where ${tests.join(' and ')}`;
      statement.join('other_money', () =>
        isOwn
          ? `lateral (${select} and x.member_id = p.member_id group by x.member_id, x.currency) other_money on true`
          : `(${select} group by x.member_id, x.currency) other_money on other_money.member_id = p.member_id`,
      );
      return [
        { name: 'currency', sql: 'other_money.currency' },
        { name: 'amount', sql: 'other_money.amount' },
      ];
    },
    (statement) => `other_money.currency is not null and ${condition(definition, statement)}`,
  );
  const found = await database.query<{ currency: string; members: string; figure: string }>(
    `select currency, count(*) as members, ${isPerMember ? `sum(amount) / ${Math.max(everybody, 1)}` : sqlOf(statistic, 'numeric')} as figure
     from (${sql}) others group by currency order by currency`,
    parameters,
  );
  return found.rows.map((row) => ({
    currency: row.currency,
    members: Number(row.members),
    value: Math.round(Number(row.figure)),
  }));
}

/** Tests of x.on_day, of the days of each member's own too. */
function daysOf(window: Window, statement: Statement): string[] {
  if (isMemberWindow(window)) {
    const { begins, ends } = memberDays(window, statement);
    return [`x.on_day between ${begins} and ${ends}`];
  }
  const { from, to } = resolve(window, statement.perspective.calendar);
  return [...(from ? [`x.on_day >= ${statement.day(from)}`] : []), ...(to ? [`x.on_day <= ${statement.day(to)}`] : [])];
}
