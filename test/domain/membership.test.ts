import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, day } from '../../src/domain/day.js';
import { inFirstYear, statusOn, tenure } from '../../src/domain/member.js';
import { labelOn, stateOn, type Term, unbrokenRun } from '../../src/domain/term.js';

const GRACE = 60;
const term = (begins: string, ends: string, more: Partial<Term> = {}): Term => ({
  begins: day(begins),
  ends: day(ends),
  paid: day(begins),
  isComp: false,
  ...more,
});

describe('status', () => {
  const expires = day('2026-10-31');
  test.each([
    ['2026-10-31', 'active'],
    ['2026-11-01', 'grace'],
    ['2026-12-30', 'grace'],
    ['2026-12-31', 'lapsed'],
  ])('a term that ends on 31 October is, with 60 days of grace, on %s %s', (on, status) => {
    expect(statusOn({ record: 'active', expires }, day(on), GRACE)).toBe(status);
    expect(stateOn(term('2025-11-01', '2026-10-31'), day(on), GRACE)).toBe(status);
  });
  test('what the record says goes before the term, except that nobody who never joined is suspended', () => {
    expect(statusOn({ record: 'deceased', expires }, expires, GRACE)).toBe('deceased');
    expect(statusOn({ record: 'suspended', expires }, expires, GRACE)).toBe('suspended');
    expect(statusOn({ record: 'suspended' }, expires, GRACE)).toBe('prospect');
  });
  test('as days pass, a status only goes from active to grace to lapsed', () => {
    const order = ['active', 'grace', 'lapsed'];
    fc.assert(
      fc.property(fc.integer({ min: -900, max: 900 }), fc.nat(200), fc.nat(120), (at, later, grace) => {
        const on = (offset: number) =>
          order.indexOf(statusOn({ record: 'active', expires }, addDays(expires, offset), grace));
        expect(on(at)).toBeLessThanOrEqual(on(at + later));
      }),
      { numRuns: 200 },
    );
  });
});

describe('tenure', () => {
  const first = term('2020-01-01', '2020-12-31');
  const second = term('2021-01-01', '2021-12-31');
  const late = term('2022-02-15', '2022-12-31');
  const rejoined = term('2024-06-01', '2025-05-31');
  test('goes on through a renewal within grace, and begins again after a lapse', () => {
    const on = day('2022-12-01');
    expect(unbrokenRun([second, late, first], on, GRACE)).toEqual([first, second, late]);
    expect(unbrokenRun([first, second, late, rejoined], day('2025-01-01'), GRACE)).toEqual([rejoined]);
    expect(tenure([first, second], day('2022-01-01'), GRACE)).toBeCloseTo(2, 1);
  });
  test('an unpaid term is none, a complimentary one is', () => {
    const unpaid = term('2021-01-01', '2021-12-31', { paid: undefined });
    const comp = term('2021-01-01', '2021-12-31', { paid: undefined, isComp: true });
    expect(unbrokenRun([first, unpaid], day('2021-06-01'), GRACE)).toEqual([first]);
    expect(unbrokenRun([first, comp], day('2021-06-01'), GRACE)).toEqual([first, comp]);
  });
  test('without a term nobody can say', () => {
    expect(tenure([], day('2026-01-01'), GRACE)).toBeUndefined();
  });
});

test('the label of a term is settled at the end of grace, and a renewal happens on the day it is paid', () => {
  const old = term('2025-11-01', '2026-10-31');
  const next = term('2026-11-01', '2027-10-31', { paid: day('2026-12-05') });
  expect(labelOn(old, [next], day('2026-12-04'), GRACE)).toBe('open');
  expect(labelOn(old, [next], day('2026-12-05'), GRACE)).toBe('renewed');
  expect(labelOn(old, [], day('2026-12-30'), GRACE)).toBe('open');
  expect(labelOn(old, [], day('2026-12-31'), GRACE)).toBe('not renewed');
});

test('the first year is the twelve months from the first join', () => {
  expect(inFirstYear(day('2026-02-01'), day('2027-01-31'))).toBe(true);
  expect(inFirstYear(day('2026-02-01'), day('2027-02-01'))).toBe(false);
});
