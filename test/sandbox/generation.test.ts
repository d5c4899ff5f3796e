import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { numberOf } from '../../src/sandbox/calendar.js';
import { type MemberRows, type TableName, tableNames } from '../../src/sandbox/ledger.js';
import { associationOn } from '../../src/sandbox/life.js';
import { live } from '../../src/sandbox/live.js';
import { arrivedBy } from '../../src/sandbox/nature.js';
import { staffPosts, staffRows } from '../../src/sandbox/staff.js';

const MEMBERS = 300;

function everybody(seed: number, day: string, order: 'forward' | 'backward' = 'forward'): readonly MemberRows[] {
  const association = associationOn(seed, MEMBERS, numberOf(day));
  const indices = Array.from({ length: arrivedBy(association.today, MEMBERS) }, (_, index) => index);
  const rows: MemberRows[] = [];
  for (const index of order === 'forward' ? indices : indices.toReversed())
    rows[index] = live(association, index).ledger.rows;
  return [...rows, ...staffPosts.map((_, place) => staffRows(seed, place, association.today))];
}

const digest = (rows: readonly MemberRows[]): string => createHash('sha256').update(JSON.stringify(rows)).digest('hex');

/** Rows of one table by key, with what they say and when they changed. */
function byKey(members: readonly MemberRows[], table: TableName): Map<string, { changedOn: number; text: string }> {
  return new Map(
    members.flatMap((rows) =>
      rows[table].map((row) => [row.key, { changedOn: row.changedOn, text: JSON.stringify(row) }] as const),
    ),
  );
}

test('the same seed and day give the same bytes, whatever order members are generated in', () => {
  const first = digest(everybody(5, '2026-11-21'));
  expect(digest(everybody(5, '2026-11-21', 'backward'))).toBe(first);
  expect(digest(everybody(6, '2026-11-21'))).not.toBe(first);
  expect(digest(everybody(5, '2026-11-22'))).not.toBe(first);
});

// The turn of a year, a leap day, the price rise, the days around the bad conference, and half a year at once.
const passages: readonly (readonly [string, string])[] = [
  ['2026-11-21', '2026-11-22'],
  ['2023-12-31', '2024-01-01'],
  ['2024-02-28', '2024-03-01'],
  ['2025-09-05', '2025-09-25'],
  ['2026-05-02', '2026-11-21'],
  ['2026-10-31', '2027-01-02'],
];

describe.each(passages)('from %s to %s', (earlier, later) => {
  const before = everybody(5, earlier);
  const after = everybody(5, later);
  const lastDay = numberOf(earlier);

  test.each(tableNames)('%s keeps every row, and a row that says something new says that it changed', (table) => {
    const [old, now] = [byKey(before, table), byKey(after, table)];
    const gone = [...old.keys()].filter((key) => !now.has(key));
    const silent = [...now].filter(([key, row]) => row.changedOn <= lastDay && row.text !== old.get(key)?.text);
    expect(gone).toEqual([]);
    expect(silent).toEqual([]);
  });
});

test('nothing is dated after today', () => {
  const today = numberOf('2024-06-15');
  const late = everybody(5, '2024-06-15').flatMap((rows) =>
    tableNames.flatMap((table) => rows[table].filter(({ changedOn }) => changedOn > today)),
  );
  expect(late).toEqual([]);
});

test('keys are unique within a table', () => {
  const members = everybody(5, '2026-11-21');
  for (const table of tableNames) {
    const keys = members.flatMap((rows) => rows[table].map(({ key }) => key));
    expect(new Set(keys).size, table).toBe(keys.length);
  }
});

test('invoices agree with their lines and payments to the cent', () => {
  for (const rows of everybody(5, '2026-11-21')) {
    for (const { value: invoice } of rows.InvoiceSummary) {
      const lines = rows.InvoiceLines.filter(({ value }) => value['InvoiceId'] === invoice.invoiceId);
      const settled = rows.PaymentSummary.filter(
        ({ value }) => value.invoiceId === invoice.invoiceId && ['received', 'written_off'].includes(value.status),
      );
      const billed = lines.reduce((sum, { value }) => sum + Math.round(Number(value['Amount']) * 100), 0);
      const paid = settled.reduce((sum, { value }) => sum + value.amount.minor, 0);
      expect([billed, invoice.balance.minor]).toEqual([invoice.total.minor, invoice.total.minor - paid]);
    }
  }
});

test('a term that is paid for is what the contact record says', () => {
  for (const rows of everybody(5, '2026-11-21')) {
    const contact = rows.CsContact[0]?.value;
    const paid = rows.InvoiceLines.filter(({ value }) => {
      const invoice = rows.InvoiceSummary.find((one) => one.key === value['InvoiceId'])?.value;
      const writtenOff = rows.PaymentSummary.some(
        (payment) => payment.value.invoiceId === invoice?.invoiceId && payment.value.status === 'written_off',
      );
      return value['LineKind'] === 'dues' && value['IsComp'] === false && invoice?.balance.minor === 0 && !writtenOff;
    });
    const last = paid
      .map(({ value }) => String(value['ThroughOn']))
      .sort()
      .at(-1);
    if (last !== undefined && contact?.paidThrough !== undefined) expect(contact.paidThrough >= last).toBe(true);
  }
});
