/** No two numbers told to somebody who sees aggregates only differ by fewer than five people. */
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { countOf, disclose, FEWEST_TOLD, type Standing, type Told } from '../../src/access/disclosures.js';
import type { Store } from '../../src/store/store.js';
import { hiddenCells } from '../../tools/people/hidden-cells.js';
import { freshDatabase } from '../fixtures/database.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store.close());
beforeEach(async () => {
  await store.query('truncate copilot.disclosures');
});

const at = new Date('2026-11-21T12:00:00Z');
const ask = (set: Told, actorId = 'leader', when = at) =>
  disclose(store, { actorId, at: when }, [set], ([standing]) => ({
    result: standing,
    // What is refused is not remembered.
    isShown: [standing === 'near' ? undefined : true],
  }));
const people = (count: number, from = 0): string[] => Array.from({ length: count }, (_, index) => `M${from + index}`);
const summed = (answer: string, amounts: readonly number[]): Told => ({
  answer,
  unit: 'money USD',
  adds: new Map(amounts.map((amount, index) => [`M${index}`, String(amount)])),
});

test('the same people are told again under any description, a few fewer or more are not', async () => {
  expect(await ask(countOf('D-A', people(40)))).toBe('free');
  expect(await ask(countOf('D-A', people(40)))).toBe('known');
  expect(await ask(countOf('D-B', people(40)))).toBe('known');
  expect(await ask(countOf('D-C', people(39)))).toBe('near');
  expect(await ask(countOf('D-D', people(44)))).toBe('near');
  expect(await ask(countOf('D-E', people(35)))).toBe('free');
  expect(await ask(countOf('D-F', people(40, 100)))).toBe('free');
});

test('as many people of whom two are others are too near; to another person nothing was told', async () => {
  await ask(countOf('D-A', people(40)));
  expect(await ask(countOf('D-B', [...people(38), 'X1', 'X2']))).toBe('near');
  expect(await ask(countOf('D-B', people(38)), 'other leader')).toBe('free');
});

test('a total is near another where the amounts of few are different', async () => {
  await ask(summed('D-A', [10, 20, 30, 40, 50, 60]));
  expect(await ask(summed('D-B', [10, 20, 30, 40, 50, 61]))).toBe('near');
  expect(await ask(summed('D-C', [10, 20, 30, 40, 50, 60]))).toBe('known');
  expect(await ask(summed('D-D', [11, 21, 31, 41, 51, 60]))).toBe('free');
});

test('the same number is told on another day, and after a month nothing is remembered', async () => {
  await ask(countOf('D-A', people(40)));
  expect(await ask(countOf('D-A', people(42)), 'leader', new Date('2026-11-25T12:00:00Z'))).toBe('known');
  expect(await ask(countOf('D-B', people(43)), 'leader', new Date('2026-12-01T12:00:00Z'))).toBe('near');
  expect(await ask(countOf('D-B', people(43)), 'leader', new Date('2027-01-21T12:00:00Z'))).toBe('free');
});

test('whatever is asked in whatever order, no two numbers told tell of fewer than five', async () => {
  const names = people(24);
  const someSet = fc.oneof(
    fc.subarray(names, { minLength: FEWEST_TOLD }),
    // Nearly everybody: what somebody would ask who tries.
    fc.subarray(names, { minLength: 19 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(someSet, { minLength: 2, maxLength: 8 }), async (sets) => {
      await store.query('truncate copilot.disclosures');
      const told: string[][] = [];
      for (const [index, set] of sets.entries()) if ((await ask(countOf(`D-${index}`, set))) !== 'near') told.push(set);
      for (const one of told)
        for (const other of told) {
          const apart =
            one.filter((name) => !other.includes(name)).length + other.filter((name) => !one.includes(name)).length;
          expect(apart === 0 || apart >= FEWEST_TOLD, `${apart} apart`).toBe(true);
        }
    }),
    { numRuns: 8 },
  );
});

test('of groups, what is hidden is never found from the total and what was told before', () => {
  const cell = fc.record({
    count: fc.oneof(fc.nat(12), fc.integer({ min: 5, max: 60 })),
    standing: fc.constantFrom<Standing>('free', 'free', 'known', 'near'),
  });
  fc.assert(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (given) => {
      // What was told before had five people or more.
      const cells = given.map(({ count, standing }) => ({ count, standing: count < 5 ? ('free' as const) : standing }));
      const total = cells.reduce((sum, { count }) => sum + count, 0);
      const { cells: hidden, total: isTotalHidden } = hiddenCells(
        cells.map(({ count }) => count),
        total,
        cells.map(({ standing }) => standing),
      );
      const kept = cells.filter((_, index) => hidden.has(index));
      for (const { count, standing } of cells.filter((_, index) => !hidden.has(index)))
        expect(count === 0 || (count >= 5 && standing !== 'near')).toBe(true);
      // One hidden group alone is the rest of the total.
      if (kept.length > 0 && !isTotalHidden) {
        expect(kept.filter(({ standing }) => standing !== 'known').length).toBeGreaterThan(1);
        expect(kept.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThanOrEqual(5);
      }
    }),
    { numRuns: 1000 },
  );
});
