/** Values offered while something is typed, under whatever a client's tools are narrowed to. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pseudonymOf } from '../../../src/privacy/pseudonyms.js';
import type { Store } from '../../../src/store/store.js';
import { openAssociation } from '../../tools/association.js';
import { ask } from './raw.js';
import { type Served, served } from './served.js';

let store: Store;
const open = new Map<string, Served>();
beforeAll(async () => {
  store = await openAssociation();
});
afterAll(async () => {
  for (const product of open.values()) await product.close();
  await store.close();
});

/** One for each environment: a person has few tokens at a time. */
async function product(environment: Readonly<Record<string, string>>): Promise<Served> {
  const key = JSON.stringify(environment);
  const opened = open.get(key) ?? (await served(store, environment));
  open.set(key, opened);
  return opened;
}

describe('while something is typed', () => {
  const member = {
    ref: { type: 'ref/resource', uri: 'imis://member/{id}' },
    argument: { name: 'id', value: 'Sandra' },
  };
  const called = { ref: { type: 'ref/prompt', name: 'prepare-call' }, argument: { name: 'member', value: 'Sandra' } };
  const offered = async (environment: Readonly<Record<string, string>>, params: Record<string, unknown>) => {
    const { url, token } = await product(environment);
    const { message } = await ask(url, 'completion/complete', params, { token: await token('membership') });
    return (message.result as { completion: { values: string[] } }).completion.values;
  };
  const named = async () =>
    (
      await store.query<{ facts: { records: string[] } }>(
        `select facts from copilot.audit where kind = 'read' and subject = 'find_members' order by sequence`,
      )
    ).rows.flatMap(({ facts }) => facts.records);

  test('a name becomes a pseudonym for whoever may look names up, and that is told to the audit', async () => {
    const sandra = await pseudonymOf(store, '101');
    for (const asked of [member, called]) {
      const before = await named();
      expect(await offered({}, asked)).toContain(sandra);
      expect((await named()).slice(before.length)).toContain(sandra);
    }
  });

  test.each([
    ['the toolset of figures alone', { MCP_TOOLSETS: 'figures' }],
    ['no looking up and no profile', { MCP_EXCLUDE: 'find_members,member_profile' }],
    ['no looking up', { MCP_EXCLUDE: 'find_members' }],
  ])('with %s no name becomes a pseudonym', async (_, environment) => {
    const before = await named();
    expect(await offered(environment, member)).toEqual([]);
    expect(await offered(environment, called)).toEqual([]);
    expect(await named()).toEqual(before);
  });

  test('an address without its tool, an unknown address and an argument no prompt has are offered nothing', async () => {
    expect(await offered({ MCP_EXCLUDE: 'member_profile' }, member)).toEqual([]);
    const chapters = { ref: { type: 'ref/prompt', name: 'renewals-due' }, argument: { name: 'chapter', value: '' } };
    expect(await offered({}, chapters)).not.toEqual([]);
    for (const params of [
      { ...member, ref: { type: 'ref/resource', uri: 'imis://chapter/{id}' } },
      { ...member, argument: { name: 'member', value: 'Sandra' } },
      { ...chapters, ref: { type: 'ref/prompt', name: 'no-such-prompt' } },
      { ...chapters, ref: { type: 'ref/prompt', name: 'explain-number' } },
      { ...called, argument: { name: 'definition', value: '' } },
    ])
      expect(await offered({}, params)).toEqual([]);
  });
});
