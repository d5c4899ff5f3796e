/* How a failure is carried: what the client may mend is told from what it lacks and from what it can only wait for. */
import { Server } from '@modelcontextprotocol/server';
import express from 'express';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { actorFor } from '../../../src/access/actors.js';
import { PersonalTokenRefused } from '../../../src/access/personal-token-refusals.js';
import { NotPermitted, UserDisabled } from '../../../src/access/refusals.js';
import { mcpParts } from '../../../src/main/mcp.js';
import { mcpIdentity } from '../../../src/main/mcp-identity.js';
import { DatabaseInterrupted, DatabaseUnavailable, StatementTooLong } from '../../../src/store/errors.js';
import type { Store } from '../../../src/store/store.js';
import { listen } from '../../../src/surfaces/http.js';
import { type McpHttpParts, mcpRoutes } from '../../../src/surfaces/mcp/http.js';
import type { Caller, McpParts } from '../../../src/surfaces/mcp/parts.js';
import { protocolError, TooManyCalls } from '../../../src/surfaces/mcp/refusals.js';
import { mcpServer } from '../../../src/surfaces/mcp/server.js';
import { openOffice } from '../../agent/office.js';
import { ask, initialize, legacy, post, session } from './raw.js';
import { connected, eras, served, wordsOf } from './served.js';

let store: Store;
let product: Awaited<ReturnType<typeof served>>;
let caller: Caller;
let defects: unknown[] = [];
const open: (() => Promise<void>)[] = [];
beforeAll(async () => {
  store = await openOffice();
  product = await served(store);
  caller = { actor: await actorFor(store, 'membership', 'mcp'), thread: 'T-1' };
});
beforeEach(() => {
  defects = [];
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});
afterAll(async () => {
  await product.close();
  await store.close();
});

/** The stack over these parts, at a door that lets everybody in who is not refused. */
async function serving(parts: Partial<McpParts>, stack: Partial<McpHttpParts> = {}): Promise<string> {
  const identity = mcpIdentity(product.house.settings, { error: () => {} });
  const lent = { ...mcpParts(product.house), ...parts };
  const routes = mcpRoutes({
    factory: () =>
      mcpServer({ ...identity, onDefect: (error) => defects.push(error) }, async () => ({ parts: lent, caller })),
    door: {
      admit: async () => ({
        actor: caller.actor,
        scopes: ['copilot.read', 'copilot.propose'],
        clientId: 'test',
        expiresAt: Number.MAX_SAFE_INTEGER,
      }),
    },
    association: 'Test',
    needed: () => [],
    onDefect: (error) => defects.push(error),
    ...stack,
  });
  const { server, url } = await listen(express().use(routes.router).use(routes.faults), '127.0.0.1', 0);
  open.push(async () => {
    await routes.close();
    server.closeAllConnections();
    server.close();
  });
  return url;
}

const token = 'any';
const outages = [
  new DatabaseUnavailable('The database cannot be reached.', 'Try again.'),
  new DatabaseInterrupted(false),
  new StatementTooLong(30_000),
];

test.each([
  ...outages.map((error) => [error, 503, -32_603] as const),
  [new TooManyCalls(120, 7), 429, -32_005] as const,
  [new PersonalTokenRefused('unknown'), 401, -32_600] as const,
  [new UserDisabled(), 403, -32_600] as const,
  [new NotPermitted('people.read'), 403, -32_600] as const,
])('at the door %s is what it is', async (error, status, code) => {
  const url = await serving({}, { door: { admit: () => Promise.reject(error) } });
  const answer = await ask(url, 'tools/list', {}, { token });
  expect([answer.status, answer.message.error]).toEqual([status, { code, message: `${error.message} ${error.next}` }]);
  expect(answer.headers.has('www-authenticate')).toBe(status === 401);
  expect(defects).toEqual([]);
});

test.each([
  ...outages.map((error) => [error, -32_603] as const),
  [new TooManyCalls(120, 7), -32_005] as const,
  [new PersonalTokenRefused('unknown'), -32_600] as const,
  [new NotPermitted('people.read'), -32_600] as const,
])('within a request %s is no fault of the message', async (error, code) => {
  const url = await serving({ definition: () => Promise.reject(error) });
  const { message } = await ask(url, 'resources/read', { uri: `imis://definition/D-${'0'.repeat(20)}` }, { token });
  expect(message.error).toEqual({ code, message: `${error.message} ${error.next}`, data: { kind: error.kind } });
});

test('a defect says nothing of its inside', () => {
  const seen: unknown[] = [];
  const told = protocolError(new TypeError('column "secret" of row'), (error) => seen.push(error));
  expect([told.code, told.data]).toEqual([-32_603, { kind: 'failed' }]);
  expect(told.message).not.toContain('secret');
  expect(seen).toHaveLength(1);
});

test.each([
  ['member_unknown', -32_602, 'uri'],
  ['person_not_found', -32_602, 'uri'],
  ['receipt_unknown', -32_602, 'uri'],
  ['proposal_unknown', -32_602, 'uri'],
  ['hidden_by_rights', -32_602, 'uri'],
  ['arguments_invalid', -32_602, 'kind'],
  ['not_permitted', -32_600, 'kind'],
  ['tool_timed_out', -32_603, 'kind'],
  ['tool_stopped', -32_603, 'kind'],
  ['database_interrupted', -32_603, 'kind'],
  ['failed', -32_603, 'kind'],
])(
  'an address whose tool answers %s is not there only where there is no such record, in both eras',
  async (kind, code, holds) => {
    const url = await serving({
      call: async ({ name }, input) => ({
        tool: name,
        arguments: input,
        ok: false,
        words: 'In its words.',
        error: { kind, message: 'In its', next: 'words.' },
        receipts: [],
        proposals: [],
      }),
    });
    const uri = 'imis://member/M-7F3KQ2';
    const data = holds === 'uri' ? { uri } : { kind };
    for (const { message } of [
      await ask(url, 'resources/read', { uri }, { token }),
      await post(url, legacy('resources/read', { uri }), { token, headers: await session(url, token) }),
    ])
      expect(message.error).toEqual({ code, message: 'In its words.', data });
  },
);

test('what a client does wrong in a session is not reported to us, in whatever words the SDK refuses it', async () => {
  const url = await serving({});
  const headers = await session(url, token);
  const sent = { token, headers };
  const statuses = [
    await post(url, legacy('tools/list'), { token, headers: { ...headers, accept: 'text/html' } }),
    await post(url, legacy('tools/list'), { token, headers: { ...headers, 'content-type': 'text/plain' } }),
    await post(url, legacy('tools/list'), { token, headers: { ...headers, 'mcp-protocol-version': '2025-99-99' } }),
    await post(url, { jsonrpc: '2.0', id: 99, result: {} }, sent),
    await post(url, { jsonrpc: '2.0', id: 99, error: { code: 1, message: 'x' } }, sent),
    await post(
      url,
      { jsonrpc: '2.0', method: 'notifications/progress', params: { progressToken: 9, progress: 1 } },
      sent,
    ),
    await post(url, { jsonrpc: '2.0', method: 'notifications/cancelled', params: { requestId: {} } }, sent),
    await post(url, { jsonrpc: '2.0', method: 'no/such' }, sent),
    await post(url, legacy('no/such'), sent),
    await post(url, { nothing: true }, sent),
    await post(url, initialize, sent),
    await post(url, [initialize, initialize], sent),
    await post(
      url,
      Array.from({ length: 200 }, (_, id) => legacy('ping', {}, id)),
      sent,
    ),
  ].map(({ status }) => status);
  expect(statuses.filter((status) => status >= 500)).toEqual([]);
  // An answer nobody stays for, and a second stream of the session.
  const leaving = new AbortController();
  const stream = () =>
    fetch(`${url}/mcp`, {
      headers: { ...headers, authorization: `Bearer ${token}`, accept: 'text/event-stream' },
      signal: leaving.signal,
    });
  await stream();
  expect((await stream()).status).toBe(409);
  leaving.abort();
  expect((await post(url, legacy('tools/list'), sent)).message.result).toBeDefined();
  expect(defects).toEqual([]);
});

test('a defect of a session is reported', async () => {
  const broken = () => {
    const server = new Server({ name: 'broken', version: '1' }, { capabilities: {} });
    server.setNotificationHandler('notifications/initialized', () => {
      throw new TypeError('broken within');
    });
    return server;
  };
  await session(await serving({}, { factory: broken }), token);
  await expect.poll(() => String(defects[0])).toContain('broken within');
});

test.each(eras)('a client of %s that only opens pages is shown no form, but told what is missing', async (era) => {
  const client = await connected(product.url, await product.token('membership'), {
    era,
    capabilities: { elicitation: { url: {} } },
  });
  const result = await client.callTool({ name: 'member_profile', arguments: {} });
  await client.close();
  expect(result.isError).toBe(true);
  expect(wordsOf(result)).toContain('member');
});
