import { afterAll, beforeAll, expect, test } from 'vitest';
import { append } from '../../src/audit/append.js';
import { hide } from '../../src/privacy/hide.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { givenPeople } from '../fixtures/people.js';
import { personalDetailsOutside } from '../fixtures/personal-details.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
  await givenPeople(store, [
    {
      id: '1',
      name: 'Mona Larkin',
      informal: 'Mo',
      email: 'mona@example.org',
      phone: '+1 512-555-0188',
      street: '12 Elm Street',
    },
    { id: '2', name: 'Mona Larkin' },
  ]);
});
afterAll(() => store.close());

test('hiding, revealing, receipts and the audit leave nobody in another table', async () => {
  const { text } = await hide(store, 'note for Mona Larkin of 12 Elm Street, mona@example.org or 512 555 0188');
  await store.withTransaction((transaction) =>
    append(transaction, { kind: 'proposal', actorId: '1', subject: 'P-1', facts: { text }, at: new Date() }),
  );
  expect(await personalDetailsOutside(store)).toEqual([]);
});

test('a name, an address, a number or a street anywhere else is found, in bytes too', async () => {
  await store.query('create table copilot.leaky (note text, more jsonb, blob bytea)');
  const rows: readonly [string, unknown, Buffer][] = [
    ['Larkin, Mona called', {}, Buffer.from('')],
    ['', { to: ['MONA@example.org'] }, Buffer.from('')],
    ['', {}, Buffer.from('call (512) 555-0188')],
    ['tell me about larkin', {}, Buffer.from('')],
    ['ship to 12 Elm Street\nAustin', { said: 'Mo  Larkin' }, Buffer.from('')],
  ];
  for (const row of rows) await store.query('insert into copilot.leaky values ($1, $2, $3)', row);
  const found = await personalDetailsOutside(store);
  await store.query('drop table copilot.leaky');
  expect(found.map(({ table, kind }) => `${table} ${kind}`)).toEqual([
    'copilot.leaky name',
    'copilot.leaky name',
    'copilot.leaky email',
    'copilot.leaky phone',
    'copilot.leaky name',
    'copilot.leaky street',
    'copilot.leaky name',
    'copilot.leaky name',
  ]);
});
