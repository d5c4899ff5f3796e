import type { Day } from '../../domain/day.js';
import { Fields, isOfType, type Reading } from './reading.js';
import { asiType, collection, isWire, typed, updateInformation, valuesOf, type Wire, wireDay } from './wire.js';

/** A person or organisation (GET /api/Party): typed contract PersonData or OrganizationData. */
export interface Party {
  readonly partyId: string;
  readonly kind: 'person' | 'organization';
  readonly status: 'active' | 'inactive' | 'suspended' | 'deceased';
  readonly fullName: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly informalName?: string;
  readonly jobTitle?: string;
  readonly employerId?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: Address;
  readonly birthDate?: Day;
  /** Site-local time, ISO without zone. */
  readonly updatedOn?: string;
}

export interface Address {
  readonly lines: readonly string[];
  readonly city?: string;
  /** Two letters for the US and Canada (CountrySubEntityCode). */
  readonly state?: string;
  readonly postalCode?: string;
  readonly country?: string;
}

// A, I and S are iMIS's own. D for deceased is a guess: the list of statuses is kept by each site.
const statusCodes = { active: 'A', inactive: 'I', suspended: 'S', deceased: 'D' } as const;
const statuses: Readonly<Record<string, Party['status']>> = {
  A: 'active',
  I: 'inactive',
  S: 'suspended',
  D: 'deceased',
};

const statusNames = { active: 'Active', inactive: 'Inactive', suspended: 'Suspended', deceased: 'Deceased' } as const;

const membership = (name: string): string => asiType('Membership', name);
export const partyRowType = membership('PartyData');

export function encodeParty(party: Party): Wire {
  const isPerson = party.kind === 'person';
  return typed(membership(isPerson ? 'PersonData' : 'OrganizationData'), {
    ...(isPerson ? personMembers(party) : { OrganizationName: party.fullName }),
    Name: party.fullName,
    Addresses: collection(membership('FullAddressDataCollection'), party.address ? [encodeAddress(party.address)] : []),
    AlternateIds: collection(asiType('Core', 'AlternateIdDataCollection'), [
      typed(asiType('Core', 'AlternateIdData'), { Id: party.partyId, IdType: 'Id' }),
    ]),
    Emails: collection(
      membership('EmailDataCollection'),
      party.email
        ? [typed(membership('EmailData'), { Address: party.email, EmailType: '_Primary', IsPrimary: true })]
        : [],
    ),
    Phones: collection(
      membership('PhoneDataCollection'),
      party.phone ? [typed(membership('PhoneData'), { Number: party.phone, PhoneType: '_Work Phone' })] : [],
    ),
    UpdateInformation: updateInformation(party.updatedOn),
    PartyId: party.partyId,
    Id: party.partyId,
    Status: typed(membership('PartyStatusData'), {
      PartyStatusId: statusCodes[party.status],
      Name: statusNames[party.status],
      Description: statusNames[party.status],
    }),
  });
}

const personMembers = (party: Party): Wire => ({
  BirthDate: wireDay(party.birthDate),
  PersonName: typed(membership('PersonNameData'), {
    FirstName: party.firstName,
    InformalName: party.informalName,
    LastName: party.lastName,
    FullName: party.fullName,
  }),
  PrimaryOrganization:
    party.employerId || party.jobTitle
      ? typed(membership('PrimaryOrganizationInformationData'), {
          OrganizationPartyId: party.employerId,
          Title: party.jobTitle,
        })
      : undefined,
});

const encodeAddress = (address: Address): Wire =>
  typed(membership('FullAddressData'), {
    Address: typed(membership('AddressData'), {
      AddressLines: collection(membership('AddressLineDataCollection'), address.lines),
      CityName: address.city,
      CountryName: address.country,
      CountrySubEntityCode: address.state,
      PostalCode: address.postalCode,
    }),
    AddressPurpose: 'Address',
    CommunicationPreferences: collection(
      membership('CommunicationPreferenceDataCollection'),
      ['default', 'mail', 'bill', 'ship'].map((Reason) => typed(membership('CommunicationPreferenceData'), { Reason })),
    ),
  });

export function decodeParty(wire: unknown): Reading<Party> {
  const fields = Fields.ofObject(wire);
  const name = fields.inner('PersonName');
  const employer = fields.inner('PrimaryOrganization');
  const kind = kindOf(wire);
  const partyId = fields.text('PartyId') ?? fields.text('Id');
  if (!kind) fields.reasons.push('$type is neither PersonData nor OrganizationData');
  return fields.reading<Party>(wire, partyId, {
    partyId: fields.need('PartyId', partyId),
    kind: kind ?? 'person',
    status: fields.need('Status.PartyStatusId', fields.inner('Status').code('PartyStatusId', statuses)),
    fullName: fields.need('Name', fields.text('OrganizationName') ?? name.text('FullName') ?? fields.text('Name')),
    firstName: name.text('FirstName'),
    lastName: name.text('LastName'),
    informalName: name.text('InformalName'),
    jobTitle: employer.text('Title'),
    employerId: employer.text('OrganizationPartyId'),
    email: emailOf(fields),
    phone: phoneOf(fields),
    address: addressOf(fields),
    birthDate: fields.day('BirthDate'),
    updatedOn: fields.inner('UpdateInformation').time('UpdatedOn'),
  });
}

function kindOf(wire: unknown): Party['kind'] | undefined {
  if (!isWire(wire)) return undefined;
  if (isOfType(wire, 'PersonData')) return 'person';
  return isOfType(wire, 'OrganizationData') ? 'organization' : undefined;
}

function emailOf(fields: Fields): string | undefined {
  const emails = fields.list('Emails').map((email) => fields.within(email, 'Emails'));
  const primary = emails.find((email) => email.boolean('IsPrimary') || email.text('EmailType') === '_Primary');
  return (primary ?? emails[0])?.text('Address');
}

/** The name-level number before those of addresses: types with an underscore are iMIS's own. */
function phoneOf(fields: Fields): string | undefined {
  const phones = fields
    .list('Phones')
    .map((phone) => fields.within(phone, 'Phones'))
    .filter((phone) => phone.has('Number') && !/fax/i.test(phone.text('PhoneType') ?? ''));
  return (phones.find((phone) => phone.text('PhoneType')?.startsWith('_')) ?? phones[0])?.text('Number');
}

/** The preferred address: the first one marked "default", else the first that is not empty. iMIS may send one empty row for none. */
function addressOf(fields: Fields): Address | undefined {
  const all = fields
    .list('Addresses')
    .map((wire) => ({ wire, address: decodeAddress(fields.within(wire, 'Addresses').inner('Address')) }))
    .filter(({ address }) => address !== undefined);
  return (all.find(({ wire }) => isPreferred(wire)) ?? all[0])?.address;
}

const isPreferred = (wire: unknown): boolean =>
  isWire(wire) &&
  valuesOf(wire['CommunicationPreferences']).some(
    (preference) => isWire(preference) && preference['Reason'] === 'default',
  );

function decodeAddress(fields: Fields): Address | undefined {
  const lines = fields
    .list('AddressLines')
    .filter((line) => typeof line === 'string' && line.trim() !== '') as string[];
  const [city, state] = [fields.text('CityName'), fields.text('CountrySubEntityCode')];
  const [postalCode, country] = [fields.text('PostalCode'), fields.text('CountryName')];
  if (lines.length === 0 && !city && !state && !postalCode && !country) return undefined;
  return {
    lines,
    ...(city && { city }),
    ...(state && { state }),
    ...(postalCode && { postalCode }),
    ...(country && { country }),
  };
}
