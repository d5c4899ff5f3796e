import { afterAll, beforeAll, expect, test } from 'vitest';
import { noticeWords } from '../../src/notices/notice.js';
import { notify } from '../../src/notices/notify.js';
import { markRead, unread } from '../../src/notices/unread.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store.close());

const at = new Date('2026-11-21T12:00:00Z');
const facts = { proposal: 'P-AAAAAA', summary: 'Add a note to M-7F3KQ2' };

test('a conversation is told once, in order, and not what belongs to another', async () => {
  await notify(store, { thread: 'T-1', kind: 'proposal_approved', facts, at });
  await notify(store, { thread: 'T-2', kind: 'proposal_rejected', facts, at });
  await notify(store, { thread: 'T-1', kind: 'proposal_executed', facts: { ...facts, done: 1 }, at });
  const told = await unread(store, 'T-1');
  expect(told.map((notice) => notice.kind)).toEqual(['proposal_approved', 'proposal_executed']);
  expect(told[1]).toMatchObject({ facts: { done: 1 }, at });
  await markRead(store, told, at);
  expect(await unread(store, 'T-1')).toEqual([]);
  expect(await unread(store, 'T-2')).toHaveLength(1);
});

test('what came in after the turn began is told at the next', async () => {
  await notify(store, { thread: 'T-3', kind: 'proposal_approved', facts, at });
  const told = await unread(store, 'T-3');
  await notify(store, { thread: 'T-3', kind: 'proposal_executed', facts, at });
  await markRead(store, told, at);
  expect((await unread(store, 'T-3')).map((notice) => notice.kind)).toEqual(['proposal_executed']);
});

test('a notice reads as a sentence', () => {
  const thread = 'T';
  expect(
    noticeWords({ thread, kind: 'proposal_executed', facts: { ...facts, done: 24, skipped: 2, failed: 0 }, at }),
  ).toBe('P-AAAAAA (Add a note to M-7F3KQ2) was carried out: 24 done, 2 skipped.');
  expect(noticeWords({ thread, kind: 'proposal_rejected', facts: facts, at })).toBe(
    'P-AAAAAA (Add a note to M-7F3KQ2) was rejected.',
  );
});
