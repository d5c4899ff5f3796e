/* Whom a condition is about: members (active or in grace) unless a status is said, or every record. */
import { countedAsMembers } from '../../domain/member.js';
import type { Definition } from '../../population/definition.js';
import { partsOf } from './combine.js';
import type { Condition } from './senses.js';

/** Fields that say by themselves where a membership stands. */
const statusFields = new Set(['status', 'lapsed', 'dropped', 'lapsed_on', 'drops', 'drops_on']);

export const members: Definition = { op: 'field', field: 'status', test: { in: [...countedAsMembers] } };

export interface Whom {
  readonly definition: Definition;
  readonly note?: string;
}

export function whom({ definition, head }: Condition): Whom {
  const parts = partsOf(definition);
  if (head && !head.takesBase) return { definition: parts.length ? { op: 'all', of: [...parts] } : { op: 'everyone' } };
  if (saysStatus(definition)) return { definition: { op: 'all', of: [...parts] } };
  return { definition: { op: 'all', of: [members, ...parts] }, note: 'members are those active or in grace' };
}

export const saysStatus = (definition: Definition): boolean => {
  if (definition.op === 'all' || definition.op === 'any') return definition.of.some(saysStatus);
  return definition.op === 'field' && statusFields.has(definition.field);
};

/** "Not active": of members those in grace, or everybody else; two honest readings. */
export const deniesStatus = (definition: Definition): boolean => {
  if (definition.op === 'all' || definition.op === 'any') return definition.of.some(deniesStatus);
  return definition.op === 'not' && saysStatus(definition.of);
};
