/* Invoices, their one line, and the payments on them. */
import { currency } from './association.js';
import { type DayNumber, textOf } from './calendar.js';
import { numbered } from './ledger.js';
import type { Life } from './life.js';
import { duesOf, type Term } from './terms.js';

/** What became of a bill, in the order it happened. */
export interface Settlement {
  readonly on: DayNumber;
  /** Cents. */
  readonly amount: number;
  readonly status: 'received' | 'failed' | 'refunded' | 'written_off';
  readonly method: string;
}

/** Enters the dues invoice of a term with its line and whatever was paid on it; gives its number. */
export function billDues(
  life: Life,
  term: Term,
  invoicedOn: DayNumber,
  dueOn: DayNumber,
  settled: readonly Settlement[],
): string {
  const { nature } = life;
  return enterInvoice(life, {
    source: 'DUES',
    invoicedOn,
    dueOn,
    amount: duesOf(nature, term),
    settled,
    line: {
      LineKind: 'dues',
      ItemCode: term.tier,
      BeginsOn: textOf(term.beginsOn),
      ThroughOn: textOf(term.endsOn),
      IsProrated: term.months < 12,
      IsComp: nature.isComp,
    },
  });
}

/** Enters the invoice of a registration, paid at once, and the refund if it was cancelled. */
export function billFee(
  life: Life,
  item: string,
  amount: number,
  on: DayNumber,
  refundedOn: DayNumber | undefined,
): void {
  const settled: Settlement[] = [{ on, amount, status: 'received', method: 'Card' }];
  if (refundedOn !== undefined) settled.push({ on: refundedOn, amount, status: 'refunded', method: 'Card' });
  enterInvoice(life, {
    source: 'EVENT',
    invoicedOn: on,
    dueOn: on,
    amount,
    settled,
    line: { LineKind: 'event', ItemCode: item, IsProrated: false, IsComp: false },
  });
}

/** Enters the invoice of something bought or given, paid at once. `amount` in cents. */
export function billSale(
  life: Life,
  kind: 'product' | 'donation' | 'other',
  item: string,
  amount: number,
  on: DayNumber,
): void {
  enterInvoice(life, {
    source: kind === 'donation' ? 'FR' : 'ORDER',
    invoicedOn: on,
    dueOn: on,
    amount,
    settled: [{ on, amount, status: 'received', method: 'Card' }],
    line: { LineKind: kind, ItemCode: item, IsProrated: false, IsComp: false },
  });
}

interface Bill {
  readonly source: string;
  readonly invoicedOn: DayNumber;
  readonly dueOn: DayNumber;
  readonly amount: number;
  readonly settled: readonly Settlement[];
  readonly line: Readonly<Record<string, string | boolean>>;
}

function enterInvoice({ ledger, id, association }: Life, bill: Bill): string {
  const invoiceId = numbered(id, ledger.number('InvoiceSummary'));
  const balance = bill.settled.reduce((left, { on, amount, status }) => {
    return on <= association.today && (status === 'received' || status === 'written_off') ? left - amount : left;
  }, bill.amount);
  const moved = bill.settled.filter(({ status }) => status !== 'failed').map(({ on }) => on);
  ledger.enter('InvoiceSummary', invoiceId, bill.invoicedOn, moved, {
    invoiceId,
    invoiceNumber: `INV-${invoiceId}`,
    soldToId: id,
    billToId: id,
    sourceSystem: bill.source,
    invoicedOn: textOf(bill.invoicedOn),
    dueOn: textOf(bill.dueOn),
    total: { minor: bill.amount, currency },
    balance: { minor: balance, currency },
  });
  const lineId = `${invoiceId}-1`;
  ledger.enter('InvoiceLines', lineId, bill.invoicedOn, [], {
    LineId: lineId,
    InvoiceId: invoiceId,
    ID: id,
    Quantity: 1,
    Amount: bill.amount / 100,
    Currency: currency,
    ...bill.line,
  });
  for (const { on, amount, status, method } of bill.settled) {
    const paymentId = numbered(id, ledger.number('PaymentSummary'));
    ledger.enter('PaymentSummary', paymentId, on, [], {
      paymentId,
      partyId: id,
      invoiceId,
      paidOn: textOf(on),
      amount: { minor: amount, currency },
      method,
      status,
    });
  }
  return invoiceId;
}
