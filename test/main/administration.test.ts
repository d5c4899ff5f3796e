import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { execute } from '../../src/approvals/execute.js';
import { append } from '../../src/audit/append.js';
import { consoleParts } from '../../src/main/console.js';
import type { House, Work } from '../../src/main.js';
import type { Store } from '../../src/store/store.js';
import { createHttp, listen } from '../../src/surfaces/http.js';
import { createQueue } from '../../src/work/queue.js';
import { settings } from '../agent/office.js';
import { Office, TODAY } from '../approvals/office.js';
import { freshDatabase } from '../fixtures/database.js';
import { givenAssociation } from '../fixtures/people.js';

let store: Store;
let office: Office;
let url: string;
let close: () => void;

beforeAll(async () => {
  store = await freshDatabase();
  await givenAssociation(store, TODAY);
  office = await Office.open(store);
  // Installs the tables the overview counts in.
  await createQueue<Work>(store, { execute_proposal: async () => undefined });
  const house = {
    database: store,
    clock: office.clock,
    settings,
    approvals: office.parts,
    site: { isSandbox: true },
    sync: {
      status: async () => ({ entities: [], dataReadAt: undefined }),
      quality: async () => ({ reach: [], missing: [], rejects: [], disagreements: [] }),
    },
  } as unknown as House;
  const status = async () => ({
    database: 'Embedded database',
    source: 'Sandbox',
    isSandbox: true,
    model: 'Offline interpreter',
    today: '2026-11-21',
    readAt: '2026-11-21',
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
});
afterAll(async () => {
  close();
  await store.close();
});

interface Seat {
  get(path: string): Promise<Response>;
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
  return { get: (path) => send(path, cookie), post: (path, fields = {}) => send(path, cookie, { csrf, ...fields }) };
}
let admin: Seat;
let member: Seat;
beforeEach(async () => {
  admin ??= await seatOf('administrator');
  member ??= await seatOf('membership');
});

const auditRows = async (kind: string): Promise<number> =>
  (await store.query('select from copilot.audit where kind = $1', [kind])).rowCount ?? 0;

const pages = ['', '/staff', '/tokens', '/data', '/audit', '/audit/export', '/model'].map(
  (path) => `/administration${path}`,
);
const posts: readonly [path: string, fields: Record<string, string>][] = [
  ['/kill-switch', { kind: '*', isOn: 'yes' }],
  ['/phase', { kind: 'note', cohort: 'everybody', phase: 'read_only' }],
  ['/standing', { what: 'note|x', capPerDay: '5', endsOn: '2026-12-31' }],
  ['/standing/A-ABC234/revoke', {}],
  ['/role', { imisRole: 'Membership', role: '' }],
  ['/identity', { issuer: 'https://login.example.org', subject: 'oid-1', userName: 'membership' }],
  ['/tokens/no-such-token/revoke', {}],
  ['/audit/verify', {}],
];

describe('who may', () => {
  test.each(pages)('only an administrator opens %s', async (path) => {
    expect((await fetch(`${url}${path}`)).status).toBe(401);
    expect((await member.get(path)).status).toBe(403);
    expect((await admin.get(path)).status).toBe(200);
  });

  test.each(posts)('nobody else posts to /administration%s, and nothing comes of it', async (path, fields) => {
    const before = await store.query('select count(*) from copilot.proposals');
    const switched = await auditRows('kill_switch');
    expect((await member.post(`/administration${path}`, fields)).status).toBe(403);
    const visitor = { method: 'POST', body: new URLSearchParams(fields), headers: { origin: url } };
    expect((await fetch(`${url}/administration${path}`, visitor)).status).toBe(401);
    // An administrator's own browser, sent by another page: without the token of the session.
    expect((await admin.post(`/administration${path}`, { ...fields, csrf: 'guessed' })).status).toBe(403);
    expect((await store.query('select count(*) from copilot.proposals')).rows).toEqual(before.rows);
    expect(await auditRows('kill_switch')).toBe(switched);
  });

  test('somebody who lost the role between two clicks', async () => {
    await store.query(`update imis.users set roles = '{Membership}' where member_id = 'adm'`);
    expect((await admin.get('/administration')).status).toBe(403);
    expect((await admin.post('/administration/kill-switch', { kind: '*', isOn: 'yes' })).status).toBe(403);
    await store.query(`update imis.users set roles = '{Administrator}' where member_id = 'adm'`);
  });
});

test('the kill switch stops, is shown with whoever stopped it, and lets go again', async () => {
  expect((await admin.post('/administration/kill-switch', { kind: '*', isOn: 'yes' })).status).toBe(303);
  expect(await (await admin.get('/administration')).text()).toMatch(/stopped since [^<]*by Ada Minster/);
  const card = await office.proposeNotes('s1', ['m1']);
  const waiting = await (await member.get(`/proposals/${card.id}`)).text();
  expect(waiting).toMatch(/class="partial">[^<]*kill switch/i);
  expect(waiting).not.toContain('value="approve"');
  await admin.post('/administration/kill-switch', { kind: '*', isOn: 'no' });
  expect(await (await admin.get('/administration')).text()).not.toContain('stopped since');
});

test('a phase is proposed, shown as a proposal of its own, and may be taken away from a cohort again', async () => {
  for (const phase of ['read_only', 'unset']) {
    const asked = await admin.post('/administration/phase', { kind: 'note', cohort: 'chapter:tx', phase });
    expect(asked.status).toBe(303);
    const page = await (await admin.get(asked.headers.get('location') ?? '')).text();
    expect(page).toContain(phase.replace('_', '-'));
    expect(page).toContain('Approve');
  }
});

test('a standing approval can only be proposed for what jobs may do', async () => {
  const refused = await admin.post('/administration/standing', {
    what: 'note|spam',
    capPerDay: '5',
    endsOn: '2026-12-31',
  });
  expect(refused.status).toBe(409);
  const half = await admin.post('/administration/standing', { what: 'note|spam', capPerDay: '0', endsOn: 'soon' });
  expect(half.status).toBe(400);
});

test('a role gets another meaning, an identity a user, and both are shown and in the audit', async () => {
  expect((await admin.post('/administration/role', { imisRole: 'Volunteers', role: 'community' })).status).toBe(303);
  const identity = { issuer: 'https://login.example.org', subject: 'oid-77' };
  await admin.post('/administration/identity', { ...identity, userName: 'membership' });
  expect(await (await admin.get('/administration/staff')).text()).toContain('oid-77');
  const audit = await (await admin.get('/administration/audit')).text();
  expect(audit).toContain('role mapped');
  expect(audit).toContain('identity linked');
  expect(audit).toContain('Ada Minster');
  await admin.post('/administration/identity', identity);
  expect(await (await admin.get('/administration/staff')).text()).not.toContain('oid-77');
  expect((await admin.post('/administration/role', { imisRole: 'Administrator', role: '' })).status).toBe(409);
});

test('the audit is checked and exported whole, page by page as it stands', async () => {
  await store.withTransaction(async (transaction) => {
    for (let row = 0; row < 60; row++)
      await append(transaction, {
        kind: 'sign_out',
        actorId: 's1',
        subject: 's1',
        facts: { surface: 'console' },
        at: office.clock.now(),
      });
  });
  expect(await (await admin.post('/administration/audit/verify')).text()).toContain('nothing was altered. Last hash');
  const newest = await (await admin.get('/administration/audit')).text();
  const older = /href="(\/administration\/audit\?before=\d+)"/.exec(newest)?.[1] ?? '';
  expect((await admin.get(older)).status).toBe(200);
  const file = await admin.get('/administration/audit/export');
  expect(file.headers.get('content-disposition')).toContain('audit.jsonl');
  const rows = (await file.text()).trim().split('\n');
  expect(rows).toHaveLength((await store.query('select from copilot.audit')).rowCount ?? 0);
  expect(JSON.parse(rows[0] ?? '')).toMatchObject({ sequence: 1 });
});

test('the model log names the people who asked', async () => {
  await store.query(
    `insert into copilot.generations (at, kind, actor_id, thread, model, is_offline, outcome, milliseconds, messages,
       prompt_bytes, reply_bytes, tools, records)
     values (now(), 'chat', 's1', 'T-1', 'some-model', false, 'answered', 12, 1, 10, 10, '{}', '{}')`,
  );
  const page = await (await admin.get('/administration/model')).text();
  expect(page).toContain('Sara Onemember');
  expect(page).not.toContain('<td>s1</td>');
});

describe('a proposal', () => {
  const proposed = async (ids: readonly string[] = ['m1']): Promise<string> =>
    (await office.proposeNotes('s1', ids, 'First line\nsecond line')).id;
  const hidden = (page: string, name: string): string =>
    new RegExp(`name="${name}" value="([^"]+)"`).exec(page)?.[1] ?? '';

  test('is edited by what was changed alone, and the form as it stands changes nothing', async () => {
    const id = await proposed(['m1', 'm2']);
    const page = await (await member.get(`/proposals/${id}`)).text();
    const same = { hash: hidden(page, 'hash'), [`value.${id}/1.text`]: 'First line\r\nsecond line' };
    const unchanged = await member.post(`/proposals/${id}/edit`, same);
    expect([unchanged.status, await unchanged.text()]).toEqual([409, expect.stringMatching(/nothing|Nothing/)]);
    const edited = await member.post(`/proposals/${id}/edit`, {
      ...same,
      [`value.${id}/2.text`]: 'Another\r\ntext',
    });
    expect(edited.status).toBe(303);
    const next = await (await member.get(edited.headers.get('location') ?? '')).text();
    expect(next).toContain('First line\nsecond line</textarea>');
    expect(next).toContain('Another\ntext</textarea>');
    expect(await (await member.get(`/proposals/${id}`)).text()).toContain('took its place');
  });

  test('decided in two tabs at once is decided once, and the other tab is told', async () => {
    const id = await proposed();
    const tabs = await Promise.all([member.get(`/proposals/${id}`), member.get(`/proposals/${id}`)]);
    const [first = '', second = ''] = await Promise.all(tabs.map((tab) => tab.text()));
    const click = (page: string, decision: string) =>
      member.post(`/proposals/${id}/decide`, { decision, hash: hidden(page, 'hash'), nonce: hidden(page, 'nonce') });
    const clicks = await Promise.all([click(first, 'approve'), click(second, 'reject')]);
    expect(clicks.map(({ status }) => status).sort()).toEqual([303, 409]);
    const told = clicks.find(({ status }) => status === 409);
    expect(await told?.text()).toMatch(/decided already|not meant for you, or was used/);
    const decisions = await store.query('select from copilot.decisions where proposal_id = $1', [id]);
    expect(decisions.rowCount).toBe(1);
  });

  test('of another chapter has no page, and neither link nor click tells anything of it', async () => {
    const manager = await seatOf('chapter-tx');
    const id = await proposed(['m3']);
    const absent = await (await manager.get('/proposals/P-222222')).text();
    const page = await manager.get(`/proposals/${id}`);
    expect([page.status, await page.text()]).toEqual([404, absent]);
    expect(absent).toContain('There is no proposal with this id that you may see.');
    const clicks = [
      await manager.post(`/proposals/${id}/decide`, { decision: 'approve', hash: 'h', nonce: 'n' }),
      await manager.post(`/proposals/${id}/edit`, { hash: 'h', [`value.${id}/1.text`]: 'mine' }),
      await manager.post(`/proposals/${id}/undo`),
    ];
    for (const click of clicks) {
      expect(click.status).toBeGreaterThanOrEqual(403);
      expect(await click.text()).not.toMatch(/Mira|Quill|First line|second line/);
    }
    expect(await (await manager.get('/proposals')).text()).not.toContain(id);
    const stored = await store.query('select status from copilot.proposals where proposal_id = $1', [id]);
    expect(stored.rows).toEqual([{ status: 'waiting' }]);
  });

  test('is a line without a link for whoever reads the audit and may not decide it', async () => {
    const id = await proposed(['m3']);
    expect(await (await member.get('/proposals')).text()).toContain(`href="/proposals/${id}"`);
    const listed = await (await admin.get('/proposals')).text();
    expect(listed).toContain('Add a note to 1 members');
    expect(listed).not.toContain(`href="/proposals/${id}"`);
  });

  test('is rejected with a reason that whoever asked can read', async () => {
    const id = await proposed();
    const page = await (await member.get(`/proposals/${id}`)).text();
    expect(page).toContain('Reason, where you reject it');
    await member.post(`/proposals/${id}/decide`, {
      decision: 'reject',
      hash: hidden(page, 'hash'),
      nonce: hidden(page, 'nonce'),
      reason: 'wrong <person>',
    });
    expect(await (await member.get(`/proposals/${id}`)).text()).toContain('wrong &lt;person>');
  });

  test('after its first records says how many are done, failed and skipped, and goes on or ends', async () => {
    const ids = Array.from({ length: 30 }, (_, index) => `b${index}`);
    for (const goesOn of ['yes', 'no']) {
      const id = await proposed(ids);
      await store.query(
        `update copilot.proposals set status = 'pilot_done', pilot_ended_at = $2 where proposal_id = $1`,
        [id, office.clock.now()],
      );
      await store.query(
        `update copilot.changes set state = case ordinal when 4 then 'failed' when 5 then 'skipped' else 'done' end
         where proposal_id = $1 and ordinal <= 5`,
        [id],
      );
      const page = await (await member.get(`/proposals/${id}`)).text();
      expect(page).toContain('3 are done, 1 failed and 1 was skipped; 25 wait');
      const click = { hash: hidden(page, 'hash'), nonce: hidden(page, 'nonce'), goesOn };
      const told = await member.post(`/proposals/${id}/pilot`, click);
      expect([told.status, /<h1>([^<]*)/.exec(await told.text())?.[1]]).toEqual([303, undefined]);
      const after = await store.query<{ status: string }>(
        'select status from copilot.proposals where proposal_id = $1',
        [id],
      );
      expect(after.rows[0]?.status).toBe(goesOn === 'yes' ? 'approved' : 'partly_done');
    }
  });

  test('that was carried out is undone by another proposal, and one that was not cannot be', async () => {
    const id = await proposed();
    expect((await member.post(`/proposals/${id}/undo`)).status).toBe(409);
    await office.approve(id, 's1');
    await execute(office.executor, id);
    const undo = await member.post(`/proposals/${id}/undo`);
    expect(undo.status).toBe(303);
    expect(undo.headers.get('location')).not.toContain(id);
  });
});
