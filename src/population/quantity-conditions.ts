/*
 * Quantities summed in a window: course credits, volunteer hours. Of whom nothing is recorded the sum is 0; where the
 * window begins before the data do, any amount more may belong to it.
 */
import { isMemberWindow, resolve } from '../domain/window.js';
import type { Definition } from './definition.js';
import { eventRows, quantityKind } from './event-rows.js';
import { memberDays } from './member-days.js';
import type { Statement } from './statement.js';
import { heldBySum } from './sum-tests.js';

export type SumLeaf = Extract<Definition, { op: 'sum' }>;

interface Summed {
  /** 0 for who has nothing in the window. */
  readonly total: string;
  /** 'true', 'false' or SQL: the window begins before the data. */
  readonly beyond: () => string;
  /** Null where the member has no such window. */
  readonly known: string;
}

/** Sums by member, joined; undefined where there are no data. */
export function summedQuantity(
  { quantity, where, window }: Pick<SumLeaf, 'quantity' | 'where' | 'window'>,
  statement: Statement,
): Summed | undefined {
  const kind = quantityKind[quantity];
  const reach = statement.perspective.reach[kind];
  if (reach === undefined) return undefined;
  const rows = `(${eventRows(kind, where, statement).sql}) x`;
  const alias = statement.alias('quantity', [quantity, where, window]);
  const total = `coalesce(${alias}.total, 0)`;
  if (isMemberWindow(window)) {
    const { begins, ends } = memberDays(window, statement);
    statement.join(
      alias,
      () => `lateral (select sum(x.quantity) as total from ${rows}
        where x.member_id = p.member_id and x.on_day between ${begins} and ${ends}) ${alias} on true`,
    );
    const known = `(${begins} is not null and ${ends} is not null)`;
    return { total, known, beyond: () => `${begins} < ${statement.day(reach)}` };
  }
  const { from, to } = resolve(window, statement.perspective.calendar);
  const bounds = [from && `x.on_day >= ${statement.day(from)}`, to && `x.on_day <= ${statement.day(to)}`].filter(
    Boolean,
  );
  statement.join(
    alias,
    () => `(select x.member_id, sum(x.quantity) as total from ${rows}
      ${bounds.length > 0 ? `where ${bounds.join(' and ')}` : ''}
      group by x.member_id) ${alias} on ${alias}.member_id = p.member_id`,
  );
  return { total, known: 'true', beyond: () => String((from ?? to ?? reach) < reach) };
}

export interface SumCondition {
  readonly condition: string;
  /** The sum itself, for "why". */
  readonly total: string;
}

export function sumCondition(leaf: SumLeaf, statement: Statement): SumCondition {
  const sums = summedQuantity(leaf, statement);
  if (!sums) return { condition: 'null::boolean', total: 'null::numeric' };
  const tested = heldBySum(leaf.test, sums.total, sums.beyond(), statement);
  const { known, total } = sums;
  return { total, condition: known === 'true' ? `(${tested})` : `(case when ${known} then ${tested} end)` };
}
