import { amount, need, oneOf, querySource, text } from '../source.js';
import { invoiceLines } from '../tables.js';

const lineKinds = ['dues', 'event', 'product', 'donation', 'other'];

export const invoiceLineSource = querySource({
  entity: 'invoice_lines',
  query: 'InvoiceLines',
  tables: [invoiceLines],
  rows: (row, _key, context) => {
    const charged = amount(row, context);
    return [
      {
        invoice_line_id: need(row, 'LineId'),
        invoice_id: need(row, 'InvoiceId'),
        member_id: need(row, 'ID'),
        line_kind: oneOf(row, 'LineKind', lineKinds),
        item_code: need(row, 'ItemCode'),
        quantity: Number(need(row, 'Quantity')),
        amount: charged.minor,
        currency: charged.currency,
        begins_on: text(row['BeginsOn']),
        through_on: text(row['ThroughOn']),
        is_prorated: row['IsProrated'] === true,
        is_comp: row['IsComp'] === true,
      },
    ];
  },
});
