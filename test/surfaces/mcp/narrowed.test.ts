import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { mcpParts } from '../../../src/main/mcp.js';
import { pseudonymOf } from '../../../src/privacy/pseudonyms.js';
import type { Store } from '../../../src/store/store.js';
import { catalog } from '../../../tools/catalog.js';
import { isReadOnly } from '../../../tools/define.js';
import { narrowed } from '../../../tools/toolsets.js';
import { givenPeople } from '../../fixtures/people.js';
import { openAssociation } from '../../tools/association.js';
import { ask, legacy, post, session, toolNames } from './raw.js';
import { connected, eras, type Served, served, wordsOf } from './served.js';

let store: Store;
const open: Served[] = [];
beforeAll(async () => {
  store = await openAssociation();
  await givenPeople(store, [
    { id: '205', name: 'Lee Derringer', user: { name: 'leader', roles: ['Leadership'] } },
    { id: '206', name: 'Mara Kett', user: { name: 'marketing', roles: ['Marketing'] } },
  ]);
});
afterAll(async () => {
  await Promise.all(open.map((product) => product.close()));
  await store.close();
});

async function product(environment: Readonly<Record<string, string>>): Promise<Served> {
  const opened = await served(store, environment);
  open.push(opened);
  return opened;
}

describe('read only', () => {
  const proposing = catalog.filter((tool) => !isReadOnly(tool)).map(({ name }) => name);

  test.each([
    ['alone', {}],
    ['with every toolset named', { MCP_TOOLSETS: 'all,changes' }],
    ['with the toolset of changes alone', { MCP_TOOLSETS: 'changes' }],
    ['with names for people', { MCP_NAMES: 'names', MCP_TOOLSETS: 'people,changes' }],
  ])('%s: nothing that proposes is shown or can be called, in either era', async (_, more) => {
    const { url, token } = await product({ MCP_READ_ONLY: 'true', ...more });
    const bearer = { token: await token('membership') };
    const headers = await session(url, bearer.token);
    const lists = [
      await ask(url, 'tools/list', {}, bearer),
      await post(url, legacy('tools/list'), { ...bearer, headers }),
    ];
    for (const list of lists) {
      expect(toolNames(list)).toContain('proposal_status');
      expect(toolNames(list).filter((name) => proposing.includes(name))).toEqual([]);
    }
    const count = async () =>
      (await store.query<{ count: number }>('select count(*)::int as count from copilot.proposals')).rows[0]?.count;
    const before = await count();
    for (const name of proposing) {
      const params = { name, arguments: { member: await pseudonymOf(store, '101'), text: 'Called.' } };
      for (const answer of [
        await ask(url, 'tools/call', params, bearer),
        await post(url, legacy('tools/call', params), { ...bearer, headers }),
      ]) {
        expect(answer.message.result).toBeUndefined();
        expect(answer.message.error?.message).toContain(`no tool "${name}"`);
      }
    }
    expect(await count()).toBe(before);
  });

  test('a command narrows what the settings allow, and widens nothing', () => {
    const mcp = { toolsets: ['people', 'changes'], exclude: ['member_profile'], isReadOnly: true };
    const names = narrowed(catalog, mcp, { toolsets: ['all'], exclude: [], isReadOnly: false }).map(({ name }) => name);
    expect(names).not.toEqual(expect.arrayContaining(proposing));
    expect(names).not.toContain('member_profile');
    expect(names).not.toContain('count_members');
  });
});

test('only what a toolset holds is shown, less what is left out, and what nobody can do without', async () => {
  const { url, token } = await product({ MCP_TOOLSETS: 'people', MCP_EXCLUDE: 'check_member' });
  const bearer = { token: await token('membership') };
  const named = toolNames(await ask(url, 'tools/list', {}, bearer));
  expect([...named].sort()).toEqual(
    ['find_members', 'member_profile', 'open_receipt', 'proposal_status', 'what_can_you_do'].sort(),
  );
  for (const name of ['check_member', 'count_members', 'propose_note'])
    expect((await ask(url, 'tools/call', { name }, bearer)).message.error?.message).toContain(`no tool "${name}"`);
  // An address is opened by the tool that answers the same: without it there is none.
  const listed = await ask(url, 'resources/templates/list', {}, bearer);
  expect(listed.text).not.toContain('imis://definition/');
  expect(listed.text).toContain('imis://member/');
});

test('a setting that means nothing serves nothing', async () => {
  await expect(served(store, { MCP_TOOLSETS: 'poeple' })).rejects.toThrow(/no toolset "poeple"/);
  await expect(served(store, { MCP_EXCLUDE: 'propose_notes' })).rejects.toThrow(/no tool "propose_notes"/);
});

describe.each(eras)('names instead of pseudonyms, for a client of %s', (era) => {
  const found = async (environment: Readonly<Record<string, string>>, user: string, member: string) => {
    const { url, token } = await product(environment);
    const client = await connected(url, await token(user), { era });
    const result = await client.callTool({ name: 'member_profile', arguments: { member } });
    const { contents } = await client.readResource({ uri: `imis://member/${member}` }).catch(() => ({ contents: [] }));
    await client.close();
    return { text: JSON.stringify([result, contents]), words: wordsOf(result), isError: result.isError === true };
  };

  test('stand for whoever may see them, and for nobody else', async () => {
    const sandra = await pseudonymOf(store, '101');
    const names = { MCP_NAMES: 'names' };
    const seen = await found(names, 'membership', sandra);
    expect(seen.words).toContain('Sandra Ortega');
    // A pseudonym stands for nobody twice: in words and in data alike.
    expect(seen.text).not.toContain(`"${sandra}"`);
    expect((await found({}, 'membership', sandra)).text).not.toMatch(/Sandra|Ortega/);
    const foreign = await found(names, 'chapter-oh', sandra);
    expect([foreign.isError, /Sandra|Ortega/.test(foreign.text)]).toEqual([true, false]);
  });

  test('never stand for somebody who sees aggregates only', async () => {
    const { url, token } = await product({ MCP_NAMES: 'names' });
    const client = await connected(url, await token('leader'), { era });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toContain('count_members');
    const answers = [
      await client.callTool({
        name: 'group_members',
        arguments: {
          by: [{ field: 'chapter' }],
          definition: { op: 'field', field: 'status', test: { in: ['active'] } },
        },
      }),
      await client.callTool({ name: 'proposal_status', arguments: {} }),
      await client.callTool({ name: 'what_can_you_do', arguments: {} }),
    ];
    await expect(client.callTool({ name: 'find_members', arguments: { name: 'Sandra Ortega' } })).rejects.toThrow();
    await expect(client.readResource({ uri: `imis://member/${await pseudonymOf(store, '101')}` })).rejects.toThrow();
    const completed = await client.complete({
      ref: { type: 'ref/resource', uri: 'imis://member/{id}' },
      argument: { name: 'id', value: 'Sandra Ortega' },
    });
    expect(completed.completion.values).toEqual([]);
    expect(JSON.stringify(answers)).not.toMatch(/Sandra|Ortega|Nguyen|M-[0-9A-Z]{6}/);
    await client.close();
  });
});

test('pseudonyms asked for at the start of a local client stay pseudonyms where the settings allow names', async () => {
  const { house } = await product({ MCP_NAMES: 'names' });
  const { actorFor } = await import('../../../src/access/actors.js');
  const actor = await actorFor(store, 'membership', 'mcp');
  const sandra = await pseudonymOf(store, '101');
  expect(await mcpParts(house).told(sandra, actor)).toBe('Sandra Ortega');
  expect(await mcpParts(house, { showsNames: false }).told(sandra, actor)).toBe(sandra);
});

describe('calls in a minute', () => {
  test('the 121st of a person is refused in words that say how long to wait, and nobody else waits', async () => {
    const { url, token } = await product({});
    const bearer = { token: await token('membership') };
    const call = { name: 'what_can_you_do', arguments: {} };
    const answers = [];
    for (let calls = 0; calls < 12; calls += 1)
      answers.push(...(await Promise.all(Array.from({ length: 10 }, () => ask(url, 'tools/call', call, bearer)))));
    expect(answers.filter(({ message }) => message.result?.['isError'] === true)).toEqual([]);
    const refused = await ask(url, 'tools/call', call, bearer);
    expect([refused.status, refused.message.result?.['isError']]).toEqual([200, true]);
    expect(wordsOf(refused.message.result ?? {})).toMatch(
      /^More than 120 calls within a minute\. Wait \d+ seconds; several questions can often be asked with one call\.$/,
    );
    // Another client of the same person is the same person; what is opened and typed counts too.
    const headers = await session(url, bearer.token);
    const older = await post(url, legacy('tools/call', call), { ...bearer, headers });
    expect(older.message.result?.['isError']).toBe(true);
    const receipt = await ask(url, 'resources/read', { uri: 'imis://receipt/R-7F3KQ2' }, bearer);
    expect(receipt.message.error?.message).toContain('More than 120 calls');
    expect((await ask(url, 'tools/list', {}, bearer)).status).toBe(200);
    const other = await ask(url, 'tools/call', call, { token: await token('chapter-oh') });
    expect(other.message.result?.['isError']).toBeFalsy();
  });
});
