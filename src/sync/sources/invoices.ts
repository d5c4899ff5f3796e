import { contractSource, need, RowUnfit } from '../source.js';
import { invoices } from '../tables.js';

export const invoiceSource = contractSource({
  entity: 'invoices',
  contract: 'InvoiceSummary',
  orderBy: 'InvoiceId',
  tables: [invoices],
  changed: { query: 'ChangedInvoices', id: (row) => need(row, 'InvoiceId') },
  rows: (invoice) => {
    if (invoice.total.currency !== invoice.balance.currency)
      throw new RowUnfit('InvoiceAmount and Balance are in different currencies');
    return [
      {
        invoice_id: invoice.invoiceId,
        invoice_number: invoice.invoiceNumber,
        member_id: invoice.soldToId,
        bill_to_id: invoice.billToId,
        source_system: invoice.sourceSystem,
        invoiced_on: invoice.invoicedOn,
        due_on: invoice.dueOn,
        total: invoice.total.minor,
        balance: invoice.balance.minor,
        currency: invoice.total.currency,
      },
    ];
  },
});
