/** Money by role, whichever way it is asked for: conditions, orders, groups and measures. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '../../src/domain/actor.js';
import { pseudonymOf } from '../../src/privacy/pseudonyms.js';
import type { Store } from '../../src/store/store.js';
import { actorWith } from '../agent/office.js';
import { caller, openAssociation } from './association.js';

let store: Store;
let call: ReturnType<typeof caller>;
const defects: unknown[] = [];
const spent = { money: 'revenue', currency: 'USD', window: 'ever' };
const everyone = { op: 'everyone' };
const biggest = { op: 'top', n: 2, by: spent, direction: 'desc', of: everyone };
const paid = { op: 'event', kind: 'payment', count: { is: 'gte', value: 1 }, window: 'ever' };
const highValue = { op: 'field', field: 'high_value', test: { is: true } };
const overdue = { op: 'field', field: 'days_overdue', test: { is: 'gt', value: 30 } };

beforeAll(async () => {
  store = await openAssociation();
  call = caller(store, defects);
});
afterAll(async () => {
  await store.close();
});

describe.each<[Role, string | undefined]>([
  ['membership', '1,234.57 USD'],
  ['finance', '1,234.57 USD'],
  ['marketing', '1,000 to 2,500 USD'],
])('%s', (role, shown) => {
  test('sees what ranks somebody by money as their role shows money, never in minor units', async () => {
    const reply = await call(
      'check_member',
      { member: await pseudonymOf(store, '104'), definition: biggest },
      actorWith(role),
    );
    expect(reply.ok).toBe(true);
    expect(reply.words).toContain(shown);
    expect(JSON.stringify([reply.words, reply.output, reply.receipts])).not.toContain('123457');
    expect(defects).toEqual([]);
  });
});

describe('the community team, which sees no money', () => {
  test.each<[string, string, unknown]>([
    ['who is overdue', 'count_members', { definition: overdue }],
    ['high value', 'find_members', { definition: highValue }],
    ['a payment plan', 'count_members', { definition: { op: 'field', field: 'payment_plan', test: { is: true } } }],
    [
      'a failed payment',
      'count_members',
      { definition: { op: 'not', of: { op: 'field', field: 'last_payment_failed', test: { is: true } } } },
    ],
    ['payments counted', 'count_members', { definition: paid }],
    [
      'payments inside a relation',
      'count_members',
      { definition: { op: 'relation', path: 'employer', quantity: 'all', of: paid } },
    ],
    ['the biggest spenders', 'find_members', { definition: biggest }],
    ['the most payments', 'find_members', { definition: { ...biggest, by: { count: 'payment', window: 'ever' } } }],
    ['an order by days overdue', 'find_members', { definition: everyone, sort: { field: 'days_overdue' } }],
    ['payments measured', 'measure_members', { measure: { count: 'payment', window: 'ever' } }],
    ['a group by payment plan', 'group_members', { by: [{ field: 'payment_plan' }] }],
    ['a measure by high value', 'measure_members', { measure: { field: 'tenure' }, by: [{ field: 'high_value' }] }],
  ])('is refused %s', async (_, tool, input) => {
    expect((await call(tool, input, actorWith('community'))).error?.kind).toBe('not_permitted');
    expect((await call(tool, input, actorWith('finance'))).ok).toBe(true);
  });

  test.each(['purchase', 'donation', 'sponsorship'])('may count a %s, which is no amount', async (kind) => {
    const definition = { op: 'event', kind, count: { is: 'gte', value: 1 }, window: 'ever' };
    expect((await call('count_members', { definition }, actorWith('community'))).ok).toBe(true);
  });

  test('may ask who renews automatically', async () => {
    const definition = { op: 'field', field: 'auto_renew', test: { is: true } };
    expect((await call('count_members', { definition }, actorWith('community'))).ok).toBe(true);
  });
});

test('for marketing an amount in a condition is moved to the edge of a band, and the answer says so', async () => {
  const asked = { ...donated(80_000) };
  const reply = await call('count_members', { definition: asked }, actorWith('marketing'));
  expect(reply.words).toContain('at least 1,000.00 USD');
  expect(reply.words).toContain('moved to the nearest edge of a band');
  const finance = await call('count_members', { definition: asked }, actorWith('finance'));
  expect(finance.words).toContain('at least 800.00 USD');
});

const donated = (value: number) => ({
  op: 'money',
  measure: 'revenue',
  aggregate: 'sum',
  currency: 'USD',
  test: { is: 'gte', value },
  window: 'ever',
});
