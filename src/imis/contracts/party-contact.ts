/*
 * One contact detail of a party inside the whole record as iMIS sent it. Everything else of the record is put back as
 * it came: other addresses, other numbers, attributes of the site. That a detail stands at several places (the primary
 * e-mail and the one of an address) and is wrong at all of them is a guess, and is made here alone.
 */
import { memberOf } from './bag.js';
import type { Address, Party } from './party.js';
import { asiType, collection, isWire, typed, valuesOf, type Wire } from './wire.js';

/** One detail before and after; null is none. */
export type ContactChange =
  | { readonly field: 'email' | 'phone'; readonly before: string | null; readonly after: string | null }
  | { readonly field: 'address'; readonly before: Address | null; readonly after: Address | null };

export type ContactField = ContactChange['field'];

/** What a record says of one detail, as sync and pages show it. */
export const contactOf = (party: Party, field: ContactField): string | Address | null => party[field] ?? null;

/** Sites write numbers in their own way, addresses in capitals and countries as they like: none makes another place. */
export function sameContact(
  field: ContactField,
  one: string | Address | null,
  other: string | Address | null,
): boolean {
  if (one === null || other === null || typeof one === 'string' || typeof other === 'string')
    return plain(field, one) === plain(field, other);
  const isElsewhere =
    one.country !== undefined && other.country !== undefined && !sameCountry(one.country, other.country);
  return !isElsewhere && plain(field, one) === plain(field, other);
}

/** The same country, by name or code. */
export const sameCountry = (one: string, other: string): boolean => countryOf(one) === countryOf(other);

const COUNTRIES: Readonly<Record<string, string>> = {
  usa: 'us',
  'united states': 'us',
  'united states of america': 'us',
  canada: 'ca',
};

function countryOf(country: string): string {
  const name = country.trim().toLowerCase().replace(/\./g, '');
  return COUNTRIES[name] ?? name;
}

function plain(field: ContactField, value: string | Address | null): string {
  if (value === null) return '';
  if (typeof value === 'string')
    return field === 'phone' ? value.replace(/ext\.?/i, 'x').replace(/[^\dx]/gi, '') : value.trim().toLowerCase();
  const { lines, city, state, postalCode } = value;
  return [...lines, city, state, postalCode]
    .map((part) => (part ?? '').trim().replace(/\s+/g, ' ').toLowerCase())
    .join('\n');
}

/** The record with one detail replaced wherever the former value stands, or added where there was none. */
export function withContact(record: Wire, change: ContactChange): Wire {
  switch (change.field) {
    case 'email':
      return withEmail(record, change.before, change.after);
    case 'phone':
      return withPhone(record, change.before, change.after);
    case 'address':
      return withAddress(record, change.after);
  }
}

const membership = (name: string): string => asiType('Membership', name);

const withEmail = (record: Wire, before: string | null, after: string | null): Wire =>
  withinAddresses(
    withList(record, 'Emails', membership('EmailDataCollection'), (emails) =>
      replaced(emails, 'email', 'Address', before, after, {
        $type: membership('EmailData'),
        EmailType: '_Primary',
        IsPrimary: true,
      }),
    ),
    'Email',
    'email',
    before,
    after,
  );

const withPhone = (record: Wire, before: string | null, after: string | null): Wire =>
  withinAddresses(
    withList(record, 'Phones', membership('PhoneDataCollection'), (phones) =>
      replaced(phones, 'phone', 'Number', before, after, {
        $type: membership('PhoneData'),
        PhoneType: '_Work Phone',
      }),
    ),
    'Phone',
    'phone',
    before,
    after,
  );

/** The rows that say `before` say `after`; none of them is left where there is no after; a row is added where there was no before. */
function replaced(
  rows: readonly unknown[],
  field: ContactField,
  member: string,
  before: string | null,
  after: string | null,
  added: Wire,
): readonly unknown[] {
  const kept = rows.flatMap((row) => {
    if (before === null || !isWire(row) || !isValue(row, member, field, before)) return [row];
    return after === null ? [] : [put(row, member, after)];
  });
  // First of all: where a site knows no primary one, the first is read.
  return before === null && after !== null ? [{ ...added, [member]: after }, ...kept] : kept;
}

const isValue = (row: Wire, member: string, field: ContactField, value: string): boolean => {
  const found = memberOf(row, member);
  return typeof found === 'string' && sameContact(field, found, value);
};

/** An address repeats an e-mail and a number of its own. */
function withinAddresses(
  record: Wire,
  member: string,
  field: ContactField,
  before: string | null,
  after: string | null,
): Wire {
  if (before === null || memberOf(record, 'Addresses') === undefined) return record;
  return withList(record, 'Addresses', membership('FullAddressDataCollection'), (rows) =>
    rows.map((row) =>
      isWire(row) && isValue(row, member, field, before) ? put(row, member, after ?? undefined) : row,
    ),
  );
}

function withAddress(record: Wire, after: Address | null): Wire {
  return withList(record, 'Addresses', membership('FullAddressDataCollection'), (rows) => {
    const at = preferredAt(rows);
    const present = rows[at];
    if (after === null) return rows.filter((_, index) => index !== at);
    const full = isWire(present) ? present : newAddress;
    const inner = memberOf(full, 'Address');
    const address = without(isWire(inner) ? inner : { $type: membership('AddressData') }, derived);
    const isSameCountry = (memberOf(address, 'CountryName') ?? undefined) === after.country;
    const parts: readonly (readonly [string, unknown])[] = [
      ['AddressLines', collection(membership('AddressLineDataCollection'), after.lines)],
      ['CityName', after.city],
      ['CountryName', after.country],
      ['CountrySubEntityCode', after.state],
      ['PostalCode', after.postalCode],
    ];
    const corrected = parts.reduce(
      (wire, [name, value]) => put(wire, name, value),
      isSameCountry ? address : without(address, ['CountryCode']),
    );
    const changed = put(without(full, ['AddresseeText']), 'Address', corrected);
    return isWire(present) ? rows.map((row, index) => (index === at ? changed : row)) : [...rows, changed];
  });
}

// What iMIS makes of the other parts: it would still say the former place.
const derived = ['FullAddress', 'CountrySubEntityName', 'CountyName', 'VerifiedOn', 'Barcode', 'CarrierRoute'];

const newAddress = typed(membership('FullAddressData'), {
  AddressPurpose: 'Address',
  CommunicationPreferences: collection(
    membership('CommunicationPreferenceDataCollection'),
    ['default', 'mail', 'bill', 'ship'].map((Reason) => typed(membership('CommunicationPreferenceData'), { Reason })),
  ),
});

/** Which row of the addresses is shown as the party's own: as `decodeParty` chooses; the first where all are empty. */
function preferredAt(rows: readonly unknown[]): number {
  const filled = rows.flatMap((row, index) => (isWire(row) && hasAddress(row) ? [index] : []));
  const preferred = filled.find((index) =>
    valuesOf(memberOf(rows[index] as Wire, 'CommunicationPreferences')).some(
      (preference) => isWire(preference) && memberOf(preference, 'Reason') === 'default',
    ),
  );
  return preferred ?? filled[0] ?? 0;
}

function hasAddress(row: Wire): boolean {
  const address = memberOf(row, 'Address');
  if (!isWire(address)) return false;
  const lines = valuesOf(memberOf(address, 'AddressLines')).filter((line) => typeof line === 'string' && line.trim());
  const others = ['CityName', 'CountrySubEntityCode', 'PostalCode', 'CountryName'].filter((name) =>
    memberOf(address, name),
  );
  return lines.length + others.length > 0;
}

/** A collection's rows as `change` makes them; its type is kept, or `type` where there was no collection. */
function withList(
  record: Wire,
  name: string,
  type: string,
  change: (rows: readonly unknown[]) => readonly unknown[],
): Wire {
  const present = memberOf(record, name);
  const $type = isWire(present) && typeof present['$type'] === 'string' ? present['$type'] : type;
  return put(record, name, collection($type, change(valuesOf(present))));
}

/** A member set under the name it already has, whatever its case; undefined takes it away. The order is kept. */
function put(wire: Wire, name: string, value: unknown): Wire {
  const key = keyOf(wire, name) ?? name;
  if (value === undefined) return without(wire, [name]);
  return { ...wire, [key]: value };
}

const keyOf = (wire: Wire, name: string): string | undefined =>
  Object.keys(wire).find((key) => key.toLowerCase() === name.toLowerCase());

const without = (wire: Wire, names: readonly string[]): Wire =>
  Object.fromEntries(
    Object.entries(wire).filter(([key]) => !names.some((name) => name.toLowerCase() === key.toLowerCase())),
  );
