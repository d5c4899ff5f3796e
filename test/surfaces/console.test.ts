import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { UnknownUser } from '../../src/access/refusals.js';
import type { Turn } from '../../src/agent/turn.js';
import { pinnedClock } from '../../src/clock.js';
import type { Actor } from '../../src/domain/actor.js';
import { day } from '../../src/domain/day.js';
import type { Vocabulary } from '../../src/population/vocabulary.js';
import type { Store } from '../../src/store/store.js';
import type { ConsoleParts } from '../../src/surfaces/console/parts.js';
import { createHttp, listen } from '../../src/surfaces/http.js';
import { freshDatabase } from '../fixtures/database.js';

const actor: Actor = {
  id: '501',
  userName: 'membership',
  roles: ['membership'],
  permissions: new Set(['people.read']),
  scope: { kind: 'everyone' },
  surface: 'console',
};
const asked: string[] = [];
const turn = (text: string): Turn => ({
  status: 'answer',
  thread: 'T-1',
  answer: `You asked <b>${text}</b>`,
  sources: [],
  receipts: [],
  toolCalls: [],
  next: [],
});

const tier = { id: 'FEL', name: 'Fellow', also: [], rank: 1, isOrganization: false };
// Every other list of names is empty.
const vocabulary = new Proxy({ tiers: [tier] } as unknown as Vocabulary, {
  get: (known, name) => Reflect.get(known, name) ?? [],
});

let store: Store;
let url: string;
let close: () => void;

beforeAll(async () => {
  store = await freshDatabase();
  const parts: ConsoleParts = {
    association: 'Test Association',
    host: '127.0.0.1',
    signInBy: 'choosing',
    clock: pinnedClock(day('2026-11-21')),
    database: store,
    async ask({ text }, tell) {
      asked.push(text);
      tell({ kind: 'doing', text: 'Counting' });
      return turn(text);
    },
    currency: 'USD',
    vocabulary: async () => vocabulary,
    said: async (definition) => ({
      conditions: definition.op === 'all' ? definition.of.map((part) => JSON.stringify(part)) : [],
      sentence: 'members of the Fellow tier',
    }),
    call: async (tool, input) => `${tool} ${JSON.stringify(input)}`,
    onDefect: (error) => {
      throw error;
    },
    status: async () => ({
      database: 'Embedded database',
      source: 'Sandbox association',
      isSandbox: true,
      model: 'Offline interpreter',
      today: '2026-11-21',
      readAt: undefined,
      isReading: true,
      kinds: [{ kind: 'people', read: 500, total: 3000, state: 'reading' }],
      rejected: 0,
    }),
    staff: async () => [{ userName: 'membership', name: 'Ada Example', roles: 'membership' }],
    async signIn(userName) {
      if (userName !== 'membership') throw new UnknownUser();
      return { actor, name: 'Ada Example' };
    },
    signedIn: async () => ({ actor, name: 'Ada Example' }),
    suggestions: async () => ['How many active members do we have in Texas?'],
    proposals: async (_actor, after) => {
      const row = { status: 'done', summary: 'Add a note', askedBy: 'Ada Example', askedAt: 'today', mayOpen: true };
      return after
        ? { proposals: [{ id: 'P-OLD', ...row }] }
        : { proposals: [{ id: 'P-NEW', ...row }], older: 'P-NEW' };
    },
    proposal: async () => {
      throw new UnknownUser();
    },
    decide: async () => {},
    edit: async () => 'P-3',
    signedOut: async () => {},
    pilot: async () => {},
    tokens: {} as ConsoleParts['tokens'],
    administration: {} as ConsoleParts['administration'],
    undo: async () => 'P-2',
    receipt: async () => {
      throw new UnknownUser();
    },
  };
  const app = createHttp({
    console: parts,
    log: { error() {} },
    readiness: async () => ({ ready: false, reason: 'first sync' }),
  });
  const started = await listen(app, '127.0.0.1', 0);
  url = started.url;
  close = () => started.server.close();
});
afterAll(async () => {
  close();
  await store.close();
});

const form = (fields: Record<string, string>, headers: Record<string, string> = {}): RequestInit => ({
  method: 'POST',
  body: new URLSearchParams(fields),
  headers: { origin: url, ...headers },
  redirect: 'manual',
});
const signIn = async (): Promise<{ cookie: string; csrf: string }> => {
  const response = await fetch(`${url}/sign-in`, form({ user: 'membership' }));
  expect(response.status).toBe(303);
  const setCookie = response.headers.get('set-cookie') ?? '';
  expect(setCookie).toMatch(/HttpOnly/);
  expect(setCookie).toMatch(/SameSite=Strict/);
  const cookie = setCookie.split(';')[0] ?? '';
  const page = await (await fetch(url, { headers: { cookie } })).text();
  return { cookie, csrf: /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '' };
};

test('a visitor sees what is running, that answers are partial, and whom to sign in as', async () => {
  const page = await (await fetch(url)).text();
  expect(page).toContain('answers are partial');
  expect(page).toContain('500 of 3,000');
  expect(page).toContain('Ada Example');
  expect(page).not.toContain('action="/ask"');
});

test('somebody signed in asks, and what was typed comes back as text, never as markup', async () => {
  const { cookie, csrf } = await signIn();
  const page = await fetch(`${url}/ask`, form({ csrf, text: '<script>alert(1)</script>' }, { cookie }));
  const html = await page.text();
  expect(asked.at(-1)).toBe('<script>alert(1)</script>');
  expect(html).toContain('&lt;script>alert(1)&lt;/script>');
  expect(html).not.toContain('<script>alert');
  expect(page.headers.get('content-security-policy')).toContain("script-src 'self'");
});

test('no page carries a script or a style of its own, and none is allowed to run', async () => {
  const { cookie } = await signIn();
  for (const path of ['/', '/proposals', '/build?add=field:tier']) {
    const page = await fetch(`${url}${path}`, { headers: { cookie } });
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).not.toMatch(/unsafe|\*|https?:/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    const html = await page.text();
    expect(html.match(/<script(?![^>]* src=)[^>]*>|<style|\sstyle=|\son[a-z]+=|javascript:/gi)).toBeNull();
  }
});

test('50 kB reach the copilot whole, before signing in too: no box cuts them without a word', async () => {
  const { cookie, csrf } = await signIn();
  const long = 'a note of many words '.repeat(2400).trim();
  await fetch(`${url}/ask`, form({ csrf, text: long }, { cookie }));
  expect(asked.at(-1)).toBe(long);
  const desk = await fetch(`${url}/sign-in`, form({ user: 'membership', text: long }));
  expect(await desk.text()).toContain(`${long}</textarea>`);
  const boxes = (await (await fetch(url, { headers: { cookie } })).text()).match(/<textarea[^>]*>/g) ?? [];
  expect(boxes.filter((box) => box.includes('maxlength'))).toEqual([]);
  const more = await fetch(`${url}/ask`, form({ csrf, text: 'x'.repeat(300_000) }, { cookie }));
  expect([more.status, await more.text()]).toEqual([413, expect.stringContaining('Shorten the text')]);
});

test('what was typed before signing in waits in the box and never stands in the address', async () => {
  const response = await fetch(`${url}/sign-in`, form({ user: 'membership', text: 'Who <joined> last quarter?' }));
  expect([response.status, response.headers.get('location')]).toEqual([200, null]);
  const page = await response.text();
  expect(page).toContain('Who &lt;joined> last quarter?</textarea>');
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  expect((await fetch(`${url}/ask`, form({ csrf, text: 'Who joined?' }, { cookie }))).status).toBe(200);
  const again = await fetch(`${url}/sign-in`, { headers: { cookie }, redirect: 'manual' });
  expect([again.status, again.headers.get('location')]).toEqual([303, '/']);
});

test('a poll that fails is silent, and what a person did is answered where it is seen', async () => {
  const poll = await fetch(`${url}/proposals/P-1/card`, { headers: { 'hx-request': 'true' } });
  expect(poll.status).toBe(204);
  const click = await fetch(`${url}/proposals/P-1/decide`, form({}, { 'hx-request': 'true' }));
  expect(click.headers.get('hx-retarget')).toBe('#alerts');
  expect(await click.text()).toContain('You are not signed in.');
});

test('a form without the token of its session is refused, and so is one without a session', async () => {
  const { cookie } = await signIn();
  const before = asked.length;
  expect((await fetch(`${url}/ask`, form({ csrf: 'guessed', text: 'hello' }, { cookie }))).status).toBe(403);
  expect((await fetch(`${url}/ask`, form({ csrf: 'guessed', text: 'hello' }))).status).toBe(401);
  expect(asked.length).toBe(before);
});

test('another site can neither post a form nor reach the page by a name of its own', async () => {
  const { cookie, csrf } = await signIn();
  const foreign = form({ csrf, text: 'hello' }, { cookie, origin: 'https://evil.example' });
  expect((await fetch(`${url}/ask`, foreign)).status).toBe(403);
  const status = await new Promise<number | undefined>((resolve, reject) => {
    request(url, { headers: { host: 'evil.example' } }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

test('a form the browser says comes from another site is refused, also where it hides the origin', async () => {
  const { cookie, csrf } = await signIn();
  const statusOf = (site: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const headers = { cookie, 'content-type': 'application/x-www-form-urlencoded', 'sec-fetch-site': site };
      request(`${url}/ask`, { method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end(new URLSearchParams({ csrf, text: 'hello' }).toString());
    });
  expect(await statusOf('cross-site')).toBe(403);
  expect(await statusOf('same-origin')).toBe(200);
});

test('the list of proposals says that there are older ones and shows them', async () => {
  const { cookie } = await signIn();
  const newest = await (await fetch(`${url}/proposals`, { headers: { cookie } })).text();
  expect(newest).toContain('/proposals?after=P-NEW');
  const older = await (await fetch(`${url}/proposals?after=P-NEW`, { headers: { cookie } })).text();
  expect(older).toContain('/proposals/P-OLD');
  expect(older).not.toContain('Older proposals');
});

test('signing out ends the session for good', async () => {
  const { cookie, csrf } = await signIn();
  expect((await fetch(`${url}/sign-out`, form({ csrf }, { cookie }))).status).toBe(303);
  expect(await (await fetch(url, { headers: { cookie } })).text()).toContain('Sign in as');
});

test('an unknown user is told what to do', async () => {
  const response = await fetch(`${url}/sign-in`, form({ user: 'nobody' }));
  expect(response.status).toBe(409);
  expect(await response.text()).toContain('known after the next sync');
});

test('the house is alive at once and ready when the first sync has ended', async () => {
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  const ready = await fetch(`${url}/readyz`);
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ status: 'not ready', reason: 'first sync' });
});

test('a question is shown as being worked on, then its answer comes over the stream of this person alone', async () => {
  const { cookie, csrf } = await signIn();
  const pending = await (
    await fetch(`${url}/ask`, form({ csrf, text: 'How many members?' }, { cookie, 'hx-request': 'true' }))
  ).text();
  expect(pending).toContain('Working on it');
  const stream = /data-stream="([^"]+)"/.exec(pending)?.[1] ?? '';
  const told = await (await fetch(`${url}${stream}`, { headers: { cookie } })).text();
  expect(told).toContain('event: doing\ndata: "Counting"');
  expect(told).toContain('event: done');
  expect(told).toContain('You asked &lt;b>How many members?');

  const stranger = await fetch(`${url}${stream}`);
  expect(stranger.status).toBe(401);
  const gone = await (await fetch(`${url}/turns/none`, { headers: { cookie } })).text();
  expect(gone).toContain('This answer is gone');
});

test('a list is built condition by condition: each is said in English, counted, and can be removed or gone on with', async () => {
  const { cookie, csrf } = await signIn();
  const chosen = await (await fetch(`${url}/build?add=field:tier`, { headers: { cookie } })).text();
  expect(chosen).toContain('<option value="FEL">Fellow</option>');
  expect(chosen).toContain('Add a first condition');

  const added = await fetch(`${url}/build`, form({ csrf, what: 'field:tier', values: 'FEL' }, { cookie }));
  expect(added.status).toBe(303);
  const page = await (await fetch(`${url}${added.headers.get('location')}`, { headers: { cookie } })).text();
  expect(page).toContain('{&quot;op&quot;:&quot;field&quot;,&quot;field&quot;:&quot;tier&quot;');
  expect(page).toContain('count_members');
  expect(page).toContain('list members of the Fellow tier');
  expect(page).toContain('Remove');

  const goOn = /<form method="post" action="\/ask">(.*?)<\/form>/s.exec(page)?.[1] ?? '';
  const field = (name: string): string => new RegExp(`name="${name}" value="([^"]*)"`).exec(goOn)?.[1] ?? '';
  const talked = await fetch(`${url}/ask`, form({ csrf: field('csrf'), text: field('text') }, { cookie }));
  expect([talked.status, asked.at(-1)]).toEqual([200, 'list members of the Fellow tier']);
  expect(await talked.text()).toContain('You asked &lt;b>list members of the Fellow tier');
});

test('a condition that was not filled in is refused, not taken for everybody', async () => {
  const { cookie, csrf } = await signIn();
  const refused = await fetch(`${url}/build`, form({ csrf, what: 'field:tier' }, { cookie }));
  expect(refused.status).toBe(409);
  expect(await refused.text()).toContain('This condition lacks a value.');
});
