import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actorFor, staffOf, usersOf } from '../../src/access/actors.js';
import { linkedIdentities, linkIdentity } from '../../src/access/identity-links.js';
import { mappedRoles, mapRole } from '../../src/access/role-mapping.js';
import { verify } from '../../src/audit/verify.js';
import { shiftedClock } from '../../src/clock.js';
import type { Actor } from '../../src/domain/actor.js';
import { day } from '../../src/domain/day.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { givenPeople } from '../fixtures/people.js';

const clock = shiftedClock(day('2026-11-21'), 'UTC');
let store: Store;
let administrator: Actor;

beforeAll(async () => {
  store = await freshDatabase();
  await givenPeople(store, [
    { id: '1', name: 'Ann Member', user: { name: 'ann', roles: ['Member Services Team'] } },
    { id: '2', name: 'Bo Finance', user: { name: 'bo', roles: ['Finance'] } },
    { id: '3', name: 'Kim Admin', user: { name: 'kim', roles: ['Administrator'] } },
    { id: '4', name: 'Ed Gone', user: { name: 'gone', roles: ['IT Department'], disabled: true } },
  ]);
  administrator = await actorFor(store, 'kim', 'console');
});
afterAll(() => store.close());
beforeEach(() => store.query('delete from copilot.role_mappings'));

const map = (imisRole: string, role: string | null, actor = administrator) =>
  mapRole(store, { imisRole, role, actor }, clock);

test("an association's own role means what an administrator says, from the next request on", async () => {
  await expect(actorFor(store, 'ann', 'cli')).rejects.toMatchObject({ kind: 'no_role' });
  await map('member services TEAM', 'membership');
  expect((await actorFor(store, 'ann', 'cli')).roles).toEqual(['membership']);
  expect((await staffOf(store)).map(({ userName }) => userName)).toEqual(['ann', 'bo', 'kim']);
  await map('Member Services Team', 'default');
  await expect(actorFor(store, 'ann', 'cli')).rejects.toMatchObject({ kind: 'no_role' });
});

test('a role of ours may be given another meaning or none', async () => {
  await map('Finance', null);
  await expect(actorFor(store, 'bo', 'cli')).rejects.toMatchObject({ kind: 'no_role' });
  await map('Finance', 'leadership');
  expect((await actorFor(store, 'bo', 'cli')).roles).toEqual(['leadership']);
  expect((await mappedRoles(store)).filter(({ users, isDefault }) => users > 0 || !isDefault)).toEqual([
    { imisRole: 'Administrator', role: 'administrator', isDefault: true, users: 1 },
    { imisRole: 'Finance', role: 'leadership', isDefault: false, users: 1 },
    { imisRole: 'Member Services Team', role: null, isDefault: true, users: 1 },
  ]);
  expect((await mappedRoles(store)).map(({ imisRole }) => imisRole)).toContain('IT Department');
});

test('only an administrator may, the last one stays, and each change stands in the audit', async () => {
  const finance = await actorFor(store, 'bo', 'cli');
  await expect(map('Finance', 'administrator', finance)).rejects.toMatchObject({ kind: 'not_permitted' });
  await expect(map('Finance', 'emperor')).rejects.toMatchObject({ kind: 'role_unknown' });
  await expect(map('Administrator', null)).rejects.toMatchObject({ kind: 'last_administrator' });
  // A disabled user could not undo it.
  await map('IT Department', 'administrator');
  await expect(map('Administrator', 'finance')).rejects.toMatchObject({ kind: 'last_administrator' });
  expect((await actorFor(store, 'kim', 'cli')).roles).toEqual(['administrator']);
  const entries = await store.query<{ actor_id: string; subject: string; facts: unknown }>(
    "select actor_id, subject, facts from copilot.audit where kind = 'role_mapped' order by sequence desc limit 1",
  );
  expect(entries.rows).toEqual([
    { actor_id: '3', subject: 'itdepartment', facts: { before: null, after: 'administrator' } },
  ]);
  expect(await verify(store)).toMatchObject({ ok: true });
});

test('users of iMIS are listed with what they have there and what it gives here', async () => {
  expect(await usersOf(store)).toMatchObject([
    { userName: 'ann', roles: [], imisRoles: ['Member Services Team'], isDisabled: false },
    { userName: 'bo', roles: ['finance'] },
    { userName: 'gone', isDisabled: true },
    { userName: 'kim', roles: ['administrator'] },
  ]);
});

test('identities are linked to users who are there, and listed by user', async () => {
  const link = { issuer: 'https://login.example.org', subject: 'oid-1', actor: administrator };
  await expect(linkIdentity(store, { ...link, userName: 'gone' }, clock)).rejects.toMatchObject({
    kind: 'unknown_user',
  });
  await linkIdentity(store, { ...link, userName: 'BO' }, clock);
  expect(await linkedIdentities(store)).toEqual([{ issuer: link.issuer, subject: 'oid-1', userName: 'bo' }]);
  await linkIdentity(store, link, clock);
  expect(await linkedIdentities(store)).toEqual([]);
});

test('two administrators at once cannot leave the house without one', async () => {
  await map('Finance', 'administrator');
  const both = await Promise.allSettled([map('Finance', null), map('Administrator', null)]);
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect((await staffOf(store)).filter(({ roles }) => roles.includes('administrator'))).toHaveLength(1);
});
