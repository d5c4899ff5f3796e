import { contractSource, need } from '../source.js';
import { contacts } from '../tables.js';

/** Today's membership of each party. Types that are no membership (NM, STAFF) stay: the tier table tells them apart. */
export const contactSource = contractSource({
  entity: 'contacts',
  contract: 'CsContact',
  orderBy: 'ID',
  tables: [contacts],
  changed: { query: 'ChangedParties', id: (row) => need(row, 'ID'), tellsMore: true },
  rows: (contact) => [
    {
      member_id: contact.id,
      member_type: contact.memberType,
      joined_on: contact.joinDate,
      paid_through: contact.paidThrough,
      renewed_through: contact.renewedThru,
    },
  ],
});
