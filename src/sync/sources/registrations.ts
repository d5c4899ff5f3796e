import type { Database } from '../../store/database.js';
import { contractSource, need } from '../source.js';
import { registrations } from '../tables.js';

export const registrationSource = contractSource({
  entity: 'registrations',
  contract: 'EventRegistration',
  orderBy: 'RegistrantId',
  after: ['events'],
  tables: [registrations],
  partition: { property: 'EventId', of: eventIds },
  changed: { query: 'ChangedRegistrations', id: (row) => `${need(row, 'EventId')}-${need(row, 'ID')}` },
  rows: (registration) => [
    {
      registration_id: registration.registrationId,
      event_id: registration.eventId,
      member_id: registration.partyId,
      registered_on: registration.registeredOn,
      status: registration.status,
    },
  ],
});

/** Also events that did not fit: their registrations may. */
async function eventIds(database: Database): Promise<readonly string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select event_id as id from imis.events union select source_key from imis.rejects where entity = 'events' order by id`,
  );
  return rows.map(({ id }) => id);
}
