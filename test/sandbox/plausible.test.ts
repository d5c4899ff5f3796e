import { expect, test } from 'vitest';
import { numberOf } from '../../src/sandbox/calendar.js';
import { announcedEvents, groupRows, priceRows, tierRows } from '../../src/sandbox/common-rows.js';
import { tableNames } from '../../src/sandbox/ledger.js';
import { associationOn } from '../../src/sandbox/life.js';
import { live } from '../../src/sandbox/live.js';
import { states } from '../../src/sandbox/words/places.js';

const MEMBERS = 3000;
const association = associationOn(11, MEMBERS, numberOf('2026-11-21'));
const lives = Array.from({ length: MEMBERS }, (_, index) => live(association, index));
const share = (fits: (life: (typeof lives)[number]) => boolean): number => lives.filter(fits).length / lives.length;
const partyOf = (life: (typeof lives)[number]) => life.ledger.rows.Party[0]?.value;
const contactOf = (life: (typeof lives)[number]) => life.ledger.rows.CsContact[0]?.value;

test('about half of those on record are members today, some are in grace, many have lapsed, few never joined', () => {
  const paidThrough = (life: (typeof lives)[number]) => contactOf(life)?.paidThrough ?? '';
  expect(share((life) => paidThrough(life) >= '2026-11-21')).toBeGreaterThan(0.42);
  expect(share((life) => paidThrough(life) >= '2026-11-21')).toBeLessThan(0.65);
  const inGrace = share((life) => paidThrough(life) >= '2026-09-22' && paidThrough(life) < '2026-11-21');
  expect(inGrace).toBeGreaterThan(0.004);
  expect(inGrace).toBeLessThan(0.05);
  expect(share((life) => paidThrough(life) === '')).toBeLessThan(0.1);
});

test('every tier has members, every chapter too, and several large states have no chapter', () => {
  const active = lives.filter((life) => (contactOf(life)?.paidThrough ?? '') >= '2026-11-21');
  const held = new Set(active.map((life) => contactOf(life)?.memberType));
  expect(tierRows(association).filter(({ key }) => !held.has(key))).toEqual([]);
  const chapters = new Set(
    lives
      .flatMap(({ ledger }) => ledger.rows.GroupMember.filter(({ value }) => value.isActive))
      .map(({ value }) => value.groupId),
  );
  expect(groupRows(association).filter(({ key }) => !chapters.has(key))).toEqual([]);
  expect(states.filter(({ chapter }) => chapter === undefined).map(({ code }) => code)).toContain('FL');
});

test('the known price rise stands in the price list, other years rise a little', () => {
  const individual = priceRows(association)
    .filter(({ value }) => value['TierCode'] === 'IND')
    .map(({ value }) => [String(value['FromOn']).slice(0, 4), Number(value['Amount'])] as const);
  const rises = individual
    .slice(1)
    .map(([year, amount], place) => [year, amount / (individual[place]?.[1] ?? 1)] as const);
  expect(rises.filter(([, rise]) => rise > 1.1).map(([year]) => year)).toEqual(['2024']);
});

test('a member leaves 20 to 60 rows on average, and nobody fills a page alone', () => {
  const counts = lives.map(({ ledger }) => tableNames.reduce((sum, table) => sum + ledger.rows[table].length, 0));
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length;
  expect(mean).toBeGreaterThan(20);
  expect(mean).toBeLessThan(60);
  // The largest page has 500 rows.
  expect(Math.max(...counts)).toBeLessThan(450);
});

test('several people share a name, some parties are doubles, some addresses bounce, some people have died', () => {
  const names = lives.map((life) => partyOf(life)?.fullName ?? '');
  const mails = lives.flatMap((life) => partyOf(life)?.email ?? []);
  expect(names.length - new Set(names).size).toBeGreaterThan(15);
  expect(mails.length - new Set(mails).size).toBeGreaterThan(3);
  expect(share((life) => partyOf(life)?.status === 'deceased')).toBeGreaterThan(0.003);
  expect(share(({ ledger }) => ledger.rows.MailEvents.some(({ value }) => value['Bounced'] === true))).toBeGreaterThan(
    0.01,
  );
  expect(names.some((name) => /[^ -~]/.test(name)) && names.some((name) => name.includes("'"))).toBe(true);
});

test('payments fail, come in parts, late, and are written off; terms are prorated and given', () => {
  const payments = lives.flatMap(({ ledger }) => ledger.rows.PaymentSummary.map(({ value }) => value));
  const perInvoice = new Map<string, number>();
  for (const { invoiceId = '', status } of payments)
    if (status === 'received') perInvoice.set(invoiceId, (perInvoice.get(invoiceId) ?? 0) + 1);
  const lines = lives.flatMap(({ ledger }) => ledger.rows.InvoiceLines.map(({ value }) => value));
  for (const status of ['failed', 'refunded', 'written_off'])
    expect(payments.filter((payment) => payment.status === status).length, status).toBeGreaterThan(20);
  expect([...perInvoice.values()].filter((count) => count === 3).length).toBeGreaterThan(50);
  expect(lines.filter((line) => line['IsProrated']).length).toBeGreaterThan(30);
  expect(lines.filter((line) => line['IsComp']).length).toBeGreaterThan(20);
});

test('attendance was not taken at some small events, and was at every conference', () => {
  const small = association.gatherings.filter(({ kind }) => kind === 'chapter');
  const large = association.gatherings.filter(({ kind }) => kind === 'conference');
  const unknown = small.filter(({ attendanceTaken }) => !attendanceTaken).length / small.length;
  expect(unknown).toBeGreaterThan(0.15);
  expect(unknown).toBeLessThan(0.5);
  expect(large.every(({ attendanceTaken }) => attendanceTaken)).toBe(true);
  expect(announcedEvents(association).length).toBeGreaterThan(100);
});

test('nobody can be reached: mail domains are reserved and phone numbers fictional', () => {
  const parties = lives.flatMap((life) => partyOf(life) ?? []);
  for (const { email, phone } of parties) {
    if (email !== undefined) expect(email).toMatch(/@[\w.-]+\.(example|example\.(com|net|org))$/);
    if (phone !== undefined) expect(phone).toMatch(/^\(\d{3}\) 555-01\d\d$/);
  }
});
