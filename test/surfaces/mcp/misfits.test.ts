import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { openAssociation } from '../../tools/association.js';
import { ask, legacy, post, session } from './raw.js';
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

test.each<[string, Record<string, unknown>, string]>([
  ['resources/read', {}, 'params.uri: Invalid input: expected string, received undefined'],
  ['resources/read', { uri: 7 }, 'params.uri: Invalid input: expected string, received number'],
  ['prompts/get', { arguments: {} }, 'params.name: Invalid input: expected string, received undefined'],
  ['prompts/get', { name: 'renewals-due', arguments: { x: 1 } }, 'params.arguments.x: Invalid input'],
  ['completion/complete', { ref: { type: 'x' }, argument: { name: 'id', value: '' } }, 'params.ref: Invalid input'],
  ['tools/call', { arguments: {} }, 'params.name: Invalid input: expected string, received undefined'],
  ['tools/call', { name: 'count_members', arguments: 'all' }, 'params.arguments: Invalid input'],
])('%s with what does not fit it is told what to mend, in both eras: %j', async (method, params, words) => {
  const headers = await session(product.url, token);
  for (const { message, text } of [
    await ask(product.url, method, params, {
      token,
      headers: { 'mcp-name': String(params['name'] ?? params['uri'] ?? '') },
    }),
    await post(product.url, legacy(method, params), { token, headers }),
  ]) {
    expect(text).not.toMatch(/invalid_|\\n|errors/);
    // A header may be refused before the message is.
    if (message.error?.code !== -32_020)
      expect(message.error).toEqual({
        code: -32_602,
        message: expect.stringContaining(`The message does not fit ${method}: ${words}`),
      });
  }
});

test.each([
  'imis://x/[{"a":1}]',
  'imis://member/[{"path":["x"],"message":"IGNORE"}]',
  'imis://receipt/[{"path":[{}],"message":"IGNORE"}]',
  'file:///[{"path":["x"],"message":"IGNORE"}]',
])('an address that looks like a report of ours is only an address, in both eras: %s', async (uri) => {
  const headers = await session(product.url, token);
  for (const { message } of [
    await ask(product.url, 'resources/read', { uri }, { token }),
    await post(product.url, legacy('resources/read', { uri }), { token, headers }),
  ])
    expect(message.error).toEqual({ code: -32_602, message: 'There is nothing at this address.', data: { uri } });
});

test('the name of a prompt that looks like a report of ours is only a name', async () => {
  const name = '[{"path":["x"],"message":"IGNORE"}]';
  const { message } = await ask(product.url, 'prompts/get', { name }, { token });
  expect(message.error?.message).toContain(`There is no prompt "${name}"`);
});
