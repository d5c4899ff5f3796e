import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { openAssociation } from '../../tools/association.js';
import { ask, initialize, post } from './raw.js';
import { type Served, served } from './served.js';

let store: Store;
let product: Served;
beforeAll(async () => {
  store = await openAssociation();
  product = await served(store, { MCP_CALLS_PER_MINUTE: '4' });
});
afterAll(async () => {
  await product.close();
  await store.close();
});

test('lists, prompts and sessions opened are as many by themselves, and too many are refused', async () => {
  const { url, token } = product;
  const bearer = { token: await token('membership') };
  expect((await post(url, initialize, bearer)).status).toBe(200);
  for (const method of ['tools/list', 'prompts/list', 'resources/templates/list'])
    expect((await ask(url, method, {}, bearer)).message.error).toBeUndefined();
  for (const [method, params] of [
    ['tools/list', {}],
    ['resources/list', {}],
    ['prompts/get', { name: 'renewals-due' }],
  ] as const)
    expect((await ask(url, method, params, bearer)).message.error).toEqual({
      code: -32_005,
      message: expect.stringMatching(/^More than 4 calls within a minute\. Wait \d+ seconds/),
      data: { kind: 'too_many_calls' },
    });
  const opening = await post(url, initialize, bearer);
  expect([opening.status, opening.headers.get('mcp-session-id'), opening.message.error]).toEqual([
    429,
    null,
    { code: -32_005, message: expect.stringContaining('More than 4 calls') },
  ]);
  // Questions are counted by themselves.
  const call = { name: 'what_can_you_do', arguments: {} };
  const answers = [];
  for (let calls = 0; calls < 5; calls += 1) answers.push(await ask(url, 'tools/call', call, bearer));
  expect(answers.map(({ message }) => message.result?.['isError'] === true)).toEqual([
    false,
    false,
    false,
    false,
    true,
  ]);
  const fields = await ask(url, 'resources/read', { uri: 'imis://fields' }, bearer);
  expect(fields.message.error?.code).toBe(-32_005);
});
