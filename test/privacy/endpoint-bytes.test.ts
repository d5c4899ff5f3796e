/** The law, measured: conversations with an endpoint, and every byte it received looked through for people. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createChatModel } from '../../src/models/endpoint.js';
import { generationsPage } from '../../src/privacy/generations-page.js';
import { normal } from '../../src/privacy/name-words.js';
import { Secret } from '../../src/settings/secret.js';
import type { Store } from '../../src/store/store.js';
import { actorWith, agentWith, openOffice } from '../agent/office.js';
import { type OpenAiEndpoint, openAiEndpoint, type WireRequest } from '../fakes/openai-endpoint.js';

let store: Store;
let endpoint: OpenAiEndpoint;
const membership = actorWith('membership');

beforeAll(async () => {
  store = await openOffice();
  await store.query(`update imis.identity set phone = '+1 (512) 555-0188', address_lines = '{"1402 Elm Street"}',
    birth_date = '1971-03-04' where member_id = '101'`);
  await store.query(
    "update imis.identity set phone = '614-555-0142', birth_date = '1985-11-30' where member_id = '104'",
  );
  endpoint = await openAiEndpoint(script);
});
afterAll(async () => {
  await endpoint.close();
  await store.close();
});

const active = { op: 'field', field: 'status', test: { in: ['active', 'grace'] } };

/** Looks up whoever is spoken of, lists people, then repeats all it read: whatever a model would do with a name. */
function script({ messages }: WireRequest) {
  const turn = messages.slice(messages.findLastIndex(({ role }) => role === 'user'));
  const said = turn[0]?.content ?? '';
  if (turn.length > 1)
    return {
      says: turn
        .map(({ content }) => content)
        .join(' ')
        .slice(0, 3000),
    };
  const people = said.match(/\b[MN]-[0-9A-Z]{6}\b/g) ?? [];
  return {
    calls: [
      ...people.slice(0, 2).map((name) => ({ tool: 'find_members', args: { name } })),
      ...people.slice(0, 1).map((member) => ({ tool: 'member_profile', args: { member } })),
      { tool: 'find_members', args: { definition: active } },
    ],
  };
}

const TURNS: readonly string[] = [
  'Show me Sandra Ortega',
  'what about sandra ortega and FLORENCE NGUYEN?',
  "has ortega paid? and is nguyen's term over",
  'Find S. Ortega, or Ortega, Sandra, or Ms. Sandra Ortega',
  'who has sandra@ortega.example or SANDRA@Ortega.example',
  'who can be reached at 512-555-0188, +1 512 555 0188 or (614) 555-0142?',
  'who lives at 1402 Elm Street?',
  'Sandra Ortega was born on 4 March 1971; birthday 03/04/1971, dob 1971-03-04, born March 4, 1971',
  'note on Florence Nguyen: Robert Quill phoned, his colleague Sandra Ortega (sandra@ortega.example) moved to 77 Oak Avenue, Austin, TX 78701',
  'show me Michael Chen and both Michael Chens',
  'list everybody who works at Eastlake Power with Dana Whitfield',
  'and now all of them again, with names, e-mails and telephone numbers please',
];

test('no name, address, number, street or day of birth of anybody is in any byte an endpoint receives', async () => {
  const model = createChatModel({
    kind: 'compatible',
    url: endpoint.url,
    model: 'test-model',
    apiKey: new Secret('k'),
    timeoutMillis: 20_000,
    retries: 0,
    contextTokens: 128_000,
  });
  const { ask, defects } = await agentWith(store, model);
  let thread: string | undefined;
  for (const text of TURNS) {
    const turn = await ask({ text, actor: membership, ...(thread && { thread }) });
    expect([text, turn.status]).toEqual([text, 'answer']);
    thread = turn.thread;
  }
  expect(defects).toEqual([]);
  const bytes = endpoint.received();
  expect(endpoint.requests.length).toBe(TURNS.length * 2);
  expect(bytes).toMatch(/M-[0-9A-Z]{6}/);

  const people = await store.query<{
    full_name: string;
    first: string | null;
    last: string | null;
    email: string | null;
    phone: string | null;
    address_lines: string[];
    born: string | null;
  }>(
    'select full_name, first_name as first, last_name as last, email, phone, address_lines, birth_date as born from imis.identity',
  );
  const words = ` ${normal(bytes.replaceAll(/\\+[nrt]/g, ' '))} `;
  const digits = (bytes.match(/\+?\(?\d[\d\s().-]{5,22}\d/g) ?? []).map((number) => number.replace(/\D/g, ''));
  for (const { full_name: name, first, last, email, phone, address_lines: lines, born } of people.rows) {
    const names = [name, ...(first && last ? [`${first} ${last}`, `${last} ${first}`] : [])].filter((one) =>
      one.includes(' '),
    );
    for (const one of [...names, ...lines]) expect(words).not.toContain(` ${normal(one)} `);
    if (email) expect(bytes.toLowerCase()).not.toContain(email.toLowerCase());
    const number = (phone ?? '').replace(/\D/g, '').slice(-7);
    if (number.length === 7) expect(digits.filter((found) => found.endsWith(number))).toEqual([]);
    if (!born) continue;
    const [year = '', month = '', of = ''] = born.split('-');
    const spelt = new RegExp(
      `${born}|0?${Number(month)}/0?${Number(of)}/${year}|${Number(of)} \\w+ ${year}|\\w+ ${Number(of)}, ${year}`,
    );
    expect(bytes).not.toMatch(spelt);
  }
  // Single names in small letters and what is nobody's yet, too.
  expect(words).not.toMatch(/ (ortega|nguyen|quill) /);
  expect(bytes).not.toContain('77 Oak Avenue');
}, 180_000);

test('each call is in the log for administrators, page by page, with the records it was told of and no word of it', async () => {
  const administrator = actorWith('administrator', { id: '210' });
  const first = await generationsPage(store, administrator, { limit: 10 });
  expect(first.generations).toHaveLength(10);
  const second = await generationsPage(store, administrator, {
    limit: 500,
    ...(first.older && { before: first.older }),
  });
  const all = [...first.generations, ...second.generations];
  expect(all).toHaveLength(TURNS.length * 2);
  expect(second.older).toBeUndefined();
  expect(all.every(({ outcome, prompt }) => outcome === 'answered' && prompt?.id === 'copilot')).toBe(true);
  expect(all[0]).toMatchObject({
    model: 'test-model',
    modelVersion: 'test-model-2026-01-01',
    kind: 'chat',
    inputTokens: 900,
  });
  expect(all[0]?.records.length).toBeGreaterThan(2);
  expect(JSON.stringify(all)).not.toMatch(/ortega|nguyen|paid|born/i);
  await expect(generationsPage(store, membership)).rejects.toMatchObject({ kind: 'not_permitted' });
});
