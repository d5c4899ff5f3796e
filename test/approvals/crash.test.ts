import { afterAll, beforeAll, expect, test } from 'vitest';
import { execute } from '../../src/approvals/execute.js';
import { executeUnder } from '../../src/approvals/execute-under.js';
import { continuePilot } from '../../src/approvals/pilot.js';
import { proposePhase } from '../../src/approvals/propose-phase.js';
import { ExecutionUnderWay } from '../../src/approvals/refusals.js';
import { proposeStanding } from '../../src/approvals/standing-approvals.js';
import { ticket } from '../../src/approvals/ticket.js';
import { proposeUndo } from '../../src/approvals/undo.js';
import { verify } from '../../src/audit/verify.js';
import { unread } from '../../src/notices/unread.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { Crash, livingUntil } from './crashes.js';
import { MovableClock, Office, TODAY } from './office.js';

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

test('a write that arrives only after the process that sent it has died is waited for, and not written twice', {
  timeout: 120_000,
}, async () => {
  // From before the write is sent on, at every second moment: the ones before it are those of every other crash.
  for (let at = 12, died = true; died; at += 2) {
    const card = await office.proposeNotes('s1', ['m1']);
    await office.approve(card.id, 's1');
    office.imis.faults.splice(0, Infinity, 'carried out late');
    let pauses = 0;
    const arriving = async () => {
      pauses += 1;
      if (pauses % 2 === 0) office.imis.carryOutLate();
    };
    died = await execute(livingUntil(at, { ...office.executor, pause: arriving }).parts, card.id).then(
      () => false,
      (error: unknown) => {
        expect(error).toBeInstanceOf(Crash);
        return true;
      },
    );
    await office.aLeasePasses();
    pauses = 0;
    const report = await execute({ ...office.executor, pause: arriving }, card.id);
    office.imis.carryOutLate();
    expect(report).toMatchObject({ status: 'done', done: 1 });
    const [row] = await office.journal(card.id);
    expect(office.imis.count(row?.change_key ?? '')).toBe(1);
  }
  office.imis.faults.splice(0);
});

test('the same holds for an undo', { timeout: 120_000 }, async () => {
  const actor = await office.actor('s1');
  await dieEverywhere(
    1,
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

test('a large change with its pilot loses nothing and doubles nothing either, wherever it dies', {
  timeout: 120_000,
}, async () => {
  const memberIds = Array.from({ length: 27 }, (_, index) => `b${index}`);
  // Far enough apart to stay quick, at a step that meets every moment of a change in turn.
  for (let at = 3; at < 420; at += 67) {
    const card = await office.proposeNotes('s1', memberIds);
    await office.approve(card.id, 's1', { count: 27 });
    const dies = async (moment: number) => {
      const life = livingUntil(moment, office.executor);
      await execute(life.parts, card.id).catch((error: unknown) => expect(error).toBeInstanceOf(Crash));
      await office.aLeasePasses();
      return await execute(office.executor, card.id);
    };
    expect(await dies(at)).toMatchObject({ status: 'pilot_done', done: 10, waiting: 17 });
    const actor = await office.actor('s2');
    await continuePilot(office.parts, { ...(await ticket(office.parts, card.id, actor)), id: card.id, actor });
    expect(await dies(at + 31)).toMatchObject({ status: 'done', done: 27 });
    for (const { change_key } of await office.journal(card.id)) expect(office.imis.count(change_key)).toBe(1);
  }
});

test('the same holds for a job under a standing approval, from finding it to the end', {
  timeout: 120_000,
}, async () => {
  const actor = await office.actor('adm');
  const cohort = { kind: 'everybody' } as const;
  await office.carriedOut(
    await proposePhase(office.parts, { kind: 'interaction', cohort, phase: 'conditional', actor }),
    'adm',
  );
  const asked = { kind: 'interaction', purpose: 'log of the copilot', capPerDay: 100_000, endsOn: TODAY, actor };
  await office.carriedOut(await proposeStanding(office.parts, asked), 'adm');
  const work = (step: string) => ({
    kind: 'interaction',
    purpose: 'log of the copilot',
    step,
    summary: 'Log',
    job: 'log_interactions',
    drafts: [
      {
        memberId: 'm1',
        before: null,
        after: { what: 'exchange', summary: step, at: '2026-11-21T12:00:00' },
        reversible: false,
      },
    ],
  });
  for (let at = 0, died = true; died; at += 1) {
    const step = `crash/${at}`;
    const life = livingUntil(at, office.executor);
    died = await executeUnder(life.parts, work(step)).then(
      () => false,
      (error: unknown) => {
        expect(error).toBeInstanceOf(Crash);
        return true;
      },
    );
    await office.aLeasePasses();
    expect(await executeUnder(office.executor, work(step))).toMatchObject({ kept: 0, execution: { done: 1 } });
    const written = [...office.imis.panelRows.values()].filter(({ values }) => values['Summary'] === step);
    expect(written).toHaveLength(1);
  }
});

test('a run whose process has ended is taken over at once, without waiting for its lease', async () => {
  const card = await office.proposeNotes('s1', ['m1']);
  await office.approve(card.id, 's1');
  await expect(execute(livingUntil(8, office.executor).parts, card.id)).rejects.toThrow(Crash);
  await expect(execute(office.executor, card.id)).rejects.toThrow(ExecutionUnderWay);
  await store.query(
    `update copilot.proposals set executor_process = jsonb_set(executor_process, '{started}', '"another run of it"')
     where proposal_id = $1`,
    [card.id],
  );
  expect(await execute(office.executor, card.id)).toMatchObject({ status: 'done', done: 1 });
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
