/*
 * Where money is recorded: rows (member_id, on_day, amount, currency), amounts in minor units. Refunds count against
 * what was received. A write-off forgives an invoice and is no money that came in, so it is in none of these.
 */
import type { EventKind, MoneyMeasure } from './definition.js';
import type { Statement } from './statement.js';

/** Whose data say how far back a measure reaches; undefined: invoices as they stand now, which are always read whole. */
export const moneyKind: Readonly<Record<MoneyMeasure, EventKind | undefined>> = {
  revenue: 'payment',
  dues: 'payment',
  other_revenue: 'payment',
  donated: 'donation',
  purchased: 'purchase',
  balance: undefined,
  overdue: undefined,
};

/** What is open now has no window. */
export const isOpenNow = (measure: MoneyMeasure): boolean => moneyKind[measure] === undefined;

const RECEIVED = `(case when y.status = 'refunded' then -abs(y.amount) else y.amount end)`;

/** A payment is for dues as far as its invoice is; one without an invoice is not. */
const duesShare = `round(${RECEIVED} * coalesce(l.dues, 0) / nullif(coalesce(l.whole, 1), 0))`;
/** Invoices summed once for everybody, or looked up payment by payment where one member at a time is asked about. */
export type Lookup = 'everybody' | 'one by one';
const sums =
  "sum(amount) as whole, coalesce(sum(amount) filter (where line_kind = 'dues'), 0) as dues from imis.invoice_lines";
const lines = {
  everybody: `(select invoice_id, ${sums} group by invoice_id) l on l.invoice_id = y.invoice_id`,
  'one by one': `lateral (select ${sums} where invoice_id = y.invoice_id) l on true`,
} as const satisfies Record<Lookup, string>;

const paymentsByUse = (amount: string, lookup: Lookup): string =>
  `select y.member_id, y.paid_on as on_day, ${amount} as amount, y.currency
     from imis.payments y
     left join ${lines[lookup]}
     where y.status in ('received', 'refunded') and ${amount} <> 0`;

export function moneyRows(measure: MoneyMeasure, statement: Statement, lookup: Lookup = 'everybody'): string {
  switch (measure) {
    case 'revenue':
      return `select y.member_id, y.paid_on as on_day, ${RECEIVED} as amount, y.currency
        from imis.payments y where y.status in ('received', 'refunded')`;
    case 'dues':
      return paymentsByUse(duesShare, lookup);
    case 'other_revenue':
      return paymentsByUse(`(${RECEIVED} - coalesce(${duesShare}, 0))`, lookup);
    case 'donated':
      return 'select member_id, donated_on as on_day, amount, currency from imis.donations';
    case 'purchased':
      return 'select member_id, purchased_on as on_day, amount, currency from imis.purchases';
    case 'balance':
      return 'select member_id, invoiced_on as on_day, balance as amount, currency from imis.invoices where balance > 0';
    case 'overdue':
      return `select member_id, due_on as on_day, balance as amount, currency
        from imis.invoices where balance > 0 and due_on < ${statement.today}`;
  }
}
