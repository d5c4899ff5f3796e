/* The public inspector's command line against the product over HTTP: it lists, calls and finds no fault of a schema. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Server } from '@modelcontextprotocol/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { catalog } from '../../tools/catalog.js';
import { type Served, served, wordsOf } from '../surfaces/mcp/served.js';
import { openAssociation } from '../tools/association.js';
import { certified, TOKEN } from './certified.js';
import { active, FAULT, inspect, NO_FAULT, namesOf } from './inspector.js';

const timeout = 120_000;
const home = mkdtempSync(join(tmpdir(), 'copilot-inspector-'));
let store: Store;
let product: Served;
let target: readonly string[];
beforeAll(async () => {
  store = await openAssociation();
  product = await served(store);
  target = [`${product.url}/mcp`, '--header', `Authorization: Bearer ${await product.token('membership')}`];
});
afterAll(async () => {
  await product.close();
  await store.close();
  rmSync(home, { recursive: true, force: true });
});

const inspected = (words: string, ...more: string[]) => inspect(home, target, ...words.split(' '), ...more);

test.each(['legacy', 'modern'])('the tools are listed to the %s era without a fault', { timeout }, async (era) => {
  const { code, result, findings, stderr } = await inspected(`--protocol-era ${era} --method tools/list --strict`);
  expect(code, stderr).toBe(NO_FAULT);
  expect(findings).toEqual([]);
  expect(namesOf(result)).toContain('count_members');
  expect(namesOf(result).filter((name) => !catalog.some((tool) => tool.name === name))).toEqual([]);
});

test('a schema that has a fault would be found', { timeout }, async () => {
  const faulty = await certified(() => {
    const server = new Server({ name: 'faulty', version: '1' }, { capabilities: { tools: {} } });
    const inputSchema = { type: 'object' as const, properties: { anything: true } };
    server.setRequestHandler('tools/list', () => ({ tools: [{ name: 'faulty', inputSchema }] }));
    return server;
  });
  const target = [`${faulty.url}/mcp`, '--header', `Authorization: Bearer ${TOKEN}`];
  const { code } = await inspect(home, target, '--method', 'tools/list', '--strict');
  await faulty.close();
  expect(code).toBe(FAULT);
});

test.each(['legacy', 'modern'])('a count for the %s era is the same in words and data', { timeout }, async (era) => {
  const words = `--protocol-era ${era} --method tools/call --tool-name count_members`;
  const { code, result, stderr } = await inspected(words, '--tool-args-json', active);
  expect(code, stderr).toBe(0);
  const { counts, citations } = result['structuredContent'] as {
    counts: { in: number };
    citations: { receipt: string }[];
  };
  expect(wordsOf(result)).toContain(`${citations[0]?.receipt} = ${counts.in} `);
});

test('a resource is opened and a prompt filled in', { timeout }, async () => {
  const fields = await inspected('--method resources/read --uri imis://fields');
  expect(fields.code, fields.stderr).toBe(0);
  expect(JSON.stringify(fields.result)).toContain('- status (');
  const words = '--method prompts/get --prompt-name explain-number --prompt-args receipt=R-7F3KQ2';
  const prompt = await inspected(words);
  expect(prompt.code, prompt.stderr).toBe(0);
  expect(prompt.result['messages']).toHaveLength(1);
});

test('what was wrong with a call is told', { timeout }, async () => {
  const call = '--method tools/call --tool-name member_profile --tool-arg member=Zebulon';
  const { code, stderr } = await inspected(call);
  expect(code).not.toBe(0);
  expect(stderr).toContain('tool_is_error');
});
