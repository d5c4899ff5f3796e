/* The logic of joining conditions: and, or, and the list a person means by "and" between two values of one field. */
import type { Definition } from '../../population/definition.js';
import { exclusiveField } from '../../population/normal.js';

export interface Combined {
  readonly definition: Definition;
  readonly cost: number;
}

export const partsOf = (definition: Definition): readonly Definition[] =>
  definition.op === 'all' ? definition.of : [definition];

export const join = (op: 'all' | 'any', of: readonly Definition[]): Definition => {
  const [only] = of;
  return of.length === 1 && only ? only : { op, of: [...of] };
};

export const opposite = (definition: Definition): Definition => ({ op: 'not', of: definition });

const alternativesOf = (definition: Definition): readonly Definition[] =>
  definition.op === 'any' ? definition.of : [definition];

/** a and b; two values of a field that has one are said with "and" but meant as "or": "Texas and Ohio". */
/** "Active members in grace" are neither, or both: nobody knows. */
const STATUSES_CLASH = 2;

export function conjoin(left: Definition, right: Definition, isSpoken = true): Combined {
  const parts = [...partsOf(left)];
  let cost = 0;
  for (const part of partsOf(right)) {
    const field = exclusiveField(part);
    // "other than students and retirees": the list goes on, so a positive value here is a scoping error.
    if (field && parts.some((known) => known.op === 'not' && exclusiveField(known.of) === field)) cost += 1;
    const same = field ? parts.findIndex((known) => known.op !== 'not' && exclusiveField(known) === field) : -1;
    const known = parts[same];
    const narrower = known && field && narrowerOf(known, part);
    if (narrower) parts[same] = narrower;
    else if (known) {
      parts[same] = { op: 'any', of: [...alternativesOf(known), part] };
      cost += field === 'status' && !isSpoken ? STATUSES_CLASH : 0.1;
    } else parts.push(part);
  }
  return { definition: join('all', parts), cost };
}

/** "Lapsed, whose term ended": ended is lapsed or in grace, so lapsed is meant. "Not renewed" is also said as grace alone. */
function narrowerOf(one: Definition, other: Definition): Definition | undefined {
  const [first, second] = [valuesOf(one), valuesOf(other)];
  if (!first || !second || first.length === second.length) return undefined;
  const [few, many] = first.length < second.length ? [first, second] : [second, first];
  return few.every((value) => value === 'lapsed' && many.includes(value)) ? (few === first ? one : other) : undefined;
}

const valuesOf = (part: Definition): readonly string[] | undefined =>
  part.op === 'field' && part.field === 'status' && 'in' in part.test ? part.test.in : undefined;

/** a or b: of one field it joins the nearest condition; otherwise the two scopes lie near in cost, so that it is asked. */
export function disjoin(left: Definition, right: Definition): Combined {
  const parts = partsOf(left);
  const last = parts.at(-1);
  const field = exclusiveField(right);
  if (last && field && last.op !== 'not' && exclusiveField(last) === field) {
    const joined = conjoin(last, right).definition;
    return { definition: join('all', [...parts.slice(0, -1), joined]), cost: parts.length > 1 ? 0.05 : 0 };
  }
  const either: Definition = { op: 'any', of: [left, right] };
  // "In Florida or Georgia expiring soon": a list of places, and what follows is of both.
  if (parts.length === 1 && isListGoingOn(last, right)) return { definition: either, cost: 0.3 };
  if (last && isNegative(last)) return { definition: either, cost: 0.17 };
  const isMixed = parts.length > 1 || partsOf(right).length > 1;
  return { definition: either, cost: isMixed ? 0.2 : last?.op === right.op ? 0.05 : 0.15 };
}

const isListGoingOn = (last: Definition | undefined, right: Definition): boolean => {
  const field = last && last.op !== 'not' ? exclusiveField(last) : undefined;
  return field !== undefined && field !== 'status' && partsOf(right).some((part) => exclusiveField(part) === field);
};

/** Says that something is not so: a negation, none, or not recorded. */
export const isNegative = (definition: Definition): boolean => {
  if (definition.op === 'not') return true;
  if (definition.op === 'event') {
    const { is, value } = definition.count;
    return (is === 'eq' && value === 0) || (is === 'lt' && value === 1);
  }
  return definition.op === 'field' && 'recorded' in definition.test && !definition.test.recorded;
};

/** "Without a phone or an email": many mean neither. Undefined where nothing is left open. */
export function neither(left: Definition, right: Definition): Definition | undefined {
  const parts = partsOf(left);
  const last = parts.at(-1);
  return last && isNegative(last) && !isNegative(right) && partsOf(right).length === 1
    ? join('all', [...parts, opposite(right)])
    : undefined;
}
