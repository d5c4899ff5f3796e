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
});
