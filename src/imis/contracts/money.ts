import type { Day } from '../../domain/day.js';
import type { Money } from '../../domain/money.js';

/** GET /api/InvoiceSummary (GET /api/Invoice times out on large sites). */
export interface Invoice {
  readonly invoiceId: string;
  readonly invoiceNumber?: string;
  readonly soldToId: string;
  readonly billToId?: string;
  /** DUES, EVENT, ORDER ... */
  readonly sourceSystem: string;
  readonly invoicedOn: Day;
  readonly dueOn?: Day;
  readonly total: Money;
  readonly balance: Money;
  readonly updatedOn?: string;
}

/** GET /api/PaymentSummary. */
export interface Payment {
  readonly paymentId: string;
  readonly partyId: string;
  readonly invoiceId?: string;
  readonly paidOn: Day;
  readonly amount: Money;
  readonly method?: string;
  readonly status: 'received' | 'failed' | 'refunded' | 'written_off';
  readonly updatedOn?: string;
}
