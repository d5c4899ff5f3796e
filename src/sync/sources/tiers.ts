import { need, querySource } from '../source.js';
import { tiers } from '../tables.js';

export const tierSource = querySource({
  entity: 'tiers',
  query: 'Tiers',
  tables: [tiers],
  rows: (row) => [
    {
      tier_code: need(row, 'TierCode'),
      name: need(row, 'Name'),
      rank: Number(need(row, 'Rank')),
      is_organization: row['IsOrganization'] === true,
    },
  ],
});
