import { beforeAll, describe, expect, test } from 'vitest';
import { queries } from '../../src/imis/pack.js';
import { numberOf } from '../../src/sandbox/calendar.js';
import type { TableName } from '../../src/sandbox/ledger.js';
import { associationOn, type Life } from '../../src/sandbox/life.js';
import { live } from '../../src/sandbox/live.js';
import { committees, interestGroups } from '../../src/sandbox/words/catalog.js';

const MEMBERS = 3000;
const TODAY = '2026-11-21';
let lives: readonly Life[];
beforeAll(() => {
  const association = associationOn(1, MEMBERS, numberOf(TODAY));
  lives = Array.from({ length: MEMBERS }, (_, index) => live(association, index));
});
const rows = (table: TableName) =>
  lives.flatMap(({ ledger }) => ledger.rows[table].map(({ value }) => value as unknown as Record<string, unknown>));
const share = (fits: (life: Life) => boolean): number => lives.filter(fits).length / lives.length;
const has = (table: TableName) => share(({ ledger }) => ledger.rows[table].length > 0);

// Shares of those on record who have at least one: low and high.
const expected = [
  ['Cases', 0.25, 0.7],
  ['Posts', 0.2, 0.65],
  ['SurveyAnswers', 0.3, 0.8],
  ['Emails', 0.25, 0.7],
  ['PageViews', 0.3, 0.8],
  ['Downloads', 0.2, 0.7],
  ['Credits', 0.2, 0.75],
  ['Certifications', 0.03, 0.2],
  ['VolunteerHours', 0.1, 0.5],
  ['Purchases', 0.15, 0.7],
  ['Donations', 0.05, 0.3],
  ['Sponsorships', 0.005, 0.06],
  ['PaymentPlans', 0.08, 0.4],
  ['RenewalSettings', 0.6, 0.98],
] as const satisfies readonly (readonly [TableName, number, number])[];

test.each(expected)('between few and many of those on record have %s', (table, low, high) => {
  expect(has(table)).toBeGreaterThan(low);
  expect(has(table)).toBeLessThan(high);
});

test.each(expected.map(([table]) => table))('rows of %s have every column the pack needs and no other', (table) => {
  const columns = queries.find(({ name }) => name === table)?.columns ?? [];
  const names = new Set<string>(columns.map(({ name }) => name));
  const required = columns.filter((column) => column.required).map(({ name }) => name);
  const all = rows(table);
  expect(all.filter((row) => required.some((name) => row[name] === undefined))).toEqual([]);
  expect(all.filter((row) => Object.keys(row).some((name) => !names.has(name)))).toEqual([]);
});

test('a certification shows the credits earned since it was begun, and is granted when there are enough', () => {
  for (const { ledger } of lives)
    for (const { value } of ledger.rows.Certifications) {
      const since = ledger.rows.Credits.filter(
        (credit) => String(credit.value['EarnedOn']) >= String(value['StartedOn']),
      );
      const sum = since.reduce((total, credit) => total + Number(credit.value['Credits']), 0);
      expect(value['EarnedCredits']).toBe(sum);
      expect(value['CertifiedOn'] !== undefined).toBe(sum >= Number(value['RequiredCredits']));
    }
  const statuses = new Set(rows('Certifications').map(({ Status }) => Status));
  expect([...statuses].sort()).toEqual(['certified', 'expired', 'in_progress']);
});

test('a plan counts the parts that were paid, and some break', () => {
  const plans = rows('PaymentPlans');
  const of = (status: string) => plans.filter(({ Status }) => Status === status);
  expect(of('finished').every(({ PaidInstallments, Installments }) => PaidInstallments === Installments)).toBe(true);
  expect(
    of('broken').every(({ PaidInstallments, Installments }) => Number(PaidInstallments) < Number(Installments)),
  ).toBe(true);
  expect(of('broken').length).toBeGreaterThan(15);
  expect(of('running').length).toBeGreaterThan(3);
  const invoices = new Set(rows('InvoiceSummary').map(({ invoiceId }) => invoiceId));
  expect(plans.every(({ InvoiceId }) => invoices.has(InvoiceId))).toBe(true);
});

test('what was bought, given and sponsored stands on invoices to the cent', () => {
  const billed = (kind: string) =>
    rows('InvoiceLines').reduce((sum, row) => sum + (row['LineKind'] === kind ? Number(row['Amount']) : 0), 0);
  const total = (table: TableName) => rows(table).reduce((sum, { Amount }) => sum + Number(Amount), 0);
  expect(billed('product')).toBe(total('Purchases'));
  expect(billed('donation')).toBe(total('Donations'));
  expect(billed('other')).toBe(total('Sponsorships'));
});

test('only organisations sponsor, only people volunteer and learn', () => {
  const kinds = (table: TableName) =>
    new Set(lives.flatMap(({ nature, ledger }) => (ledger.rows[table].length > 0 ? [nature.kind] : [])));
  expect([...kinds('Sponsorships')]).toEqual(['organization']);
  expect([...kinds('VolunteerHours')]).toEqual(['person']);
  expect([...kinds('Credits')]).toEqual(['person']);
});

describe('groups', () => {
  test('every committee has members today and a chair somewhere, terms are at most two years', () => {
    const seats = rows('GroupMember').filter(({ groupId }) => String(groupId).startsWith('CM-'));
    for (const { groupId } of committees)
      expect(seats.filter((seat) => seat['groupId'] === groupId && seat['isActive']).length, groupId).toBeGreaterThan(
        0,
      );
    expect(seats.filter(({ role }) => role === 'Chair').length).toBeGreaterThan(3);
    for (const { beginsOn, endsOn } of seats)
      if (endsOn !== undefined) expect(numberOf(String(endsOn)) - numberOf(String(beginsOn))).toBeLessThan(4 * 366);
  });

  test('every interest group has members', () => {
    for (const { groupId } of interestGroups)
      expect(rows('GroupMember').filter((row) => row['groupId'] === groupId && row['isActive']).length).toBeGreaterThan(
        20,
      );
  });
});

describe('causes', () => {
  const rate = (fits: (life: Life) => boolean): number => {
    const decisions = lives
      .filter((life) => life.nature.kind === 'person' && fits(life))
      .flatMap((life) => life.decisions);
    return decisions.filter(({ renewed }) => renewed).length / decisions.length;
  };

  test('members with a seat on a committee renew more often', () => {
    expect(rate(({ seats }) => seats.length > 0) - rate(({ seats }) => seats.length === 0)).toBeGreaterThan(0.03);
  });

  test('those who read pages sign in, and those who are digital read more of them', () => {
    expect(lives.every(({ ledger }) => ledger.rows.PageViews.length === 0 || ledger.rows.Logins.length > 0)).toBe(true);
    const pages = (digital: boolean) => {
      const some = lives.filter(({ nature }) => (digital ? nature.digital > 0.7 : nature.digital < -0.7));
      return some.reduce((sum, { ledger }) => sum + ledger.rows.PageViews.length, 0) / some.length;
    };
    expect(pages(true)).toBeGreaterThan(1.5 * pages(false));
  });

  test('some records were put right months after the fact', () => {
    const late = (table: TableName, column: string) =>
      lives.flatMap(({ ledger }) =>
        ledger.rows[table].filter(
          (row) => row.changedOn - numberOf(String((row.value as unknown as Record<string, unknown>)[column])) > 30,
        ),
      ).length;
    expect(late('Credits', 'EarnedOn')).toBeGreaterThan(10);
    expect(late('VolunteerHours', 'ServedOn')).toBeGreaterThan(10);
  });
});
