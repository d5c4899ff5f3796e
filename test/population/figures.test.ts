/** Groups and measures, with their figures in sight. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Definition,
  eventKinds,
  type GroupKey,
  type Measure,
  moneyMeasures,
  type Window,
} from '../../src/population/definition.js';
import { FieldProtected, FieldUnknown, GroupUnfit, MeasureUnfit } from '../../src/population/errors.js';
import { count } from '../../src/population/evaluate.js';
import { type GroupOptions, groupBy } from '../../src/population/group-by.js';
import { list } from '../../src/population/list.js';
import { measure, type Statistic } from '../../src/population/measure.js';
import { type Vocabulary, vocabularyOf } from '../../src/population/vocabulary.js';
import type { Store } from '../../src/store/store.js';
import { givenAssociation } from '../fixtures/association.js';
import { freshDatabase } from '../fixtures/database.js';
import { association, perspective } from './further-association.js';

let store: Store;
let vocabulary: Vocabulary;
beforeAll(async () => {
  store = await freshDatabase();
  await givenAssociation(store, association);
  vocabulary = await vocabularyOf(store);
});
afterAll(() => store?.close());

const everyone: Definition = { op: 'everyone' };
const joinedThisYear: Definition = {
  op: 'field',
  field: 'joined',
  test: { within: { calendar: 'year', offset: 0 } },
};

describe('groups', () => {
  const grouped = (keys: GroupKey[], definition: Definition = everyone, options: Partial<GroupOptions> = {}) =>
    groupBy(store, definition, perspective, keys, { vocabulary, ...options });
  const cells = async (...asked: Parameters<typeof grouped>) =>
    (await grouped(...asked)).cells.map(({ labels, count: of }) => [...labels, of].join(' '));

  test('by a category, the fullest first, those without one as a cell of their own', async () => {
    expect(await cells([{ field: 'tier' }])).toEqual([
      'Corporate 2',
      'Professional 2',
      'Student 2',
      'tier not recorded 1',
    ]);
    expect(await cells([{ field: 'chapter' }])).toEqual(['Texas Chapter 1', 'no chapter 6']);
    expect(await cells([{ field: 'auto_renew' }])).toEqual(['no 1', 'yes 1', 'automatic renewal not recorded 5']);
  });
  test('by the period of a day, empty ones in between as 0, up to the ends of the window that was asked', async () => {
    expect(await cells([{ field: 'joined', by: 'year' }])).toEqual([
      ...['2015 1', '2016 0', '2017 0', '2018 1', '2019 0', '2020 0', '2021 0', '2022 2', '2023 0', '2024 1'],
      ...['2025 0', '2026 1', 'join date not recorded 1'],
    ]);
    expect(await cells([{ field: 'joined', by: 'quarter' }], joinedThisYear)).toEqual([
      'Q1 2026 1',
      'Q2 2026 0',
      'Q3 2026 0',
      'Q4 2026 0',
    ]);
    const months = await cells([{ field: 'joined' }], joinedThisYear);
    expect(months).toHaveLength(11);
    expect(months.slice(0, 3)).toEqual(['January 2026 0', 'February 2026 1', 'March 2026 0']);
  });
  test('weeks begin on the day that is set', async () => {
    const week = async (weekStarts: 'monday' | 'sunday' | 'saturday') =>
      (
        await groupBy(
          store,
          joinedThisYear,
          { ...perspective, calendar: { ...perspective.calendar, weekStarts } },
          [{ field: 'joined', by: 'week' }],
          { vocabulary },
        )
      ).cells.filter(({ count: of }) => of > 0);
    // 1 February 2026 was a Sunday.
    expect((await week('monday')).map(({ values }) => values)).toEqual([['2026-01-26']]);
    expect((await week('sunday')).map(({ labels }) => labels)).toEqual([['week of 1 February 2026']]);
    expect((await week('saturday')).map(({ values }) => values)).toEqual([['2026-01-31']]);
  });
  test('by two keys, the empty periods for each of the others', async () => {
    const persons: Definition = { op: 'field', field: 'kind', test: { in: ['person'] } };
    expect(await cells([{ field: 'tier' }, { field: 'joined', by: 'year' }], persons)).toEqual([
      ...['Professional 2018 1', 'Professional 2019 0', 'Professional 2020 0', 'Professional 2021 0'],
      ...['Professional 2022 1', 'Professional 2023 0', 'Professional 2024 0', 'Professional 2025 0'],
      ...['Professional 2026 0', 'Student 2018 0', 'Student 2019 0', 'Student 2020 0', 'Student 2021 0'],
      ...['Student 2022 0', 'Student 2023 0', 'Student 2024 1', 'Student 2025 0', 'Student 2026 1'],
      ...['tier not recorded 2018 0', 'tier not recorded 2019 0', 'tier not recorded 2020 0'],
      ...['tier not recorded 2021 0', 'tier not recorded 2022 0', 'tier not recorded 2023 0'],
      ...['tier not recorded 2024 0', 'tier not recorded 2025 0', 'tier not recorded 2026 0'],
      'tier not recorded join date not recorded 1',
    ]);
  });
  test('cells add up to those in, who are the same as a count gives; a limit says what it leaves out', async () => {
    const whole = await grouped([{ field: 'tier' }, { field: 'kind' }]);
    const counts = await count(store, everyone, perspective);
    expect(whole.total).toBe(counts.in);
    expect(whole.cells.reduce((sum, cell) => sum + cell.count, 0)).toBe(whole.total);
    const cut = await grouped([{ field: 'tier' }], everyone, { limit: 1, order: 'value' });
    expect(cut.cells.map(({ labels }) => labels)).toEqual([['Corporate']]);
    expect(cut.leftOut).toEqual({ cells: 3, count: 5 });
  });
  test('who is neither in nor out is counted apart; a person in two groups stands in both', async () => {
    const renewing: Definition = { op: 'field', field: 'auto_renew', test: { is: true } };
    expect(await grouped([{ field: 'tier' }], renewing)).toMatchObject({ total: 1, unknown: 5, overlaps: false });
    const programs = await grouped([{ field: 'certification' }]);
    expect(programs).toMatchObject({ overlaps: true, total: 7 });
    expect(programs.cells.map(({ labels, count: of }) => [...labels, of])).toEqual([
      ['Certified Planner', 1],
      ['no certification', 6],
    ]);
  });
  test('managers and employers are shown by pseudonym', async () => {
    const [first] = (await grouped([{ field: 'employer' }])).cells;
    expect(first?.labels[0]).toMatch(/^M-[0-9A-Z]{6}$/);
    expect(first?.values).toEqual(['acme']);
  });
  test.each<[string, GroupKey[], typeof GroupUnfit | typeof FieldUnknown | typeof FieldProtected]>([
    ['a number', [{ field: 'tenure' }], GroupUnfit],
    ['a tier by month', [{ field: 'tier', by: 'month' }], GroupUnfit],
    ['three keys', [{ field: 'tier' }, { field: 'kind' }, { field: 'state' }], GroupUnfit],
    ['what is not there', [{ field: 'tiers' }], FieldUnknown],
    ['what is protected', [{ field: 'gender' }], FieldProtected],
  ])('refused: %s', async (_, keys, error) => {
    await expect(grouped(keys)).rejects.toThrow(error);
  });
});

describe('measures', () => {
  const donated: Measure = { money: 'donated', currency: 'USD', window: 'ever' };
  const measured = (by: Measure, statistic: Statistic, definition: Definition = everyone) =>
    measure(store, definition, perspective, by, statistic);

  test('an amount over those who gave any, in one currency, the others said apart', async () => {
    expect(await measured(donated, 'total')).toEqual({
      value: 37_500,
      unit: 'money',
      currency: 'USD',
      contributing: 2,
      withValue: 2,
      withoutValue: 5,
      total: 7,
      unknown: 0,
      otherCurrencies: [{ currency: 'CAD', members: 1, value: 30_000 }],
    });
    const figures = await Promise.all(
      (['average', 'median', 'largest', 'smallest'] as const).map(async (of) => (await measured(donated, of)).value),
    );
    expect(figures).toEqual([18_750, 18_750, 35_000, 2_500]);
  });
  test('how often something happened counts those with none', async () => {
    const logins: Measure = { count: 'login', window: { from: '2025-01-01' } };
    expect(await measured(logins, 'average')).toMatchObject({ value: 1, withValue: 7, withoutValue: 0, unit: 'times' });
    expect(await measured(logins, 'median')).toMatchObject({ value: 0 });
  });
  test('a window before the data counts what there is; without data nobody has a value', async () => {
    expect(await measured({ ...donated, window: { from: '2020-01-01' } }, 'total')).toMatchObject({ value: 37_500 });
    expect(await measured({ ...donated, money: 'purchased' }, 'total')).toMatchObject({ value: null, withValue: 0 });
  });
  test('other currencies show the same figure, in the days of each member too', async () => {
    for (const statistic of ['median', 'largest'] as const)
      expect((await measured(donated, statistic)).otherCurrencies).toEqual([
        { currency: 'CAD', members: 1, value: 30_000 },
      ]);
    const own = (fromDays: number): Measure => ({
      ...donated,
      window: { relativeTo: 'expiry', fromDays, toDays: 0 },
    });
    // The only gift of another currency was made 334 days before the term ends.
    expect((await measured(own(-340), 'total')).otherCurrencies).toHaveLength(1);
    expect((await measured(own(-30), 'total')).otherCurrencies).toEqual([]);
  });
  test('every measure is answered in every window, ordered by too', async () => {
    const window = fc.constantFrom<Window>(
      'ever',
      { last: 2, unit: 'year' },
      { from: '2019-01-01', to: '2020-01-01' },
      { calendar: 'fiscal_year', offset: -1 },
      { relativeTo: 'expiry', fromDays: -400, toDays: 10 },
      { relativeTo: 'join', fromDays: 0, toDays: 90 },
      { relativeTo: 'last_renewal', fromDays: -10, toDays: 10 },
      { term: 'current' },
      { term: 'previous' },
    );
    const by = fc.oneof(
      fc.record({ money: fc.constantFrom(...moneyMeasures), currency: fc.constant('USD'), window }),
      fc.record({ count: fc.constantFrom(...eventKinds), window }),
    );
    await fc.assert(
      fc.asyncProperty(by, fc.constantFrom('total', 'median') satisfies fc.Arbitrary<Statistic>, async (of, as) => {
        const found = await measured(of, as);
        expect(found.contributing).toBeLessThanOrEqual(found.withValue);
        expect(found.withValue + found.withoutValue).toBe(7);
        const sort = { by: of, direction: 'desc' } as const;
        expect((await list(store, everyone, perspective, { limit: 10, sort })).memberIds).toHaveLength(7);
      }),
      { numRuns: 60 },
    );
  }, 60_000);
  test('of a day there is a first and a last, and no sum', async () => {
    expect(await measured({ field: 'joined' }, 'smallest')).toMatchObject({ value: '2015-01-01', unit: 'day' });
    expect(await measured({ field: 'joined' }, 'median')).toMatchObject({ value: '2022-01-01' });
    await expect(measured({ field: 'joined' }, 'average')).rejects.toThrow(MeasureUnfit);
    await expect(measured({ field: 'tier' }, 'largest')).rejects.toThrow(MeasureUnfit);
  });
  test('by groups', async () => {
    const by = await measure(store, everyone, perspective, donated, 'total', { keys: [{ field: 'tier' }], vocabulary });
    expect(
      by.groups?.cells.map(({ labels, value, withValue, withoutValue }) => [...labels, value, withValue, withoutValue]),
    ).toEqual([
      ['Corporate', null, 0, 2],
      ['Professional', 35_000, 1, 1],
      ['Student', 2_500, 1, 1],
      ['tier not recorded', null, 0, 1],
    ]);
  });
});

test('a list is in the order of any measure, page by page, with what it is ordered by', async () => {
  const sort = { by: { money: 'donated', currency: 'USD', window: 'ever' }, direction: 'desc' } as const;
  const whole = await list(store, everyone, perspective, { limit: 10, sort });
  expect(whole.memberIds.slice(0, 3)).toEqual(['ada', 'cyd', 'acme']);
  expect(whole.values?.slice(0, 3).map(Number)).toEqual([35_000, 2_500, 0]);
  const joined: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await list(store, everyone, perspective, { limit: 2, sort, cursor });
    joined.push(...page.memberIds);
    cursor = page.cursor;
  } while (cursor);
  expect(joined).toEqual(whole.memberIds);
});
