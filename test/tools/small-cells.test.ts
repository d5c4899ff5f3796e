import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { proposalsFor } from '../../src/approvals/propose.js';
import type { Actor } from '../../src/domain/actor.js';
import type { Store } from '../../src/store/store.js';
import { countMembers } from '../../tools/people/count-members.js';
import { runTool } from '../../tools/run.js';
import { actorWith, approvalsOf, clock, openOffice, settings } from '../agent/office.js';
import { givenPeople } from '../fixtures/people.js';

let store: Store;

beforeAll(async () => {
  store = await openOffice();
  const many = (count: number, person: (index: number) => Parameters<typeof givenPeople>[1][number]) =>
    givenPeople(
      store,
      Array.from({ length: count }, (_, index) => person(index)),
    );
  await many(6, (index) => ({
    id: `p${index}`,
    name: `Person Number${index}`,
    paidThrough: '2027-03-31',
    state: 'NV',
  }));
  await many(2, (index) => ({
    id: `o${index}`,
    name: `Company ${index}`,
    kind: 'organization',
    paidThrough: '2027-03-31',
    state: 'NV',
  }));
  await many(3, (index) => ({ id: `g${index}`, name: `Grace Number${index}`, paidThrough: '2026-11-01', state: 'NV' }));
  await many(4, (index) => ({ id: `u${index}`, name: `Where Number${index}`, paidThrough: '2027-03-31' }));
});
afterAll(() => store.close());

const activeInNevada = {
  op: 'all',
  of: [
    { op: 'field', field: 'status', test: { in: ['active'] } },
    { op: 'field', field: 'state', test: { in: ['NV'] } },
  ],
};
const countFor = (actor: Actor) =>
  runTool(
    countMembers,
    { definition: activeInNevada },
    { actor, thread: 'T-1', database: store, clock, settings, proposals: proposalsFor(approvalsOf(store)) },
  );

describe('a count for leadership', () => {
  test('shows no part of fewer than five, gives none away by the rest, and has no receipt for one', async () => {
    const reply = await countFor(actorWith('leadership'));
    expect(reply.output).toMatchObject({ counts: { in: 8, withheld: ['kinds', 'unknown', 'inGrace'] } });
    expect(Object.keys((reply.output as { counts: object }).counts)).toEqual(['in', 'withheld']);
    expect(reply.receipts.map(({ value }) => value)).toEqual([8]);
    expect(reply.words.replace(/\d{4}-\d{2}-\d{2}/g, '').match(/\d+/g)).toEqual(['8']);
    expect(reply.words).toContain('fewer than five');
  });

  test('is whole for whoever may see people', async () => {
    const reply = await countFor(actorWith('membership'));
    expect(reply.output).toMatchObject({
      counts: { in: 8, people: 6, organizations: 2, inGrace: 3, unknown: 4, withheld: [] },
    });
    expect(reply.receipts.map(({ value }) => value)).toEqual([8, 6, 2, 3, 4]);
  });
});

describe('two counts for leadership', () => {
  const inNevada = { op: 'field', field: 'state', test: { in: ['NV'] } };
  const ask = (definition: object, actor = actorWith('leadership')) =>
    runTool(countMembers, { definition }, { actor, ...context() });
  const context = () => ({
    thread: 'T-1',
    database: store,
    clock,
    settings,
    proposals: proposalsFor(approvalsOf(store)),
  });

  test('of whom the second lacks fewer than five are not both told, in whichever order they are asked', async () => {
    await store.query('truncate copilot.disclosures');
    const withoutGrace = { op: 'not', of: { op: 'field', field: 'status', test: { in: ['grace'] } } };
    const smaller = { op: 'all', of: [inNevada, withoutGrace] };
    expect((await ask(inNevada)).output).toMatchObject({ counts: { in: 11 } });
    const refused = await ask(smaller);
    expect(refused.ok).toBe(false);
    expect(refused.words).toContain('fewer than five people');
    expect(refused.receipts).toEqual([]);
    expect((await ask(inNevada)).output).toMatchObject({ counts: { in: 11 } });
    await store.query('truncate copilot.disclosures');
    expect((await ask(smaller)).output).toMatchObject({ counts: { in: 8 } });
    expect((await ask(inNevada)).ok).toBe(false);
    expect((await ask(inNevada, actorWith('membership'))).output).toMatchObject({ counts: { in: 11 } });
  });
});
