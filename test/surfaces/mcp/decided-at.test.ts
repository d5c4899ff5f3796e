/* Where an AI client is told that a person decides: an address that answers, or what has to be so for it to answer. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorFor } from '../../../src/access/actors.js';
import { type McpOptions, mcpParts } from '../../../src/main/mcp.js';
import { pseudonymOf } from '../../../src/privacy/pseudonyms.js';
import { parseSettings } from '../../../src/settings.js';
import type { Store } from '../../../src/store/store.js';
import { resultOf } from '../../../src/surfaces/mcp/tool-results.js';
import { openAssociation } from '../../tools/association.js';
import { seatAt } from './console-seat.js';
import { type Served, served, wordsOf } from './served.js';

let store: Store;
let product: Served;
beforeAll(async () => {
  store = await openAssociation();
  product = await served(store);
});
afterAll(async () => {
  await product.close();
  await store.close();
});

interface Told {
  readonly words: string;
  readonly link: { readonly proposal: string; readonly decideAt?: string; readonly while?: string };
}

/** What a client is told of a note it proposes, under these settings. */
async function proposed(environment: Readonly<Record<string, string>>, options: McpOptions): Promise<Told> {
  const parts = mcpParts({ ...product.house, settings: parseSettings(environment) }, options);
  const tool = parts.tools.find(({ name }) => name === 'propose_note');
  if (!tool) throw new Error('There is no tool to propose with.');
  const caller = { actor: await actorFor(store, 'membership', 'mcp'), thread: 'mcp:decided' };
  const input = { member: await pseudonymOf(store, '101'), text: 'Called about the conference.' };
  const result = await resultOf(await parts.call(tool, input, caller, new AbortController().signal), parts, caller);
  const { links } = result.structuredContent as { links: Told['link'][] };
  const [link] = links;
  if (!link) throw new Error(wordsOf(result));
  return { words: wordsOf(result), link };
}

test('the link leads to the port the console took, also where any free one was asked for', async () => {
  const portTaken = () => Number(new URL(product.url).port);
  const { words, link } = await proposed({ PORT: '0' }, { portTaken });
  expect(link).toEqual({ proposal: link.proposal, decideAt: `${product.url}/proposals/${link.proposal}` });
  expect(words).toContain(`decides ${link.proposal} here: ${link.decideAt}`);
  const { origin, pathname } = new URL(link.decideAt ?? '');
  expect(await (await seatAt(origin, 'membership')).page(pathname)).toContain('Called about the conference.');
});

test("the association's own address goes before the port, and 0.0.0.0 is no address to go to", async () => {
  const portTaken = () => 4000;
  const outside = await proposed({ PUBLIC_URL: 'https://copilot.example.org' }, { portTaken });
  expect(outside.link.decideAt).toBe(`https://copilot.example.org/proposals/${outside.link.proposal}`);
  const everywhere = await proposed({ HOST: '0.0.0.0' }, { portTaken });
  expect(everywhere.link.decideAt).toBe(`http://127.0.0.1:4000/proposals/${everywhere.link.proposal}`);
});

test('a program of its own says that the copilot has to run, in the words and in the data', async () => {
  const { words, link } = await proposed({}, { isConsoleHere: false });
  expect(link).toEqual({
    proposal: link.proposal,
    decideAt: `http://127.0.0.1:3978/proposals/${link.proposal}`,
    while: 'the copilot runs (start)',
  });
  expect(words).toContain(`decides ${link.proposal} here, while the copilot runs (start): ${link.decideAt}`);
});

test('no address is given where only the console knows its port', async () => {
  const { words, link } = await proposed({ PORT: '0' }, { isConsoleHere: false });
  expect(link).toEqual({ proposal: link.proposal, while: 'the copilot runs (start)' });
  expect(words).toContain(`decides ${link.proposal} in the console, while the copilot runs (start).`);
  expect(words).not.toMatch(/https?:/);
});
