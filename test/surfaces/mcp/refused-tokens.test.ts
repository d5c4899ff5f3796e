import { exportJWK, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { actorFor } from '../../../src/access/actors.js';
import { revokeToken } from '../../../src/access/personal-tokens.js';
import type { Store } from '../../../src/store/store.js';
import { clock } from '../../agent/office.js';
import { givenPeople } from '../../fixtures/people.js';
import { openAssociation } from '../../tools/association.js';
import { byHand, type Key, newKey, type TokenProvider, tokenProvider } from '../identity/token-provider.js';
import { ask, legacy, modern, modernHeaders, post, session, toolNames } from './raw.js';
import { type Served, served } from './served.js';

const PUBLIC_URL = 'https://copilot.example.org';
const DOCUMENT = `${PUBLIC_URL}/.well-known/oauth-protected-resource/mcp`;
/** Nothing of how it is built or of who is meant may stand in a refusal. */
const INSIDE = /\bat [\w.]+ \(|node_modules|\.[tj]s\b|select |copilot\.personal|JWS|JWT|JOSE|undefined|201|Dana|eyJ/;

let store: Store;
let provider: TokenProvider;
let real: Served;
let trial: Served;
beforeAll(async () => {
  store = await openAssociation();
  await givenPeople(store, [
    { id: '203', name: 'Ed Gone', user: { name: 'gone', roles: ['Membership'], disabled: true } },
    { id: '204', name: 'Ann Member', user: { name: 'member', roles: ['Member'] } },
  ]);
  provider = await tokenProvider(`${PUBLIC_URL}/mcp`);
  real = await served(store, {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: 'copilot',
    OIDC_CLIENT_SECRET: 'a secret of sixteen and more letters',
    PUBLIC_URL,
    IMIS_URL: 'https://imis.example.org',
    IMIS_READ_USER: 'reader',
    IMIS_READ_PASSWORD: 'of no use here',
  });
  trial = await served(store);
});
beforeEach(() => store.query(`update imis.users set roles = '{Membership}', disabled = false where member_id = '201'`));
afterAll(async () => {
  vi.useRealTimers();
  await Promise.all([real.close(), trial.close()]);
  await provider.close();
  await store.close();
});

const tools = (url: string, token?: string) => ask(url, 'tools/list', {}, token === undefined ? {} : { token });

describe('where the provider of the association signs people in', () => {
  test('a good token is served', async () => {
    const { status, message } = await tools(real.url, await provider.signed());
    expect([status, message.error]).toEqual([200, undefined]);
  });

  test('no token is answered with where to get one, and no error', async () => {
    const { status, headers, message } = await tools(real.url);
    expect([status, headers.get('www-authenticate')]).toEqual([401, `Bearer resource_metadata="${DOCUMENT}"`]);
    expect(message).toEqual({
      jsonrpc: '2.0',
      id: null,
      error: {
        code: -32600,
        message:
          'No access token was sent. Sign in at the provider again and send the new token; the metadata of this resource names it.',
      },
    });
  });

  test('the document at that address names the provider and the scopes, to anybody', async () => {
    const reply = await fetch(`${real.url}${new URL(DOCUMENT).pathname}`);
    expect([reply.status, reply.headers.get('access-control-allow-origin'), await reply.json()]).toEqual([
      200,
      '*',
      {
        resource: `${PUBLIC_URL}/mcp`,
        resource_name: expect.stringContaining('copilot'),
        authorization_servers: [provider.issuer],
        scopes_supported: ['copilot.read', 'copilot.propose'],
        bearer_methods_supported: ['header'],
      },
    ]);
  });

  const past = () => Math.floor(performance.timeOrigin / 1000) - 60;
  let forger: Key;
  beforeAll(async () => {
    forger = await newKey('first');
  });
  test.each<[string, () => Promise<string> | string]>([
    ['forged with a key of the same name', () => provider.signed({}, forger)],
    ['signed by nobody', () => byHand({ alg: 'none' }, provider.claims())],
    ['signed by nobody, in capitals', () => byHand({ alg: 'NONE', kid: 'first' }, provider.claims())],
    [
      'signed with the public key as a shared secret',
      async () =>
        await new SignJWT(provider.claims())
          .setProtectedHeader({ alg: 'HS256', kid: 'first' })
          .sign(Buffer.from(JSON.stringify(await exportJWK((provider.shown[0] as Key).publicKey)))),
    ],
    [
      'that carries its own key',
      async () =>
        await new SignJWT(provider.claims())
          .setProtectedHeader({ alg: 'ES256', jwk: await exportJWK(forger.publicKey) })
          .sign(forger.privateKey),
    ],
    ['with an unknown key', () => provider.signed({}, { ...forger, kid: 'nobody knows it' })],
    ['that has expired', () => provider.signed({ exp: past() })],
    ['not in force yet', () => provider.signed({ nbf: past() + 100_000 })],
    ['that never expires', () => provider.signed({ exp: undefined } as JWTPayload)],
    ['for another resource', () => provider.signed({ aud: PUBLIC_URL })],
    ['for the same path elsewhere', () => provider.signed({ aud: 'https://copilot.example.org.evil.example/mcp' })],
    ['of another provider', () => provider.signed({ iss: 'https://other.example.org' })],
    ['changed after it was signed', async () => (await provider.signed()).replace(/\.[^.]+\./, `.${claimsOfAdmin()}.`)],
    ['of letters', () => 'abc'],
    ['of dots', () => '..'],
    ['minted in the console', () => trial.token('membership')],
  ])('a token %s is no way in', async (_, make) => {
    const token = await make();
    const { status, headers, text, message } = await tools(real.url, token);
    expect([status, message.error?.code]).toEqual([401, -32600]);
    expect(headers.get('www-authenticate')).toMatch(
      /^Bearer resource_metadata="https:\/\/copilot\.example\.org\/\.well-known\/oauth-protected-resource\/mcp", error="invalid_token", error_description="[^"]+"$/,
    );
    expect(text).not.toMatch(INSIDE);
    if (token.length > 10) expect(text).not.toContain(token.slice(0, 10));
  });
  const claimsOfAdmin = () => byHand({}, provider.claims({ preferred_username: 'administrator' })).split('.')[1] ?? '';

  test.each(['Basic bWVtYmVyc2hpcDp4', 'Bearer', 'Bearer a b', 'Token abc', 'bearer\tabc', 'Bearer ', 'Bearer é'])(
    'what is no bearer token is refused: %s',
    async (authorization) => {
      const { status, headers } = await ask(real.url, 'tools/list', {}, { headers: { authorization } });
      expect([status, headers.get('www-authenticate')]).toEqual([401, expect.stringContaining(DOCUMENT)]);
    },
  );

  test('a token in the address or in the body is none', async () => {
    const token = await provider.signed();
    const message = modern('tools/list', { access_token: token });
    const reply = await fetch(`${real.url}/mcp?access_token=${token}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...modernHeaders(message) },
      body: JSON.stringify({ ...message, access_token: token }),
    });
    expect(reply.status).toBe(401);
  });

  test('every method and both eras ask for a token before anything is read', async () => {
    for (const method of ['GET', 'DELETE', 'PUT', 'PATCH'])
      expect([method, (await fetch(`${real.url}/mcp`, { method })).status]).toEqual([method, 401]);
    expect((await post(real.url, '{ no JSON')).status).toBe(401);
    expect((await post(real.url, legacy('tools/list'), { headers: { 'mcp-session-id': 'x' } })).status).toBe(401);
  });

  test('somebody without an account, without a role or disabled is refused whatever the token says, and no other token is asked for', async () => {
    for (const preferred_username of ['stranger', 'gone', 'member']) {
      const { status, headers, text } = await tools(real.url, await provider.signed({ preferred_username }));
      expect([preferred_username, status, headers.get('www-authenticate')]).toEqual([preferred_username, 403, null]);
      expect(text).not.toMatch(INSIDE);
    }
  });

  test('a provider that is down is no fault of the token', async () => {
    const fresh = await served(store, {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: 'copilot',
      OIDC_CLIENT_SECRET: 'a secret of sixteen and more letters',
      PUBLIC_URL,
    });
    provider.isDown = true;
    const down = await tools(fresh.url, await provider.signed());
    provider.isDown = false;
    expect([down.status, down.headers.get('www-authenticate')]).toEqual([503, null]);
    expect(down.message.error?.message).toMatch(/cannot be asked/);
    expect((await tools(fresh.url, await provider.signed())).status).toBe(200);
    await fresh.close();
  });

  test('a key the provider changed is found, and the old one is good no more', async () => {
    const [old, next] = [provider.shown[0] as Key, await newKey('second')];
    provider.shown = [next];
    // An unknown key is asked for at most twice a minute.
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 31_000 });
    expect((await tools(real.url, await provider.signed({}, next))).status).toBe(200);
    expect((await tools(real.url, await provider.signed({}, old))).status).toBe(401);
    provider.shown = [old];
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 62_000 });
    expect((await tools(real.url, await provider.signed({}, old))).status).toBe(200);
    vi.useRealTimers();
  });
});

describe('scopes', () => {
  const note = { name: 'propose_note', arguments: { member: 'M-000000', text: 'x' } };
  const lacking = (scope: string) =>
    `Bearer resource_metadata="${DOCUMENT}", error="insufficient_scope", scope="${scope}", error_description="The access token lacks the scope ${scope}."`;

  test('a token that may not propose is told which scope a proposal needs, in each era and among other messages', async () => {
    const token = await provider.signed({ scope: 'copilot.read' });
    const one = await ask(real.url, 'tools/call', note, { token });
    expect([one.status, one.headers.get('www-authenticate')]).toEqual([403, lacking('copilot.propose')]);
    const headers = await session(real.url, token);
    for (const body of [legacy('tools/call', note), [legacy('tools/list', {}, 1), legacy('tools/call', note, 2)]]) {
      const answer = await post(real.url, body, { token, headers });
      expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([403, lacking('copilot.propose')]);
    }
    const { rows } = await store.query<{ count: number }>('select count(*)::int as count from copilot.proposals');
    expect(rows[0]?.count).toBe(0);
    const names = toolNames(await tools(real.url, token));
    expect(names).toContain('count_members');
    expect(names.filter((name) => name.startsWith('propose_'))).toEqual([]);
  });

  test('a token that may not read is told so, whatever it asks', async () => {
    for (const scope of ['', 'openid', 'copilot.readings', 'copilot.propose', 'COPILOT.READ']) {
      const token = await provider.signed({ scope });
      for (const method of ['tools/list', 'prompts/list', 'server/discover']) {
        const { status, headers } = await ask(real.url, method, {}, { token });
        expect([scope, status, headers.get('www-authenticate')]).toEqual([scope, 403, lacking('copilot.read')]);
      }
    }
  });

  test('a personal token lacks a scope in the same words', async () => {
    const token = await trial.token('membership', ['copilot.read']);
    const { status, headers } = await ask(trial.url, 'tools/call', note, { token });
    expect([status, headers.get('www-authenticate')]).toEqual([
      403,
      'Bearer error="insufficient_scope", scope="copilot.propose"',
    ]);
  });
});

test('a scope is asked for by no tool that is not served: whoever calls one is told that there is none', async () => {
  const readOnly = await served(store, { MCP_READ_ONLY: 'true' });
  const token = await readOnly.token('membership', ['copilot.read']);
  const params = { name: 'propose_note', arguments: { member: 'M-000000', text: 'x' } };
  const { status, headers, message } = await ask(readOnly.url, 'tools/call', params, { token });
  expect(status).not.toBe(403);
  expect(headers.get('www-authenticate')).toBeNull();
  expect(message.error?.message).toContain('no tool "propose_note"');
  await readOnly.close();
});

describe('with the sandbox', () => {
  test('a personal token that was revoked, has expired or never was is refused at once, and no document is pointed to', async () => {
    const actor = await actorFor(store, 'membership', 'console');
    const token = await trial.token('membership');
    const headers = await session(trial.url, token);
    expect((await tools(trial.url, token)).status).toBe(200);
    const ids = await store.query<{ id: string }>(
      `select id from copilot.personal_tokens where name = 'membership copilot.read copilot.propose'`,
    );
    await revokeToken(store, actor, ids.rows[0]?.id ?? '', clock);
    const refusals = [
      await tools(trial.url, token),
      // Also within a session that it opened.
      await post(trial.url, legacy('tools/list'), { token, headers }),
      await tools(trial.url, `imc_${'a'.repeat(32)}`),
      await tools(trial.url, await provider.signed()),
    ];
    const second = await trial.token('chapter-oh');
    await store.query(
      `update copilot.personal_tokens set created_at = $1::timestamptz - interval '2 days', expires_at = $1 where name like 'chapter-oh%'`,
      [clock.now()],
    );
    refusals.push(await tools(trial.url, second));
    for (const { status, headers: answered, text } of refusals) {
      expect([status, answered.get('www-authenticate')]).toEqual([401, 'Bearer error="invalid_token"']);
      expect(text).not.toMatch(INSIDE);
      expect(text).toContain('Mint a new one in the console');
    }
    expect((await tools(trial.url)).headers.get('www-authenticate')).toBe('Bearer');
    expect((await fetch(`${trial.url}${new URL(DOCUMENT).pathname}`)).status).toBe(404);
  });
});

describe('a session', () => {
  test('is of one person: nobody else is served in it, and it is not told from one that never was', async () => {
    const headers = await session(real.url, await provider.signed());
    const token = await provider.signed({ preferred_username: 'chapter-oh' });
    for (const method of ['POST', 'GET', 'DELETE']) {
      const answer = await fetch(`${real.url}/mcp`, {
        method,
        headers: {
          ...headers,
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          accept: 'application/json, text/event-stream',
        },
        ...(method === 'POST' && { body: JSON.stringify(legacy('tools/list')) }),
      });
      expect([method, answer.status]).toEqual([method, 404]);
    }
    const own = await post(real.url, legacy('tools/list'), { token: await provider.signed(), headers });
    expect(own.status).toBe(200);
  });

  test('gives the rights of each moment: a role taken away counts at the next call', async () => {
    const token = await provider.signed();
    const headers = await session(real.url, token);
    const names = async () => toolNames(await post(real.url, legacy('tools/list'), { token, headers }));
    expect(await names()).toContain('find_members');
    await store.query(`update imis.users set roles = '{Leadership}' where member_id = '201'`);
    expect(await names()).not.toContain('find_members');
    const call = legacy('tools/call', { name: 'find_members', arguments: { name: 'Sandra Ortega' } });
    const { message } = await post(real.url, call, { token, headers });
    expect(message.error?.message).toMatch(/no tool "find_members"/);
    await store.query(`update imis.users set disabled = true where member_id = '201'`);
    expect((await post(real.url, call, { token, headers })).status).toBe(403);
  });
});
