/** Any order of clicks, faults, crashes and lost rights: iMIS holds each change once or not at all, as the journal says. */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { approve, reject } from '../../src/approvals/decide.js';
import { execute } from '../../src/approvals/execute.js';
import { proposalById, statusAt } from '../../src/approvals/stored.js';
import { type Ticket, ticket } from '../../src/approvals/ticket.js';
import { verify } from '../../src/audit/verify.js';
import type { Actor } from '../../src/domain/actor.js';
import { ExpectedError } from '../../src/errors.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { Crash, livingUntil } from './crashes.js';
import type { Fault } from './fake-imis.js';
import { Office } from './office.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
  await Office.open(store);
});
afterAll(() => store.close());

type Step =
  | { do: 'open' | 'approve' | 'reject'; by: 's1' | 's2' | 'lead' }
  | { do: 'execute' | 'execute twice' | 'wait a day' | 'wait a lease' | 'alter' | 'lose' | 'regain' }
  | { do: 'crash'; at: number }
  | { do: 'fault'; fault: Fault };

const by = fc.constantFrom('s1', 's2', 'lead' as const);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), by }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('approve' as const), by }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reject' as const), by }) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constantFrom('execute', 'execute twice', 'wait a lease', 'lose', 'regain' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('alter', 'wait a day' as const) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('crash' as const), at: fc.integer({ min: 0, max: 40 }) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('fault' as const),
      fault: fc.constantFrom<Fault[]>('cut before', 'cut after', 'refuse', 'no answer', 'unsaid number'),
    }),
  },
);

/** Refusals are answers here; anything else is a defect. */
const answered = async (work: Promise<unknown>): Promise<void> => {
  await work.catch((error: unknown) => {
    if (!(error instanceof ExpectedError) && !(error instanceof Crash)) throw error;
  });
};

test('each change is in iMIS exactly once when the journal says done, and never when it was not approved', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
      const office = new Office(store);
      await office.setRoles('s2', ['Membership']);
      const actors = new Map<string, Actor>();
      for (const id of ['s1', 's2', 'lead']) actors.set(id, await office.actor(id));
      const actorOf = (id: string): Actor => actors.get(id) ?? expect.unreachable();
      const card = await office.proposeNotes('s1', ['m1', 'm2']);
      const tickets = new Map<string, Ticket>();
      let altered = false;

      const click = (who: string) => {
        const { hash, nonce } = tickets.get(who) ?? { hash: card.hash, nonce: 'none' };
        return { id: card.id, hash, nonce, actor: actorOf(who) };
      };
      const run = async (one: Step): Promise<void> => {
        if (one.do === 'open') tickets.set(one.by, await ticket(office.parts, card.id, actorOf(one.by)));
        if (one.do === 'approve') await approve(office.parts, click(one.by));
        if (one.do === 'reject') await reject(office.parts, { ...click(one.by), reason: 'no' });
        if (one.do === 'execute') await execute(office.executor, card.id);
        if (one.do === 'execute twice')
          await Promise.all([answered(execute(office.executor, card.id)), answered(execute(office.executor, card.id))]);
        if (one.do === 'crash') await execute(livingUntil(one.at, office.executor).parts, card.id);
        if (one.do === 'fault') office.imis.faults.push(one.fault);
        if (one.do === 'wait a day') office.clock.advance(24 * 60);
        if (one.do === 'wait a day' || one.do === 'wait a lease') await office.aLeasePasses();
        if (one.do === 'lose') await office.setRoles('s2', ['Leadership']);
        if (one.do === 'regain') await office.setRoles('s2', ['Membership']);
        if (one.do === 'alter') {
          altered = true;
          await store.query(`update copilot.proposals set summary = 'something else' where proposal_id = $1`, [
            card.id,
          ]);
        }
      };
      for (const one of steps) await answered(run(one));

      await office.aLeasePasses();
      await answered(execute(office.executor, card.id));
      const stored = await proposalById(store, card.id);
      const status = stored && statusAt(stored, office.clock.now());
      const decisions = await store.query<{ decision: string; actor_id: string }>(
        'select decision, actor_id from copilot.decisions where proposal_id = $1',
        [card.id],
      );
      const wasApproved = decisions.rows[0]?.decision === 'approve';
      expect(decisions.rows.every((row) => row.actor_id !== 'lead')).toBe(true);
      expect(office.queued).toEqual(wasApproved ? [card.id] : []);
      expect(status === 'approved' || status === 'executing').toBe(false);
      for (const row of await office.journal(card.id)) {
        const times = office.imis.count(row.change_key);
        if (row.state === 'done') expect(times).toBe(1);
        else if (row.state !== 'uncertain') expect(times).toBe(0);
        else expect(altered).toBe(true);
        expect(times).toBeLessThanOrEqual(1);
        if (!wasApproved) expect(row.state).toBe('waiting');
      }
    }),
    { numRuns: 20 },
  );
  expect(await verify(store)).toMatchObject({ ok: true });
});
