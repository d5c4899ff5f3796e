/*
 * GenericEntityData: how panel sources, user tables and business objects such as CsContact and Activity travel. A row
 * is a list of named properties beside the identity of the row and of its parent.
 */
import { asiType, collection, isWire, typed, unwrapped, valuesOf, type Wire } from './wire.js';

const STRINGS = 'System.Collections.ObjectModel.Collection`1[[System.String, mscorlib]], mscorlib';
export const bagType = asiType('Core', 'GenericEntityData');

export interface BagParts {
  readonly entity: string;
  /** Elements of the row's identity, [] for a row iMIS shall number itself. */
  readonly identity: readonly string[];
  readonly parent?: { readonly entity: string; readonly id: string };
  /** Strings and dates bare, everything else `wrapped`; undefined properties are left out. */
  readonly properties: Wire;
}

const identityOf = (entity: string, elements: readonly string[]): Wire =>
  typed(asiType('Core', 'IdentityData'), {
    EntityTypeName: entity,
    IdentityElements: elements.length > 0 ? collection(STRINGS, elements) : undefined,
  });

export function bag({ entity, identity, parent, properties }: BagParts): Wire {
  return typed(bagType, {
    EntityTypeName: entity,
    PrimaryParentEntityTypeName: parent?.entity,
    Identity: identityOf(entity, identity),
    PrimaryParentIdentity: parent && identityOf(parent.entity, [parent.id]),
    Properties: propertyCollection(properties),
  });
}

/** Also the form of AdditionalAttributes on typed entities. */
const propertyCollection = (properties: Wire): Wire =>
  collection(
    asiType('Core', 'GenericPropertyDataCollection'),
    Object.entries(properties)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => typed(asiType('Core', 'GenericPropertyData'), { Name: name, Value: value })),
  );

/** Properties by name, values unwrapped. */
export function propertiesOf(wire: unknown): ReadonlyMap<string, unknown> {
  const listed = isWire(wire) ? (memberOf(wire, 'Properties') ?? wire) : wire;
  const found = new Map<string, unknown>();
  for (const property of valuesOf(listed)) {
    if (!isWire(property)) continue;
    const name = memberOf(property, 'Name');
    if (typeof name === 'string') found.set(name, unwrapped(memberOf(property, 'Value')));
  }
  return found;
}

/** Elements of the row's own identity, [] where the answer has none. */
export function identityElements(wire: unknown): readonly string[] {
  const identity = isWire(wire) ? memberOf(wire, 'Identity') : undefined;
  const elements = isWire(identity) ? valuesOf(memberOf(identity, 'IdentityElements')) : [];
  return elements.map(unwrapped).map(String);
}

/** A member by name without regard to case: iMIS itself reads them so. */
export function memberOf(wire: Wire, name: string): unknown {
  if (name in wire) return wire[name];
  const { length } = name;
  // Most members that are not there differ in length from all that are: they cost no lower-casing.
  for (const key of Object.keys(wire))
    if (key.length === length && key.toLowerCase() === name.toLowerCase()) return wire[key];
  return undefined;
}
