/* Whom a condition is about: members (active or in grace) unless a status is said, or every record. */
import { countedAsMembers } from '../../domain/member.js';
import type { Definition, GroupKey } from '../../population/definition.js';
import { partsOf } from './combine.js';
import type { Condition } from './senses.js';

/** Fields that say by themselves where a membership stands. */
const statusFields = new Set(['status', 'lapsed_on', 'drops']);

export function whom({ definition, head }: Condition, keys: readonly GroupKey[] = []): Definition {
  const parts = [
    ...partsOf(definition),
    ...(keys.length > 0 && head?.arePersons && !saysKind(definition) ? [persons] : []),
  ];
  // "Members by status": each status is a group, so that none is left out beforehand.
  if (keys.some(({ field }) => field === 'status') && !saysStatus(definition))
    return parts.length ? { op: 'all', of: parts } : { op: 'everyone' };
  if (head && !head.takesBase) return parts.length ? { op: 'all', of: parts } : { op: 'everyone' };
  if (saysStatus(definition)) return { op: 'all', of: parts };
  // "Members not in grace" are the active ones: said so, the answer can be read and repeated.
  const denied = new Set(parts.flatMap(deniedBy));
  const left = countedAsMembers.filter((status) => !denied.has(status));
  const base: Definition = left.length ? { op: 'field', field: 'status', test: { in: left } } : members;
  return { op: 'all', of: [base, ...(left.length ? parts.filter((part) => deniedBy(part).length === 0) : parts)] };
}

const persons: Definition = { op: 'field', field: 'kind', test: { in: ['person'] } };

const saysKind = (definition: Definition): boolean =>
  definition.op === 'all' || definition.op === 'any'
    ? definition.of.some(saysKind)
    : definition.op === 'not'
      ? saysKind(definition.of)
      : definition.op === 'field' && definition.field === 'kind';

const members: Definition = { op: 'field', field: 'status', test: { in: [...countedAsMembers] } };

/** One lot beside another that says its status: "lapsed fellows and retired members" means retired who are members. */
export const lotOf = ({ definition, head }: Condition, other: Condition): Definition =>
  head && !head.takesBase
    ? definition
    : saysStatus(definition) || !saysStatus(other.definition)
      ? definition
      : withBase(definition);

const withBase = (definition: Definition): Definition => ({ op: 'all', of: [members, ...partsOf(definition)] });

const deniedBy = (part: Definition): readonly string[] => {
  if (part.op !== 'not' || part.of.op !== 'field' || part.of.field !== 'status') return [];
  return 'in' in part.of.test ? part.of.test.in : [];
};

export const saysStatus = (definition: Definition): boolean => {
  if (definition.op === 'all' || definition.op === 'any') return definition.of.some(saysStatus);
  return definition.op === 'field' && statusFields.has(definition.field);
};

/** "Not active" without a noun is also everybody else; of "members who are not active" many mean the lapsed ones. */
export const mayMeanEverybody = ({ definition, head }: Condition): boolean => {
  if (saysStatus(definition)) return false;
  const denied = partsOf(definition).flatMap(deniedBy);
  return denied.includes('active') || (denied.length > 0 && head === undefined);
};
