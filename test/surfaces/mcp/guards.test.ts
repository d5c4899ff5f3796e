import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { openAssociation } from '../../tools/association.js';
import { ask, initialize, legacy, modern, modernHeaders, post, session } from './raw.js';
import { type Served, served } from './served.js';

let store: Store;
let product: Served;
let token: string;
beforeAll(async () => {
  store = await openAssociation();
  product = await served(store);
  token = await product.token('membership');
});
afterAll(async () => {
  await product.close();
  await store.close();
});

/** With a Host of one's own, which fetch does not let one set. */
const withHost = (host: string) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const { hostname, port } = new URL(product.url);
    const message = modern('tools/list');
    const headers = {
      host,
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      ...modernHeaders(message),
    };
    const asking = request({ hostname, port, path: '/mcp', method: 'POST', headers }, (response) => {
      let text = '';
      response.on('data', (part) => {
        text += part;
      });
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
    });
    asking.on('error', reject);
    asking.end(JSON.stringify(message));
  });

const refusal = { jsonrpc: '2.0', id: null, error: { code: -32600, message: expect.any(String) } };

test('a foreign Host is refused as the protocol has it, with a good token too', async () => {
  for (const host of ['evil.example', '127.0.0.1.evil.example', 'evil.example:80']) {
    const { status, text } = await withHost(host);
    expect([host, status, JSON.parse(text)]).toEqual([host, 403, refusal]);
  }
  expect((await withHost(`localhost:${new URL(product.url).port}`)).status).toBe(200);
});

test('a foreign Origin is refused as the protocol has it; our own and none are not', async () => {
  for (const origin of ['https://evil.example', 'null', 'http://127.0.0.1:1', product.url.replace('http', 'https')]) {
    const { status, message } = await ask(product.url, 'tools/list', {}, { token, headers: { origin } });
    expect([origin, status, message]).toEqual([origin, 403, refusal]);
  }
  expect((await ask(product.url, 'tools/list', {}, { token, headers: { origin: product.url } })).status).toBe(200);
});

describe('what is sent', () => {
  test('may not be longer than 256 kB', async () => {
    const long = legacy('tools/call', { name: 'what_can_you_do', arguments: { text: 'x'.repeat(300_000) } });
    const { status, message } = await post(product.url, long, { token });
    expect([status, message]).toEqual([413, refusal]);
    expect(message.error?.message).toBe('The message is too long; shorten what it carries.');
    expect((await ask(product.url, 'tools/list', {}, { token })).status).toBe(200);
  });

  test.each(['{', '', 'null', '"text"', '7', '{"jsonrpc":', '[1,]', '\u0000'])('must be JSON: %j', async (body) => {
    const { status, message } = await post(product.url, body, { token });
    expect(status).toBe(400);
    expect(message.error?.code).toBe(body === '' ? -32600 : -32700);
    expect(message.id).toBeNull();
  });

  test('must be in an encoding that can be read', async () => {
    const { status, message } = await post(product.url, initialize, {
      token,
      headers: { 'content-type': 'application/json; charset=klingon' },
    });
    expect([status, message.error?.code]).toEqual([415, -32600]);
  });
});

describe('a session', () => {
  test('refuses a request whose id is still being answered, and answers the first', async () => {
    const headers = await session(product.url, token);
    const call = (id: number) => legacy('tools/call', { name: 'what_can_you_do', arguments: {} }, id);
    const answers = await Promise.all([1, 1, 2].map((id) => post(product.url, call(id), { token, headers })));
    expect(answers.filter(({ message }) => message.result).length).toBeGreaterThanOrEqual(2);
    for (const { status, message } of answers) if (!message.result) expect([status, message]).toEqual([400, refusal]);
    const batch = await post(product.url, [call(3), call(3)], { token, headers });
    expect([batch.status, batch.message]).toEqual([400, refusal]);
    expect((await post(product.url, call(3), { token, headers })).message.result).toBeDefined();
  });

  test('that nobody opened is unknown, and without one a request opens none', async () => {
    const unknown = await post(product.url, legacy('tools/list'), { token, headers: { 'mcp-session-id': 'nothing' } });
    expect([unknown.status, unknown.message.error?.code]).toEqual([404, -32_001]);
    const none = await post(product.url, legacy('tools/list'), { token });
    expect([none.status, none.message.error?.code]).toEqual([400, -32_000]);
  });

  test('ends when its client says so', async () => {
    const headers = await session(product.url, token);
    const end = await fetch(`${product.url}/mcp`, {
      method: 'DELETE',
      headers: { ...headers, authorization: `Bearer ${token}` },
    });
    expect(end.status).toBe(200);
    expect((await post(product.url, legacy('tools/list'), { token, headers })).status).toBe(404);
  });
});
