import type { Client } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pseudonymOf } from '../../../src/privacy/pseudonyms.js';
import type { Store } from '../../../src/store/store.js';
import { openAssociation } from '../../tools/association.js';
import { connected, eras, type Served, served, wordsOf } from './served.js';

let store: Store;
let product: Served;
const clients: Client[] = [];
beforeAll(async () => {
  store = await openAssociation();
  product = await served(store);
});
afterAll(async () => {
  await Promise.all(clients.map((client) => client.close()));
  await product.close();
  await store.close();
});

async function client(user: string, options: Parameters<typeof connected>[2] = {}): Promise<Client> {
  const opened = await connected(product.url, await product.token(user), options);
  clients.push(opened);
  return opened;
}

const everyone = { op: 'field', field: 'status', test: { in: ['active', 'grace'] } };

describe.each(eras)('a client of %s', (era) => {
  test('is shown the tools of its person with titles, honest hints and what comes back, in the order of the catalogue', async () => {
    const { tools } = await (await client('membership', { era })).listTools();
    expect(tools.slice(0, 3).map(({ name }) => name)).toEqual(['find_members', 'member_profile', 'count_members']);
    for (const { name, title, annotations, outputSchema } of tools) {
      expect(title).not.toBe('');
      expect(outputSchema?.['type']).toBe('object');
      expect(annotations).toEqual({
        readOnlyHint: !name.startsWith('propose_'),
        destructiveHint: false,
        openWorldHint: false,
      });
    }
  });

  test('counts, and has the number in the words and in the data alike, each with its receipt', async () => {
    const result = await (await client('membership', { era })).callTool({
      name: 'count_members',
      arguments: { definition: everyone },
    });
    const data = result.structuredContent as {
      counts: { in: number };
      citations: { receipt: string; value: number }[];
    };
    expect(data.citations[0]?.value).toBe(data.counts.in);
    expect(wordsOf(result)).toContain(`${data.citations[0]?.receipt} = ${data.counts.in} `);
  });

  test('sees pseudonyms for people, whom every tool takes again', async () => {
    const asked = await client('membership', { era });
    const found = await asked.callTool({ name: 'find_members', arguments: { name: 'Sandra Ortega' } });
    const sandra = await pseudonymOf(store, '101');
    expect(wordsOf(found)).toContain(sandra);
    expect(JSON.stringify(found)).not.toMatch(/Sandra|Ortega/);
    const profile = await asked.callTool({ name: 'member_profile', arguments: { member: sandra } });
    expect(profile.isError).toBeFalsy();
    expect(JSON.stringify(profile)).not.toMatch(/Sandra|Ortega/);
  });

  test('proposes a note that is not written, with the place where a person decides', async () => {
    const result = await (await client('membership', { era })).callTool({
      name: 'propose_note',
      arguments: { member: await pseudonymOf(store, '101'), text: `Called about the conference (${era}).` },
    });
    const { links } = result.structuredContent as { links: { proposal: string; decideAt: string }[] };
    expect(wordsOf(result)).toContain('Nothing is written until somebody approves it');
    expect(links[0]?.decideAt).toBe(`http://127.0.0.1:3978/proposals/${links[0]?.proposal}`);
    expect(wordsOf(result)).toContain(links[0]?.decideAt);
    const waiting = await (await client('membership', { era })).callTool({
      name: 'proposal_status',
      arguments: { proposal: links[0]?.proposal },
    });
    expect(wordsOf(waiting)).toMatch(/waits|waiting|proposed/i);
  });

  test('reads what was wrong with a call and what to do next, and may call again', async () => {
    const asked = await client('membership', { era });
    const wrong = await asked.callTool({
      name: 'count_members',
      arguments: { definition: { op: 'field', field: 'shoe_size', test: { recorded: true } } },
    });
    expect(wrong.isError).toBe(true);
    expect(wordsOf(wrong)).toMatch(/shoe_size/);
    const nobody = await asked.callTool({ name: 'member_profile', arguments: { member: 'Zebulon Quux' } });
    expect(nobody.isError).toBe(true);
    await expect(asked.callTool({ name: 'delete_member', arguments: {} })).rejects.toThrow(/no tool "delete_member"/);
  });

  test('is asked for what a call lacks, and a declined form calls nothing', async () => {
    const asked = await client('membership', { era, capabilities: { elicitation: { form: {} } } });
    const forms: unknown[] = [];
    let answer: { action: 'accept' | 'decline'; content?: Record<string, string> } = {
      action: 'accept',
      content: { text: 'Prefers the phone.' },
    };
    asked.setRequestHandler('elicitation/create', async ({ params }) => {
      forms.push(params);
      return answer;
    });
    const member = await pseudonymOf(store, '104');
    const proposed = await asked.callTool({ name: 'propose_note', arguments: { member } });
    expect(forms).toMatchObject([
      { requestedSchema: { properties: { text: { type: 'string' } }, required: ['text'] } },
    ]);
    expect(wordsOf(proposed)).toContain('Nothing is written until somebody approves it');
    answer = { action: 'decline' };
    const declined = await asked.callTool({ name: 'propose_note', arguments: { member } });
    expect(declined.isError).toBe(true);
    expect(wordsOf(declined)).toContain('text was not given by the person');
  });

  test('that cannot ask is told what is missing', async () => {
    const result = await (await client('membership', { era })).callTool({ name: 'member_profile', arguments: {} });
    expect(result.isError).toBe(true);
    expect(wordsOf(result)).toContain('member');
  });

  test('opens a member, a receipt, a definition, a proposal and the fields by address, and nothing else', async () => {
    const asked = await client('membership', { era });
    const text = async (uri: string) => {
      const [content] = (await asked.readResource({ uri })).contents;
      return content && 'text' in content ? content.text : '';
    };
    const counted = await asked.callTool({ name: 'count_members', arguments: { definition: everyone } });
    const { definition, citations } = counted.structuredContent as {
      definition: string;
      citations: { receipt: string }[];
    };
    expect(await text('imis://fields')).toContain('- status (');
    expect(await text(`imis://definition/${definition}`)).toContain('active or in grace');
    expect(await text(`imis://receipt/${citations[0]?.receipt}`)).toContain('Computed by count_members');
    expect(await text(`imis://member/${await pseudonymOf(store, '101')}`)).toContain('Professional');
    // Of another person's number neither the number nor what was counted is told.
    const other = await client('chapter-oh', { era });
    for (const uri of [`imis://definition/${definition}`, `imis://receipt/${citations[0]?.receipt}`])
      await expect(other.readResource({ uri })).rejects.toThrow();
    for (const uri of ['imis://member/101', 'imis://member/M-000000', 'imis://secrets/x', 'file:///etc/passwd'])
      await expect(text(uri)).rejects.toThrow();
    const { resourceTemplates } = await asked.listResourceTemplates();
    expect(resourceTemplates.map(({ uriTemplate }) => uriTemplate)).toEqual([
      'imis://member/{id}',
      'imis://definition/{id}',
      'imis://proposal/{id}',
      'imis://receipt/{id}',
    ]);
  });

  test('is offered members by name and its own receipts, descriptions and proposals while an address is typed', async () => {
    const asked = await client('membership', { era });
    const other = await client('chapter-oh', { era });
    const offered = async (to: Client, kind: string, value: string) => {
      const ref = { type: 'ref/resource', uri: `imis://${kind}/{id}` } as const;
      return (await to.complete({ ref, argument: { name: 'id', value } })).completion.values;
    };
    const sandra = await pseudonymOf(store, '101');
    expect(await offered(asked, 'member', 'Sandra Ortega')).toEqual([sandra]);
    // Not of the chapter of whoever asks.
    expect(await offered(other, 'member', 'Sandra Ortega')).toEqual([]);

    const counted = await asked.callTool({ name: 'count_members', arguments: { definition: everyone } });
    const { definition, citations } = counted.structuredContent as {
      definition: string;
      citations: { receipt: string }[];
    };
    const noted = await asked.callTool({ name: 'propose_note', arguments: { member: sandra, text: 'Called again.' } });
    const { links } = noted.structuredContent as { links: { proposal: string }[] };
    const own = { receipt: citations[0]?.receipt, definition, proposal: links[0]?.proposal };
    for (const [kind, id = ''] of Object.entries(own)) {
      expect(await offered(asked, kind, id.slice(0, -2))).toContain(id);
      expect(await offered(other, kind, id.slice(0, -2))).toEqual([]);
    }
  });

  test('of a chapter manager is told of the own chapter only', async () => {
    const asked = await client('chapter-oh', { era });
    const hidden = await asked.callTool({
      name: 'member_profile',
      arguments: { member: await pseudonymOf(store, '101') },
    });
    expect(hidden.isError).toBe(true);
    await expect(asked.readResource({ uri: `imis://member/${await pseudonymOf(store, '101')}` })).rejects.toThrow();
  });
});
