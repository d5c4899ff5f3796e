/*
 * Malformed messages over HTTP. All ten thousand of them:
 *   MCP_MALFORMED=10000 npx vitest run test/surfaces/mcp/malformed.test.ts
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../../src/store/store.js';
import { openAssociation } from '../../tools/association.js';
import { sent, tally } from './attacker.js';
import { attempts } from './malformed.js';
import { ask, legacy, post, session } from './raw.js';
import { type Served, served } from './served.js';

const MESSAGES = Number(process.env['MCP_MALFORMED'] ?? 1000);
const SEED = Number(process.env['MCP_MALFORMED_SEED'] ?? 20261122);
const MILLIS_EACH = 60;
/** Of how it is built, where it lies, what it asks its database, and of people. */
const INSIDE =
  /\n\s+at |node_modules|file:\/\/|\/(?:src|tools|dist)\/|\.[tj]s:\d|\bselect \w|\bcopilot\.\w|reporting\.|\bpg_|syntax error at|relation "|violates|TypeError|RangeError|Zod|invalid_(?:type|union|value)|Ortega|Nguyen|Quill|Chen|ortega\.example/;

/** Nothing that is sent may be answered as a failure of ours. */
const FAILED = /"code":-32603/;

let store: Store;
let product: Served;
let token: string;
beforeAll(async () => {
  store = await openAssociation();
  product = await served(store, { MCP_CALLS_PER_MINUTE: '10000' });
  token = await product.token('membership');
});
afterAll(async () => {
  await product.close();
  await store.close();
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
const heapMegabytes = (): number => {
  collect();
  return process.memoryUsage().heapUsed / 2 ** 20;
};

const count = {
  name: 'count_members',
  arguments: { definition: { op: 'field', field: 'status', test: { in: ['active', 'grace'] } } },
};

test(`${MESSAGES} malformed messages are each answered or closed, say nothing of the inside and leave everything as it was`, {
  timeout: 30_000 + MESSAGES * MILLIS_EACH,
}, async (context) => {
  const numberOf = async () =>
    (
      (await ask(product.url, 'tools/call', count, { token })).message.result?.['structuredContent'] as {
        counts?: { in: number };
      }
    )?.counts?.in;
  const own = await session(product.url, token);
  const foreign = await session(product.url, await product.token('chapter-oh'));
  const known = {
    ownSession: own['mcp-session-id'] ?? '',
    foreignSession: foreign['mcp-session-id'] ?? '',
  };
  const before = await numberOf();
  expect(before).toBeGreaterThan(0);
  const warmUp = Math.min(300, MESSAGES / 4);
  const list = attempts(known, MESSAGES, SEED);
  const outcomes = [...(await sent(product.url, token, list.slice(0, warmUp)))];
  const heap = heapMegabytes();
  outcomes.push(...(await sent(product.url, token, list.slice(warmUp))));
  await context.annotate(
    tally(outcomes)
      .map(([answer, times]) => `${String(times).padStart(6)}  ${answer}`)
      .join('\n'),
  );

  expect(outcomes).toHaveLength(MESSAGES);
  const shown = ({ how, text, attempt }: (typeof outcomes)[number]) => [
    how,
    attempt.says,
    text.slice(0, 300),
    attempt.body.toString().slice(0, 300),
  ];
  expect(
    outcomes
      .filter(({ how, text }) => how === 'hung' || (typeof how === 'number' && how >= 500) || FAILED.test(text))
      .map(shown),
  ).toEqual([]);
  // What was sent may be quoted; it holds none of these words.
  expect(outcomes.filter(({ text }) => INSIDE.test(text)).map(shown)).toEqual([]);
  for (const { how, text, attempt } of outcomes)
    if (typeof how === 'number' && how >= 400)
      expect([attempt.says, text]).toEqual([attempt.says, expect.stringMatching(/^\{.*"jsonrpc":"2\.0".*\}$/s)]);

  expect(await numberOf()).toBe(before);
  expect(({} as { isAdmin?: unknown }).isAdmin).toBeUndefined();
  const theirs = await post(product.url, legacy('tools/list'), {
    token: await product.token('chapter-oh'),
    headers: foreign,
  });
  expect(theirs.status).toBe(200);
  const { rows } = await store.query<{ count: number }>('select count(*)::int as count from copilot.proposals');
  expect(rows[0]?.count).toBe(0);
  expect(heapMegabytes() - heap).toBeLessThan(100);
});

test('a person has ten sessions at most: the one silent longest gives way', async () => {
  const opened = [];
  for (let sessions = 0; sessions < 12; sessions += 1) opened.push(await session(product.url, token));
  const answers = [];
  for (const headers of opened) answers.push((await post(product.url, legacy('ping'), { token, headers })).status);
  expect(answers).toEqual([404, 404, ...Array.from({ length: 10 }, () => 200)]);
});
