/** What a description says: to whoever was given a number of it and to nobody else, and told to the audit. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Actor } from '../../src/domain/actor.js';
import { keepDefinition } from '../../src/population/keep.js';
import { vocabularyOf } from '../../src/population/vocabulary.js';
import type { Store } from '../../src/store/store.js';
import { definitionFor } from '../../tools/receipts/definition-for.js';
import { actorWith, clock, settings } from '../agent/office.js';
import { caller, openAssociation } from './association.js';

const given = { op: 'field', field: 'status', test: { in: ['active', 'grace'] } } as const;
const person = actorWith('membership');
let store: Store;
let id: string;

beforeAll(async () => {
  store = await openAssociation();
  const { receipts } = await caller(store)('count_members', { definition: given }, person);
  id = receipts[0]?.definition ?? '';
});
afterAll(() => store.close());

const said = (definition: string, actor: Actor) =>
  definitionFor(definition, {
    actor,
    thread: 'mcp:1',
    database: store,
    clock,
    settings,
    vocabulary: () => vocabularyOf(store),
  });

const readings = async (actorId: string) =>
  (
    await store.query<{ facts: { thread: string; definitions: string[] } }>(
      `select facts from copilot.audit where kind = 'read' and subject = 'definition' and actor_id = $1 order by sequence`,
      [actorId],
    )
  ).rows.map(({ facts }) => facts);

test('is said to the person a number of it was given to, as the receipt says it, and stands in the audit', async () => {
  const lines = await said(id, person);
  expect(lines?.join('\n')).toContain('active or in grace');
  const opened = await caller(store)('open_receipt', {}, person);
  const { receipts } = opened.output as { receipts: readonly { conditions: readonly string[] }[] };
  expect(lines).toEqual(receipts[0]?.conditions);
  expect(await readings(person.id)).toMatchObject([{ thread: 'mcp:1', definitions: [id] }]);
});

test('is no description to anybody else, whatever their rights, nor is one that no number was given of', async () => {
  const other = actorWith('leadership', { id: '999' });
  expect(await said(id, other)).toBeUndefined();
  const kept = await keepDefinition(store, { op: 'field', field: 'status', test: { in: ['lapsed'] } });
  expect(await said(kept, person)).toBeUndefined();
  expect(await said('D-00000000000000000000', person)).toBeUndefined();
  expect(await readings(other.id)).toEqual([]);
});

test('is refused to a person whose right to figures has ended', async () => {
  await expect(said(id, { ...person, permissions: new Set() })).rejects.toThrow(
    expect.objectContaining({ kind: 'not_permitted' }),
  );
});
