import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type NextFunction, type Request, type Response } from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { actorById } from '../../../src/access/actors.js';
import { linkIdentity, linkIdentityAsOperator } from '../../../src/access/identity-links.js';
import { shiftedClock } from '../../../src/clock.js';
import { day } from '../../../src/domain/day.js';
import { report } from '../../../src/errors.js';
import { Secret } from '../../../src/settings/secret.js';
import type { SignInClaim } from '../../../src/settings/sign-in.js';
import type { Store } from '../../../src/store/store.js';
import { endSessionsOf, sessionOf } from '../../../src/surfaces/console/session.js';
import { oidcRoutes } from '../../../src/surfaces/identity/oidc.js';
import { freshDatabase } from '../../fixtures/database.js';
import { givenPeople } from '../../fixtures/people.js';
import { Browser, CLIENT, startProvider, type TestProvider } from './provider.js';

const clock = shiftedClock(day('2026-11-21'), 'UTC');
let store: Store;
let providers: Record<'full' | 'terse', TestProvider>;
const servers: ReturnType<typeof createServer>[] = [];

/** Where the console will be, known before the provider is. */
async function reserved(): Promise<{ server: ReturnType<typeof createServer>; url: string }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  servers.push(server);
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

let places: Record<string, Awaited<ReturnType<typeof reserved>>>;

beforeAll(async () => {
  store = await freshDatabase();
  await givenPeople(store, [
    {
      id: '201',
      name: 'Dana Whitfield',
      email: 'dana@example.org',
      user: { name: 'membership', roles: ['Membership'] },
    },
    {
      id: '202',
      name: 'Kim Admin',
      email: 'kim@example.org',
      user: { name: 'administrator', roles: ['Administrator'] },
    },
    { id: '203', name: 'Two Same', email: 'shared@example.org', user: { name: 'same1', roles: ['Membership'] } },
    { id: '204', name: 'Two Other', email: 'shared@example.org', user: { name: 'same2', roles: ['Membership'] } },
    { id: '205', name: 'Ed Gone', user: { name: 'gone', roles: ['Membership'], disabled: true } },
    { id: '206', name: 'Flo Norole', user: { name: 'norole', roles: ['Janitor'] } },
  ]);
  places = Object.fromEntries(
    await Promise.all(
      ['preferred_username', 'email', 'oid', 'terse'].map(async (name) => [name, await reserved()] as const),
    ),
  );
  const uris = Object.values(places).map(({ url }) => url);
  const start = (inIdToken: boolean) =>
    startProvider({
      redirectUris: uris.map((url) => `${url}/sign-in/openid/callback`),
      logoutUris: uris.map((url) => `${url}/`),
      claims: (login) => ({
        oid: `oid-${login}`,
        preferred_username: login,
        email: login.includes('@') ? login : `${login}@example.org`,
        email_verified: !login.startsWith('unverified'),
      }),
      inIdToken,
    });
  providers = { full: await start(true), terse: await start(false) };
  for (const claim of ['preferred_username', 'email', 'oid'] as const) mount(claim, claim, providers.full);
  mount('terse', 'preferred_username', providers.terse);
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await Promise.all(Object.values(providers).map((provider) => provider[Symbol.asyncDispose]()));
  await store.close();
});
beforeEach(() => store.query('delete from copilot.sessions'));

function mount(name: string, claim: SignInClaim, { issuer }: TestProvider): void {
  const place = places[name];
  if (!place) throw new Error('nowhere to mount');
  const app = express();
  app.use(
    oidcRoutes({
      settings: { issuer, clientId: CLIENT.clientId, clientSecret: new Secret(CLIENT.clientSecret), claim },
      publicUrl: place.url,
      association: 'Test Association',
      database: store,
      clock,
    }),
  );
  app.get('/who', async (request, response) => {
    response.json((await sessionOf(store, clock, request)) ?? null);
  });
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    response.status(409).json(report(error));
  });
  place.server.on('request', app);
}

const at = (name: string): string => places[name]?.url ?? '';
async function signIn(name: string, login: string, browser = new Browser()) {
  const arrived = await browser.signInAt(`${at(name)}/sign-in/openid`, login);
  const text = await arrived.response.text();
  const who = (await (await browser.go(`${at(name)}/who`)).json()) as { memberId: string } | null;
  return { ...arrived, text, who: who?.memberId, browser };
}

describe('a person signs in', () => {
  test.each([
    ['preferred_username', 'membership'],
    ['email', 'dana'],
    ['terse', 'membership'],
  ])('by %s, as %s, and has a session', async (name, login) => {
    const { response, text, who } = await signIn(name, login);
    expect([response.status, who]).toEqual([200, '201']);
    expect(response.headers.get('refresh')).toBe('0; url=/');
    expect(text).toContain('You are signed in.');
    const entries = await store.query<{ facts: object }>(
      "select facts from copilot.audit where kind = 'sign_in' and actor_id = '201' order by sequence desc limit 1",
    );
    expect(entries.rows[0]?.facts).toMatchObject({ surface: 'console' });
  });

  test('by object id only when an administrator has linked it', async () => {
    const before = await signIn('oid', 'membership');
    expect([before.response.status, before.who]).toEqual([409, undefined]);
    expect(before.text).toContain('belongs to no active user of iMIS');
    const actor = await actorById(store, '202', 'console');
    const link = { issuer: providers.full.issuer, subject: 'oid-membership', actor };
    await linkIdentity(store, { ...link, userName: 'membership' }, clock);
    expect((await signIn('oid', 'membership')).who).toBe('201');
    await linkIdentity(store, link, clock);
    expect((await signIn('oid', 'membership')).who).toBeUndefined();
    const member = await actorById(store, '201', 'console');
    await expect(linkIdentity(store, { ...link, actor: member }, clock)).rejects.toMatchObject({
      kind: 'not_permitted',
    });
  });
});

test('whoever runs the server links the first administrator, and the audit says it was them', async () => {
  const link = { issuer: providers.full.issuer, subject: 'oid-administrator' };
  expect((await signIn('oid', 'administrator')).who).toBeUndefined();
  await linkIdentityAsOperator(store, { ...link, userName: 'administrator' }, clock);
  expect((await signIn('oid', 'administrator')).who).toBe('202');
  const row = await store.query(
    "select subject, facts from copilot.audit where kind = 'identity_linked' and actor_id = 'operator'",
  );
  expect(row.rows).toEqual([{ subject: '202', facts: { issuer: link.issuer, identity: link.subject } }]);
  await expect(linkIdentityAsOperator(store, { ...link, userName: 'nobody' }, clock)).rejects.toMatchObject({
    kind: 'unknown_user',
  });
});

describe('nobody gets in', () => {
  test.each([
    ['who chose the address of a colleague as a user name', 'preferred_username', 'Dana@example.org', 'belongs to no'],
    ['whom iMIS does not know', 'preferred_username', 'stranger', 'belongs to no active user'],
    ['whose address two users share', 'email', 'shared@example.org', 'belongs to no active user'],
    ['who is disabled', 'preferred_username', 'gone', 'belongs to no active user'],
    ['without a role', 'preferred_username', 'norole', 'None of the iMIS roles'],
    ['whose address the provider has not verified', 'email', 'unverified-dana', 'has not verified'],
  ])('%s', async (_, name, login, message) => {
    const { response, text, who } = await signIn(name, login);
    expect([response.status, who]).toEqual([409, undefined]);
    expect(text).toContain(message);
  });

  test('with an answer that belongs to another attempt or to none', async () => {
    const home = at('preferred_username');
    const none = await new Browser().go(`${home}/sign-in/openid/callback?code=x&state=y`);
    expect(await none.json()).toMatchObject({ kind: 'attempt_unknown' });

    const victim = new Browser();
    await victim.go(`${home}/sign-in/openid`);
    const foreign = await victim.go(`${home}/sign-in/openid/callback?code=stolen&state=of-somebody-else`);
    expect(await foreign.json()).toMatchObject({ kind: 'provider_refused' });
    expect(await (await victim.go(`${home}/who`)).json()).toBeNull();
  });

  test('twice with one code, nor when the provider says no', async () => {
    const home = at('preferred_username');
    const browser = new Browser();
    const { url } = await signIn('preferred_username', 'membership', browser);
    expect(url).toContain('code=');
    const again = await browser.go(url);
    expect(await again.json()).toMatchObject({ kind: 'attempt_unknown' });
    const other = new Browser();
    await other.go(`${home}/sign-in/openid`);
    const denied = await other.go(`${home}/sign-in/openid/callback?error=access_denied`);
    expect(await denied.json()).toMatchObject({ kind: 'provider_refused' });
  });
});

describe('a session', () => {
  test('is new at every sign-in, and the former one of the browser ends', async () => {
    const browser = new Browser();
    await signIn('preferred_username', 'membership', browser);
    const first = new Map(browser.cookies.get(new URL(at('preferred_username')).host));
    await signIn('preferred_username', 'administrator', new Browser());
    const again = await browser.follow(`${at('preferred_username')}/sign-in/openid`);
    // The provider still knows the person and asks for nothing.
    expect(again.response.status).toBe(200);
    const second = browser.cookies.get(new URL(at('preferred_username')).host);
    expect(second?.get('copilot_session')).not.toBe(first.get('copilot_session'));
    const kept = await store.query<{ member_id: string }>('select member_id from copilot.sessions order by 1');
    expect(kept.rows.map((row) => row.member_id)).toEqual(['201', '202']);
  });

  test('ends when idle for two hours, after twelve in all, and everywhere at once', async () => {
    const at = (minutes: number) => `seen_at = seen_at - interval '${minutes} minutes'`;
    const { browser, who } = await signIn('preferred_username', 'membership');
    expect(who).toBe('201');
    const present = async () =>
      ((await (await browser.go(`${places['preferred_username']?.url}/who`)).json()) as object | null) !== null;
    await store.query(`update copilot.sessions set ${at(119)}`);
    expect(await present()).toBe(true);
    await store.query(`update copilot.sessions set ${at(121)}`);
    expect(await present()).toBe(false);

    await signIn('preferred_username', 'membership', browser);
    await store.query("update copilot.sessions set expires_at = expires_at - interval '12 hours 1 minute'");
    expect(await present()).toBe(false);

    await signIn('preferred_username', 'membership', browser);
    expect(await present()).toBe(true);
    await endSessionsOf(store, '201');
    expect(await present()).toBe(false);
  });

  test('and the one at the provider ends there', async () => {
    const ended = await new Browser().go(`${at('preferred_username')}/sign-in/openid/end`);
    const there = new URL(ended.headers.get('location') ?? '');
    expect([ended.status, there.origin]).toEqual([303, providers.full.issuer]);
    expect(there.searchParams.get('client_id')).toBe(CLIENT.clientId);
    expect(there.searchParams.get('post_logout_redirect_uri')).toBe(`${at('preferred_username')}/`);
  });
});

test('a provider that cannot be asked is said, and asked again at the next attempt', async () => {
  const place = await reserved();
  const away = await reserved();
  const app = express();
  app.use(
    oidcRoutes({
      settings: { issuer: away.url, clientId: 'x', clientSecret: new Secret('y'), claim: 'email' },
      publicUrl: place.url,
      association: 'Test Association',
      database: store,
      clock,
    }),
  );
  app.use((error: unknown, _request: Request, response: Response, _next: NextFunction) => {
    response.status(409).json(report(error));
  });
  place.server.on('request', app);
  let asked = 0;
  away.server.on('request', (_request, response) => {
    asked += 1;
    response.writeHead(503).end();
  });
  for (const times of [1, 2]) {
    const reply = await new Browser().go(`${place.url}/sign-in/openid`);
    expect([await reply.json(), asked]).toEqual([expect.objectContaining({ kind: 'provider_unreachable' }), times]);
  }
});
