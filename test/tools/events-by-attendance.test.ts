import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { actorWith } from '../agent/office.js';
import { caller, openAssociation } from './association.js';

let store: Store;
let call: ReturnType<typeof caller>;
type Listed = { events: { name: string; attended?: number; withheld: boolean }[] };
const since2024 = { from: '2024-01-01', to: '2026-12-31' };

beforeAll(async () => {
  store = await openAssociation();
  call = caller(store, []);
});
afterAll(() => store.close());

const listed = async (order: string | undefined, role: Parameters<typeof actorWith>[0] = 'membership') => {
  const reply = await call('list_events', { window: since2024, ...(order && { order }) }, actorWith(role));
  return (reply.output as Listed).events;
};

test.each(['desc', 'asc'])(
  'events in order of attendance, %s: those without attendance data come last',
  async (order) => {
    const events = await listed(order);
    const counts = events.map(({ attended }) => attended);
    const known = counts.filter((count) => count !== undefined);
    expect(known).toEqual(order === 'desc' ? [2, 1] : [1, 2]);
    expect(counts.slice(known.length).every((count) => count === undefined)).toBe(true);
    expect(events).toHaveLength((await listed(undefined)).length);
  },
);

test('whoever sees aggregates only learns no order of numbers that are hidden', async () => {
  const byDay = (await listed(undefined, 'leadership')).filter(({ withheld }) => withheld).map(({ name }) => name);
  for (const order of ['desc', 'asc']) {
    const events = await listed(order, 'leadership');
    expect(events.filter(({ withheld }) => withheld).map(({ name }) => name)).toEqual(byDay);
    expect(events.map(({ withheld }) => withheld)).toEqual([...events.map(({ withheld }) => withheld)].sort());
  }
});
