import { contractSource, need } from '../source.js';
import { subscriptions } from '../tables.js';

export const subscriptionSource = contractSource({
  entity: 'subscriptions',
  contract: 'Subscription',
  orderBy: 'PartyId',
  tables: [subscriptions],
  changed: { query: 'ChangedSubscriptions', id: (row) => `~${need(row, 'ID')}|${need(row, 'ItemId')}` },
  rows: (line) => [
    {
      subscription_id: `${line.partyId}|${line.itemId}`,
      member_id: line.partyId,
      item_code: line.itemId,
      is_active: line.isActive,
      paid_through: line.paidThrough,
      bill_begin: line.billBegin,
      bill_through: line.billThrough,
      bill_amount: line.billAmount?.minor,
      currency: line.billAmount?.currency,
    },
  ],
});
