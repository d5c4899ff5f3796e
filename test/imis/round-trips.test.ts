import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Day, dayOf } from '../../src/domain/day.js';
import { money } from '../../src/domain/money.js';
import { type ContractName, type Contracts, type Endpoint, endpoints } from '../../src/imis/contracts/endpoints.js';
import { registrationId } from '../../src/imis/contracts/events.js';
import { decodeRow, encodeRow, type IqaValue } from '../../src/imis/contracts/row.js';
import { type ColumnType, queries } from '../../src/imis/pack.js';
import { examples } from './examples.js';

/** Any text a person may have typed, emoji and right-to-left scripts included, but for what no database holds. */
const text = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((value) => value.trim() !== '' && !value.includes('\u0000'));
const id = fc.string({ unit: fc.constantFrom(...'ABC123_'), minLength: 1, maxLength: 8 });
const day: fc.Arbitrary<Day> = fc
  .tuple(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
  .map(([year, month, dayOfMonth]) => dayOf(year, month, dayOfMonth));
const time = fc
  .tuple(day, fc.integer({ min: 0, max: 86_399 }))
  .map(([of, seconds]) => `${of}T${new Date(seconds * 1000).toISOString().slice(11, 19)}`);
const amount = fc
  .tuple(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.constantFrom('USD', 'JPY', 'KWD'))
  .map(([minor, currency]) => money(minor, currency));
const maybe = <T>(of: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> => fc.option(of, { nil: undefined });

const address = fc
  .record({ lines: fc.array(text, { maxLength: 3 }), city: maybe(text), state: maybe(text), postalCode: maybe(text) })
  .filter(({ lines, city, state, postalCode }) => lines.length > 0 || Boolean(city ?? state ?? postalCode));

const party = fc
  .record({
    partyId: id,
    status: fc.constantFrom('active', 'inactive', 'suspended', 'deceased'),
    fullName: text,
    email: maybe(text),
    phone: maybe(text),
    address: maybe(address),
    updatedOn: maybe(time),
  })
  .chain((shared) =>
    fc.oneof(
      fc.constant({ ...shared, kind: 'organization' as const }),
      fc
        .record({
          firstName: maybe(text),
          lastName: maybe(text),
          informalName: maybe(text),
          jobTitle: maybe(text),
          employerId: maybe(id),
          birthDate: maybe(day),
        })
        .map((person) => ({ ...shared, ...person, kind: 'person' as const })),
    ),
  );

const arbitraries: { readonly [N in ContractName]: fc.Arbitrary<unknown> } = {
  Party: party,
  CsContact: fc.record({
    id,
    memberType: maybe(id),
    joinDate: maybe(day),
    paidThrough: maybe(day),
    renewedThru: maybe(day),
  }),
  User: fc.record({ userId: id, userName: text, isDisabled: fc.boolean(), updatedOn: maybe(time) }),
  Group: fc.record({ groupId: id, name: text, kind: fc.constantFrom('chapter', 'committee', 'sig', 'other') }),
  GroupMember: fc.record({
    groupMemberId: id,
    groupId: id,
    partyId: id,
    role: maybe(text),
    beginsOn: maybe(day),
    endsOn: maybe(day),
    isActive: fc.boolean(),
  }),
  Event: fc.record({
    eventId: text,
    code: text,
    name: text,
    status: id,
    eventType: text,
    beginsOn: day,
    endsOn: day,
    city: maybe(text),
    state: maybe(text),
  }),
  EventRegistration: fc
    .record({
      eventId: id,
      partyId: id,
      registeredOn: maybe(day),
      status: fc.constantFrom('registered', 'cancelled', 'waitlisted'),
    })
    .map((registration) => ({
      ...registration,
      registrationId: registrationId(registration.eventId, registration.partyId),
    })),
  Activity: fc.record({
    activityId: fc.integer({ min: 1, max: 2 ** 31 - 1 }).map(String),
    partyId: id,
    activityType: id,
    occurredOn: day,
    description: maybe(text),
    note: maybe(text),
    authorId: maybe(id),
    changeKey: maybe(id),
  }),
  InvoiceSummary: fc.record({
    invoiceId: fc.integer({ min: 1 }).map(String),
    soldToId: id,
    billToId: maybe(id),
    sourceSystem: id,
    invoicedOn: day,
    dueOn: maybe(day),
    total: amount,
    balance: amount,
  }),
  PaymentSummary: fc.record({
    paymentId: id,
    partyId: id,
    invoiceId: maybe(id),
    paidOn: day,
    amount,
    method: maybe(text),
    status: fc.constantFrom('received', 'failed', 'refunded', 'written_off'),
  }),
  Subscription: fc.record({
    partyId: id,
    itemId: id,
    isActive: fc.boolean(),
    paidThrough: maybe(day),
    billAmount: maybe(amount),
  }),
};

/** What the wire drops: members that are undefined. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe.each(Object.keys(arbitraries) as ContractName[])('%s', (contract) => {
  const { encode, decode, id: idOf } = endpoints[contract] as Endpoint<unknown>;
  const thereAndBack = (value: unknown) => decode(JSON.parse(JSON.stringify(encode(value))));

  test('the example comes back as it was', () => {
    expect(thereAndBack(examples[contract])).toEqual({
      fits: true,
      key: idOf(examples[contract]),
      value: examples[contract],
    });
  });

  test('whatever is written is read back the same, under the id it is asked for by', () => {
    fc.assert(
      fc.property(arbitraries[contract], (value) => {
        const reading = thereAndBack(value);
        expect(reading).toMatchObject({ fits: true, key: idOf(value) });
        expect(plain(reading.fits && reading.value)).toEqual(plain(value));
      }),
      { numRuns: 60 },
    );
  });

  test('every object on the wire begins with its type', () => {
    expect(untyped(encode(examples[contract] as Contracts[ContractName]))).toEqual([]);
  });
});

function untyped(wire: unknown, path = '$'): string[] {
  if (Array.isArray(wire)) return wire.flatMap((item, index) => untyped(item, `${path}[${index}]`));
  if (typeof wire !== 'object' || wire === null) return [];
  const members = Object.entries(wire);
  const inner = members.flatMap(([name, member]) => untyped(member, `${path}.${name}`));
  return members[0]?.[0] === '$type' ? inner : [path, ...inner];
}

const values: Readonly<Record<ColumnType, fc.Arbitrary<IqaValue>>> = {
  text,
  integer: fc.integer(),
  decimal: fc.integer({ min: -1_000_000, max: 1_000_000 }).map((cents) => cents / 100),
  boolean: fc.boolean(),
  day,
  time,
};

test.each(queries.map((query) => [query.name, query] as const))(
  'rows of the query %s come back as they were',
  (_name, query) => {
    const columns = Object.fromEntries(
      query.columns.map((column) => [column.name, column.required ? values[column.type] : maybe(values[column.type])]),
    );
    fc.assert(
      fc.property(fc.record(columns), (row) => {
        const reading = decodeRow(query, JSON.parse(JSON.stringify(encodeRow(query, row))));
        expect(plain(reading.fits && reading.value)).toEqual(plain(row));
      }),
      { numRuns: 25 },
    );
  },
);
