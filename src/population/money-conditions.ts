/*
 * Money summed in a window, in one currency, as a three-valued condition. Amounts of other currencies are not looked at.
 * Where the window begins before the data do, any amount more may have been paid.
 */
import { isMemberWindow, resolve } from '../domain/window.js';
import type { Definition } from './definition.js';
import { memberDays } from './member-days.js';
import { moneyKind, moneyRows } from './money-rows.js';
import type { Statement } from './statement.js';
import { heldBySum } from './sum-tests.js';

export type MoneyLeaf = Extract<Definition, { op: 'money' }>;

interface Summed {
  /** Null for who has no amount in the window. */
  readonly total: string;
  readonly largest: string;
  /** True where the window begins before the data; asked for only where it is used, as a parameter that stands nowhere has no type. */
  readonly beyond: () => string;
  /** Null where the member has no such window. */
  readonly known: string;
}

/** Sums of a measure by member, joined; undefined where there are no data. */
export function summed(
  { measure, currency, window }: Pick<MoneyLeaf, 'measure' | 'currency' | 'window'>,
  statement: Statement,
): Summed | undefined {
  const kind = moneyKind[measure];
  const reach = kind && statement.perspective.reach[kind];
  if (kind && reach === undefined) return undefined;
  const alias = statement.alias('money', [measure, currency, window]);
  const columns = 'sum(x.amount) as total, max(x.amount) as largest';
  const rows = `(${moneyRows(measure, statement, isMemberWindow(window) ? 'one by one' : 'everybody')}) x where x.currency = ${statement.parameter(currency, 'text')}`;
  // What a payment was for stands on invoice lines: where they were never read, nobody's dues are known.
  const isSplit = measure === 'dues' || measure === 'other_revenue';
  const read = isSplit ? '(exists (select 1 from imis.invoice_lines))' : undefined;
  const ifRead = (sql: string): string => (read ? `(case when ${read} then ${sql} end)` : sql);
  const result = { total: ifRead(`${alias}.total`), largest: ifRead(`${alias}.largest`) };
  if (isMemberWindow(window)) {
    const { begins, ends } = memberDays(window, statement);
    statement.join(
      alias,
      () => `lateral (select ${columns} from ${rows}
        and x.member_id = p.member_id and x.on_day between ${begins} and ${ends}) ${alias} on true`,
    );
    const known = `(${begins} is not null and ${ends} is not null${read ? ` and ${read}` : ''})`;
    return { ...result, beyond: () => (reach ? `${begins} < ${statement.day(reach)}` : 'false'), known };
  }
  const { from, to } = resolve(window, statement.perspective.calendar);
  const bounds = [from && `x.on_day >= ${statement.day(from)}`, to && `x.on_day <= ${statement.day(to)}`];
  statement.join(
    alias,
    () => `(select x.member_id, ${columns} from ${[rows, ...bounds.filter(Boolean)].join(' and ')}
      group by x.member_id) ${alias} on ${alias}.member_id = p.member_id`,
  );
  const beyond = String(reach !== undefined && (from ?? to ?? reach) < reach);
  return { ...result, beyond: () => beyond, known: read ?? 'true' };
}

export interface MoneyCondition {
  readonly condition: string;
  /** Minor units, for "why". */
  readonly amount: string;
}

export function moneyCondition(leaf: MoneyLeaf, statement: Statement): MoneyCondition {
  const sums = summed(leaf, statement);
  if (!sums) return { condition: 'null::boolean', amount: 'null::numeric' };
  const amount = leaf.aggregate === 'sum' ? `coalesce(${sums.total}, 0)` : sums.largest;
  // Nobody's largest payment is below an amount without a payment.
  const held = (test: string): string => (leaf.aggregate === 'sum' ? test : `coalesce(${test}, false)`);
  const beyond = sums.beyond();
  const tested =
    'recorded' in leaf.test
      ? recorded(leaf.test.recorded, sums.total, beyond)
      : heldBySum(leaf.test, amount, beyond, statement, held);
  return { amount, condition: sums.known === 'true' ? `(${tested})` : `(case when ${sums.known} then ${tested} end)` };
}

/** Whether there is any amount at all. */
function recorded(isWanted: boolean, total: string, beyond: string): string {
  const some = `(case when ${total} is not null then true when not (${beyond}) then false end)`;
  return isWanted ? some : `(not ${some})`;
}
