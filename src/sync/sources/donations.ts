import { amount, need, querySource } from '../source.js';
import { donations } from '../tables.js';

export const donationSource = querySource({
  entity: 'donations',
  query: 'Donations',
  tables: [donations],
  rows: (row, _key, context) => {
    const given = amount(row, context);
    return [
      {
        donation_id: need(row, 'DonationId'),
        member_id: need(row, 'ID'),
        fund: need(row, 'Fund'),
        amount: given.minor,
        currency: given.currency,
        donated_on: need(row, 'DonatedOn'),
      },
    ];
  },
});
