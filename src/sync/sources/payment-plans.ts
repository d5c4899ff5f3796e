import { need, numeric, oneOf, querySource, text } from '../source.js';
import { paymentPlans } from '../tables.js';

const statuses = ['running', 'finished', 'broken'];

export const paymentPlanSource = querySource({
  entity: 'payment_plans',
  query: 'PaymentPlans',
  tables: [paymentPlans],
  rows: (row) => [
    {
      plan_id: need(row, 'PlanId'),
      member_id: need(row, 'ID'),
      invoice_id: text(row['InvoiceId']),
      installments: numeric(row, 'Installments'),
      paid_installments: numeric(row, 'PaidInstallments'),
      begins_on: need(row, 'BeginsOn'),
      status: oneOf(row, 'Status', statuses),
    },
  ],
});
