/* The generator was tuned on seed 2; these look at another association. */
import { describe, expect, test } from 'vitest';
import { day } from '../../src/domain/day.js';
import { numberOf } from '../../src/sandbox/calendar.js';
import { associationOn } from '../../src/sandbox/life.js';
import { live } from '../../src/sandbox/live.js';
import { shocks, type TrueRenewal, trueRenewals } from '../../src/sandbox/truth.js';

const SEED = 7;
const MEMBERS = 3000;
const TODAY = day('2026-11-21');
const settled = [...trueRenewals(SEED, MEMBERS, TODAY)].filter(({ isSettled }) => isSettled);
const people = settled.filter(({ nature }) => nature.kind === 'person' && !nature.isComp);

const rate = (renewals: readonly TrueRenewal[]): number =>
  renewals.filter(({ renewed }) => renewed).length / renewals.length;
const chance = (renewals: readonly TrueRenewal[]): number =>
  renewals.reduce((sum, { probability }) => sum + probability, 0) / renewals.length;
const between = (from: string, to: string) => people.filter(({ noticeOn }) => noticeOn >= from && noticeOn < to);

test('people who look at the price leave more often after the price rise, others hardly do', () => {
  const before = between('2022-11-01', '2023-11-01');
  const after = between('2023-11-10', '2024-10-31');
  const sensitive = ({ nature }: TrueRenewal) => nature.priceSensitivity > 0.5;
  const calm = ({ nature }: TrueRenewal) => nature.priceSensitivity < 0.2;
  expect(shocks.priceRiseOn).toBe('2024-01-01');
  expect(rate(before.filter(sensitive)) - rate(after.filter(sensitive))).toBeGreaterThan(0.05);
  expect(Math.abs(rate(before.filter(calm)) - rate(after.filter(calm)))).toBeLessThan(0.05);
});

test('those who came to the bad conference renew less often than they did the year before', () => {
  const upset = people.filter(({ afterBadConference }) => afterBadConference);
  const members = new Set(upset.map(({ memberId }) => memberId));
  const earlier = people.filter(
    ({ memberId, termEndsOn, afterBadConference }) =>
      members.has(memberId) && !afterBadConference && termEndsOn < '2025-09-01' && termEndsOn >= '2023-09-01',
  );
  expect(upset.length).toBeGreaterThan(60);
  expect(rate(earlier) - rate(upset)).toBeGreaterThan(0.08);
  expect(chance(upset)).toBeLessThan(chance(earlier) - 0.08);
});

test('what happened agrees with the hidden probabilities in every tenth of them', () => {
  const sorted = settled.toSorted((left, right) => left.probability - right.probability);
  const size = Math.ceil(sorted.length / 10);
  for (let tenth = 0; tenth < 10; tenth++) {
    const group = sorted.slice(tenth * size, (tenth + 1) * size);
    // Four standard errors of a share: one run in some thousand would fail by chance.
    const spread = 4 * Math.sqrt((chance(group) * (1 - chance(group))) / group.length);
    expect(Math.abs(rate(group) - chance(group)), `tenth ${tenth + 1}`).toBeLessThan(spread + 0.01);
  }
});

test('loyal and engaged members renew more often', () => {
  const third = (of: (renewal: TrueRenewal) => number): [number, number] => {
    const sorted = people.toSorted((left, right) => of(left) - of(right));
    const cut = Math.floor(sorted.length / 3);
    return [rate(sorted.slice(0, cut)), rate(sorted.slice(-cut))];
  };
  for (const cause of [
    (renewal: TrueRenewal) => renewal.nature.loyalty,
    (renewal: TrueRenewal) => renewal.nature.engagement,
  ]) {
    const [low, high] = third(cause);
    expect(high - low).toBeGreaterThan(0.06);
  }
});

describe('what is seen of members', () => {
  const association = associationOn(SEED, MEMBERS, numberOf(TODAY));
  const lives = Array.from({ length: MEMBERS }, (_, index) => live(association, index));
  const ofPeople = lives.filter(({ nature }) => nature.kind === 'person' && nature.joinsOn < numberOf('2024-01-01'));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

  test('engaged members come to more, and those who like the portal sign in more often', () => {
    const attended = (engaged: boolean) =>
      mean(
        ofPeople
          .filter(({ nature }) => (engaged ? nature.engagement > 0.7 : nature.engagement < -0.7))
          .map(({ attendedOn, terms }) => attendedOn.length / Math.max(1, terms.length)),
      );
    const loggedIn = (digital: boolean) =>
      mean(
        ofPeople
          .filter(({ nature }) => (digital ? nature.digital > 0.7 : nature.digital < -0.7))
          .map(({ loggedInOn }) => loggedInOn.length),
      );
    expect(attended(true)).toBeGreaterThan(2 * attended(false));
    expect(loggedIn(true)).toBeGreaterThan(1.5 * loggedIn(false));
  });

  test('those who put things off pay later', () => {
    const waited = (punctual: boolean) =>
      mean(
        lives
          .filter(
            ({ nature }) => nature.kind === 'person' && (punctual ? nature.punctuality > 1 : nature.punctuality < -1),
          )
          .flatMap(({ ledger }) =>
            ledger.rows.PaymentSummary.filter(({ value }) => value.status === 'received').flatMap(({ value }) => {
              const invoice = ledger.rows.InvoiceSummary.find(({ key }) => key === value.invoiceId)?.value;
              return invoice?.sourceSystem === 'DUES' ? [numberOf(value.paidOn) - numberOf(invoice.invoicedOn)] : [];
            }),
          ),
      );
    expect(waited(false)).toBeGreaterThan(1.5 * waited(true));
  });

  test('complaints are written down about the bad conference alone', () => {
    const complaints = lives.flatMap(({ ledger }) =>
      ledger.rows.Activity.filter(({ value }) => value.description === 'Complaint about the conference'),
    );
    expect(complaints.length).toBeGreaterThan(10);
    expect(complaints.every(({ value }) => value.occurredOn.startsWith('2025-09'))).toBe(true);
  });
});
