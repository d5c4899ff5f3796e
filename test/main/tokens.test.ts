import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { actorOfPersonalToken } from '../../src/access/personal-tokens.js';
import { consoleParts } from '../../src/main/console.js';
import type { House } from '../../src/main.js';
import { parseSettings } from '../../src/settings.js';
import type { Store } from '../../src/store/store.js';
import { createHttp, listen } from '../../src/surfaces/http.js';
import { Office, TODAY } from '../approvals/office.js';
import { freshDatabase } from '../fixtures/database.js';
import { givenAssociation } from '../fixtures/people.js';

const FORM = /imc_[0-9A-Za-z]{32}/;
let store: Store;
let office: Office;
let url: string;
let close: () => void;
let member: Seat;
let colleague: Seat;
let admin: Seat;

beforeAll(async () => {
  store = await freshDatabase();
  await givenAssociation(store, TODAY);
  office = await Office.open(store);
  const house = {
    database: store,
    clock: office.clock,
    settings: parseSettings({ DATA_DIR: '/srv/copilot-data' }),
    approvals: office.parts,
    site: { isSandbox: true },
  } as unknown as House;
  const status = async () => ({
    database: 'Embedded database',
    source: 'Sandbox',
    isSandbox: true,
    model: 'Offline interpreter',
    today: TODAY,
    readAt: TODAY,
    isReading: false,
    kinds: [],
    rejected: 0,
  });
  const app = createHttp({
    console: { ...consoleParts(house), status, suggestions: async () => [] },
    log: {
      error: ({ error }: { error?: unknown }) => {
        console.error(error);
      },
    },
    readiness: async () => ({ ready: true }),
  });
  const started = await listen(app, '127.0.0.1', 0);
  url = started.url;
  close = () => started.server.close();
  [member, colleague, admin] = [await seatOf('membership'), await seatOf('membership2'), await seatOf('administrator')];
});
afterAll(async () => {
  close();
  await store.close();
});
beforeEach(() => store.query('delete from copilot.personal_tokens'));

interface Seat {
  get(path: string): Promise<Response>;
  text(path: string): Promise<string>;
  post(path: string, fields?: Record<string, string>): Promise<Response>;
}

async function seatOf(user: string): Promise<Seat> {
  const send = (path: string, cookie: string, fields?: Record<string, string>) =>
    fetch(`${url}${path}`, {
      headers: { origin: url, cookie },
      redirect: 'manual',
      ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
    });
  const cookie = (await send('/sign-in', '', { user })).headers.get('set-cookie')?.split(';')[0] ?? '';
  const csrf = /name="csrf" value="([^"]+)"/.exec(await (await send('/', cookie)).text())?.[1] ?? '';
  return {
    get: (path) => send(path, cookie),
    text: async (path) => (await send(path, cookie)).text(),
    post: (path, fields = {}) => send(path, cookie, { csrf, ...fields }),
  };
}

const form = { name: 'Desktop <assistant>', days: '90' };
/** Where the page stands that shows the token. */
async function made(seat: Seat, fields: Record<string, string> = form): Promise<string> {
  const answer = await seat.post('/tokens', fields);
  expect(answer.status).toBe(303);
  return answer.headers.get('location') ?? '';
}
const idsOf = async (): Promise<readonly string[]> =>
  (await store.query<{ id: string }>('select id from copilot.personal_tokens order by created_at')).rows.map(
    ({ id }) => id,
  );

test('the page says what a token is for, and somebody who is not signed in sees no page', async () => {
  const page = await member.text('/tokens');
  expect(page).toContain('every change it proposes waits until a person confirms it here');
  expect(page).toContain('You have no token.');
  expect(page).toContain('<a href="/tokens" aria-current="page">AI clients</a>');
  expect((await fetch(`${url}/tokens`)).status).toBe(401);
});

test('a token is shown once, works, and neither a reload nor the list shows it again or makes another', async () => {
  const where = await made(member);
  const shown = await member.get(where);
  expect(shown.headers.get('cache-control')).toBe('no-store');
  const page = await shown.text();
  const token = FORM.exec(page)?.[0] ?? '';
  const bearer = await actorOfPersonalToken(store, token, 'mcp', office.clock);
  expect([bearer.actor.userName, bearer.scopes]).toEqual(['membership', ['copilot.read']]);

  const again = await member.text(where);
  expect(again).toContain('A token is shown once, and this one was.');
  for (const text of [again, await member.text('/tokens'), await admin.text('/administration/tokens')]) {
    expect(text).not.toMatch(FORM);
    expect(text).toContain('Desktop &lt;assistant>');
  }
  expect(await idsOf()).toHaveLength(1);
});

test('nobody else sees it, not even by the address of the page', async () => {
  const where = await made(member);
  expect(await colleague.text(where)).not.toMatch(FORM);
  expect((await fetch(`${url}${where}`)).status).toBe(401);
  expect(await member.text(where)).toMatch(FORM);
});

/** What stands in a box to copy from. */
const copied = (page: string, id: string): unknown => {
  const [, text] = new RegExp(`<textarea[^>]* id="${id}"[^>]*>([^<]*)</textarea>`).exec(page) ?? [];
  return text && JSON.parse(text.replaceAll('&quot;', '"').replaceAll('&amp;', '&'));
};

test('the settings to copy start this copilot with the token, or call the one that runs', async () => {
  const page = await member.text(await made(member));
  const token = FORM.exec(page)?.[0] ?? '';
  expect(copied(page, 'stdio')).toEqual({
    mcpServers: {
      'imis-copilot': {
        command: process.execPath,
        args: ['--import', expect.stringMatching(/^file:.*tsx/), expect.stringMatching(/cli\.ts$/), 'mcp'],
        env: { DATA_DIR: '/srv/copilot-data', IMIS_COPILOT_TOKEN: token },
      },
    },
  });
  expect(copied(page, 'http')).toEqual({
    mcpServers: {
      'imis-copilot': { type: 'http', url: `${url}/mcp`, headers: { Authorization: `Bearer ${token}` } },
    },
  });
});

test('what it allows is chosen, and said in the list with when it was last used', async () => {
  const page = await member.text(await made(member, { ...form, name: 'Editor', propose: 'yes' }));
  expect(await member.text('/tokens')).toMatch(/Editor.*Allows reading and proposing.*last used never/s);
  const { scopes } = await actorOfPersonalToken(store, FORM.exec(page)?.[0] ?? '', 'mcp', office.clock);
  expect(scopes).toEqual(['copilot.read', 'copilot.propose']);
  expect(await member.text('/tokens')).not.toContain('last used never');
});

test('a token is revoked with a click, and is said to be', async () => {
  const page = await member.text(await made(member));
  const [id] = await idsOf();
  expect((await member.post(`/tokens/${id}/revoke`)).headers.get('location')).toBe('/tokens');
  expect(await member.text('/tokens')).toContain('<span class="badge">revoked</span>');
  await expect(actorOfPersonalToken(store, FORM.exec(page)?.[0] ?? '', 'mcp', office.clock)).rejects.toMatchObject({
    fault: 'revoked',
  });
});

test("another person's token is not in the list and cannot be revoked; an administrator sees whose it is and can", async () => {
  await made(member);
  const [id] = await idsOf();
  expect(await colleague.text('/tokens')).toContain('You have no token.');
  expect((await colleague.post(`/tokens/${id}/revoke`)).status).toBe(404);
  expect((await colleague.get('/administration/tokens')).status).toBe(403);
  expect((await colleague.post(`/administration/tokens/${id}/revoke`)).status).toBe(403);
  expect(await member.text('/tokens')).toContain(`/tokens/${id}/revoke`);

  expect(await admin.text('/administration/tokens')).toContain('Sara Onemember');
  expect((await admin.post(`/administration/tokens/${id}/revoke`)).status).toBe(303);
  expect(await member.text('/tokens')).not.toContain(`/tokens/${id}/revoke`);
});

test('a form that is not of this session mints and revokes nothing', async () => {
  await made(member);
  const [id] = await idsOf();
  expect((await member.post('/tokens', { ...form, csrf: 'guessed' })).status).toBe(403);
  expect((await member.post(`/tokens/${id}/revoke`, { csrf: 'guessed' })).status).toBe(403);
  expect((await admin.post(`/administration/tokens/${id}/revoke`, { csrf: 'guessed' })).status).toBe(403);
  const visitor = { method: 'POST', body: new URLSearchParams(form), headers: { origin: url } };
  expect((await fetch(`${url}/tokens`, visitor)).status).toBe(401);
  expect(await idsOf()).toEqual([id]);
  expect(await member.text('/tokens')).toContain(`/tokens/${id}/revoke`);
});

test.each([
  ['without a name', { ...form, name: '  ' }],
  ['for more than a year', { ...form, days: '366' }],
  ['for no number of days', { ...form, days: 'soon' }],
])('a token %s is refused in words', async (_, fields) => {
  const answer = await member.post('/tokens', fields);
  expect(answer.status).toBeGreaterThanOrEqual(400);
  expect(await answer.text()).toContain('role="alert"');
  expect(await idsOf()).toEqual([]);
});

test('whoever only administers is told that a token would be of no use', async () => {
  expect(await admin.text('/tokens')).toContain('Your role lets a client see nothing');
  expect(await member.text('/tokens')).not.toContain('Your role lets a client see nothing');
});
