/** Who stands behind the numbers of an answer, by part and by group: for whoever must not learn of few people. */
import type { Transaction } from '../store/database.js';
import { asksForDeceased, condition, rows } from './compile.js';
import type { Definition, GroupKey, Measure } from './definition.js';
import { inGraceInstead } from './evaluate.js';
import { valuesOf } from './group-by.js';
import { checkedKeys, keyColumns, keyValues } from './group-keys.js';
import { measured } from './measures.js';
import type { Perspective } from './perspective.js';

export type Part = 'in' | 'people' | 'organizations' | 'unknown' | 'inGrace';

/** Member ids of each part of a count. */
export async function membersOfParts(
  database: Transaction,
  definition: Definition,
  perspective: Perspective,
): Promise<Readonly<Record<Part, readonly string[]>>> {
  const instead = inGraceInstead(definition);
  const { sql, parameters } = rows(perspective, asksForDeceased(definition), (statement) => [
    { name: 'member_id', sql: 'p.member_id' },
    { name: 'kind', sql: 'p.kind' },
    { name: 'verdict', sql: condition(definition, statement) },
    { name: 'in_grace', sql: instead ? condition(instead, statement) : 'null::boolean' },
  ]);
  const found = await database.query<{
    member_id: string;
    kind: string;
    verdict: boolean | null;
    in_grace: boolean | null;
  }>(
    `select member_id, kind, verdict, in_grace from (${sql}) evaluated where verdict is not false or in_grace`,
    parameters,
  );
  const ids = (isPart: (row: (typeof found.rows)[number]) => boolean | null): string[] =>
    found.rows.filter(isPart).map(({ member_id }) => member_id);
  return {
    in: ids(({ verdict }) => verdict),
    people: ids(({ verdict, kind }) => verdict && kind === 'person'),
    organizations: ids(({ verdict, kind }) => verdict && kind === 'organization'),
    unknown: ids(({ verdict }) => verdict === null),
    inGrace: ids(({ in_grace }) => in_grace),
  };
}

/** Each member with their value; null: none. */
export type Behind = ReadonlyMap<string, string | null>;

interface Row {
  member_id: string;
  v0?: string | null;
  v1?: string | null;
  amount: string | null;
  is_unknown: boolean;
}

/** Of those in: everybody by group, and as a whole, with the value of a measure where one is given; then who is unknown. */
export async function membersOfGroups(
  database: Transaction,
  definition: Definition,
  perspective: Perspective,
  groupKeys: readonly GroupKey[],
  by?: Measure,
): Promise<{ readonly whole: Behind; readonly unknown: Behind; group(values: readonly (string | null)[]): Behind }> {
  const keys = groupKeys.length > 0 ? checkedKeys(groupKeys) : [];
  const { sql, parameters } = rows(perspective, asksForDeceased(definition), (statement) => [
    { name: 'member_id', sql: 'p.member_id' },
    ...keyColumns(keys, statement),
    { name: 'amount', sql: by ? measured(by, statement).sql : "'1'" },
    { name: 'verdict', sql: condition(definition, statement) },
  ]);
  const { values, joins } = keyValues(keys);
  const named = keys.map((_, index) => `v${index}, `).join('');
  const found = await database.query<Row>(
    `with evaluated as (${sql})
     select * from (
       select member_id, ${keys.length > 0 ? `${values},` : ''} amount::text, verdict is null
       from evaluated ${joins} where verdict is not false
     ) found (member_id, ${named} amount, is_unknown)`,
    parameters,
  );
  const whole = new Map<string, string | null>();
  const unknown = new Map<string, string | null>();
  const groups = new Map<string, Map<string, string | null>>();
  for (const row of found.rows) {
    if (row.is_unknown) {
      unknown.set(row.member_id, '1');
      continue;
    }
    whole.set(row.member_id, row.amount);
    const of = JSON.stringify(valuesOf({ v0: row.v0 ?? null, v1: row.v1 ?? null }, keys));
    const group = groups.get(of) ?? new Map<string, string | null>();
    groups.set(of, group.set(row.member_id, row.amount));
  }
  return {
    whole,
    unknown,
    group: (of) => groups.get(JSON.stringify(of)) ?? new Map(),
  };
}
