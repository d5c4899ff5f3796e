import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { encodeActivity } from '../../src/imis/contracts/activity.js';
import { createFaults, faultKinds } from '../../src/sandbox/faults.js';
import { readFaults } from '../../src/sandbox/faults-file.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import { properties, WireClient } from './client.js';

const MEMBER = '100104';
let sandbox: Sandbox;
let client: WireClient;
beforeAll(async () => {
  sandbox = await startSandbox({ members: 120, seed: 3, clock: pinnedClock(day('2026-11-21')) });
});
beforeEach(async () => {
  sandbox.faults.clear();
  client = await WireClient.signedIn(sandbox, 'write');
});
afterAll(() => sandbox.close());

const note = (changeKey: string) =>
  encodeActivity({ partyId: MEMBER, activityType: 'NOTE', occurredOn: day('2026-11-21'), note: 'x', changeKey });
const written = async (changeKey: string) => (await client.all(`/api/Activity?UF_1=${changeKey}`)).length;

test('a good token is refused once', async () => {
  sandbox.faults.set([{ kind: 'unauthorized', times: 1 }]);
  const statuses = [(await client.get('/api/Event')).status, (await client.get('/api/Event')).status];
  expect(statuses).toEqual([401, 200]);
});

test('a token that was forgotten stays refused', async () => {
  sandbox.faults.set([{ kind: 'token_expires_early', times: 1 }]);
  const statuses = [(await client.get('/api/Event')).status, (await client.get('/api/Event')).status];
  expect(statuses).toEqual([401, 401]);
});

test('429 comes with Retry-After only when asked', async () => {
  sandbox.faults.set([{ kind: 'too_many_requests', times: 1, retryAfterSeconds: 2 }, { kind: 'too_many_requests' }]);
  const [first, second] = [await client.get('/api/Event'), await client.get('/api/Event')];
  expect([first.status, first.headers.get('retry-after')]).toEqual([429, '2']);
  expect([second.status, second.headers.get('retry-after')]).toEqual([429, null]);
});

test('500 says what iMIS says', async () => {
  sandbox.faults.set([{ kind: 'server_error', route: '/api/Party' }]);
  const reply = await client.get(`/api/Party/${MEMBER}`);
  expect([reply.status, reply.text.includes('An error occurred')]).toEqual([500, true]);
  expect((await client.get('/api/Event')).status).toBe(200);
});

test('a slow answer comes late, a hung one never', async () => {
  sandbox.faults.set([
    { kind: 'latency', route: '/api/Event', millis: 120 },
    { kind: 'time_out', route: '/api/Party' },
  ]);
  const began = performance.now();
  await client.get('/api/Event?limit=1');
  expect(performance.now() - began).toBeGreaterThan(100);
  const hung = fetch(`${sandbox.url}/api/Party`, { signal: AbortSignal.timeout(150) });
  await expect(hung).rejects.toThrow('timeout');
});

test('a connection cut before the commit leaves nothing, one cut after it leaves the row', async () => {
  sandbox.faults.set([{ kind: 'cut_before', route: 'POST /api/Activity', times: 1 }]);
  await expect(client.send('POST', '/api/Activity', note('before'))).rejects.toThrow();
  sandbox.faults.set([{ kind: 'cut_after', route: 'POST /api/Activity', times: 1 }]);
  await expect(client.send('POST', '/api/Activity', note('after'))).rejects.toThrow();
  expect([await written('before'), await written('after')]).toEqual([0, 1]);
});

test('pages drift: a row is passed over or repeated', async () => {
  const ids = async () => (await client.all('/api/Party', 40)).map((row) => row['PartyId']);
  const steady = await ids();
  sandbox.faults.set([{ kind: 'page_drift', route: '/api/Party', after: 1, times: 1 }]);
  expect(await ids()).toEqual(steady.filter((_, place) => place !== 40));
  // The next row comes: what was the last row of a page is the first of the next one.
  sandbox.faults.set([{ kind: 'page_drift', route: '/api/Party', after: 1, times: 1 }]);
  const drifted = await ids();
  expect(drifted).toEqual([...steady.slice(0, 40), ...steady.slice(39)]);
});

test('a cached query does not show what was written since', async () => {
  const path = '/api/Query?QueryName=$/AICopilot/ChangedActivities&UpdatedSince=2026-11-21T12:00:00';
  sandbox.faults.set([{ kind: 'stale_query', route: '/api/Query' }]);
  const before = (await client.page(path)).total;
  await client.send('POST', '/api/Activity', note('stale'));
  expect((await client.page(path)).total).toBe(before);
  sandbox.faults.clear();
  expect((await client.page(path)).total).toBe(before + 1);
});

test('a write is refused as not valid', async () => {
  sandbox.faults.set([{ kind: 'validation_error', route: 'POST /api/Activity' }]);
  const reply = await client.send('POST', '/api/Activity', note('invalid'));
  expect([reply.status, reply.text.includes('ValidationResultsData')]).toEqual([400, true]);
});

test('somebody else changes the record just before it is looked at', async () => {
  const title = async () => JSON.stringify((await client.get(`/api/Party/${MEMBER}`)).body['PrimaryOrganization']);
  const before = await title();
  sandbox.faults.set([{ kind: 'changed_between', route: `/api/Party/${MEMBER}`, times: 1 }]);
  const seen = await title();
  expect([seen === before, seen.includes('changed by somebody else'), await title()]).toEqual([false, true, seen]);
});

test('bodies can be a web page, half of their JSON, or without end', async () => {
  sandbox.faults.set([
    { kind: 'html_page', route: '/api/Event' },
    { kind: 'half_body', route: '/api/Party' },
    { kind: 'endless_body', route: '/api/User' },
  ]);
  const page = await client.get('/api/Event');
  expect([page.status, page.headers.get('content-type'), page.text.slice(0, 15)]).toEqual([
    200,
    'text/html; charset=utf-8',
    '<!DOCTYPE html>',
  ]);
  const half = await client.get('/api/Party');
  expect([half.text.startsWith('{"$type"'), half.body]).toEqual([true, {}]);
  const stop = new AbortController();
  const endless = await fetch(`${sandbox.url}/api/User`, { signal: stop.signal });
  let size = 0;
  for await (const part of endless.body ?? []) {
    size += part.length;
    if (size > 1_000_000) break;
  }
  stop.abort();
  expect(size).toBeGreaterThan(1_000_000);
});

test('a list says there is more after its last row', async () => {
  sandbox.faults.set([{ kind: 'endless_list', route: '/api/User' }]);
  const reply = await client.get('/api/User');
  expect([reply.body['HasNext'], reply.body['NextOffset']]).toEqual([true, 12]);
});

test('rubbish: an unknown value, a day there is none of, ten megabytes of text', async () => {
  const first = async (path: string) =>
    (await client.page(`${path}${path.includes('?') ? '&' : '?'}limit=2`)).rows[0] ?? {};
  sandbox.faults.set([{ kind: 'rubbish_row', route: '/api/Party', rubbish: 'unknown_value' }]);
  expect(JSON.stringify((await first('/api/Party'))['Status'])).toContain('QQ');
  sandbox.faults.set([{ kind: 'rubbish_row', route: '/api/InvoiceSummary', rubbish: 'date_out_of_range' }]);
  expect((await first('/api/InvoiceSummary'))['InvoiceDate']).toBe('2026-13-45T00:00:00');
  sandbox.faults.set([{ kind: 'rubbish_row', route: '/api/Activity', rubbish: 'huge_text' }]);
  const { DESCRIPTION, NOTE } = properties(await first('/api/Activity'));
  expect(Math.max(String(DESCRIPTION).length, String(NOTE).length)).toBe(10 * 1024 * 1024);
});

test('other processes switch faults over the wire, from this machine alone', async () => {
  const control = (init: RequestInit) => fetch(`${sandbox.url}/_sandbox/faults`, init);
  const headers = { 'content-type': 'application/json' };
  const set = await control({ method: 'POST', headers, body: '[{"kind":"server_error","times":1}]' });
  expect([set.status, (await client.get('/api/Event')).status, sandbox.faults.hits]).toEqual([
    200,
    500,
    { server_error: 1 },
  ]);
  const unknown = await control({ method: 'POST', headers, body: '[{"kind":"earthquake"}]' });
  const simple = await control({ method: 'POST', headers: { 'content-type': 'text/plain' }, body: '[]' });
  expect([unknown.status, simple.status]).toEqual([400, 400]);
});

test('a rate hits the same requests every time', () => {
  const hits = () => {
    const faults = createFaults(9, [{ kind: 'server_error', rate: 0.3 }]);
    return Array.from({ length: 200 }, () => faults.hitting('GET', '/api/Party').length);
  };
  const first = hits();
  expect(hits()).toEqual(first);
  const share = first.filter(Boolean).length / 200;
  expect([share > 0.2, share < 0.4]).toEqual([true, true]);
});

test('a route is a path with what is below it, and may name a method', () => {
  const hit = (route: string, method: string, path: string) =>
    createFaults(1, [{ kind: 'latency', route }]).hitting(method, path).length === 1;
  expect([hit('/api/Party', 'GET', '/api/party/1'), hit('/api/Party', 'GET', '/api/PartySummary')]).toEqual([
    true,
    false,
  ]);
  expect([hit('PUT /api/Party', 'PUT', '/api/Party/1'), hit('PUT /api/Party', 'GET', '/api/Party/1')]).toEqual([
    true,
    false,
  ]);
});

test('a file of faults is read, and what is wrong in it is named', () => {
  const folder = mkdtempSync(join(tmpdir(), 'faults-'));
  const file = join(folder, 'faults.json');
  writeFileSync(file, JSON.stringify(faultKinds.map((kind) => ({ kind, rate: 0.1 }))));
  expect(readFaults(file).length).toBe(faultKinds.length);
  writeFileSync(file, '[{"kind":"latency","rate":3}]');
  expect(() => readFaults(file)).toThrow('0.rate');
  rmSync(folder, { recursive: true });
});
