import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Address, decodeParty, encodeParty, type Party } from '../../src/imis/contracts/party.js';
import { type ContactChange, contactOf, sameContact, withContact } from '../../src/imis/contracts/party-contact.js';
import { asiType, isWire, type Wire } from '../../src/imis/contracts/wire.js';
import { examples } from './examples.js';

const word = fc.stringMatching(/^[A-Za-z]{1,8}$/);
const address: fc.Arbitrary<Address> = fc.record({
  lines: fc.array(fc.stringMatching(/^\d{1,3} [A-Za-z]{1,8}$/), { minLength: 1, maxLength: 2 }),
  city: word,
  state: fc.constantFrom('TX', 'OH'),
  postalCode: fc.stringMatching(/^\d{5}$/),
  country: fc.constantFrom('United States', 'Canada'),
});
const email = fc.stringMatching(/^[a-z]{1,6}@[a-z]{1,6}\.org$/);
const phone = fc.stringMatching(/^\(512\) 555-01\d\d$/);
const orNone = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
const party = fc
  .record({ email: orNone(email), phone: orNone(phone), address: orNone(address) })
  .map(({ email, phone, address }): Party => {
    const { email: _, phone: __, address: ___, ...rest } = examples.Party;
    return { ...rest, ...(email && { email }), ...(phone && { phone }), ...(address && { address }) };
  });
const after = fc.oneof(
  fc.record({ field: fc.constant('email' as const), after: orNone(email) }),
  fc.record({ field: fc.constant('phone' as const), after: orNone(phone) }),
  fc.record({ field: fc.constant('address' as const), after: orNone(address) }),
);

const decoded = (wire: Wire): Party => {
  const reading = decodeParty(wire);
  if (!reading.fits) throw new Error(reading.reasons.join());
  return reading.value;
};

test('a changed record says the new value and the rest as before, and changing it back restores it', () => {
  fc.assert(
    fc.property(party, after, (before, { field, after: value }) => {
      const record = encodeParty(before);
      const change = { field, before: contactOf(before, field), after: value } as ContactChange;
      const changed = decoded(withContact(record, change));
      expect(sameContact(field, contactOf(changed, field), value)).toBe(true);
      const { [field]: _, ...rest } = changed;
      const { [field]: __, ...restBefore } = before;
      expect(rest).toEqual(restBefore);
      const back = { field, before: value, after: contactOf(before, field) } as ContactChange;
      expect(decoded(withContact(withContact(record, change), back))).toEqual(before);
    }),
    { numRuns: 150 },
  );
});

const membership = (name: string) => asiType('Membership', name);
const list = (name: string, values: readonly Wire[]) => ({ $type: membership(name), $values: values });

/** As a site sends it: two addresses, an e-mail in three places, attributes of its own. */
const full: Wire = {
  ...encodeParty(examples.Party),
  Emails: list('EmailDataCollection', [
    { $type: membership('EmailData'), Address: 'Old@example.org', EmailType: '_Primary', IsPrimary: true },
    { $type: membership('EmailData'), Address: 'old@example.org', EmailType: 'Address' },
    { $type: membership('EmailData'), Address: 'other@example.org', EmailType: 'Home' },
  ]),
  Addresses: list('FullAddressDataCollection', [
    {
      $type: membership('FullAddressData'),
      Address: {
        $type: membership('AddressData'),
        AddressLines: list('AddressLineDataCollection', []),
        CityName: 'Home town',
      },
      Email: 'other@example.org',
    },
    {
      $type: membership('FullAddressData'),
      AddresseeText: 'Ada Example\r\n1 High St',
      Address: {
        $type: membership('AddressData'),
        AddressId: '4001',
        CityName: 'Old town',
        CountryName: 'United States',
        CountryCode: 'US',
        FullAddress: '1 High St\rOld town',
        VerifiedOn: '2025-02-03T08:00:00',
      },
      CommunicationPreferences: list('CommunicationPreferenceDataCollection', [
        { $type: membership('CommunicationPreferenceData'), Reason: 'default' },
      ]),
      Email: 'old@example.org',
    },
  ]),
  UniformId: 'kept',
};
const rowsOf = (wire: Wire, name: string) => (wire[name] as { $values: readonly Wire[] }).$values;

test('an e-mail address is corrected wherever it stands, and others are left', () => {
  const changed = withContact(full, { field: 'email', before: 'old@example.org', after: 'new@example.org' });
  expect(rowsOf(changed, 'Emails').map((row) => row['Address'])).toEqual([
    'new@example.org',
    'new@example.org',
    'other@example.org',
  ]);
  expect(rowsOf(changed, 'Addresses').map((row) => row['Email'])).toEqual(['other@example.org', 'new@example.org']);
  expect(changed['UniformId']).toBe('kept');
  expect(Object.keys(changed)).toEqual(Object.keys(full));
});

test('of several addresses the preferred one is corrected, and what was made of the former is dropped', () => {
  const value = { lines: ['9 New Road'], city: 'Austin', state: 'TX', postalCode: '78701', country: 'United States' };
  const changed = withContact(full, { field: 'address', before: null, after: value });
  const [other, preferred] = rowsOf(changed, 'Addresses');
  expect(other).toEqual(rowsOf(full, 'Addresses')[0]);
  expect(preferred).not.toHaveProperty('AddresseeText');
  expect(preferred?.['Address']).toMatchObject({ AddressId: '4001', CityName: 'Austin', CountryCode: 'US' });
  expect(isWire(preferred?.['Address']) && Object.keys(preferred['Address'])).not.toContain('FullAddress');
  expect(Object.keys(preferred?.['Address'] as Wire)[0]).toBe('$type');
  expect(decoded(changed).address).toEqual(value);
});

test('numbers, capitals and names of countries written otherwise are the same detail', () => {
  expect(sameContact('phone', '(512) 555-0187 ext. 12', '512.555.0187 x12')).toBe(true);
  expect(sameContact('phone', '512-555-0187', '512-555-0188')).toBe(false);
  const home = { lines: ['12 Oak St'], city: 'Austin', state: 'TX', postalCode: '78701' };
  expect(
    sameContact('address', { ...home, country: 'US' }, { ...home, city: 'AUSTIN', country: 'United States' }),
  ).toBe(true);
  expect(sameContact('address', { ...home, country: 'US' }, { ...home, country: 'Canada' })).toBe(false);
  expect(sameContact('email', null, '')).toBe(true);
});
