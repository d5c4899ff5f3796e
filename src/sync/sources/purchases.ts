import { amount, need, numeric, querySource } from '../source.js';
import { purchases } from '../tables.js';

export const purchaseSource = querySource({
  entity: 'purchases',
  query: 'Purchases',
  tables: [purchases],
  rows: (row, _key, context) => {
    const paid = amount(row, context);
    return [
      {
        purchase_id: need(row, 'PurchaseId'),
        member_id: need(row, 'ID'),
        product_code: need(row, 'ProductCode'),
        product: need(row, 'Product'),
        category: need(row, 'Category'),
        quantity: numeric(row, 'Quantity'),
        amount: paid.minor,
        currency: paid.currency,
        purchased_on: need(row, 'PurchasedOn'),
      },
    ];
  },
});
