import { describe, expect, test } from 'vitest';
import { day } from '../../src/domain/day.js';
import { decodeActivity, decodeNewActivity, encodeActivity } from '../../src/imis/contracts/activity.js';
import { bag } from '../../src/imis/contracts/bag.js';
import { decodeEventRegistration, encodeEventRegistration } from '../../src/imis/contracts/events.js';
import {
  decodeCsContact,
  decodeGroupMember,
  decodeUser,
  encodeGroupMember,
} from '../../src/imis/contracts/membership.js';
import { decodeInvoice, encodeInvoice } from '../../src/imis/contracts/money.js';
import { decodeParty, encodeParty } from '../../src/imis/contracts/party.js';
import { MAX_TEXT_BYTES, type Reading } from '../../src/imis/contracts/reading.js';
import { decodeRow } from '../../src/imis/contracts/row.js';
import { queries } from '../../src/imis/pack.js';
import { examples } from './examples.js';

const reasonsOf = (reading: Reading<unknown>): readonly string[] => (reading.fits ? [] : reading.reasons);
const fitting = <T>(reading: Reading<T>): T => {
  if (!reading.fits) throw new Error(reading.reasons.join());
  return reading.value;
};
const party = encodeParty(examples.Party);

describe('a row that does not fit', () => {
  test('keeps the row whole and says every reason, by field and without the value', () => {
    const row = { ...party, BirthDate: '1980-02-30T00:00:00', Status: { PartyStatusId: 'Q' }, Name: 7 };
    const reading = decodeParty({ ...row, Name: undefined, PersonName: { FirstName: 'Ada' } });
    expect(reading).toMatchObject({ fits: false, key: '101' });
    expect(reasonsOf(reading)).toEqual([
      'Status.PartyStatusId is an unknown code (Q)',
      'Name is missing',
      'BirthDate is not a calendar day',
    ]);
    expect(JSON.stringify(reasonsOf(reading))).not.toContain('Ada');
  });

  test.each([
    ['2026-13-01T00:00:00'],
    ['2026-02-29'],
    ['0000-01-01'],
    ['12345-01-01'],
    ['yesterday'],
    ['2026-11-21T25:00:00'],
    ['2026-11-21T10:00:00Z'],
  ])('the date %s is none', (BirthDate) => {
    expect(reasonsOf(decodeParty({ ...party, BirthDate }))).toEqual(['BirthDate is not a calendar day']);
  });

  test('a text above 1 MB is a reject, one just below is kept, counted in bytes', () => {
    const withNote = (note: string) => decodeActivity(encodeActivity({ ...examples.Activity, note }));
    expect(reasonsOf(withNote('x'.repeat(10_000_000)))).toEqual([`NOTE is longer than ${MAX_TEXT_BYTES} bytes`]);
    expect(reasonsOf(withNote('é'.repeat(MAX_TEXT_BYTES / 2 + 1)))).toHaveLength(1);
    expect(fitting(withNote('é'.repeat(MAX_TEXT_BYTES / 2))).note).toHaveLength(MAX_TEXT_BYTES / 2);
  });

  test('without a key of its own gets one from its content, the same each time', () => {
    const keys = [1, 2].map(() => decodeParty({ $type: party['$type'], Name: 'x' }).key);
    expect(keys[0]).toMatch(/^row-[0-9a-f]{16}$/);
    expect(keys[1]).toBe(keys[0]);
    expect(decodeParty({ $type: party['$type'], Name: 'y' }).key).not.toBe(keys[0]);
  });

  test.each([[null], ['text'], [7], [[]], [{}]])('%j is no party', (wire) => {
    expect(decodeParty(wire).fits).toBe(false);
    expect(decodeActivity(wire).fits).toBe(false);
  });

  test('an amount without a currency takes that of the association, and is a reject where none is set', () => {
    const wire = { ...encodeInvoice(examples.InvoiceSummary), Balance: 10.5, InvoiceAmount: { Amount: 240 } };
    expect(reasonsOf(decodeInvoice(wire))).toEqual(['InvoiceAmount has no currency', 'Balance has no currency']);
    expect(fitting(decodeInvoice(wire, { currency: 'USD' }))).toMatchObject({
      balance: { minor: 1050, currency: 'USD' },
      total: { minor: 24_000, currency: 'USD' },
    });
  });
});

describe('what is read leniently', () => {
  test('emoji and right-to-left text pass through unchanged', () => {
    const note = 'שלום 👩‍👩‍👧‍👦 مرحبا \u202Eabc';
    expect(fitting(decodeActivity(encodeActivity({ ...examples.Activity, note }))).note).toBe(note);
  });

  test('member names are matched without regard to case', () => {
    const wire = JSON.parse(JSON.stringify(encodeActivity(examples.Activity)).replace('"Properties"', '"properties"'));
    expect(fitting(decodeActivity(wire))).toEqual(examples.Activity);
  });

  test('the empty date is no date, wrapped and bare values are the same', () => {
    const wire = bag({
      entity: 'CsContact',
      identity: ['9'],
      properties: {
        ID: '9',
        PaidThrough: '0001-01-01T00:00:00',
        JoinDate: { $type: 'System.DateTime', $value: '2020-02-29T00:00:00' },
      },
    });
    expect(fitting(decodeCsContact(wire))).toEqual({ id: '9', joinDate: day('2020-02-29') });
  });

  test('an empty address, a fax and a party without gender are no hindrance', () => {
    const wire = {
      ...party,
      Addresses: {
        $values: [{ Address: { AddressLines: { $values: [] }, CityName: '' } }, { Address: { CityName: 'Reno' } }],
      },
      Phones: {
        $values: [
          { Number: '1', PhoneType: '_Fax' },
          { Number: '2', PhoneType: 'Mobile' },
        ],
      },
    };
    expect(fitting(decodeParty(wire))).toMatchObject({ address: { lines: [], city: 'Reno' }, phone: '2' });
  });

  test('the preferred address is taken, wherever it stands', () => {
    const [home] = (party['Addresses'] as { $values: unknown[] }).$values;
    const wire = { ...party, Addresses: { $values: [{ Address: { CityName: 'Reno' } }, home] } };
    expect(fitting(decodeParty(wire)).address?.city).toBe('Springfield');
  });

  test('of several terms in a group the latest counts, and without any the person has left', () => {
    const wire = encodeGroupMember(examples.GroupMember);
    const detail = (EffectiveDate: string, Name: string) => ({ EffectiveDate, IsActive: true, Role: { Name } });
    const details = [detail('2026-01-01T00:00:00', 'Chair'), detail('2020-01-01T00:00:00', 'Member')];
    expect(fitting(decodeGroupMember({ ...wire, MembershipDetails: { $values: details } })).role).toBe('Chair');
    expect(fitting(decodeGroupMember({ ...wire, MembershipDetails: { $values: [] } })).isActive).toBe(false);
  });

  test('a user without IsDisabled is enabled', () => {
    expect(fitting(decodeUser({ UserId: '1', UserName: 'x' })).isDisabled).toBe(false);
  });

  test('a registration status that is not active or waitlisted is known as cancelled or not at all', () => {
    const wire = encodeEventRegistration(examples.EventRegistration);
    expect(fitting(decodeEventRegistration({ ...wire, Status: 0 })).status).toBe('cancelled');
    expect(reasonsOf(decodeEventRegistration({ ...wire, Status: 'odd' }))).toEqual(['Status is an unknown code (odd)']);
  });

  test('a posted activity has no number yet', () => {
    const { activityId: _, updatedOn: __, ...fresh } = examples.Activity;
    expect(fitting(decodeNewActivity(encodeActivity(fresh)))).toEqual(fresh);
  });
});

test('a row of a query names the columns that are missing or of another type', () => {
  const logins = queries.find(({ name }) => name === 'Logins');
  if (!logins) throw new Error('no such query');
  const reading = decodeRow(logins, { LoginId: 'L1', OccurredOn: 'soon', UpdatedOn: '2026-01-01T00:00:00' });
  expect(reading.key).toBe('L1');
  expect(reasonsOf(reading)).toEqual(['ID is missing', 'OccurredOn is not a calendar day']);
});
