/** What people are grouped by: which fields can be, their values as SQL and as they are called. */

import { day } from '../domain/day.js';
import { sayDay } from '../language/say-day.js';
import type { Transaction } from '../store/database.js';
import { checkedField } from './check.js';
import type { Column } from './compile.js';
import type { GroupKey } from './definition.js';
import { GroupUnfit } from './errors.js';
import type { Field } from './field.js';
import { fields } from './fields.js';
import { type Period, periodName, periodSql, sayPeriod } from './periods.js';
import type { Perspective } from './perspective.js';
import { hiddenReference, referencesIn } from './references.js';
import type { Statement } from './statement.js';
import { knownThen } from './then-rows.js';
import type { Entry, Vocabulary } from './vocabulary.js';

const categories: ReadonlySet<Field['type']> = new Set(['choice', 'set', 'reference', 'flag']);

/** Names of the fields people can be grouped by; days with a period. */
export const groupable = fields.filter(({ type }) => categories.has(type) || type === 'day').map(({ name }) => name);

export interface Key {
  readonly field: Field;
  /** Of a day field: the period; a month where none was asked. */
  readonly by?: Period;
  /** Of status and tier: as it was on that day. */
  readonly on?: string;
}

const MOST_KEYS = 2;

/** Throws GroupUnfit, FieldUnknown and FieldProtected. */
export function checkedKeys(keys: readonly GroupKey[]): Key[] {
  if (keys.length === 0 || keys.length > MOST_KEYS)
    throw new GroupUnfit(keys.map(({ field }) => field).join(', '), 'give one key or two', groupable);
  return keys.map(({ field: name, by, on }) => {
    const field = checkedField(name);
    if (on !== undefined) return thenKey(field, by, on);
    if (field.type === 'day') return { field, by: by ?? 'month' };
    if (!categories.has(field.type)) throw new GroupUnfit(name, `it is a ${field.type} field`, groupable);
    if (by) throw new GroupUnfit(name, `it is no day, so it has no ${periodName(by)}s`, groupable);
    return { field };
  });
}

function thenKey(field: Field, by: Period | undefined, on: string): Key {
  if (by || (field.name !== 'status' && field.name !== 'tier'))
    throw new GroupUnfit(field.name, 'only status and tier are known as they were on a day', ['status', 'tier']);
  return { field, on };
}

/** A key as it is called: "tier", "status on 1 March 2025". */
export const keyLabel = ({ field, on }: Key): string => (on ? `${field.label} on ${sayDay(day(on))}` : field.label);

/** Columns k0, k1: the value of each key as text; of a set, an array. */
export const keyColumns = (keys: readonly Key[], statement: Statement): Column[] =>
  keys.map(({ field, by, on }, index) => {
    const value = on
      ? knownThen({ field: field.name === 'tier' ? 'tier' : 'status', on }, statement)
      : by
        ? periodSql(field.sql(statement), by, statement.perspective.calendar)
        : `(${field.sql(statement)})`;
    const read = field.source ? `(case when exists (select 1 from ${field.source}) then ${value} end)` : value;
    return { name: `k${index}`, sql: field.type === 'set' ? `${read}::text[]` : `${read}::text` };
  });

/** The select list and joins that turn k0, k1 into single values v0, v1; who is on several committees has several rows. */
export function keyValues(keys: readonly Key[]): { readonly values: string; readonly joins: string } {
  const isSet = (key: Key): boolean => key.field.type === 'set';
  return {
    values: keys.map((key, index) => (isSet(key) ? `u${index}.value` : `k${index}`)).join(', '),
    joins: keys
      .map((key, index) => (isSet(key) ? `left join lateral unnest(k${index}) as u${index}(value) on true` : ''))
      .join(' '),
  };
}

export type Labels = (index: number, value: string | null) => string;

/** How values are called: by name, references by pseudonym, days by their period. */
export async function labelsOf(
  database: Transaction,
  keys: readonly Key[],
  cells: readonly { readonly values: readonly (string | null)[] }[],
  vocabulary: Vocabulary,
  { scope, calendar }: Pick<Perspective, 'scope' | 'calendar'>,
): Promise<Labels> {
  const referred = keys.flatMap(({ field }, index) =>
    field.type === 'reference' ? cells.flatMap(({ values }) => values[index] ?? []) : [],
  );
  const names = await referencesIn(database, scope, [...new Set(referred)]);
  return (index, value) => {
    const key = keys[index];
    if (!key) return value ?? '';
    const { field, by, on } = key;
    if (on && value === null) return `${field.label} of that day not known`;
    if (on && value === '') return 'no member then';
    if (value === null) return field.absent === 'no' ? `no ${field.label}` : `${field.label} not recorded`;
    if (by) return sayPeriod(day(value), by, calendar);
    if (field.type === 'flag') return value === 'true' ? 'yes' : 'no';
    if (typeof field.values === 'string')
      return (vocabulary[field.values] as readonly Entry[]).find(({ id }) => id === value)?.name ?? value;
    return field.type === 'reference' ? (names.get(value) ?? hiddenReference(field)) : value;
  };
}
