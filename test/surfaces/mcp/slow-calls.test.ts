/* A call that takes its time, by a tool of the test's own, through the product's stack: word of it, and an end to it. */
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import express from 'express';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { actorFor } from '../../../src/access/actors.js';
import { mcpParts } from '../../../src/main/mcp.js';
import { mcpIdentity } from '../../../src/main/mcp-identity.js';
import type { Store } from '../../../src/store/store.js';
import { listen } from '../../../src/surfaces/http.js';
import { mcpRoutes } from '../../../src/surfaces/mcp/http.js';
import { mcpServer } from '../../../src/surfaces/mcp/server.js';
import { defineTool } from '../../../tools/define.js';
import { toolInput } from '../../../tools/parameters.js';
import { openOffice } from '../../agent/office.js';
import { ask, legacy, post, session } from './raw.js';
import { type Era, eras, served } from './served.js';

/** What the slow tool saw: begun, and how it ended. */
let seen: string[] = [];
let release: () => void;
const slow = defineTool({
  name: 'wait_for_it',
  title: 'Wait',
  description: 'Waits until the test says so.',
  input: toolInput({}),
  output: z.strictObject({ waited: z.boolean() }),
  effect: 'read',
  permission: 'everybody',
  triggers: [],
  examples: [],
  run: (_input, { signal }) =>
    new Promise((resolve, reject) => {
      seen.push('begun');
      release = () => {
        seen.push('done');
        resolve({ waited: true });
      };
      signal?.addEventListener('abort', () => {
        seen.push('cancelled');
        reject(signal.reason);
      });
    }),
  words: () => 'Waited.',
});

let store: Store;
let url: string;
let close: () => Promise<void>;
beforeAll(async () => {
  store = await openOffice();
  const product = await served(store);
  const parts = { ...mcpParts(product.house), tools: [slow] };
  const caller = { actor: await actorFor(store, 'membership', 'mcp'), thread: 'T-1' };
  const identity = mcpIdentity(product.house.settings, { error: () => {} });
  const routes = mcpRoutes({
    factory: () => mcpServer(identity, async () => ({ parts, caller })),
    door: {
      admit: async () => ({
        actor: caller.actor,
        scopes: ['copilot.read'],
        clientId: 'test',
        expiresAt: Number.MAX_SAFE_INTEGER,
      }),
    },
    association: 'Test',
    needed: () => [],
    onDefect: () => {},
  });
  const { server, url: address } = await listen(express().use(routes.router), '127.0.0.1', 0);
  url = address;
  close = async () => {
    await routes.close();
    server.closeAllConnections();
    server.close();
    await product.close();
    await store.close();
  };
});
beforeEach(() => {
  seen = [];
});
afterAll(() => close());

async function client(era: Era): Promise<Client> {
  const opened = new Client(
    { name: 'test', version: '1' },
    { versionNegotiation: { mode: era === '2026-07-28' ? { pin: era } : 'legacy' } },
  );
  const requestInit = { headers: { authorization: 'Bearer any' } };
  await opened.connect(new StreamableHTTPClientTransport(new URL(`${url}/mcp`), { requestInit }));
  return opened;
}
const begun = () => expect.poll(() => seen, { timeout: 10_000, interval: 10 }).toContain('begun');

describe.each(eras)('a slow call of a client of %s', (era) => {
  test('is told of each second, with seconds that only grow, and answered', async () => {
    const asked = await client(era);
    const told: { progress: number; message?: string | undefined }[] = [];
    const answer = asked.callTool({ name: 'wait_for_it', arguments: {} }, { onprogress: (one) => told.push(one) });
    await expect.poll(() => told.length, { timeout: 20_000, interval: 50 }).toBeGreaterThanOrEqual(3);
    release();
    expect((await answer).structuredContent).toEqual({ waited: true });
    expect(told.slice(0, 2)).toEqual([
      { progress: 0, message: 'Wait: begun' },
      { progress: 1, message: 'Wait: 1 s so far' },
    ]);
    const seconds = told.map(({ progress }) => progress);
    expect([...seconds].sort((one, other) => one - other)).toEqual(seconds);
    await asked.close();
  });

  test('that is cancelled ends in the tool at once, and is not answered', async () => {
    const asked = await client(era);
    const leaving = new AbortController();
    const answer = asked.callTool({ name: 'wait_for_it', arguments: {} }, { signal: leaving.signal });
    const refused = expect(answer).rejects.toThrow();
    await begun();
    leaving.abort('no more');
    await refused;
    await expect.poll(() => seen, { timeout: 10_000, interval: 10 }).toEqual(['begun', 'cancelled']);
    await asked.close();
  });
});

test('a call without a progress token is told of nothing, in either era', async () => {
  const headers = await session(url, 'any');
  const call = { name: 'wait_for_it', arguments: {} };
  const sendings = [
    () => ask(url, 'tools/call', call, { token: 'any' }),
    () => post(url, legacy('tools/call', call), { token: 'any', headers }),
  ];
  for (const send of sendings) {
    seen = [];
    const answer = send();
    await begun();
    // Longer than the first word of it would take.
    await new Promise((resolve) => setTimeout(resolve, 1200));
    release();
    const { text } = await answer;
    expect(text).toContain('"waited":true');
    expect(text).not.toContain('notifications/progress');
  }
});
