/** Invoices of one member with what they are for and what was paid. */
import * as z from 'zod';
import { type Day, daysBetween } from '../domain/day.js';
import type { Days } from '../domain/window.js';
import { CursorInvalid } from '../population/errors.js';
import type { Transaction } from '../store/database.js';

export interface InvoiceRequest {
  readonly memberId: string;
  readonly today: Day;
  readonly openOnly: boolean;
  /** Of the invoice's own day. */
  readonly days: Days;
  readonly limit: number;
  readonly cursor?: string | undefined;
}

/** Amounts are whole minor units of the currency. */
export interface Invoice {
  readonly number: string;
  readonly invoicedOn: Day;
  readonly dueOn?: Day;
  readonly currency: string;
  readonly total: number;
  readonly open: number;
  readonly daysOverdue?: number;
  readonly lines: readonly { readonly about: string; readonly amount: number }[];
  readonly payments: readonly { readonly on: Day; readonly amount: number; readonly status: string }[];
  readonly linesLeftOut: number;
  readonly paymentsLeftOut: number;
}

export interface InvoiceSum {
  readonly currency: string;
  readonly count: number;
  readonly invoiced: number;
  readonly open: number;
  readonly overdue: number;
}

export interface InvoicePage {
  /** Of all there are, not only of the page; amounts of different currencies are never added. */
  readonly sums: readonly InvoiceSum[];
  readonly invoices: readonly Invoice[];
  readonly cursor?: string;
}

const MOST_PARTS = 8;

const filter = `i.member_id = $1 and (not $2::boolean or i.balance > 0)
  and ($3::date is null or i.invoiced_on >= $3::date) and ($4::date is null or i.invoiced_on <= $4::date)`;

/** Latest first. Throws CursorInvalid. */
export async function invoicesOf(database: Transaction, request: InvoiceRequest): Promise<InvoicePage> {
  const { memberId, today, openOnly, days, limit, cursor } = request;
  const which = [memberId, openOnly, days.from ?? null, days.to ?? null];
  const after = cursor === undefined ? [null, null] : readCursor(cursor);
  const found = await database.query<Row>(
    `select i.invoice_id as id, coalesce(i.invoice_number, i.invoice_id) as number, i.invoiced_on::text as "invoicedOn",
            i.due_on::text as "dueOn", i.currency, i.total::float8 as total, i.balance::float8 as open
     from imis.invoices i
     where ${filter} and ($5::date is null or (i.invoiced_on, i.invoice_id) < ($5::date, $6::text))
     order by i.invoiced_on desc, i.invoice_id desc limit $7`,
    [...which, ...after, limit + 1],
  );
  const shown = found.rows.slice(0, limit);
  const ids = shown.map(({ id }) => id);
  const lines = grouped(await linesOf(database, ids));
  const payments = grouped(await paymentsOf(database, ids));
  const last = shown.at(-1);
  return {
    sums: await sumsOf(database, [...which, today]),
    invoices: shown.map((row) => invoiceOf(row, lines.get(row.id) ?? [], payments.get(row.id) ?? [], today)),
    ...(found.rows.length > limit && last && { cursor: writeCursor(last) }),
  };
}

type Row = {
  id: string;
  number: string;
  invoicedOn: Day;
  dueOn: Day | null;
  currency: string;
  total: number;
  open: number;
};
type LineRow = { invoice_id: string; about: string; amount: number };
type PaymentRow = { invoice_id: string; on: Day; amount: number; status: string };

const sumsOf = async (database: Transaction, parameters: readonly unknown[]): Promise<readonly InvoiceSum[]> =>
  (
    await database.query<InvoiceSum>(
      `select i.currency, count(*)::int as count, sum(i.total)::float8 as invoiced, coalesce(sum(i.balance) filter (where i.balance > 0), 0)::float8 as open,
              coalesce(sum(i.balance) filter (where i.balance > 0 and i.due_on < $5::date), 0)::float8 as overdue
       from imis.invoices i where ${filter} group by i.currency order by i.currency`,
      parameters,
    )
  ).rows;

const linesOf = async (database: Transaction, ids: readonly string[]): Promise<readonly LineRow[]> =>
  (
    await database.query<LineRow>(
      `select l.invoice_id, l.line_kind || ': ' || coalesce(t.name, e.name, l.item_code)
              || coalesce(' ' || l.begins_on || ' to ' || l.through_on, '') as about, l.amount::float8 as amount
       from imis.invoice_lines l
       left join imis.tiers t on l.line_kind = 'dues' and t.tier_code = l.item_code
       left join lateral (select name from imis.events where l.line_kind = 'event' and (code = l.item_code or event_id = l.item_code) limit 1) e on true
       where l.invoice_id = any($1::text[]) order by l.invoice_id, l.invoice_line_id`,
      [ids],
    )
  ).rows;

const paymentsOf = async (database: Transaction, ids: readonly string[]): Promise<readonly PaymentRow[]> =>
  (
    await database.query<PaymentRow>(
      `select invoice_id, paid_on::text as on, amount::float8 as amount, status from imis.payments
       where invoice_id = any($1::text[]) order by invoice_id, paid_on, payment_id`,
      [ids],
    )
  ).rows;

function grouped<Part extends { readonly invoice_id: string }>(parts: readonly Part[]): ReadonlyMap<string, Part[]> {
  const by = new Map<string, Part[]>();
  for (const part of parts) by.set(part.invoice_id, [...(by.get(part.invoice_id) ?? []), part]);
  return by;
}

function invoiceOf(row: Row, lines: readonly LineRow[], payments: readonly PaymentRow[], today: Day): Invoice {
  const { number, invoicedOn, dueOn, currency, total, open } = row;
  return {
    number,
    invoicedOn,
    ...(dueOn && { dueOn }),
    currency,
    total,
    open,
    ...(dueOn && open > 0 && dueOn < today && { daysOverdue: daysBetween(dueOn, today) }),
    lines: lines.slice(0, MOST_PARTS).map(({ about, amount }) => ({ about, amount })),
    payments: payments.slice(0, MOST_PARTS).map(({ on, amount, status }) => ({ on, amount, status })),
    linesLeftOut: Math.max(0, lines.length - MOST_PARTS),
    paymentsLeftOut: Math.max(0, payments.length - MOST_PARTS),
  };
}

const Cursor = z.tuple([z.iso.date(), z.string()]);
const writeCursor = ({ invoicedOn, id }: Row): string =>
  Buffer.from(JSON.stringify([invoicedOn, id])).toString('base64url');
function readCursor(text: string): z.output<typeof Cursor> {
  try {
    return Cursor.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')));
  } catch {
    throw new CursorInvalid();
  }
}
