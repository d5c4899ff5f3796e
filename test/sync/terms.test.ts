import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { money } from '../../src/domain/money.js';
import type { Store } from '../../src/store/store.js';
import { createSync } from '../../src/sync/sync.js';
import { freshDatabase } from '../fixtures/database.js';
import { addDues, addPerson, duesLine, EARLY } from './association.js';
import { createSite, type Site } from './site.js';
import { emptyStore, versions } from './stored.js';

let database: Store;
let site: Site;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  await emptyStore(database);
  site = createSite();
  addPerson(site, '101');
  addDues(site, '101', 2025);
  addDues(site, '101', 2026);
});

const sync = () =>
  createSync({
    imis: site,
    database,
    clock: pinnedClock(day('2026-02-01')),
    association: { timeZone: 'UTC', currency: 'USD' },
  });

const LATER = '2026-01-20T10:00:00';
const terms = async () =>
  (
    await database.query<{ term: string }>(
      `select concat_ws(' ', member_id, begins_on, ends_on, paid_on, case when is_comp then 'comp' end) as term
       from imis.terms order by member_id, begins_on, term_id`,
    )
  ).rows.map(({ term }) => term);
const found = async () => (await sync().quality()).disagreements.map(({ kind, rows }) => `${kind} ${rows}`);

function pay(
  invoiceId: string,
  amount: number,
  status: 'received' | 'refunded' | 'written_off' | 'failed',
  paidOn: string,
) {
  const paymentId = `${invoiceId}-${status}-${paidOn}`;
  site.put('PaymentSummary', paymentId, {
    paymentId,
    partyId: '101',
    invoiceId,
    paidOn: day(paidOn),
    amount: money(amount, 'USD'),
    status,
    updatedOn: LATER,
  });
  site.putRow('ChangedPayments', { PaymentId: paymentId, UpdatedOn: LATER });
}

function owe(invoiceId: string, balance: number) {
  const invoice = site.typed.InvoiceSummary.get(invoiceId);
  if (!invoice?.fits) throw new Error('no such invoice');
  site.put('InvoiceSummary', invoiceId, { ...invoice.value, balance: money(balance, 'USD'), updatedOn: LATER });
  site.putRow('ChangedInvoices', { InvoiceId: invoiceId, UpdatedOn: LATER });
}

test('each paid dues line is one term, paid on the day of its last payment', async () => {
  pay('101-2026', 5_000, 'received', '2026-01-10');
  pay('101-2026', 5_000, 'failed', '2026-01-15');
  await sync().run();
  expect(await terms()).toEqual(['101 2025-01-01 2025-12-31 2024-12-15', '101 2026-01-01 2026-12-31 2026-01-10']);
  expect(await found()).toEqual([]);
});

test('a line that is not paid makes no term until it is, and loses it when the payment is taken back', async () => {
  owe('101-2026', 20_000);
  await sync().run();
  expect(await terms()).toEqual(['101 2025-01-01 2025-12-31 2024-12-15']);
  expect(await found()).toEqual(['paid_through_after_terms 1']);
  owe('101-2026', 0);
  const report = await sync().run();
  expect(report.membersDerived).toBeGreaterThan(0);
  expect(await terms()).toHaveLength(2);
  pay('101-2026', 20_000, 'refunded', '2026-01-18');
  await sync().run();
  expect(await terms()).toHaveLength(1);
});

test('dues that were written off are no term, a complimentary line is one without a payment', async () => {
  site.typed.PaymentSummary.delete('P101-2025');
  pay('101-2025', 20_000, 'written_off', '2025-05-01');
  site.typed.PaymentSummary.delete('P101-2026');
  site.putRow('InvoiceLines', duesLine('101', 2026, { IsComp: true, Amount: 0 }));
  await sync().run();
  expect(await terms()).toEqual(['101 2026-01-01 2026-12-31 comp']);
});

test('a line billed twice, or an upgrade within the term, makes no second term and is reported', async () => {
  site.putRow('InvoiceLines', duesLine('101', 2026, { LineId: '101-2026-2' }));
  site.putRow(
    'InvoiceLines',
    duesLine('101', 2026, { LineId: '101-2026-3', BeginsOn: '2026-07-01', ItemCode: 'GOLD', IsProrated: true }),
  );
  await sync().run();
  expect(await terms()).toHaveLength(2);
  expect(await found()).toEqual(['dues_line_within_another 2']);
});

test('terms that overlap in part are both kept and reported; a line without a period is reported', async () => {
  site.putRow(
    'InvoiceLines',
    duesLine('101', 2026, { LineId: '101-2026-2', BeginsOn: '2026-10-01', ThroughOn: '2027-09-30' }),
  );
  site.putRow('InvoiceLines', duesLine('101', 2025, { LineId: '101-2025-2', BeginsOn: undefined }));
  await sync().run();
  expect(await terms()).toHaveLength(3);
  expect(await found()).toEqual(['paid_through_before_terms 1', 'dues_line_without_period 1', 'dues_lines_overlap 1']);
});

test('a line that moves to another member, as when two records are merged, takes its term along', async () => {
  await sync().run();
  addPerson(site, '102');
  site.putRow('InvoiceLines', duesLine('101', 2026, { ID: '102', UpdatedOn: LATER }));
  await sync().run();
  expect(await terms()).toEqual(['101 2025-01-01 2025-12-31 2024-12-15', '102 2026-01-01 2026-12-31 2025-12-15']);
});

test('deriving again what has not changed writes nothing', async () => {
  await sync().run();
  addPerson(site, '102');
  addDues(site, '102', 2026, LATER);
  await sync().run();
  await sync().run({ full: true });
  expect(await terms()).toHaveLength(3);
  expect(await versions(database)).toEqual({});
});

test('a line that is deleted in iMIS takes its term with it at the next full sync', async () => {
  await sync().run();
  site.rowsOf('InvoiceLines').delete('101-2025-1');
  await sync().run({ full: true });
  expect(await terms()).toEqual(['101 2026-01-01 2026-12-31 2025-12-15']);
});

test('dues whose payment plan was broken make no term, however late the list of plans arrives in a first sync', async () => {
  site.putRow('PaymentPlans', {
    PlanId: 'PLAN1',
    ID: '101',
    InvoiceId: '101-2026',
    Installments: 4,
    PaidInstallments: 1,
    BeginsOn: day('2026-01-01'),
    Status: 'broken',
    UpdatedOn: EARLY,
  });
  site.meanwhile = ({ of }) =>
    of === 'PaymentPlans' ? new Promise((resume) => setTimeout(resume, 400)) : Promise.resolve();
  await sync().run();
  expect(await terms()).toEqual(['101 2025-01-01 2025-12-31 2024-12-15']);
});
