import * as fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorById, actorFor } from '../../src/access/actors.js';
import { allTokens, tokensOf } from '../../src/access/personal-token-lists.js';
import { actorOfPersonalToken, type MintRequest, mintToken, revokeToken } from '../../src/access/personal-tokens.js';
import { imisRoles } from '../../src/access/roles.js';
import { scopeNames, scopes } from '../../src/access/token-scopes.js';
import { verify } from '../../src/audit/verify.js';
import type { Actor, Permission } from '../../src/domain/actor.js';
import type { Store } from '../../src/store/store.js';
import { MovableClock } from '../approvals/office.js';
import { freshDatabase } from '../fixtures/database.js';
import { givenChapters, givenPeople } from '../fixtures/people.js';

const DAY_MINUTES = 24 * 60;
let clock: MovableClock;
let store: Store;
let ann: Actor;
let bo: Actor;
let kim: Actor;

beforeAll(async () => {
  store = await freshDatabase();
  await givenChapters(store, { tx: 'Texas' });
  await givenPeople(store, [
    { id: '1', name: 'Ann Member', user: { name: 'ann', roles: ['Membership'], manages: ['tx'] } },
    { id: '2', name: 'Bo Finance', user: { name: 'bo', roles: ['Finance'] } },
    { id: '3', name: 'Kim Admin', user: { name: 'kim', roles: ['Administrator'] } },
    { id: '4', name: 'Uma Member' },
  ]);
  [ann, bo, kim] = [
    await actorFor(store, 'ann', 'console'),
    await actorFor(store, 'bo', 'console'),
    await actorFor(store, 'kim', 'console'),
  ];
});
afterAll(() => store.close());
beforeEach(async () => {
  clock = new MovableClock();
  await store.query('delete from copilot.personal_tokens');
  await store.query(`update imis.users set roles = '{Membership}', disabled = false where member_id = '1'`);
});

const usual: MintRequest = { name: 'Desktop assistant', scopes: ['copilot.read'], days: 90 };
const mint = (actor = ann, request: Partial<MintRequest> = {}) =>
  mintToken(store, actor, { ...usual, ...request }, clock);
const bearer = (token: string) => actorOfPersonalToken(store, token, 'mcp', clock);
const lastUsed = async (id: string): Promise<Date | undefined> =>
  (await tokensOf(store, ann)).find((one) => one.id === id)?.lastUsedAt;
const audited = async (kind: string) =>
  (await store.query('select actor_id, subject, facts from copilot.audit where kind = $1 order by sequence', [kind]))
    .rows;

describe('what a token gives', () => {
  const roleLists = fc.uniqueArray(fc.constantFrom(...Object.keys(imisRoles)), { minLength: 1 });

  test('for every mix of roles and scopes exactly the rights of the person of this moment that the scopes name', async () => {
    const haveRoles = (roles: readonly string[]) =>
      store.query('update imis.users set roles = $1 where member_id = $2', [roles, '1']);
    await fc.assert(
      fc.asyncProperty(
        roleLists,
        roleLists,
        fc.uniqueArray(fc.constantFrom(...scopeNames), { minLength: 1 }),
        fc.integer({ min: 1, max: 365 }),
        async (then, now, given, days) => {
          await haveRoles(then);
          const minted = await mint(await actorById(store, '1', 'console'), { scopes: given, days });
          await haveRoles(now);
          const person = await actorById(store, '1', 'mcp');
          const found = await bearer(minted.token);
          const named = given.flatMap((scope): readonly Permission[] => scopes[scope]);
          expect([...found.actor.permissions].sort()).toEqual(
            named.filter((one) => person.permissions.has(one)).sort(),
          );
          expect({ ...found.actor, permissions: person.permissions }).toEqual(person);
          expect([found.tokenId, [...found.scopes].sort()]).toEqual([minted.id, [...given].sort()]);
          expect(found.expiresAt).toEqual(minted.expiresAt);
          await store.query('delete from copilot.personal_tokens');
        },
      ),
      { numRuns: 25 },
    );
  });

  test('no scope administers or reads the audit', () => {
    const all: readonly Permission[] = Object.values(scopes).flat();
    expect(all.filter((one) => one === 'audit.read' || one === 'settings.manage')).toEqual([]);
  });
});

describe('the secret', () => {
  test('is long, random, never twice, and nowhere in the database', async () => {
    const tokens = [await mint(), await mint(), await mint()].map(({ token }) => token);
    for (const token of tokens) expect(token).toMatch(/^imc_[0-9A-Za-z]{32}$/);
    expect(new Set(tokens).size).toBe(3);
    const kept = await store.query('select t::text as row from copilot.personal_tokens t');
    const told = await store.query('select a::text as row from copilot.audit a');
    const text = JSON.stringify([kept.rows, told.rows]);
    for (const token of tokens) expect(text).not.toContain(token.slice(4));
  });

  test.each([
    ['nothing', ''],
    ['a token of a provider', 'eyJhbGciOiJFUzI1NiJ9.e30.c2ln'],
    ['one that was cut', `imc_${'a'.repeat(31)}`],
    ['one with a line break behind it', `imc_${'a'.repeat(32)}\n`],
    ['a megabyte', `imc_${'a'.repeat(1_000_000)}`],
  ])('%s is refused as malformed', async (_, token) => {
    await expect(bearer(token)).rejects.toMatchObject({ kind: 'token_refused', fault: 'malformed' });
  });

  test('one that nobody minted is refused, and what to do is said', async () => {
    const { token } = await mint();
    const forged = token.slice(0, -1) + (token.endsWith('a') ? 'b' : 'a');
    await expect(bearer(forged)).rejects.toMatchObject({
      kind: 'token_refused',
      fault: 'unknown',
      next: expect.stringContaining('in the console under AI clients'),
    });
  });
});

describe('how a token ends', () => {
  test('at its instant, and not a minute before', async () => {
    const { token, expiresAt } = await mint(ann, { days: 1 });
    expect(expiresAt.getTime() - clock.now().getTime()).toBe(DAY_MINUTES * 60_000);
    clock.advance(DAY_MINUTES - 1);
    expect((await bearer(token)).actor.id).toBe('1');
    clock.advance(1);
    await expect(bearer(token)).rejects.toMatchObject({ kind: 'token_refused', fault: 'expired' });
  });

  test('when the person revokes it, for good, and once', async () => {
    const { id, token } = await mint();
    const before = (await audited('token_revoked')).length;
    await revokeToken(store, ann, id, clock);
    await revokeToken(store, ann, id, clock);
    await expect(bearer(token)).rejects.toMatchObject({ kind: 'token_refused', fault: 'revoked' });
    expect((await audited('token_revoked')).slice(before)).toEqual([
      { actor_id: '1', subject: id, facts: { of: '1' } },
    ]);
  });

  test('when an administrator revokes it; nobody else can, nor learn that it exists', async () => {
    const { id, token } = await mint();
    const stranger = expect.objectContaining({ kind: 'token_unknown' });
    await expect(revokeToken(store, bo, id, clock)).rejects.toEqual(stranger);
    await expect(revokeToken(store, bo, 'no such token', clock)).rejects.toEqual(stranger);
    expect((await bearer(token)).tokenId).toBe(id);
    await revokeToken(store, kim, id, clock);
    await expect(bearer(token)).rejects.toMatchObject({ fault: 'revoked' });
  });

  test.each([
    ['whose role was taken away', `roles = '{}'`, 'no_role'],
    ['who was disabled', 'disabled = true', 'user_disabled'],
  ])('with the next request of somebody %s', async (_, change, kind) => {
    const { id, token } = await mint();
    await store.query(`update imis.users set ${change} where member_id = '1'`);
    await expect(bearer(token)).rejects.toMatchObject({ kind });
    expect(await lastUsed(id)).toBeUndefined();
  });
});

test('that it is used is noted once a minute, not at every call', async () => {
  const { id, token } = await mint();
  expect(await lastUsed(id)).toBeUndefined();
  await bearer(token);
  const first = clock.now();
  expect(await lastUsed(id)).toEqual(first);
  clock.advance(0.5);
  await bearer(token);
  expect(await lastUsed(id)).toEqual(first);
  clock.advance(0.5);
  await bearer(token);
  expect(await lastUsed(id)).toEqual(clock.now());
});

describe('minting', () => {
  test.each<[string, Partial<MintRequest>, string]>([
    ['without a name', { name: ' \n\u200b ' }, 'name'],
    ['with a name of 61 characters', { name: 'x'.repeat(61) }, 'name'],
    ['for no day', { days: 0 }, 'days'],
    ['for more than a year', { days: 366 }, 'days'],
    ['for half a day', { days: 0.5 }, 'days'],
    ['for a day nobody can count', { days: Number.NaN }, 'days'],
    ['that allows nothing', { scopes: [] }, 'scopes'],
    ['with a scope there is none of', { scopes: ['copilot.read', 'settings.manage' as 'copilot.read'] }, 'scopes'],
  ])('%s is refused', async (_, request, fault) => {
    await expect(mint(ann, request)).rejects.toMatchObject({ kind: 'token_not_minted', fault });
    expect(await tokensOf(store, ann)).toEqual([]);
  });

  test('is for the staff alone, as they are at this moment', async () => {
    const member: Actor = { ...ann, id: '4', userName: 'uma', roles: [], permissions: new Set() };
    await expect(mint(member)).rejects.toMatchObject({ kind: 'unknown_user' });
    await store.query(`update imis.users set disabled = true where member_id = '1'`);
    await expect(mint()).rejects.toMatchObject({ kind: 'user_disabled' });
  });

  test('keeps a name in one line that shows what it is', async () => {
    await mint(ann, { name: '  Laptop\n\u202eresu\u200b  ' });
    expect((await tokensOf(store, ann)).map(({ name }) => name)).toEqual(['Laptop resu']);
  });

  test('is possible ten times at a time, also when the forms arrive at once, and again when one has ended', async () => {
    for (let made = 0; made < 8; made++) await mint();
    const outcomes = await Promise.allSettled([mint(), mint(), mint(), mint()]);
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    await expect(mint()).rejects.toMatchObject({ kind: 'token_not_minted', fault: 'too_many' });
    expect((await mint(bo)).token).toMatch(/^imc_/);
    const [newest] = await tokensOf(store, ann);
    await revokeToken(store, ann, newest?.id ?? '', clock);
    await mint(ann, { days: 1 });
    await expect(mint()).rejects.toMatchObject({ fault: 'too_many' });
    clock.advance(DAY_MINUTES);
    expect((await mint()).token).toMatch(/^imc_/);
  });

  test('is told in the audit without a name or a secret, and the chain holds', async () => {
    const before = (await audited('token_minted')).length;
    const { id } = await mint(ann, { scopes: ['copilot.propose', 'copilot.read'], days: 7 });
    expect((await audited('token_minted')).slice(before)).toEqual([
      { actor_id: '1', subject: id, facts: { days: 7, scopes: ['copilot.read', 'copilot.propose'] } },
    ]);
    expect((await verify(store)).ok).toBe(true);
  });
});

describe('the lists', () => {
  test('show a person the own tokens, and an administrator those of everybody with the name of the person', async () => {
    const mine = await mint(ann, { name: 'Editor' });
    clock.advance(1);
    const other = await mint(bo, { name: 'Assistant', scopes: ['copilot.read', 'copilot.propose'] });
    expect(await tokensOf(store, ann)).toEqual([
      {
        id: mine.id,
        memberId: '1',
        name: 'Editor',
        scopes: ['copilot.read'],
        createdAt: new Date(clock.now().getTime() - 60_000),
        expiresAt: mine.expiresAt,
      },
    ]);
    expect((await allTokens(store, kim)).map(({ id, person }) => [id, person])).toEqual([
      [other.id, 'Bo Finance'],
      [mine.id, 'Ann Member'],
    ]);
    await expect(allTokens(store, ann)).rejects.toMatchObject({ kind: 'not_permitted' });
  });

  test('show a token that has ended for another month', async () => {
    const { id } = await mint();
    await revokeToken(store, ann, id, clock);
    clock.advance(29 * DAY_MINUTES);
    await mint();
    expect((await tokensOf(store, ann)).map((one) => one.id)).toContain(id);
    clock.advance(2 * DAY_MINUTES);
    await mint();
    expect((await tokensOf(store, ann)).map((one) => one.id)).not.toContain(id);
  });
});
