import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorById, actorFor, staffOf } from '../../src/access/actors.js';
import { NoChapter, NoRole, NotPermitted, UnknownUser, UserDisabled } from '../../src/access/refusals.js';
import { may, requirePermission } from '../../src/access/require.js';
import { imisRoles, rights, rolesOf } from '../../src/access/roles.js';
import { membersInScope } from '../../src/access/scope.js';
import { permissions, roles } from '../../src/domain/actor.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { givenChapters, givenPeople } from '../fixtures/people.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
  await givenChapters(store, { tx: 'Texas', oh: 'Ohio' });
  await givenPeople(store, [
    { id: '1', name: 'Ann Membership', user: { name: 'Membership', roles: ['Membership', 'Everyone'] } },
    { id: '2', name: 'Bo Lead', user: { name: 'leadership', roles: ['Leadership'] } },
    {
      id: '3',
      name: 'Cy Tex',
      user: { name: 'chapter-tx', roles: ['Chapter Manager'], isStaff: false, manages: ['tx'] },
    },
    { id: '4', name: 'Di Nochapter', chapters: ['oh'], user: { name: 'chapter-none', roles: ['ChapterManager'] } },
    { id: '5', name: 'Ed Gone', user: { name: 'gone', roles: ['Membership'], disabled: true } },
    { id: '6', name: 'Flo Norole', user: { name: 'norole', roles: ['Everyone', 'Janitor'] } },
    { id: '7', name: 'Gil Both', user: { name: 'both', roles: ['Marketing', 'ChapterManager'], manages: ['tx'] } },
    { id: '8', name: 'Hal Member', chapters: ['tx'] },
    { id: '9', name: 'Ida Member', chapters: ['oh'] },
    { id: '10', name: 'Jo Nobody' },
    { id: '11', name: 'Kim Admin', user: { name: 'administrator', roles: ['Administrator'] } },
  ]);
  await store.query(`update imis.group_members set is_active = false where member_id = '4'`);
});
afterAll(() => store.close());

describe('who asks', () => {
  test('a user name, in any case, gives the roles and rights of iMIS', async () => {
    const actor = await actorFor(store, 'MEMBERSHIP', 'cli');
    expect(actor).toMatchObject({
      id: '1',
      userName: 'Membership',
      roles: ['membership'],
      scope: { kind: 'everyone' },
    });
    expect(may(actor, 'invoices.read')).toBe(true);
    expect(await actorById(store, '1', 'cli')).toEqual(actor);
  });

  test('a chapter manager sees the chapters of the own roster row, with the rights of membership', async () => {
    const actor = await actorFor(store, 'chapter-tx', 'console');
    expect(actor.scope).toEqual({ kind: 'chapters', chapters: ['tx'] });
    expect([...actor.permissions].sort()).toEqual([...rights.membership].sort());
  });

  test('a chapter manager who is also in marketing keeps what marketing may do, everywhere', async () => {
    const actor = await actorFor(store, 'both', 'console');
    expect(actor.scope).toEqual({ kind: 'everyone' });
    expect(may(actor, 'segments.propose')).toBe(true);
    expect(may(actor, 'invoices.read')).toBe(false);
  });

  test.each([
    ['nobody', UnknownUser],
    ['gone', UserDisabled],
    ['norole', NoRole],
    ['chapter-none', NoChapter],
  ])('%s is refused', async (userName, refusal) => {
    await expect(actorFor(store, userName, 'cli')).rejects.toThrow(refusal);
  });

  test('the sign-in list holds enabled users with a role, with their names and chapters', async () => {
    const staff = await staffOf(store);
    expect(staff.map((person) => person.userName)).toEqual([
      'administrator',
      'both',
      'chapter-none',
      'chapter-tx',
      'leadership',
      'Membership',
    ]);
    expect(staff.find((person) => person.userName === 'chapter-tx')).toMatchObject({
      fullName: 'Cy Tex',
      chapters: ['Texas'],
    });
  });
});

describe('what they may', () => {
  test('leadership may see totals and nothing else', async () => {
    const actor = await actorFor(store, 'leadership', 'cli');
    expect([...actor.permissions]).toEqual(['aggregates.read']);
    expect(() => requirePermission(actor, 'people.read')).toThrow(NotPermitted);
  });

  test('a refusal names the roles that may', async () => {
    const actor = await actorFor(store, 'leadership', 'cli');
    try {
      requirePermission(actor, 'audit.read');
      expect.unreachable();
    } catch (error) {
      expect(error).toMatchObject({
        kind: 'not_permitted',
        next: 'Ask somebody with one of these roles: administrator.',
      });
    }
  });

  test('every role is reached by an iMIS role, and every permission belongs to some role', () => {
    expect([...new Set(Object.values(imisRoles))].sort()).toEqual([...roles].sort());
    expect(
      permissions.filter((permission) => !Object.values(rights).some((list) => list.includes(permission))),
    ).toEqual([]);
    expect(rolesOf(['chapter manager', 'Everyone', 'FINANCE', 'finance'])).toEqual(['chapter_manager', 'finance']);
  });

  test('the scope of a chapter is its active members; everybody is in the other', async () => {
    const ids = ['3', '4', '8', '9', '10', 'no such'];
    expect([...(await membersInScope(store, { kind: 'chapters', chapters: ['tx'] }, ids))].sort()).toEqual(['3', '8']);
    expect([...(await membersInScope(store, { kind: 'chapters', chapters: ['oh'] }, ids))]).toEqual(['9']);
    expect([...(await membersInScope(store, { kind: 'chapters', chapters: [] }, ids))]).toEqual([]);
    expect((await membersInScope(store, { kind: 'everyone' }, ids)).size).toBe(ids.length);
  });
});
