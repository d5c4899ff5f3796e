import { contractSource, need } from '../source.js';
import { identity, parties } from '../tables.js';

/** People and organisations: facts to imis.parties, names and contact details to imis.identity. */
export const partySource = contractSource({
  entity: 'parties',
  contract: 'Party',
  orderBy: 'PartyId',
  tables: [parties, identity],
  changed: { query: 'ChangedParties', id: (row) => need(row, 'ID'), tellsMore: true },
  rows: (party) => [
    {
      member_id: party.partyId,
      kind: party.kind,
      status: party.status,
      job_title: party.jobTitle,
      employer_id: party.employerId,
      city: party.address?.city,
      state: party.address?.state,
      country: party.address?.country,
    },
    {
      member_id: party.partyId,
      full_name: party.fullName,
      first_name: party.firstName,
      last_name: party.lastName,
      informal_name: party.informalName,
      email: party.email,
      phone: party.phone,
      address_lines: party.address?.lines ?? [],
      postal_code: party.address?.postalCode,
      birth_date: party.birthDate,
    },
  ],
});
