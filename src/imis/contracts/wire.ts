/*
 * How iMIS writes JSON (Json.NET with type names): every object carries `$type` as its first member, every collection
 * is `{ $type, $values }`, null members are left out, a boolean or number in an object-typed slot is wrapped, dates have
 * no zone. Names ending in Data are iMIS's own.
 */
import type { Day } from '../../domain/day.js';

export type Wire = Readonly<Record<string, unknown>>;

export const isWire = (value: unknown): value is Wire =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `Asi.Soa.<area>.DataContracts.<name>, Asi.Contracts`: the assembly of 20.3; a site maps the older names to it. */
export const asiType = (area: 'Core' | 'Membership' | 'Events' | 'Commerce', name: string): string =>
  `Asi.Soa.${area}.DataContracts.${name}, Asi.Contracts`;

/** An object with `$type` first and without members that are null or undefined. Key order is kept. */
export function typed(type: string, members: Wire): Wire {
  const wire: Record<string, unknown> = { $type: type };
  for (const [name, value] of Object.entries(members)) if (value !== undefined && value !== null) wire[name] = value;
  return wire;
}

export const collection = (type: string, values: readonly unknown[]): Wire => ({ $type: type, $values: values });

/** The values of a collection; a bare array is taken too, anything else is an empty one. */
export function valuesOf(wire: unknown): readonly unknown[] {
  if (Array.isArray(wire)) return wire;
  const values = isWire(wire) ? wire['$values'] : undefined;
  return Array.isArray(values) ? values : [];
}

const wrappers = {
  boolean: 'System.Boolean',
  integer: 'System.Int32',
  decimal: 'System.Decimal',
} as const;

/** A value as an object-typed slot holds it. A write with a bare boolean is rejected by some sites, so all are wrapped. */
export const wrapped = (kind: keyof typeof wrappers, value: boolean | number | undefined): Wire | undefined =>
  value === undefined ? undefined : { $type: wrappers[kind], $value: value };

/** The bare value of a wrapper, or the value itself. */
export const unwrapped = (wire: unknown): unknown => (isWire(wire) && '$value' in wire ? wire['$value'] : wire);

/** What iMIS writes for a date that was never set. */
export const EMPTY_DATE = '0001-01-01T00:00:00';

export const wireDay = (of: Day | undefined): string | undefined => (of === undefined ? undefined : `${of}T00:00:00`);

/** A property bag's date, where iMIS sends the empty date for none. */
export const wireDayOrEmpty = (of: Day | undefined): string => wireDay(of) ?? EMPTY_DATE;

/** When a typed entity was last changed, by whom is not read. */
export const updateInformation = (updatedOn: string | undefined): Wire | undefined =>
  updatedOn === undefined ? undefined : typed(asiType('Core', 'EntityUpdateInformationData'), { UpdatedOn: updatedOn });
