import { describe, expect, test } from 'vitest';
import { checkNumbers } from '../../src/agent/numbers.js';
import { day } from '../../src/domain/day.js';
import type { Receipt } from '../../src/receipts/receipt.js';

const receipt = (value: number): Receipt => ({
  id: 'R-7F3KQ2',
  value,
  unit: 'members',
  tool: 'count_members',
  arguments: { definition: { op: 'event', count: { is: 'lt', value: 2 }, window: { last: 12, unit: 'month' } } },
  asOf: day('2026-11-21'),
  readAt: '2026-11-21T07:10:00Z',
  population: 'members in Texas',
});

describe('a number in an answer', () => {
  test('stays when a receipt of the thread holds it', () => {
    expect(checkNumbers('There are 1,412 of them [R-7F3KQ2].', [receipt(1412)], [])).toEqual({
      text: 'There are 1,412 of them [R-7F3KQ2].',
      removed: 0,
    });
  });

  test('is taken out when no receipt holds it', () => {
    const { text, removed } = checkNumbers('Of 412 members 57 percent, about 235, renewed.', [receipt(412)], []);
    expect(text).toBe('Of 412 members [number removed] percent, about [number removed], renewed.');
    expect(removed).toBe(2);
  });

  test('stays when it was said: by the person, or in the definition that was counted', () => {
    const said = checkNumbers(
      '412 came to fewer than 2 events in 12 months, not 30.',
      [receipt(412)],
      ['fewer than 30?'],
    );
    expect(said.removed).toBe(0);
  });

  test('is no number at all when it is part of a day, an hour, an id or a list mark', () => {
    const text = '1. M-7F3KQ2 joined on 3 March 2024.\n2. Expires 2027-01-31; read at 07:10 (D-0a1b2c).';
    expect(checkNumbers(text, [], [])).toEqual({ text, removed: 0 });
  });

  test('with a sign or decimals is compared by what it says', () => {
    expect(checkNumbers('-12.5 points', [receipt(12.5)], []).removed).toBe(0);
    expect(checkNumbers('12.6 points', [receipt(12.5)], []).removed).toBe(1);
  });

  const held = [receipt(1412), { ...receipt(28_550), unit: 'USD cents' }, { ...receipt(0.574), unit: 'share' }];
  test.each([
    ['There are twelve hundred members.', 1],
    ['About two dozen people came.', 1],
    ['Some 1.4k members, or 1.4 million.', 2],
    ['1412% of them', 1],
    ['57% renewed, 57.4 percent to be exact.', 0],
    ['It grew by 3 %.', 1],
    ['They owe $285.50.', 0],
    ['They owe $28.55.', 1],
    ['Es sind 1.412 Mitglieder; il y en a 1 412.', 0],
    ['Es sind 1.413 Mitglieder.', 1],
    ['Between 10-15 members, a 412-member chapter.', 3],
    ['There are 2025 members.', 1],
    ['Since 2019, in fiscal 2026, on Nov 21st and 3/4/2026, in Q3 2025; the 21st.', 0],
    ['the 412th member', 1],
    ['One of them, and the two readings.', 0],
    ['Five members lapsed, and three of them came back.', 2],
    ['There are ١٤١٢ of them, not ٣٧٧.', 1],
    ['There are １４１２.', 0],
    ['They owe 5000USD, USD5000 or 5000 USD; it is 10x as much, 10fold.', 5],
    ['They owe 285.50USD, that is USD285.50.', 0],
    ['Room B12, course PRIV101, AC26.', 0],
    ['A total of 1950 logins, of 2000 registrations, and a total of 1950.', 3],
    ['Joined in 2024; the events of 2025, registrations in 2026.', 0],
    ['Half of them, a third of the members, two-thirds, about half.', 4],
    ['Twice as many, three quarters of all; it doubled, double the number.', 4],
    ['The first half of the year, half a year, a half-year term, a third party, a quarter of the year.', 0],
    ['412. That is how many there are.', 1],
    ['13) members lapsed', 1],
    ['57. That many.\n3. And more.', 2],
    ['Here:\n1. one\n   of Texas\n2) two\n3. three', 0],
    ['1. one\n2. two\n4. four', 1],
    ['M-7F3KQ2, N-234567, C-23456A, P-7F3KQ2 and R-7F3KQ2 [R-7F3KQ2: 1412 members].', 0],
  ])('in every way of writing: %s', (text, removed) => {
    expect(checkNumbers(text, held, []).removed).toBe(removed);
  });

  test('said in words by the person may be repeated in words or digits', () => {
    expect(checkNumbers('Not more than 12, so twelve.', [], ['at most twelve?']).removed).toBe(0);
  });
});

test('a day after "until" stays a day, and is not taken for a year and two numbers', () => {
  expect(checkNumbers('active, until 2027-08-31', [], [])).toEqual({ text: 'active, until 2027-08-31', removed: 0 });
});

test('a share in words stays where a receipt or the person said it', () => {
  const share = { ...receipt(0.5), unit: 'share' };
  expect(checkNumbers('Half of them renewed.', [share], []).removed).toBe(0);
  expect(checkNumbers('Yes, more than half of them.', [], ['did more than half renew?']).removed).toBe(0);
  expect(checkNumbers('50 % of the registrations', [{ ...receipt(50), unit: 'registrations' }], []).removed).toBe(1);
});

test('a list told a sentence at a time goes on with its numbers', () => {
  expect(checkNumbers('2. Texas\n', [], [], '1. Ohio\n').removed).toBe(0);
  expect(checkNumbers('2. Texas\n', [], [], '').removed).toBe(1);
});
