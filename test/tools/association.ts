/** The office's people with a year of records: invoices, events, cases, gifts, engagement. */

import { proposalsFor } from '../../src/approvals/propose.js';
import type { Actor } from '../../src/domain/actor.js';
import { usualEngagement } from '../../src/domain/engagement.js';
import { keepEngagement } from '../../src/members/engagement.js';
import { pseudonymOf } from '../../src/privacy/pseudonyms.js';
import type { Store } from '../../src/store/store.js';
import { measureReach } from '../../src/sync/reach.js';
import { catalog } from '../../tools/catalog.js';
import type { CallContext } from '../../tools/run.js';
import { runTool, type ToolReply } from '../../tools/run.js';
import { actorWith, approvalsOf, clock, openOffice, settings } from '../agent/office.js';

const rows: readonly (readonly [table: string, rows: readonly Readonly<Record<string, unknown>>[]])[] = [
  [
    'terms',
    [
      {
        term_id: 'T1',
        member_id: '101',
        tier_code: 'PRO',
        begins_on: '2025-04-01',
        ends_on: '2026-03-31',
        dues: 20000,
        currency: 'USD',
        paid_on: '2025-03-20',
        is_comp: false,
        invoice_line_id: 'L0',
      },
      {
        term_id: 'T2',
        member_id: '101',
        tier_code: 'PRO',
        begins_on: '2026-04-01',
        ends_on: '2027-03-31',
        dues: 22000,
        currency: 'USD',
        paid_on: '2026-11-20',
        is_comp: false,
        invoice_line_id: 'L1',
      },
    ],
  ],
  [
    'invoices',
    [
      {
        invoice_id: 'I1',
        invoice_number: '5001',
        member_id: '101',
        source_system: 'AR',
        invoiced_on: '2026-03-01',
        due_on: '2026-03-31',
        total: 22000,
        balance: 2000,
        currency: 'USD',
      },
      {
        invoice_id: 'I2',
        invoice_number: '5002',
        member_id: '101',
        source_system: 'AR',
        invoiced_on: '2025-06-01',
        due_on: '2025-06-30',
        total: 9900,
        balance: 0,
        currency: 'USD',
      },
      {
        invoice_id: 'I3',
        invoice_number: '5003',
        member_id: '104',
        source_system: 'AR',
        invoiced_on: '2026-08-15',
        due_on: '2026-12-31',
        total: 123457,
        balance: 0,
        currency: 'USD',
      },
    ],
  ],
  [
    'invoice_lines',
    [
      {
        invoice_line_id: 'L1',
        invoice_id: 'I1',
        member_id: '101',
        line_kind: 'dues',
        item_code: 'PRO',
        quantity: 1,
        amount: 22000,
        currency: 'USD',
        begins_on: '2026-04-01',
        through_on: '2027-03-31',
        is_prorated: false,
        is_comp: false,
      },
      {
        invoice_line_id: 'L2',
        invoice_id: 'I2',
        member_id: '101',
        line_kind: 'event',
        item_code: 'AC26',
        quantity: 1,
        amount: 9900,
        currency: 'USD',
        is_prorated: false,
        is_comp: false,
      },
      {
        invoice_line_id: 'L3',
        invoice_id: 'I3',
        member_id: '104',
        line_kind: 'dues',
        item_code: 'PRO',
        quantity: 1,
        amount: 123457,
        currency: 'USD',
        is_prorated: false,
        is_comp: false,
      },
    ],
  ],
  [
    'payments',
    [
      {
        payment_id: 'Y1',
        invoice_id: 'I1',
        member_id: '101',
        paid_on: '2026-11-20',
        amount: 20000,
        currency: 'USD',
        method: 'card',
        status: 'received',
      },
      {
        payment_id: 'Y2',
        invoice_id: 'I2',
        member_id: '101',
        paid_on: '2025-06-10',
        amount: 9900,
        currency: 'USD',
        method: 'card',
        status: 'received',
      },
      {
        payment_id: 'Y3',
        invoice_id: 'I3',
        member_id: '104',
        paid_on: '2026-08-20',
        amount: 123457,
        currency: 'USD',
        method: 'check',
        status: 'received',
      },
    ],
  ],
  [
    'events',
    [
      {
        event_id: 'AC26',
        code: 'AC26',
        name: 'Annual Conference 2026',
        series: 'Annual Conference',
        event_type: 'conference',
        status: 'active',
        begins_on: '2026-06-09',
        ends_on: '2026-06-11',
        city: 'Austin',
        state: 'TX',
      },
      {
        event_id: 'W26',
        code: 'W26',
        name: 'Ethics Webinar',
        event_type: 'webinar',
        status: 'active',
        begins_on: '2026-09-10',
        ends_on: '2026-09-10',
      },
      {
        event_id: 'N26',
        code: 'N26',
        name: 'Winter Meeting',
        event_type: 'meeting',
        status: 'active',
        begins_on: '2026-12-03',
        ends_on: '2026-12-04',
      },
      {
        event_id: 'AC24',
        code: 'AC24',
        name: 'Annual Conference 2024',
        series: 'Annual Conference',
        event_type: 'conference',
        status: 'active',
        begins_on: '2024-06-09',
        ends_on: '2024-06-11',
      },
    ],
  ],
  [
    'registrations',
    ['101', '102', '104'].flatMap((member_id) => [
      {
        registration_id: `AC26-${member_id}`,
        event_id: 'AC26',
        member_id,
        registered_on: '2026-04-01',
        status: 'registered',
      },
      {
        registration_id: `W26-${member_id}`,
        event_id: 'W26',
        member_id,
        registered_on: '2026-08-01',
        status: 'registered',
      },
    ]),
  ],
  [
    'attendance',
    [
      { attendance_id: 'A1', event_id: 'AC26', member_id: '101', attended: true },
      { attendance_id: 'A2', event_id: 'AC26', member_id: '104', attended: true },
      { attendance_id: 'A3', event_id: 'AC24', member_id: '101', attended: true },
    ],
  ],
  [
    'activities',
    [
      { activity_id: 'N1', member_id: '101', kind: 'note', occurred_on: '2026-11-20', author_id: '201' },
      { activity_id: 'LG0', member_id: '101', kind: 'login', occurred_on: '2024-01-01' },
      { activity_id: 'LG1', member_id: '101', kind: 'login', occurred_on: '2026-11-01' },
      { activity_id: 'LG2', member_id: '102', kind: 'login', occurred_on: '2026-11-01' },
    ],
  ],
  [
    'cases',
    [
      {
        case_id: '17',
        member_id: '101',
        category: 'Billing',
        status: 'closed',
        opened_on: '2026-10-01',
        closed_on: '2026-10-05',
      },
    ],
  ],
  [
    'credits',
    [
      {
        credit_id: 'C1',
        member_id: '101',
        course_code: 'ETH',
        course: 'Ethics',
        credit_type: 'CE',
        credits: 1.5,
        earned_on: '2026-05-01',
      },
    ],
  ],
  [
    'certifications',
    [
      {
        certification_id: 'X1',
        member_id: '101',
        program: 'Certified Professional',
        status: 'certified',
        required_credits: 30,
        earned_credits: 31,
        started_on: '2024-01-01',
        certified_on: '2025-01-01',
        expires_on: '2028-01-01',
      },
    ],
  ],
  ['volunteer_hours', [{ volunteer_id: 'V1', member_id: '101', role: 'Speaker', hours: 4, served_on: '2026-06-10' }]],
  [
    'purchases',
    [
      {
        purchase_id: 'P1',
        member_id: '101',
        product_code: 'BK',
        product: 'Handbook',
        category: 'Books',
        quantity: 1,
        amount: 4500,
        currency: 'USD',
        purchased_on: '2026-02-01',
      },
    ],
  ],
  [
    'donations',
    [
      {
        donation_id: 'D1',
        member_id: '101',
        fund: 'Scholarships',
        amount: 10000,
        currency: 'USD',
        donated_on: '2026-03-01',
      },
      {
        donation_id: 'D2',
        member_id: '104',
        fund: 'Scholarships',
        amount: 25000,
        currency: 'USD',
        donated_on: '2026-03-02',
      },
    ],
  ],
  [
    'consents',
    [
      {
        consent_id: 'S1',
        member_id: '101',
        channel: 'email',
        purpose: 'newsletter',
        is_granted: false,
        decided_on: '2026-01-05',
      },
    ],
  ],
];

export async function openAssociation(): Promise<Store> {
  const store = await openOffice();
  for (const [table, values] of rows) {
    const columns = [...new Set(values.flatMap((row) => Object.keys(row)))].join(', ');
    await store.query(
      `insert into imis.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::imis.${table}, $1)`,
      [JSON.stringify(values)],
    );
  }
  await store.query(
    `insert into copilot.redacted_texts (text_id, member_id, kind, occurred_on, subject, body, redactor, source_hash, redacted_at)
     values ('case-17', '101', 'case', '2026-10-01', 'Invoice', 'I was charged twice, call [phone].', 'r', 'h', now()),
            ('case_resolution-17', '101', 'case_resolution', '2026-10-05', null, 'Refunded by [name].', 'r', 'h', now()),
            ('N1', '101', 'note', '2026-11-20', 'Call', 'Prefers the phone.', 'r', 'h', now())`,
  );
  await measureReach(store);
  await keepEngagement({ database: store, clock, association: settings.association, engagement: usualEngagement });
  return store;
}

/** What somebody gets who calls a tool by name. */
export const caller =
  (store: Store, defects: unknown[] = []) =>
  async (
    name: string,
    input: unknown,
    actor: Actor = actorWith('membership'),
    more: Partial<CallContext> = {},
  ): Promise<ToolReply> => {
    const tool = catalog.find((one) => one.name === name);
    if (!tool) throw new Error(`there is no tool ${name}`);
    return await runTool(tool, input, {
      actor,
      thread: 'T-1',
      database: store,
      clock,
      settings,
      proposals: proposalsFor(approvalsOf(store)),
      onDefect: (error) => defects.push(error),
      ...more,
    });
  };

/** An example's arguments with people of this association. */
export async function filled(store: Store, args: Readonly<Record<string, unknown>>): Promise<unknown> {
  const member = await pseudonymOf(store, '101');
  return JSON.parse(JSON.stringify(args).replaceAll('{member}', member).replaceAll('{name}', member));
}
