/*
 * The structure of an answer without a single value: names of members, kinds of values, names of types. For a site whose
 * shapes differ from ours, to be sent to whoever can teach the client about them.
 */
import { EMPTY_DATE, isWire } from '../../imis/contracts/wire.js';

/** A value's kind, the members of an object, the merged members of a list's items, or the properties of a bag by name. */
export type Shape = string | { readonly [member: string]: Shape };

/** The shape of a value. Nothing of a text but its form comes through, and of names only those that look like names. */
export function shapeOf(value: unknown): Shape {
  if (Array.isArray(value)) return { 'each item': value.map(shapeOf).reduce(merged, {}) };
  if (!isWire(value)) return kindOf(value);
  const shape: Record<string, Shape> = {};
  for (const [name, member] of Object.entries(value)) {
    const isTypeName = name === '$type' && typeof member === 'string' && /^[\w.`[\], +]{1,300}$/.test(member);
    const shown = /^[$\w. -]{1,80}$/.test(name) ? name : 'a member whose name is not shown';
    shape[shown] = isTypeName ? `type ${member}` : shapeOf(member);
  }
  return propertyShape(value, shape);
}

/** A property of a bag is shown under its name, which is structure; its value is not. */
function propertyShape(value: Readonly<Record<string, unknown>>, shape: Record<string, Shape>): Shape {
  const { Name: name, $type: type } = value;
  const isProperty =
    typeof type === 'string' && /GenericPropertyData\b|PropertyType\w*Data\b|QueryPropertyData\b/.test(type);
  if (!isProperty || typeof name !== 'string' || !/^[\w.-]{1,80}$/.test(name)) return shape;
  const { Name: _, ...rest } = shape;
  return { [`property ${name}`]: rest };
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (typeof value !== 'string') return typeof value === 'number' ? numberKind(value) : typeof value;
  if (value === '') return 'empty text';
  if (value === EMPTY_DATE) return 'empty date';
  if (/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.test(value))
    return value.length > 19 ? 'date and time, longer' : 'date and time';
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return 'date';
  return /^-?\d+$/.test(value) ? 'text of digits' : 'text';
}

const numberKind = (value: number): string => (Number.isInteger(value) ? 'whole number' : 'number');

/** Two shapes of the same place: members of both, kinds joined by "or". */
function merged(one: Shape, other: Shape): Shape {
  if (typeof one === 'string' || typeof other === 'string') {
    if (typeof one === 'object' && Object.keys(one).length === 0) return other;
    if (typeof other === 'object' && Object.keys(other).length === 0) return one;
    const kinds = new Set(
      [one, other].flatMap((shape) => (typeof shape === 'string' ? shape.split(' or ') : ['object'])),
    );
    return [...kinds].sort().join(' or ');
  }
  const members: Record<string, Shape> = { ...one };
  for (const [name, shape] of Object.entries(other)) {
    const known = members[name];
    members[name] = known === undefined ? shape : merged(known, shape);
  }
  return members;
}
