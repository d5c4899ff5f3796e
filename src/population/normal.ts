/** Normal form, by which two definitions that mean the same are the same, and the content address made of it. */
import { createHash } from 'node:crypto';
import { type Calendar, isMemberWindow, resolve } from '../domain/window.js';
import type { Comparator, Definition, Window } from './definition.js';
import { fieldNamed, isExclusive } from './fields.js';
import { normalCount, normalEvent, normalLeaf, normalMeasure, normalTest, sorted } from './normal-leaves.js';
import { mapParts } from './parts.js';

type Field = Extract<Definition, { op: 'field' }>;

/** Groups flattened and sorted, "not" pushed to the leaves, counts and values in one spelling; windows stay symbolic. */
export function normal(definition: Definition): Definition {
  switch (definition.op) {
    case 'everyone':
      return definition;
    case 'all':
    case 'any':
      return group(definition.op, definition.of.map(normal));
    case 'not':
      return opposite(normal(definition.of));
    case 'field':
      return { op: 'field', field: definition.field, test: normalTest(definition.test) };
    case 'event':
      return normalEvent(definition);
    case 'relation':
    case 'top':
    case 'sample':
      return normalOver(definition);
    default:
      return normalLeaf(definition);
  }
}

/** Conditions over a definition of their own, which has a normal form too. */
function normalOver(definition: Extract<Definition, { op: 'relation' | 'top' | 'sample' }>): Definition {
  const of = normal(definition.of);
  if (definition.op === 'sample') return { ...definition, of };
  if (definition.op === 'top') return { ...definition, by: normalMeasure(definition.by), of };
  const { quantity } = definition;
  return { ...definition, quantity: typeof quantity === 'string' ? quantity : normalCount(quantity), of };
}

/** The negation of a definition in normal form. */
function opposite(definition: Definition): Definition {
  switch (definition.op) {
    case 'all':
      return group('any', definition.of.map(opposite));
    case 'any':
      return group('all', definition.of.map(opposite));
    case 'not':
      return definition.of;
    case 'event':
      return normalEvent({ ...definition, count: { is: flipped[definition.count.is], value: definition.count.value } });
    case 'sum':
      return oppositeSum(definition);
    case 'field':
      return oppositeField(definition);
    default:
      return { op: 'not', of: definition };
  }
}

const flipped: Record<Comparator, Comparator> = { eq: 'ne', ne: 'eq', lt: 'gte', gte: 'lt', gt: 'lte', lte: 'gt' };

/** Nobody has no sum: who is not at or above an amount is below it, or unknown in both. */
function oppositeSum(definition: Extract<Definition, { op: 'sum' }>): Definition {
  const { test } = definition;
  return 'between' in test
    ? { op: 'not', of: definition }
    : { ...definition, test: { is: flipped[test.is], value: test.value } };
}

function oppositeField(definition: Field): Definition {
  const { field, test } = definition;
  if ('recorded' in test) return { op: 'field', field, test: { recorded: !test.recorded } };
  // Where absence is a fact, who has no value is outside of "at least 3" and of "fewer than 3" alike.
  if (fieldNamed(field)?.absent === 'no') return { op: 'not', of: definition };
  if ('value' in test) return { op: 'field', field, test: { is: flipped[test.is], value: test.value } };
  if ('is' in test) return { op: 'field', field, test: { is: !test.is } };
  return { op: 'not', of: definition };
}

function group(op: 'all' | 'any', parts: readonly Definition[]): Definition {
  const flat = parts.flatMap((part) => (part.op === op ? part.of : [part]));
  const merged = op === 'any' ? mergeValues(flat) : flat;
  // "Everyone and x" is x; "not everyone or x" is x.
  const meaningful = merged.filter((part) => (op === 'all' ? part.op !== 'everyone' : !isNobody(part)));
  if (op === 'any' && merged.some((part) => part.op === 'everyone')) return { op: 'everyone' };
  if (op === 'all' && merged.some(isNobody)) return { op: 'not', of: { op: 'everyone' } };
  const unique = [...new Map(meaningful.map((part) => [spell(part), part])).entries()]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, part]) => part);
  if (unique.length === 0) return op === 'all' ? { op: 'everyone' } : { op: 'not', of: { op: 'everyone' } };
  const [only] = unique;
  return unique.length === 1 && only ? only : { op, of: unique };
}

const isNobody = (part: Definition): boolean => part.op === 'not' && part.of.op === 'everyone';

/** tier A or tier B is tier in A, B. */
function mergeValues(parts: readonly Definition[]): Definition[] {
  const values = new Map<string, string[]>();
  for (const part of parts)
    if (part.op === 'field' && 'in' in part.test)
      values.set(part.field, [...(values.get(part.field) ?? []), ...part.test.in]);
  const rest = parts.filter((part) => !(part.op === 'field' && 'in' in part.test));
  return [...rest, ...[...values].map(([field, of]): Definition => ({ op: 'field', field, test: { in: sorted(of) } }))];
}

/** D- and the start of the SHA-256 of the normal form: the id of the definition. */
export const definitionId = (definition: Definition): string =>
  `D-${createHash('sha256')
    .update(spell(normal(definition)))
    .digest('hex')
    .slice(0, 20)}`;

/** Equal for two readings that select the same people today: windows are compared as days. */
export const identity = (definition: Definition, calendar: Calendar): string =>
  spell(normal(onDays(definition, calendar)));

function onDays(definition: Definition, calendar: Calendar): Definition {
  const inner = mapParts(definition, (part) => onDays(part, calendar));
  if (inner.op === 'top' && 'window' in inner.by)
    return { ...inner, by: { ...inner.by, window: days(inner.by.window, calendar) } };
  if ('window' in inner) return { ...inner, window: days(inner.window, calendar) };
  if (inner.op === 'field' && 'within' in inner.test)
    return { ...inner, test: { within: days(inner.test.within, calendar) } };
  return inner;
}

const days = (window: Window, calendar: Calendar): Window =>
  isMemberWindow(window) ? window : resolve(window, calendar);

/** The field of which nobody has two values (tier, chapter, state ...), where the definition is about one alone. */
export function exclusiveField(definition: Definition): string | undefined {
  if (definition.op === 'any') {
    const [first, ...rest] = definition.of.map(exclusiveField);
    return first !== undefined && rest.every((field) => field === first) ? first : undefined;
  }
  if (definition.op !== 'field' || !('in' in definition.test)) return undefined;
  const field = fieldNamed(definition.field);
  return field && isExclusive(field) ? field.name : undefined;
}

/** A definition nobody can meet: x and not x, two tiers. */
export function isImpossible(definition: Definition): boolean {
  const form = normal(definition);
  if (isNobody(form)) return true;
  if (form.op === 'any') return form.of.every(isImpossible);
  if (form.op !== 'all') return false;
  return (
    form.of.some(isImpossible) ||
    form.of.some((part, index) => form.of.slice(index + 1).some((other) => clash(part, other)))
  );
}

function clash(left: Definition, right: Definition): boolean {
  if (spell(opposite(left)) === spell(right)) return true;
  const [one, other] = [allowed(left), allowed(right)];
  if (!one || !other || one.field !== other.field) return false;
  if (one.isNot && other.isNot) return false;
  if (one.isNot || other.isNot) {
    const [within, without] = one.isNot ? [other, one] : [one, other];
    return within.values.every((value) => without.values.includes(value));
  }
  return isOne(one.field) && !one.values.some((value) => other.values.includes(value));
}

function allowed(part: Definition): { field: string; values: readonly string[]; isNot: boolean } | undefined {
  const inner = part.op === 'not' ? part.of : part;
  if (inner.op !== 'field' || !('in' in inner.test)) return undefined;
  return { field: inner.field, values: inner.test.in, isNot: part.op === 'not' };
}

const isOne = (name: string): boolean => {
  const field = fieldNamed(name);
  return field !== undefined && isExclusive(field);
};

/** JSON with sorted keys: one spelling for one value. */
function spell(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spell).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  return `{${entries
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${spell(part)}`)
    .join(',')}}`;
}
