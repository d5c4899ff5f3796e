import { afterAll, beforeAll, expect, test } from 'vitest';
import { day } from '../../src/domain/day.js';
import { open, ReceiptUnknown, receiptsOf } from '../../src/receipts/open.js';
import { record, recordAll } from '../../src/receipts/record.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store.close());

const source = {
  value: 412,
  unit: 'members',
  definition: 'd:3f2a',
  asOf: day('2026-11-21'),
  readAt: '2026-11-21T11:58:00.000Z',
  population: 'active members in Texas',
  tool: 'count_members',
  arguments: { people: { op: 'everyone' } },
  thread: 'T-1',
  actorId: '7',
  at: new Date('2026-11-21T12:00:00Z'),
};

test('a receipt opens as it was recorded, with the conversation and the person', async () => {
  const receipt = await record(store, source);
  expect(receipt.id).toMatch(/^R-[0-9A-Z]{6}$/);
  const { at, ...rest } = source;
  expect(await open(store, receipt.id)).toEqual({ id: receipt.id, ...rest });
});

test('a number without a definition has none, and a conversation lists its receipts', async () => {
  const { definition, ...plain } = { ...source, thread: 'T-2', value: 0.5 };
  const first = await record(store, plain);
  expect(first.definition).toBeUndefined();
  const listed = await receiptsOf(store, 'T-2');
  expect(listed.map(({ id, value }) => ({ id, value }))).toEqual([{ id: first.id, value: 0.5 }]);
});

test('an id nobody gave is refused', async () => {
  await expect(open(store, 'R-AAAAAA')).rejects.toThrow(ReceiptUnknown);
});

test('the numbers of one call are stored together, each with an id of its own, in the order they were given', async () => {
  const { tool, arguments: args, thread: _, actorId, at, ...evidence } = source;
  const all = Array.from({ length: 12 }, (_, value) => ({ ...evidence, value }));
  const receipts = await recordAll(store, all, { tool, arguments: args, thread: 'T-3', actorId, at });
  expect(new Set(receipts.map(({ id }) => id)).size).toBe(12);
  const listed = await store.query<{ receipt_id: string }>(
    `select receipt_id from copilot.receipts where thread = 'T-3' order by place`,
  );
  expect(listed.rows.map(({ receipt_id }) => receipt_id)).toEqual(receipts.map(({ id }) => id));
  expect(await open(store, receipts[11]?.id ?? '')).toMatchObject({ ...evidence, value: 11, thread: 'T-3' });
});
