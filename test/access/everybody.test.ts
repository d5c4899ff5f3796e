/** Every tool, called as everybody who may sign in: nobody is shown a row of a record outside the own scope. */
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorFor } from '../../src/access/actors.js';
import { membersInScope } from '../../src/access/scope.js';
import { looking } from '../../src/approvals/looking.js';
import { proposalsFor } from '../../src/approvals/propose.js';
import type { Actor } from '../../src/domain/actor.js';
import { membersOf, pseudonymsFor } from '../../src/privacy/pseudonyms.js';
import { catalog } from '../../tools/catalog.js';
import { mayUse, type Tool } from '../../tools/define.js';
import { runTool, type ToolReply } from '../../tools/run.js';
import { type Office, openOffice, settings } from '../members/changes/office.js';
import { argumentsFor, type Known } from './arguments.js';

const users = [
  'membership',
  'marketing',
  'finance',
  'community',
  'leadership',
  'administrator',
  'chapter-tx',
  'chapter-oh',
];
/** Calls of each tool by each of them; more by ACCESS_RUNS=20. */
const RUNS = Number(process.env['ACCESS_RUNS'] ?? 2);

let office: Office;
let known: Known;
/** Every record's personal details, by its id. */
let details: readonly { readonly id: string; readonly words: readonly string[] }[];
let staffIds: ReadonlySet<string>;

beforeAll(async () => {
  office = await openOffice();
  const found = await office.store.query<{
    member_id: string;
    full_name: string;
    email: string | null;
    phone: string | null;
    is_staff: boolean;
  }>(
    `select i.member_id, i.full_name, i.email, i.phone,
            exists (select from imis.users u where u.member_id = i.member_id and u.is_staff) as is_staff
     from imis.identity i order by 1`,
  );
  details = found.rows.map((row) => ({
    id: row.member_id,
    words: [row.full_name, row.email, row.phone].filter((one): one is string => one !== null),
  }));
  staffIds = new Set(found.rows.filter((row) => row.is_staff).map((row) => row.member_id));
  const pseudonyms = await pseudonymsFor(
    office.store,
    found.rows.map((row) => row.member_id),
  );
  const members = found.rows.filter((row) => !row.is_staff);
  const some = [...members.slice(0, 12), ...members.slice(-12)];
  const people = some.flatMap((row) => [pseudonyms.get(row.member_id) ?? '', row.full_name]);
  const staff = ['me', 'finance', pseudonyms.get([...staffIds][0] ?? '') ?? '', 'nobody'];
  known = { people, staff, records: ['P-222222', 'R-222222'] };
  known = { ...known, records: [...known.records, ...(await proposalsOfOthers()), ...(await receiptsOfOthers())] };
}, 120_000);
afterAll(() => office.close());

const contextOf = (actor: Actor, thread: string) => ({
  actor,
  thread,
  database: office.store,
  clock: office.clock,
  settings,
  proposals: { ...proposalsFor(office.parts), ...looking(office.parts) },
  onDefect: (error: unknown, tool: string) => office.defects.push([tool, error]),
});
const toolNamed = (name: string): Tool => {
  const tool = catalog.find((one) => one.name === name);
  if (!tool) throw new Error(`there is no ${name}`);
  return tool;
};

/** Made by membership, about members of every chapter. */
async function proposalsOfOthers(): Promise<readonly string[]> {
  const actor = await actorFor(office.store, 'membership', 'console');
  const ids: string[] = [];
  for (const who of known.people.filter((one) => one.startsWith('M-')).slice(0, 16)) {
    const reply = await runTool(
      toolNamed('propose_note'),
      { member: who, text: 'a word' },
      contextOf(actor, 'T-other'),
    );
    ids.push(...reply.proposals.map((card) => card.id));
  }
  expect(ids.length).toBeGreaterThan(10);
  return ids;
}

async function receiptsOfOthers(): Promise<readonly string[]> {
  const actor = await actorFor(office.store, 'membership', 'console');
  const counted = toolNamed('count_members');
  const definition = { op: 'field', field: 'status', test: { in: ['active'] } };
  const reply = await runTool(counted, { definition }, contextOf(actor, 'T-other'));
  return reply.receipts.map(({ id }) => id);
}

/** All that leaves a call, without what the caller gave. */
const told = ({ words, output, error, receipts, proposals }: ToolReply): string =>
  JSON.stringify({ words, output, error, receipts: receipts.map(({ arguments: _, ...rest }) => rest), proposals });

async function strangersIn(actor: Actor, text: string, given: string): Promise<readonly string[]> {
  const pseudonyms = [...new Set(text.match(/\bM-[2-9A-HJ-NP-Z]{6}\b/g) ?? [])].filter((one) => !given.includes(one));
  const members = await membersOf(office.store, pseudonyms);
  const seen = [...members.values()].filter((id) => !staffIds.has(id));
  const visible = actor.permissions.has('people.read')
    ? await membersInScope(office.store, actor.scope, seen)
    : new Set<string>();
  return seen.filter((id) => !visible.has(id));
}

/** Names, addresses and numbers that stand in a text a model reads, less what was asked for in so many words. */
const detailsIn = (text: string, given: string): readonly string[] =>
  details
    .flatMap(({ words }) => words)
    .filter((word) => word.length > 5 && text.includes(word) && !given.includes(word));

/** Whoever reads the audit sees the header of every proposal: who asked for what about which pseudonym, never a name. */
const readsHeaders = (actor: Actor, tool: Tool): boolean =>
  actor.permissions.has('audit.read') && tool.name === 'proposal_status';

describe.each(users)('as %s', (userName) => {
  test('no tool, however it is called, shows a record outside the own scope or anybody by name', async () => {
    const actor = await actorFor(office.store, userName, 'console');
    for (const tool of catalog) {
      await fc.assert(
        fc.asyncProperty(argumentsFor(tool, catalog, known), async (given) => {
          const reply = await runTool(tool, given, contextOf(actor, `T-${userName}`));
          const text = told(reply);
          const asked = JSON.stringify(given);
          if (!readsHeaders(actor, tool))
            expect([tool.name, given, await strangersIn(actor, text, asked)]).toEqual([tool.name, given, []]);
          expect([tool.name, given, detailsIn(text, asked)]).toEqual([tool.name, given, []]);
          if (!mayUse(tool, actor))
            expect([tool.name, reply.ok, reply.error?.kind]).toEqual([tool.name, false, 'not_permitted']);
          expect([tool.name, given, office.defects]).toEqual([tool.name, given, []]);
        }),
        { numRuns: mayUse(tool, actor) ? RUNS : 1 },
      );
    }
  }, 120_000);
});

describe('counted', () => {
  test('a chapter manager counts the own chapter, and a group holds no more than it', async () => {
    for (const userName of ['chapter-tx', 'chapter-oh']) {
      const actor = await actorFor(office.store, userName, 'console');
      const chapters = actor.scope.kind === 'chapters' ? actor.scope.chapters : [];
      const mine = await office.store.query<{ count: number }>(
        `select count(distinct p.member_id)::int as count from imis.parties p
         join imis.group_members g on g.member_id = p.member_id and g.is_active and g.group_id = any($1::text[])
         where not exists (select from imis.users u where u.member_id = p.member_id and u.is_staff)`,
        [chapters],
      );
      const most = mine.rows[0]?.count ?? 0;
      await fc.assert(
        fc.asyncProperty(argumentsFor(toolNamed('count_members'), catalog, known), async (given) => {
          const reply = await runTool(toolNamed('count_members'), given, contextOf(actor, 'T-count'));
          for (const { value } of reply.receipts)
            expect([userName, given, value <= most]).toEqual([userName, given, true]);
        }),
        { numRuns: 3 * RUNS },
      );
    }
  });

  test('leadership sees no group of one to four', async () => {
    const actor = await actorFor(office.store, 'leadership', 'console');
    for (const name of ['count_members', 'group_members', 'measure_members'])
      await fc.assert(
        fc.asyncProperty(argumentsFor(toolNamed(name), catalog, known), async (given) => {
          const reply = await runTool(toolNamed(name), given, contextOf(actor, 'T-lead'));
          const small = reply.receipts.filter(
            ({ value, unit }) => /member|people/.test(unit) && value > 0 && value < 5,
          );
          expect([name, given, small]).toEqual([name, given, []]);
        }),
        { numRuns: 3 * RUNS },
      );
  });
});

test('a record or proposal of another chapter is refused in words, and that it is hidden is said', async () => {
  const actor = await actorFor(office.store, 'chapter-oh', 'console');
  const members = [
    ...(await membersOf(
      office.store,
      known.people.filter((one) => one.startsWith('M-')),
    )),
  ];
  const scoped = await membersInScope(
    office.store,
    actor.scope,
    members.map(([, id]) => id),
  );
  const [stranger] = members.find(([, id]) => !scoped.has(id)) ?? [];
  expect(await runTool(toolNamed('member_profile'), { member: stranger }, contextOf(actor, 'T'))).toMatchObject({
    ok: false,
    error: { kind: 'hidden_by_rights' },
  });
  const hidden = await office.store.query<{ proposal_id: string }>(
    'select proposal_id from copilot.changes where not (member_id = any($1::text[])) limit 1',
    [[...scoped]],
  );
  const reply = await runTool(
    toolNamed('proposal_status'),
    { proposal: hidden.rows[0]?.proposal_id },
    contextOf(actor, 'T'),
  );
  expect(reply.ok).toBe(false);
});
