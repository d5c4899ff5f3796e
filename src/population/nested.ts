/*
 * Conditions about other people, or about a place among them: relation, top, sample. Each is a select of its own within
 * the same scope, so that nobody who is out of view is counted.
 */
import type { Definition } from './definition.js';
import { comparison } from './event-counts.js';
import { ordered } from './measures.js';
import type { Statement } from './statement.js';

export type Relation = Extract<Definition, { op: 'relation' }>;
export type Top = Extract<Definition, { op: 'top' }>;
export type Sample = Extract<Definition, { op: 'sample' }>;

/** A select of everybody in view: member_id, kind, employer_id, verdict of a definition, and further columns. */
export type Selects = (
  definition: Definition,
  columns: (inner: Statement) => readonly { readonly name: string; readonly sql: string }[],
) => string;

const nothingElse = () => [];

export const relationCondition = (leaf: Relation, statement: Statement, selects: Selects): string =>
  leaf.path === 'employer' ? employerCondition(leaf, statement, selects) : staffCondition(leaf, statement, selects);

/** Without an employer on record, or with one out of view, it is unknown; an organisation works for nobody. */
function employerCondition({ of, quantity }: Relation, statement: Statement, selects: Selects): string {
  const alias = statement.alias('relation', ['employer', of]);
  statement.join(alias, () => `(${selects(of, nothingElse)}) ${alias} on ${alias}.member_id = p.employer_id`);
  // There is one employer: "all" of it and "at least one" are the same, "none" is the opposite.
  const verdict = quantity === 'none' ? `(not ${alias}.verdict)` : ofOne(quantity, alias, statement);
  return `(case when p.kind = 'person' then ${verdict} else false end)`;
}

function ofOne(quantity: Exclude<Relation['quantity'], 'none'>, alias: string, statement: Statement): string {
  if (quantity === 'all') return `${alias}.verdict`;
  const { is, value } = quantity;
  const one = (count: number) => `(${count} ${comparison[is]} ${statement.parameter(value, 'integer')})`;
  return `(case when ${alias}.verdict then ${one(1)} when not ${alias}.verdict then ${one(0)} end)`;
}

/** Of an organisation's people: how many are sure, how many more may be, how many there are. */
function staffCondition({ of, quantity }: Relation, statement: Statement, selects: Selects): string {
  const alias = statement.alias('relation', ['employees', of]);
  statement.join(
    alias,
    () => `(select employer_id, count(*) as all_of, count(*) filter (where verdict) as yes,
        count(*) filter (where verdict is null) as maybe
      from (${selects(of, nothingElse)}) people where kind = 'person' and employer_id is not null
      group by employer_id) ${alias} on ${alias}.employer_id = p.member_id`,
  );
  const [all, yes, maybe] = ['all_of', 'yes', 'maybe'].map((name) => `coalesce(${alias}.${name}, 0)`);
  const verdict =
    quantity === 'all'
      ? `case when ${all} = 0 then null when ${yes} + ${maybe} < ${all} then false when ${maybe} = 0 then true end`
      : quantity === 'none'
        ? `case when ${all} = 0 then null when ${yes} > 0 then false when ${maybe} = 0 then true end`
        : howMany(quantity, yes ?? '0', maybe ?? '0', statement);
  return `(case when p.kind = 'organization' then (${verdict}) else false end)`;
}

/** Every number from the sure ones to those that may be: true or false where all of them agree. */
function howMany(
  { is, value }: Exclude<Relation['quantity'], string>,
  yes: string,
  maybe: string,
  statement: Statement,
) {
  const against = statement.parameter(value, 'integer');
  const [low, high] = [`${yes} ${comparison[is]} ${against}`, `${yes} + ${maybe} ${comparison[is]} ${against}`];
  // Exactly n: between the two ends lie counts that fit where neither end does.
  const within =
    is === 'eq' || is === 'ne' ? `${maybe} > 0 and ${against} between ${yes} and ${yes} + ${maybe}` : 'false';
  return `case when ${within} then null when ${low} and ${high} then true when not (${low}) and not (${high}) then false end`;
}

/** Of those in, the first n; whoever may be in or not stays unknown. */
export function topCondition({ n, by, direction, of }: Top, statement: Statement, selects: Selects): string {
  const alias = statement.alias('top', [by, direction, of]);
  statement.join(
    alias,
    () => `(select member_id, verdict,
        row_number() over (partition by verdict order by rank_key ${direction} nulls last, member_id) as place
      from (${selects(of, (nested) => [{ name: 'rank_key', sql: ordered(by, nested).sql }])}) ranked) ${alias} on ${alias}.member_id = p.member_id`,
  );
  return placed(alias, `${alias}.place <= ${statement.parameter(n, 'integer')}`);
}

/** The same order for a seed, whoever else is in; of a share, the number is rounded up. */
export function sampleCondition({ size, seed, of }: Sample, statement: Statement, selects: Selects): string {
  const alias = statement.alias('sample', [seed, of]);
  statement.join(
    alias,
    () => `(select member_id, verdict,
        row_number() over (partition by verdict
          order by md5(member_id || ${statement.parameter(String(seed), 'text')}), member_id) as place,
        count(*) over (partition by verdict) as whole
      from (${selects(of, nothingElse)}) drawn) ${alias} on ${alias}.member_id = p.member_id`,
  );
  const most =
    'n' in size
      ? statement.parameter(size.n, 'integer')
      : `ceil(${alias}.whole * ${statement.parameter(size.percent, 'numeric')} / 100)`;
  return placed(alias, `${alias}.place <= ${most}`);
}

const placed = (alias: string, isIn: string): string =>
  `(case when ${alias}.member_id is null then false when ${alias}.verdict then ${isIn} else ${alias}.verdict end)`;
