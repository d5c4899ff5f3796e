import { contractSource, need } from '../source.js';
import { payments } from '../tables.js';

export const paymentSource = contractSource({
  entity: 'payments',
  contract: 'PaymentSummary',
  orderBy: 'PaymentId',
  tables: [payments],
  changed: { query: 'ChangedPayments', id: (row) => need(row, 'PaymentId') },
  rows: (payment) => [
    {
      payment_id: payment.paymentId,
      invoice_id: payment.invoiceId,
      member_id: payment.partyId,
      paid_on: payment.paidOn,
      amount: payment.amount.minor,
      currency: payment.amount.currency,
      method: payment.method,
      status: payment.status,
    },
  ],
});
