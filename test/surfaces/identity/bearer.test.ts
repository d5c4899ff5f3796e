import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express } from 'express';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { actorOfToken, type BearerSettings, bearerVerifier } from '../../../src/surfaces/identity/bearer.js';
import { challenge, metadataAddress, metadataRoute } from '../../../src/surfaces/identity/protected.js';
import { TokenRefused } from '../../../src/surfaces/identity/token-refused.js';
import { callerIn, type Door, enter, requireScopes } from '../../../src/surfaces/mcp/door.js';
import { mcpRoutes } from '../../../src/surfaces/mcp/http.js';
import { freshDatabase } from '../../fixtures/database.js';
import { givenPeople } from '../../fixtures/people.js';

type Pair = Awaited<ReturnType<typeof generateKeyPair>>;
interface Key extends Pair {
  readonly kid: string;
}

const AUDIENCE = 'https://copilot.example.org/mcp';
let store: Store;
let issuer: string;
let first: Key;
let second: Key;
let forger: Key;
/** What the provider shows now, and how often it was asked. */
let shown: Key[] = [];
let asked = 0;
let isDown = false;
const servers: Server[] = [];

async function listening(app: Express): Promise<string> {
  const server = createServer(app);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  store = await freshDatabase();
  await givenPeople(store, [
    { id: '201', name: 'Dana Whitfield', user: { name: 'membership', roles: ['Membership'] } },
    { id: '202', name: 'Kim Admin', user: { name: 'administrator', roles: ['Administrator', 'Leadership'] } },
    { id: '203', name: 'Ed Gone', user: { name: 'gone', roles: ['Membership'], disabled: true } },
  ]);
  const key = async (kid: string): Promise<Key> => ({
    ...(await generateKeyPair('ES256', { extractable: true })),
    kid,
  });
  [first, second, forger] = await Promise.all([key('first'), key('second'), key('first')]);
  shown = [first];
  const provider = express();
  provider.use((_request, response, next) => (isDown ? void response.status(503).end() : next()));
  provider.get('/.well-known/openid-configuration', (_request, response) => {
    response.json({ issuer, jwks_uri: `${issuer}/keys` });
  });
  provider.get('/keys', async (_request, response) => {
    asked += 1;
    const keys = await Promise.all(
      shown.map(async ({ publicKey, kid }) => ({ ...(await exportJWK(publicKey)), kid, alg: 'ES256', use: 'sig' })),
    );
    response.json({ keys });
  });
  issuer = await listening(provider);
});
afterAll(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await store.close();
});

const settings = (): BearerSettings => ({ issuer, audience: AUDIENCE, claim: 'preferred_username' });
const now = () => Math.floor(performance.timeOrigin / 1000 + performance.now() / 1000);
const claims = (): JWTPayload => ({
  iss: issuer,
  aud: AUDIENCE,
  sub: 'sub-1',
  preferred_username: 'membership',
  scope: 'openid copilot.read copilot.propose',
  client_id: 'desktop',
  exp: now() + 300,
});
const signed = (more: JWTPayload = {}, { privateKey, kid }: Key = first) =>
  new SignJWT({ ...claims(), ...more }).setProtectedHeader({ alg: 'ES256', kid }).sign(privateKey);
const bare = (header: object, payload: object, signature = '') =>
  `${[header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.${signature}`;

/** A route that needs the scope to read, behind the door of /mcp and with its refusals. */
async function mounted({ alsoAudience, ...options }: { cooldownMillis?: number; alsoAudience?: string } = {}) {
  const verifier = bearerVerifier({ ...settings(), ...(alsoAudience && { alsoAudience }) }, options);
  const door: Door = {
    verifier,
    async admit(token) {
      const verified = await verifier.verify(token);
      const { scopes, clientId = 'client', expiresAt } = verified;
      return { actor: await actorOfToken(store, verified, 'mcp'), scopes, clientId, expiresAt };
    },
  };
  const mcp = mcpRoutes({
    factory: () => Promise.reject(new Error('Nothing of the protocol is asked here.')),
    door,
    association: 'Test Association',
    needed: () => [],
    onDefect: (error) => {
      throw error;
    },
  });
  const app = express();
  app.get('/v1/members', async (request, response) => {
    const entered = await enter(door, request.headers.authorization);
    requireScopes(entered, ['copilot.read']);
    const { actor } = callerIn(entered);
    response.json({ id: actor.id, permissions: [...actor.permissions].sort(), client: entered.clientId });
  });
  app.use(mcp.router, mcp.faults);
  const url = await listening(app);
  return async (token?: string) => {
    const reply = await fetch(`${url}/v1/members`, { headers: token ? { authorization: `Bearer ${token}` } : {} });
    return {
      status: reply.status,
      challenge: reply.headers.get('www-authenticate'),
      body: (await reply.json()) as {
        id?: string;
        permissions?: string[];
        client?: string;
        error?: { message: string };
      },
    };
  };
}

test('a good token is the person it speaks for, with rights of theirs alone', async () => {
  const ask = await mounted();
  const { status, body } = await ask(await signed());
  expect([status, body.id, body.client]).toEqual([200, '201', 'desktop']);
  expect(body.permissions).toContain('notes.propose');
  const reading = await ask(await signed({ scope: 'copilot.read' }));
  expect(reading.body.permissions).toEqual([
    'aggregates.read',
    'feedback.read',
    'invoices.read',
    'people.read',
    'scores.read',
  ]);
  const entra = await ask(await signed({ scope: '', scp: 'copilot.read copilot.propose' }));
  expect(entra.body.permissions).toEqual(body.permissions);
  const administrator = await ask(await signed({ preferred_username: 'administrator' }));
  expect(administrator.body.permissions).toEqual(['aggregates.read']);
});

test('an audience that is an identifier and no address is taken where it is set, beside the address, and no other', async () => {
  const id = '6f1d6a0e-51f5-4a3f-9d43-6a9d8f1c2b7e';
  const [ask, strict] = [await mounted({ alsoAudience: id }), await mounted()];
  const statusOf = async (reply: ReturnType<typeof ask>) => (await reply).status;
  expect(await statusOf(ask(await signed({ aud: id })))).toBe(200);
  expect(await statusOf(ask(await signed()))).toBe(200);
  expect(await statusOf(ask(await signed({ aud: '00000000-0000-0000-0000-000000000000' })))).toBe(401);
  expect(await statusOf(strict(await signed({ aud: id })))).toBe(401);
});

test('no token is answered with where to get one, and no error', async () => {
  const { status, challenge: header } = await (await mounted())();
  expect([status, header]).toEqual([
    401,
    'Bearer resource_metadata="https://copilot.example.org/.well-known/oauth-protected-resource/mcp"',
  ]);
});

test.each<[string, () => Promise<string> | string, string]>([
  ['forged with a key of the same name', () => signed({}, forger), 'not signed by a key'],
  ['without a signature (alg none)', () => bare({ alg: 'none' }, claims()), 'not signed|in the form'],
  [
    'signed with the public key as a shared secret',
    async () =>
      await new SignJWT(claims())
        .setProtectedHeader({ alg: 'HS256', kid: 'first' })
        .sign(Buffer.from(JSON.stringify(await exportJWK(first.publicKey)))),
    'not signed by a key',
  ],
  ['with an unknown key', async () => signed({}, { ...second, kid: 'nobody knows it' }), 'not signed by a key'],
  ['expired', () => signed({ exp: now() - 60 }), 'has expired'],
  ['not in force yet', () => signed({ nbf: now() + 300 }), 'not in force yet'],
  ['that never expires', () => signed({ exp: undefined } as JWTPayload), 'lacks what it must say'],
  ['meant for another resource', () => signed({ aud: 'https://other.example.org' }), 'meant for something else'],
  ['of another provider', () => signed({ iss: 'https://other.example.org' }), 'another provider'],
  [
    'changed after signing',
    async () => (await signed()).replace(/\.[^.]+\./, `.${bare({}, { ...claims(), sub: 'x' }).split('.')[1]}.`),
    'not signed by a key',
  ],
  ['of letters', () => 'abc', 'in the form of'],
  ['larger than any token', () => 'a'.repeat(20_000), 'in the form of|431'],
])('a token %s is refused', async (_, make, message) => {
  const verifier = bearerVerifier(settings());
  const token = await make();
  const refusal = await verifier.verify(token).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(TokenRefused);
  expect((refusal as TokenRefused).message).toMatch(new RegExp(message));
  expect((refusal as TokenRefused).message).not.toContain(token.slice(0, 20));
  expect(challenge(verifier, refusal as TokenRefused)).toMatch(
    /^Bearer resource_metadata=".*", error="invalid_token", error_description=".*"$/,
  );
});

test('half a minute of difference between clocks is borne', async () => {
  const ask = await mounted();
  expect((await ask(await signed({ exp: now() - 10 }))).status).toBe(200);
  expect((await ask(await signed({ nbf: now() + 10 }))).status).toBe(200);
});

test('a token of another scope is told which one is missing', async () => {
  const {
    status,
    challenge: header,
    body,
  } = await (await mounted())(await signed({ scope: 'openid copilot.readings' }));
  expect([status, body.error?.message]).toEqual([
    403,
    'The access token lacks the scope copilot.read. Ask the provider for a token with this scope.',
  ]);
  expect(header).toContain('error="insufficient_scope", scope="copilot.read"');
});

test('a person who lost the account is refused however long the token lasts', async () => {
  const ask = await mounted();
  expect((await ask(await signed({ preferred_username: 'gone' }))).status).toBe(403);
  expect((await ask(await signed({ preferred_username: 'stranger' }))).status).toBe(403);
});

test('a key the provider changed is found, and the keys are asked for once', async () => {
  asked = 0;
  const ask = await mounted({ cooldownMillis: 0 });
  expect((await ask(await signed())).status).toBe(200);
  expect((await ask(await signed())).status).toBe(200);
  expect(asked).toBe(1);
  shown = [second];
  expect((await ask(await signed({}, second))).status).toBe(200);
  expect(asked).toBe(2);
  const { status } = await ask(await signed());
  shown = [first];
  expect(status).toBe(401);
});

test('a provider that is down is no fault of the token', async () => {
  const ask = await mounted();
  isDown = true;
  const { status, challenge: header } = await ask(await signed());
  isDown = false;
  expect([status, header]).toEqual([503, null]);
  expect((await ask(await signed())).status).toBe(200);
});

test('clients read which provider gives tokens', async () => {
  const verifier = bearerVerifier(settings());
  const url = await listening(express().use(metadataRoute(verifier, 'Test Association')));
  const reply = await fetch(`${url}/.well-known/oauth-protected-resource/mcp`);
  expect([reply.status, await reply.json()]).toEqual([
    200,
    {
      resource: AUDIENCE,
      resource_name: 'Test Association copilot',
      authorization_servers: [issuer],
      scopes_supported: ['copilot.read', 'copilot.propose'],
      bearer_methods_supported: ['header'],
    },
  ]);
  expect(metadataAddress('https://copilot.example.org')).toBe(
    'https://copilot.example.org/.well-known/oauth-protected-resource',
  );
});
