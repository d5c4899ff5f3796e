import type { Day } from '../../domain/day.js';
import { decimals, type Money, toMajor } from '../../domain/money.js';
import { type DecodeContext, Fields, type Reading } from './reading.js';
import { asiType, typed, updateInformation, type Wire, wireDay } from './wire.js';

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

const commerce = (name: string): string => asiType('Commerce', name);
export const invoiceRowType = commerce('InvoiceSummaryData');
export const paymentRowType = commerce('PaymentSummaryData');

/** MonetaryAmountData; that balances have this form is a guess. */
export const encodeAmount = (amount: Money): Wire =>
  typed(asiType('Core', 'MonetaryAmountData'), {
    Amount: toMajor(amount),
    Currency: typed(asiType('Core', 'CurrencyData'), {
      CurrencyCode: amount.currency,
      DecimalPositions: decimals(amount.currency),
    }),
    IsAmountDefined: true,
  });

const party = (partyId: string | undefined): Wire | undefined =>
  partyId === undefined ? undefined : typed(asiType('Membership', 'PartySummaryData'), { PartyId: partyId });

/** Invoice ids are whole numbers on the wire. */
const wholeNumber = (id: string): string | number => (/^[1-9]\d{0,14}$/.test(id) ? Number(id) : id);

// InvoiceAmount, DueDate and UpdateInformation are guesses; the other names have been seen in use.
export const encodeInvoice = (invoice: Invoice): Wire =>
  typed(invoiceRowType, {
    InvoiceId: wholeNumber(invoice.invoiceId),
    InvoiceNumber: invoice.invoiceNumber,
    InvoiceDate: wireDay(invoice.invoicedOn),
    DueDate: wireDay(invoice.dueOn),
    InvoiceAmount: encodeAmount(invoice.total),
    Balance: encodeAmount(invoice.balance),
    SoldToParty: party(invoice.soldToId),
    BillToParty: party(invoice.billToId),
    SourceSystem: invoice.sourceSystem,
    UpdateInformation: updateInformation(invoice.updatedOn),
  });

export function decodeInvoice(wire: unknown, context: DecodeContext = {}): Reading<Invoice> {
  const fields = Fields.ofObject(wire);
  const invoiceId = fields.text('InvoiceId');
  return fields.reading<Invoice>(wire, invoiceId, {
    invoiceId: fields.need('InvoiceId', invoiceId),
    invoiceNumber: fields.text('InvoiceNumber'),
    soldToId: fields.need('SoldToParty.PartyId', fields.inner('SoldToParty').text('PartyId')),
    billToId: fields.inner('BillToParty').text('PartyId'),
    sourceSystem: fields.need('SourceSystem', fields.text('SourceSystem')),
    invoicedOn: fields.need('InvoiceDate', fields.day('InvoiceDate')),
    dueOn: fields.day('DueDate'),
    total: fields.need('InvoiceAmount', fields.money('InvoiceAmount', context)),
    balance: fields.need('Balance', fields.money('Balance', context)),
    updatedOn: fields.inner('UpdateInformation').time('UpdatedOn'),
  });
}

// A guess throughout: no real PaymentSummary row was found.
const statusNames = {
  received: 'Received',
  failed: 'Failed',
  refunded: 'Refunded',
  written_off: 'WrittenOff',
} as const;
const statuses: Readonly<Record<string, Payment['status']>> = {
  Received: 'received',
  Failed: 'failed',
  Refunded: 'refunded',
  WrittenOff: 'written_off',
};

export const encodePayment = (payment: Payment): Wire =>
  typed(paymentRowType, {
    PaymentId: payment.paymentId,
    PayorParty: party(payment.partyId),
    InvoiceId: payment.invoiceId === undefined ? undefined : wholeNumber(payment.invoiceId),
    PaymentDate: wireDay(payment.paidOn),
    Amount: encodeAmount(payment.amount),
    PaymentMethod: payment.method
      ? typed(commerce('PaymentMethodSummaryData'), { PaymentMethodId: payment.method, Name: payment.method })
      : undefined,
    Status: statusNames[payment.status],
    UpdateInformation: updateInformation(payment.updatedOn),
  });

export function decodePayment(wire: unknown, context: DecodeContext = {}): Reading<Payment> {
  const fields = Fields.ofObject(wire);
  const paymentId = fields.text('PaymentId');
  return fields.reading<Payment>(wire, paymentId, {
    paymentId: fields.need('PaymentId', paymentId),
    partyId: fields.need('PayorParty.PartyId', fields.inner('PayorParty').text('PartyId')),
    invoiceId: fields.text('InvoiceId'),
    paidOn: fields.need('PaymentDate', fields.day('PaymentDate')),
    amount: fields.need('Amount', fields.money('Amount', context)),
    method: fields.inner('PaymentMethod').text('Name') ?? fields.inner('PaymentMethod').text('PaymentMethodId'),
    status: fields.need('Status', fields.code('Status', statuses)),
    updatedOn: fields.inner('UpdateInformation').time('UpdatedOn'),
  });
}
