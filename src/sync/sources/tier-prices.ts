import { amount, need, querySource } from '../source.js';
import { tierPrices } from '../tables.js';

export const tierPriceSource = querySource({
  entity: 'tier_prices',
  query: 'TierPrices',
  tables: [tierPrices],
  rows: (row, key, context) => {
    const price = amount(row, context);
    return [
      {
        tier_price_id: key,
        tier_code: need(row, 'TierCode'),
        from_on: need(row, 'FromOn'),
        amount: price.minor,
        currency: price.currency,
      },
    ];
  },
});
