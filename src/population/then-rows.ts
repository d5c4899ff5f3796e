/** Tier and status as they were on a day, by the terms that were held then. */
import type { Status } from '../domain/member.js';
import type { Definition } from './definition.js';
import { contact } from './facts.js';
import type { Statement } from './statement.js';

export type Then = Extract<Definition, { op: 'then' }>;

/** Terms do not say who was suspended or had died. */
export const statusesThen = ['active', 'grace', 'lapsed', 'prospect'] as const satisfies readonly Status[];

export function thenCondition({ field, test, on }: Then, statement: Statement): string {
  return isKnown(on, statement)
    ? `(${valueThen({ field, on }, statement)} = any(${statement.parameter(test.in, 'text[]')}))`
    : 'null::boolean';
}

/** Before the first term on record, and in days to come, nobody knows. */
function isKnown(on: string, { perspective: { reach, calendar } }: Statement): boolean {
  return reach.renewal !== undefined && on >= reach.renewal && on <= calendar.today;
}

/** The value of that day, '' for a tier of who was no member yet; null where it is not known. */
export const knownThen = (leaf: Pick<Then, 'field' | 'on'>, statement: Statement): string =>
  isKnown(leaf.on, statement) ? valueThen(leaf, statement) : 'null::text';

/** What it was, as far as the terms say. */
export const valueThen = ({ field, on }: Pick<Then, 'field' | 'on'>, statement: Statement): string =>
  field === 'tier' ? tierThen(on, statement) : statusThen(on, statement);

/** A term that was not paid by then was not held then. */
function heldThen(on: string, statement: Statement): string {
  const day = statement.parameter(on, 'date');
  const alias = statement.alias('then', [on]);
  return statement.join(
    alias,
    () => `(select member_id, max(ends_on) as reached_on,
        (array_agg(tier_code order by begins_on desc, ends_on desc) filter (where begins_on <= ${day}))[1] as tier_code
      from imis.terms
      where (is_comp or paid_on is not null) and coalesce(paid_on, begins_on) <= ${day}
      group by member_id) ${alias} on ${alias}.member_id = p.member_id`,
  );
}

/** '' for who was no member yet; null for a member of then whose terms are not in the data. */
function tierThen(on: string, statement: Statement): string {
  const held = heldThen(on, statement);
  const c = contact(statement);
  return `(case when ${held}.tier_code is not null then ${held}.tier_code
    when ${c}.joined_on is null or ${c}.joined_on > ${statement.parameter(on, 'date')} then '' end)`;
}

function statusThen(on: string, statement: Statement): string {
  const held = heldThen(on, statement);
  const c = contact(statement);
  const day = statement.parameter(on, 'date');
  return `(case when ${held}.reached_on >= ${day} then 'active'
    when ${held}.reached_on >= ${day} - ${statement.graceDays} then 'grace'
    when ${held}.reached_on is not null then 'lapsed'
    when ${c}.joined_on is null or ${c}.joined_on > ${day} then 'prospect' end)`;
}
