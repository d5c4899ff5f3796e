/** Sums, averages per head, shares and turnout, as tools answer them. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { measureReach } from '../../src/sync/reach.js';
import { actorWith } from '../agent/office.js';
import { type GivenAssociation, givenAssociation } from '../fixtures/association.js';
import { freshDatabase } from '../fixtures/database.js';
import { caller } from './association.js';

const earned = (...amounts: number[]) =>
  amounts.map((quantity) => ({ kind: 'credit' as const, on: '2026-03-01', what: 'CRS-1', quantity }));
const person = (id: string, tier: string, more: Partial<GivenAssociation['members'][number]> = {}) => ({
  id,
  tier,
  joined: '2020-01-01',
  expires: '2027-03-31',
  terms: [{ begins: '2026-04-01', ends: '2027-03-31', paid: '2026-04-01' }],
  ...more,
});

let store: Store;
let call: ReturnType<typeof caller>;
const defects: unknown[] = [];
beforeAll(async () => {
  store = await freshDatabase();
  await givenAssociation(store, {
    tiers: { IND: 'Individual', FEL: 'Fellow' },
    members: [
      person('a', 'FEL', { deeds: earned(4, 6), autoRenew: true }),
      person('b', 'FEL', { autoRenew: false }),
      person('c', 'IND', { deeds: earned(3), autoRenew: true }),
      person('d', 'IND', { deeds: earned(3), autoRenew: false }),
      person('e', 'IND', { autoRenew: false }),
    ],
  });
  await measureReach(store);
  call = caller(store, defects);
});
afterAll(() => store.close());

const credits = { quantity: 'credits', window: { from: '2026-01-01' } };
const ask = (tool: string, input: object) => call(tool, input, actorWith('membership'));

test('ten credits are ten however many records they stand in', async () => {
  const definition = { op: 'sum', ...credits, test: { is: 'gte', value: 10 } };
  expect((await ask('count_members', { definition })).output).toMatchObject({ counts: { in: 1 } });
});

test('per head everybody of the group counts, and the best group comes first', async () => {
  const by = [{ field: 'tier' }];
  const reply = await ask('measure_members', { measure: credits, statistic: 'per_member', by, order: 'desc' });
  expect(reply.output).toMatchObject({
    unit: 'credits',
    whole: { value: 3.2, members: 5 },
    groups: [
      { values: ['Fellow'], value: 5 },
      { values: ['Individual'], value: 2 },
    ],
  });
  expect(reply.words).toContain('whoever has none as 0');
});

test('a share is two counts with receipts and a quotient', async () => {
  const reply = await ask('count_members', {
    definition: { op: 'field', field: 'auto_renew', test: { is: true } },
    outOf: { op: 'field', field: 'tier', test: { in: ['Fellow'] } },
  });
  expect(reply.words).toContain('50% of 2');
  expect(reply.receipts.map(({ value, unit }) => [value, unit])).toEqual(
    expect.arrayContaining([
      [1, 'members'],
      [2, 'members'],
      [50, '%'],
    ]),
  );
});

test('groups have their share where it is asked for, and may be those of a day gone by', async () => {
  const shares = await ask('group_members', { by: [{ field: 'tier' }], shares: true });
  expect(shares.words).toContain('- Individual: 3 (60%)');
  const then = await ask('group_members', { by: [{ field: 'status', on: '2026-05-01' }] });
  expect(then.words).toContain('status on 1 May 2026');
  expect(then.words).toContain('active: 5');
});
