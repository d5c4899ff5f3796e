import { amount, need, querySource, text } from '../source.js';
import { sponsorships } from '../tables.js';

export const sponsorshipSource = querySource({
  entity: 'sponsorships',
  query: 'Sponsorships',
  tables: [sponsorships],
  rows: (row, _key, context) => {
    const given = amount(row, context);
    return [
      {
        sponsorship_id: need(row, 'SponsorshipId'),
        member_id: need(row, 'ID'),
        event_id: text(row['EventId']),
        level: need(row, 'Level'),
        amount: given.minor,
        currency: given.currency,
        begins_on: need(row, 'BeginsOn'),
        ends_on: text(row['EndsOn']),
      },
    ];
  },
});
