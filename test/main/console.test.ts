import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { consoleParts } from '../../src/main/console.js';
import type { House } from '../../src/main.js';
import type { Store } from '../../src/store/store.js';
import { createHttp, listen } from '../../src/surfaces/http.js';
import { approvalsOf, clock, openOffice, settings } from '../agent/office.js';

let store: Store;
let url: string;
let close: () => void;
let asked = 0;

beforeAll(async () => {
  store = await openOffice();
  const house: Partial<House> = {
    database: store,
    clock,
    settings,
    approvals: approvalsOf(store),
    site: { isSandbox: true } as House['site'],
    agent: {
      async ask({ text }) {
        asked += 1;
        return { status: 'answer', thread: 'T-1', answer: text, sources: [], receipts: [], toolCalls: [], next: [] };
      },
    },
  };
  // Reading the house's status is another test's matter; everything else is the console of the product.
  const parts = {
    ...consoleParts(house as House),
    status: async () => ({
      database: 'Embedded database',
      source: 'Sandbox',
      isSandbox: true,
      model: 'Offline interpreter',
      today: '2026-11-21',
      readAt: '2026-11-21',
      isReading: false,
      kinds: [],
      rejected: 0,
    }),
  };
  const app = createHttp({ console: parts, log: { error() {} }, readiness: async () => ({ ready: true }) });
  const started = await listen(app, '127.0.0.1', 0);
  url = started.url;
  close = () => started.server.close();
});
beforeEach(() => store.query(`update imis.users set roles = '{Membership}', disabled = false where member_id = '201'`));
afterAll(async () => {
  close();
  await store.close();
});

const post = (path: string, fields: Record<string, string>, cookie = '') =>
  fetch(`${url}${path}`, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { origin: url, cookie },
    redirect: 'manual',
  });

test.each([
  ['whose role was taken away', `roles = '{}'`],
  ['whose role is none of ours now', `roles = '{Volunteer}'`],
  ['who was disabled', 'disabled = true'],
])('somebody %s is signed out at the next request', async (_, change) => {
  const signedIn = await post('/sign-in', { user: 'membership' });
  const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? '';
  const page = await (await fetch(url, { headers: { cookie } })).text();
  expect(page).toContain('Dana Whitfield');
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  expect((await post('/ask', { csrf, text: 'hello' }, cookie)).status).toBe(200);
  await store.query(`update imis.users set ${change} where member_id = '201'`);
  const before = asked;
  expect(await (await fetch(url, { headers: { cookie } })).text()).toContain('Sign in as');
  expect((await post('/ask', { csrf, text: 'hello' }, cookie)).status).toBe(401);
  expect(asked).toBe(before);
});
