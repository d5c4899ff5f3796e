import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { actorFor } from '../../../src/access/actors.js';
import { type ScopeName, scopeNames, withinScopes } from '../../../src/access/token-scopes.js';
import { pseudonymOf } from '../../../src/privacy/pseudonyms.js';
import type { Store } from '../../../src/store/store.js';
import { catalog } from '../../../tools/catalog.js';
import { toolsFor } from '../../../tools/surfaces.js';
import { fencedIn } from '../../../tools/written-by.js';
import { givenPeople } from '../../fixtures/people.js';
import { caller, filled, openAssociation } from '../../tools/association.js';
import { type Answered, ask, legacy, post, session, toolNames } from './raw.js';
import { type Served, served, wordsOf } from './served.js';

const USERS = ['membership', 'chapter-oh', 'marketing', 'finance', 'community', 'leader'] as const;
const RUNS = 60;
let store: Store;
let product: Served;
/** Of everybody outside the chapter of chapter-oh. */
let foreigners: RegExp;

beforeAll(async () => {
  store = await openAssociation();
  await givenPeople(store, [
    { id: '205', name: 'Lee Derringer', user: { name: 'leader', roles: ['Leadership'] } },
    { id: '206', name: 'Mara Kett', user: { name: 'marketing', roles: ['Marketing'] } },
    { id: '207', name: 'Fay Nance', user: { name: 'finance', roles: ['Finance'] } },
    { id: '208', name: 'Cora Mu', user: { name: 'community', roles: ['Community'] } },
  ]);
  product = await served(store, { MCP_CALLS_PER_MINUTE: '10000' });
  const texans = await Promise.all(['101', '102', '103'].map((id) => pseudonymOf(store, id)));
  foreigners = new RegExp(texans.join('|'));
});
afterAll(async () => {
  await product.close();
  await store.close();
});

const scopeSets: readonly (readonly ScopeName[])[] = [scopeNames, ['copilot.read']];
// The numbers given last are those of a conversation, which is another one here and there.
const calls = catalog
  .filter(({ name }) => name !== 'open_receipt')
  .flatMap((tool) => tool.examples.map((example) => ({ tool, example })));

/** Ids of receipts and proposals are new with every call, and so are instants and the hash that binds a proposal's id. */
const withoutIds = (text: string): string =>
  text
    .replaceAll(/\b[RP]-[0-9A-Z]{6,}\b/g, 'ID')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'THEN')
    .replaceAll(/"hash":"[0-9a-f]{64}"/g, '"hash":"HASH"');

/** What a proposal is told to bind is what is stored of it. */
async function expectStoredHash(data: Record<string, unknown>): Promise<void> {
  const { id, hash } = (data['proposal'] ?? data) as { id?: string; hash?: string };
  if (hash === undefined) return;
  const { rows } = await store.query('select hash from copilot.proposals where proposal_id = $1', [id]);
  expect(rows).toEqual([{ hash }]);
}

test('every tool gives a client what its person is given elsewhere, less what the token leaves out, and nobody out of scope', {
  timeout: 120_000,
}, async () => {
  const direct = caller(store);
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...USERS),
      fc.constantFrom(...scopeSets),
      fc.constantFrom(...calls),
      fc.boolean(),
      async (user, scopes, { tool, example }, isModern) => {
        const token = await product.token(user, scopes);
        const args = (await filled(store, example.arguments)) as Record<string, unknown>;
        const params = { name: tool.name, arguments: args };
        const headers = isModern ? {} : await session(product.url, token);
        const answer: Answered = isModern
          ? await ask(product.url, 'tools/call', params, { token })
          : await post(product.url, legacy('tools/call', params), { token, headers });
        const list = isModern
          ? await ask(product.url, 'tools/list', {}, { token })
          : await post(product.url, legacy('tools/list'), { token, headers });

        const actor = withinScopes(await actorFor(store, user, 'mcp'), scopes);
        expect(toolNames(list)).toEqual(toolsFor(actor, catalog).map(({ name }) => name));
        if (user === 'chapter-oh' && !JSON.stringify(args).match(foreigners))
          expect(answer.text).not.toMatch(foreigners);
        expect(answer.text).not.toMatch(/Sandra|Ortega|Michael Chen|Nguyen|Quill/);

        const reply = await direct(tool.name, args, actor);
        if (answer.status === 403) {
          expect([tool.effect, scopes]).toEqual(['propose', ['copilot.read']]);
          expect(reply.error?.kind).toBe('not_permitted');
        } else if (answer.message.error) {
          expect(answer.message.error.message).toContain(`no tool "${tool.name}"`);
          expect(reply.error?.kind).toBe('not_permitted');
        } else {
          const words = wordsOf(answer.message.result ?? {});
          expect(answer.message.result?.['isError'] === true).toBe(!reply.ok);
          expect(withoutIds(words).startsWith(withoutIds(reply.words))).toBe(true);
          const { citations, links, ...data } = (answer.message.result?.['structuredContent'] ?? {}) as Record<
            string,
            unknown
          >;
          await expectStoredHash(data);
          if (reply.ok)
            expect(withoutIds(JSON.stringify(data))).toBe(
              withoutIds(JSON.stringify(fencedIn(tool.output, reply.output))),
            );
        }
      },
    ),
    { numRuns: RUNS },
  );
});

test('every address is opened, and offered while it is typed, as the tool that answers the same allows', {
  timeout: 120_000,
}, async () => {
  const direct = caller(store);
  const owner = await actorFor(store, 'chapter-oh', 'mcp');
  // Whom no example counts: nobody else was given a number of them.
  const definition = { op: 'field', field: 'status', test: { in: ['active', 'grace', 'lapsed'] } };
  const counted = await direct('count_members', { definition }, owner);
  expect(counted.receipts[0]?.definition).toBeDefined();
  const [one] = counted.receipts;
  const ids = {
    member: await pseudonymOf(store, '101'),
    definition: one?.definition ?? '',
    receipt: one?.id ?? '',
  };
  const answeredBy = { member: 'member_profile', receipt: 'open_receipt' } as const;
  for (const user of USERS) {
    const token = await product.token(user);
    const actor = await actorFor(store, user, 'mcp');
    const shown = toolsFor(actor, catalog).map(({ name }) => name);
    for (const [kind, id] of Object.entries(ids)) {
      const tool = kind === 'definition' ? undefined : answeredBy[kind as keyof typeof answeredBy];
      // Of a description the person alone is told whom a number of it was given to.
      const isAllowed = tool ? (await direct(tool, { [kind]: id }, actor)).ok : user === 'chapter-oh';
      const opened = await ask(product.url, 'resources/read', { uri: `imis://${kind}/${id}` }, { token });
      expect([user, kind, opened.message.error === undefined]).toEqual([user, kind, isAllowed]);

      const typed = kind === 'member' ? 'Sandra Ortega' : id.slice(0, -1);
      const isFound =
        kind === 'member'
          ? (await direct('find_members', { name: typed }, actor)).ok && shown.includes('member_profile')
          : user === 'chapter-oh';
      const asked = {
        ref: { type: 'ref/resource', uri: `imis://${kind}/{id}` },
        argument: { name: 'id', value: typed },
      };
      const offered = await ask(product.url, 'completion/complete', asked, { token });
      const { values } = (offered.message.result as { completion: { values: readonly string[] } }).completion;
      expect([user, kind, values.includes(id)]).toEqual([user, kind, isFound]);
      if (!isFound) expect(offered.text).not.toContain(id);
    }
  }
});
