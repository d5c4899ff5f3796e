import { afterAll, beforeAll, expect, test } from 'vitest';
import { proposalParts } from '../../src/main/proposals.js';
import type { House } from '../../src/main.js';
import type { Store } from '../../src/store/store.js';
import { Office } from '../approvals/office.js';
import { freshDatabase } from '../fixtures/database.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store.close());

test('a proposal that a colleague decides while the page is made is shown as decided, without buttons', async () => {
  const office = await Office.open(store);
  const card = await office.proposeNotes('s1', ['m1']);
  let isDecided = false;
  const withTransaction: Store['withTransaction'] = async (work) => {
    if (!isDecided) {
      isDecided = true;
      await office.approve(card.id, 's2');
    }
    return await store.withTransaction(work);
  };
  const database = { query: store.query.bind(store), withTransaction };
  const settings = { association: { timeZone: 'UTC' } };
  const house = { approvals: { ...office.parts, database }, database: store, settings } as unknown as House;
  const page = await proposalParts(house).proposal(card.id, await office.actor('s1'));
  expect(page).toMatchObject({ status: 'approved', nonce: '', mayDecide: false, mayEdit: false });
});
