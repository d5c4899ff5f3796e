import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkNumbers } from '../../src/agent/numbers.js';
import type { Store } from '../../src/store/store.js';
import { catalog } from '../../tools/catalog.js';
import { caller, filled, openAssociation } from './association.js';

let store: Store;
const defects: unknown[] = [];

beforeAll(async () => {
  store = await openAssociation();
});
afterAll(() => store.close());

const reads = catalog.filter(({ effect }) => effect === 'read');

describe('every example of a tool that reads', () => {
  test.each(
    reads.flatMap((tool) => tool.examples.map((example) => [tool.name, example.says, example.arguments] as const)),
  )('%s answers "%s", and every number of the answer has a receipt', async (name, says, args) => {
    if (name === 'open_receipt') await caller(store, defects)('count_members', { definition: { op: 'everyone' } });
    const reply = await caller(store, defects)(name, await filled(store, args));
    expect(defects).toEqual([]);
    if (/[PR]-7F3KQ2/.test(says)) {
      expect(reply.error?.kind).toMatch(/_unknown$/);
      return;
    }
    expect(reply).toMatchObject({ ok: true });
    expect(reply.words.length).toBeGreaterThan(20);
    const checked = checkNumbers(reply.words, reply.receipts, [JSON.stringify(args)]);
    expect(checked.text).toBe(reply.words);
  });
});
