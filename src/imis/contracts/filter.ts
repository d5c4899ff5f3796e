/*
 * The query grammar of lists: `?Property=operator:value|value`, conditions joined by AND, `limit`, `offset` and one
 * `OrderBy`. Client and sandbox share it: `printCondition` writes what `parseQuery` reads.
 */
import { DEFAULT_LIMIT, MAX_LIMIT } from './envelope.js';

const aliases = {
  between: ['between'],
  contains: ['contains'],
  endsWith: ['endswith'],
  eq: ['equal', 'eq', '=='],
  gt: ['greaterthan', 'gt', '>'],
  ge: ['greaterthanorequal', 'ge', '>='],
  in: ['in'],
  notIn: ['notin'],
  empty: ['isempty', 'empty'],
  false: ['isfalse', 'false'],
  true: ['istrue', 'true'],
  lt: ['lessthan', 'lt', '<'],
  le: ['lessthanorequal', 'le', '<='],
  notContain: ['notcontain', '!contain'],
  notEmpty: ['notempty', '!empty'],
  ne: ['notequal', 'ne', '!='],
  startsWith: ['startswith'],
} as const;

/** `notIn` works on Party only; panel sources refuse it with a validation error. */
export type Operator = keyof typeof aliases;
export const operators = Object.keys(aliases) as readonly Operator[];

const operatorOf = new Map<string, Operator>(
  operators.flatMap((operator) => aliases[operator].map((alias) => [alias, operator] as const)),
);
const WITHOUT_VALUE: readonly Operator[] = ['empty', 'notEmpty', 'true', 'false'];

export interface Condition {
  readonly property: string;
  readonly operator: Operator;
  readonly values: readonly string[];
}

/** The right side of a condition: `in:A|B`. Throws a RangeError for a value with a pipe, which the grammar cannot carry. */
export function printCondition(operator: Operator, values: readonly string[] = []): string {
  if (values.some((value) => value.includes('|'))) throw new RangeError('a value of a filter cannot hold a pipe');
  return `${operator}:${values.join('|')}`;
}

export interface ListQuery {
  readonly offset: number;
  readonly limit: number;
  readonly orderBy?: { readonly property: string; readonly descending: boolean };
  readonly conditions: readonly Condition[];
}

// Keys that name what is asked for, and are no conditions.
const RESERVED: readonly string[] = ['queryname', 'entityid'];

/**
 * Reads a query as ASI's own parser does: rubbish in limit or offset is 0, an unknown operator makes the whole value an
 * equal one (so `08:30` stays a value), the phrase is taken whole. That 0 and more than `mostRows` (500) become 100 and
 * as many without an error is a guess.
 */
export function parseQuery(parameters: URLSearchParams, mostRows = MAX_LIMIT): ListQuery {
  let [offset, limit] = [0, 0];
  let orderBy: ListQuery['orderBy'];
  const conditions: Condition[] = [];
  for (const [key, value] of parameters) {
    const name = key.toLowerCase();
    if (name === 'offset') offset = wholeNumber(value);
    else if (name === 'limit') limit = wholeNumber(value);
    else if (name === 'orderby') orderBy = parseOrder(value);
    else if (!RESERVED.includes(name)) conditions.push(parseCondition(key, value));
  }
  return {
    offset: Math.max(0, offset),
    limit: limit <= 0 ? DEFAULT_LIMIT : Math.min(limit, mostRows),
    ...(orderBy && { orderBy }),
    conditions,
  };
}

const wholeNumber = (text: string): number => (/^\s*-?\d{1,9}\s*$/.test(text) ? Number(text) : 0);

function parseOrder(value: string): ListQuery['orderBy'] {
  const [property = '', direction = ''] = (value.split('|')[0] ?? '').split(':');
  return property ? { property, descending: direction === 'Descending' } : undefined;
}

export function parseCondition(property: string, value: string): Condition {
  if (property.toLowerCase() === 'phrase') return { property, operator: 'eq', values: [value] };
  const [first = '', ...rest] = value.split('|');
  const colon = first.indexOf(':');
  const operator = colon < 0 ? undefined : operatorOf.get(first.slice(0, colon).toLowerCase());
  if (!operator) return { property, operator: 'eq', values: [first, ...rest] };
  if (WITHOUT_VALUE.includes(operator)) return { property, operator, values: [] };
  return { property, operator, values: [first.slice(colon + 1), ...rest] };
}

/** A property of a record as conditions see it; a day or time is its ISO text. */
export type Filterable = string | number | boolean | undefined;

/** Whether a record's value meets a condition; texts compare without regard to case, as the site's database does. */
export function meets({ operator, values }: Pick<Condition, 'operator' | 'values'>, value: Filterable): boolean {
  const [first = '', second = ''] = values;
  const text = String(value ?? '').toLowerCase();
  const isOneOf = () => values.some((candidate) => order(value, candidate) === 0);
  switch (operator) {
    case 'eq':
    case 'in':
      return isOneOf();
    case 'ne':
    case 'notIn':
      return !isOneOf();
    case 'gt':
      return value !== undefined && order(value, first) > 0;
    case 'ge':
      return value !== undefined && order(value, first) >= 0;
    case 'lt':
      return value !== undefined && order(value, first) < 0;
    case 'le':
      return value !== undefined && order(value, first) <= 0;
    case 'between':
      return value !== undefined && order(value, first) >= 0 && order(value, second) <= 0;
    case 'contains':
      return text.includes(first.toLowerCase());
    case 'notContain':
      return !text.includes(first.toLowerCase());
    case 'startsWith':
      return text.startsWith(first.toLowerCase());
    case 'endsWith':
      return text.endsWith(first.toLowerCase());
    case 'empty':
      return text === '';
    case 'notEmpty':
      return text !== '';
    case 'true':
      return value === true;
    case 'false':
      return value === false;
  }
}

/** Below, at or above 0 as `value` is before, equal to or after `other`. A day equals that day at midnight. */
export function order(value: Filterable, other: string): number {
  if (typeof value === 'number') return value - Number(other);
  const [left, right] = [String(value ?? '').toLowerCase(), other.toLowerCase()].map(withoutMidnight) as [
    string,
    string,
  ];
  return left < right ? -1 : left > right ? 1 : 0;
}

const withoutMidnight = (text: string): string => text.replace(/^(\d{4}-\d\d-\d\d)t00:00:00(\.0+)?$/, '$1');
