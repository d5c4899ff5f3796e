import { need, oneOf, querySource, text } from '../source.js';
import { consents } from '../tables.js';

const channels = ['email', 'sms', 'phone', 'post'];

export const consentSource = querySource({
  entity: 'consents',
  query: 'Consents',
  tables: [consents],
  rows: (row, key) => [
    {
      consent_id: key,
      member_id: need(row, 'ID'),
      channel: oneOf(row, 'Channel', channels),
      purpose: need(row, 'Purpose'),
      is_granted: row['IsGranted'] === true,
      decided_on: text(row['DecidedOn']),
    },
  ],
});
