import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '../../src/approvals/execute.js';
import { ExecutionUnderWay } from '../../src/approvals/refusals.js';
import { proposeUndo } from '../../src/approvals/undo.js';
import { verify } from '../../src/audit/verify.js';
import { unread } from '../../src/notices/unread.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { Crash, livingUntil } from './crashes.js';
import { MovableClock, Office } from './office.js';

let store: Store;
let office: Office;
beforeAll(async () => {
  store = await freshDatabase();
  office = await Office.open(store);
});
afterAll(() => store.close());

/** Dies at every `step`th moment in turn, each time with a fresh proposal, until one run lives to its end. */
async function dieEverywhere(
  step: number,
  approved: () => Promise<string>,
  check: (id: string) => Promise<void>,
): Promise<number> {
  for (let at = 0; ; at += step) {
    const id = await approved();
    const life = livingUntil(at, office.executor);
    const died = await execute(life.parts, id).then(
      () => false,
      (error: unknown) => {
        expect(error).toBeInstanceOf(Crash);
        return true;
      },
    );
    await office.aLeasePasses();
    expect(await execute(office.executor, id)).toMatchObject({ status: 'done' });
    await check(id);
    if (!died) return life.moments();
  }
}

test('a process that dies at any moment of an execution loses nothing and doubles nothing', {
  timeout: 120_000,
}, async () => {
  const moments = await dieEverywhere(
    1,
    async () => {
      const card = await office.proposeNotes('s1', ['m1']);
      await office.approve(card.id, 's1');
      return card.id;
    },
    async (id) => {
      const [row] = await office.journal(id);
      expect(office.imis.count(row?.change_key ?? '')).toBe(1);
      expect(row).toMatchObject({ state: 'done', reason: null });
      const told = (await unread(store, 'T-1')).filter((notice) => notice.facts.proposal === id);
      expect(told.map((notice) => notice.kind)).toEqual(['proposal_approved', 'proposal_executed']);
      const audited = await store.query(`select from copilot.audit where kind = 'change_done' and subject = $1`, [
        `${id}/1`,
      ]);
      expect(audited.rowCount).toBe(1);
    },
  );
  expect(moments).toBeGreaterThan(25);
  expect(await verify(store)).toMatchObject({ ok: true });
});

test('the same holds for an undo, at every second moment', { timeout: 120_000 }, async () => {
  const actor = await office.actor('s1');
  await dieEverywhere(
    2,
    async () => {
      const card = await office.proposeNotes('s1', ['m2']);
      await office.approve(card.id, 's1');
      await execute(office.executor, card.id);
      const undo = await proposeUndo(office.parts, { id: card.id, actor });
      await office.approve(undo.id, 's1');
      return undo.id;
    },
    async (id) => {
      expect((await office.journal(id))[0]).toMatchObject({ state: 'done' });
      expect([...office.imis.activities.values()].filter((activity) => activity.partyId === 'm2')).toEqual([]);
    },
  );
});

test.each([
  ['a day ahead', 24 * 60],
  ['a day behind', -24 * 60],
])(
  'a run is left alone while it lives, and taken over when it died, by a process whose clock is %s',
  async (_, minutes) => {
    const card = await office.proposeNotes('s1', ['m1']);
    await office.approve(card.id, 's1');
    await expect(execute(livingUntil(8, office.executor).parts, card.id)).rejects.toThrow(Crash);
    const shifted = new MovableClock();
    shifted.advance(minutes);
    const other = { ...office.executor, clock: shifted };
    await expect(execute(other, card.id)).rejects.toThrow(ExecutionUnderWay);
    await office.aLeasePasses();
    expect(await execute(other, card.id)).toMatchObject({ status: 'done', done: 1 });
  },
);

test('a run that was overtaken stops before it writes', async () => {
  const card = await office.proposeNotes('s1', ['m1']);
  await office.approve(card.id, 's1');
  const { addActivity } = office.imis.hand;
  const slow = {
    ...office.executor,
    hand: {
      ...office.imis.hand,
      addActivity: async (activity: Parameters<typeof addActivity>[0]) => {
        const answer = await addActivity(activity);
        // The process slept long enough for another to take over and end.
        await office.aLeasePasses();
        expect(await execute(office.executor, card.id)).toMatchObject({ status: 'done' });
        return answer;
      },
    },
  };
  await expect(execute(slow, card.id)).rejects.toMatchObject({ kind: 'lease_lost' });
  const [row] = await office.journal(card.id);
  expect(office.imis.count(row?.change_key ?? '')).toBe(1);
  expect(row?.state).toBe('done');
});
