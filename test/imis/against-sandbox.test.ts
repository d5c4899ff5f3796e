import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { shiftedClock } from '../../src/clock.js';
import { runDoctor } from '../../src/commands/doctor/run.js';
import { day } from '../../src/domain/day.js';
import { type ContractName, endpoints } from '../../src/imis/contracts/endpoints.js';
import type { ImisOptions } from '../../src/imis/options.js';
import { queries } from '../../src/imis/pack.js';
import type { ListOptions, Page } from '../../src/imis/port.js';
import { createReader } from '../../src/imis/read.js';
import { createWriter } from '../../src/imis/write.js';
import { startSandbox } from '../../src/sandbox/start.js';
import { parseSettings } from '../../src/settings.js';
import { freshDatabase } from '../fixtures/database.js';

const sandbox = await startSandbox({ members: 60, seed: 7, clock: shiftedClock(day('2026-11-21'), 'America/Chicago') });
const database = await freshDatabase();
afterAll(async () => {
  await sandbox.close();
  await database.close();
});
beforeEach(() => sandbox.faults.clear());

const options: ImisOptions = {
  url: sandbox.url,
  credentials: sandbox.accounts.read,
  timeoutMillis: 4_000,
  retry: { repeats: 8, firstMillis: 1, longestMillis: 2_000 },
};
const reader = createReader(options);
const writer = createWriter({ ...options, credentials: sandbox.accounts.write });

async function keysOf<T>(pages: AsyncIterable<Page<T>>): Promise<string[]> {
  const keys: string[] = [];
  for await (const page of pages) keys.push(...page.rows.map((row) => row.key));
  return keys;
}
const parties = (list: ListOptions = { limit: 7 }) => keysOf(reader.pages('Party', list));
const clean = await parties();

describe('the client against the sandbox', () => {
  test('reads every list, and every row fits and can be asked for by its id', async () => {
    const [event] = (await reader.page('Event', { limit: 1 })).rows;
    for (const contract of Object.keys(endpoints) as ContractName[]) {
      const filters: Record<string, string> = contract === 'EventRegistration' ? { EventId: `eq:${event?.key}` } : {};
      const { rows, total } = await reader.page(contract, { filters });
      expect([contract, rows.flatMap((row) => (row.fits ? [] : row.reasons))]).toEqual([contract, []]);
      expect([contract, total > 0]).toEqual([contract, true]);
      const [first] = rows;
      if (first) expect([contract, await reader.get(contract, first.key)]).toEqual([contract, first]);
    }
  });

  test('reads every query of the pack with rows that fit, and since a moment only what changed', async () => {
    for (const { name } of queries) {
      const { rows, total } = await reader.queryPage(name);
      expect([name, rows.flatMap((row) => (row.fits ? [] : row.reasons))]).toEqual([name, []]);
      const later = await reader.queryPage(name, { updatedSince: '2026-11-01T00:00:00' });
      expect([name, later.total <= total]).toEqual([name, true]);
      const stamps = later.rows.map((row) => row.fits && String(row.value['UpdatedOn']));
      expect([name, stamps.every((stamp) => stamp && stamp >= '2026-11-01')]).toEqual([name, true]);
    }
  });

  test('pages of any size make the same list, each party once', async () => {
    expect(new Set(clean).size).toBe(clean.length);
    expect(clean.length).toBeGreaterThanOrEqual(60);
    expect(await parties({})).toEqual(clean);
    expect(await parties({ limit: 1 })).toEqual(clean);
  });

  test('a note is added, found by its change key, read by its number and taken back', async () => {
    const [member = ''] = clean;
    const note = {
      partyId: member,
      activityType: 'NOTE',
      occurredOn: day('2026-11-21'),
      note: 'Called about the conference 📞 שלום',
      changeKey: 'against-sandbox-1',
    };
    await writer.addActivity(note);
    const filters = { PartyId: `eq:${member}`, UF_1: 'eq:against-sandbox-1' };
    const { rows } = await reader.page('Activity', { filters });
    expect(rows).toMatchObject([{ fits: true, value: note }]);
    const id = rows[0]?.key ?? '';
    expect(await reader.get('Activity', id)).toMatchObject({ fits: true, value: note });
    await writer.removeActivity(id);
    expect(await reader.get('Activity', id)).toBeUndefined();
    expect((await reader.page('Activity', { filters })).rows).toEqual([]);
  });

  test('the reading account cannot write', async () => {
    const hand = createWriter(options);
    const note = { partyId: clean[0] ?? '', activityType: 'NOTE', occurredOn: day('2026-11-21') };
    await expect(hand.addActivity(note)).rejects.toMatchObject({ kind: 'imis_refused', refusal: 'forbidden' });
    expect(await hand.canWrite('Activity', 'add')).toBe(false);
    expect(await writer.canWrite('Activity', 'add')).toBe(true);
  });
});

describe('faults that pass leave the list as it is', () => {
  test.each([
    'unauthorized',
    'token_expires_early',
    'too_many_requests',
    'server_error',
    'cut_before',
    'half_body',
    'cut_after',
    'latency',
    'stale_query',
  ] as const)('%s', async (kind) => {
    sandbox.faults.set([{ kind, route: '/api', rate: 0.3, millis: 20 }]);
    expect(await parties()).toEqual(clean);
    expect(sandbox.faults.hits[kind]).toBeGreaterThan(0);
  });

  test('time_out', async () => {
    sandbox.faults.set([{ kind: 'time_out', route: '/api/Party', times: 2 }]);
    const patient = createReader({ ...options, timeoutMillis: 400 });
    expect(await keysOf(patient.pages('Party', { limit: 30 }))).toEqual(clean);
    expect(sandbox.faults.hits.time_out).toBe(2);
  });

  test('faults of the sign-in', async () => {
    sandbox.faults.set([
      { kind: 'server_error', route: '/token', times: 1 },
      { kind: 'cut_before', route: '/token', times: 1 },
    ]);
    expect(await keysOf(createReader(options).pages('Party'))).toEqual(clean);
  });
});

describe('faults that do not pass end in a clear failure', () => {
  test.each([
    ['unauthorized', 'imis_sign_in'],
    ['too_many_requests', 'imis_no_answer'],
    ['server_error', 'imis_no_answer'],
    ['cut_before', 'imis_no_answer'],
    ['html_page', 'imis_unexpected_shape'],
    ['half_body', 'imis_unexpected_shape'],
    ['endless_list', 'imis_unexpected_shape'],
    ['validation_error', 'imis_refused'],
  ] as const)('%s is %s', async (kind, expected) => {
    sandbox.faults.set([{ kind, route: '/api/Party' }]);
    await expect(parties()).rejects.toMatchObject({ kind: expected, next: expect.stringMatching(/\.$/) });
  });

  test.each(['time_out', 'endless_body'] as const)('%s is no answer in time', async (kind) => {
    sandbox.faults.set([{ kind, route: '/api/Party' }]);
    const hurried = createReader({ ...options, timeoutMillis: 200 });
    await expect(hurried.page('Party')).rejects.toMatchObject({ kind: 'imis_no_answer', silence: 'timeout' });
  });

  test('wrong credentials', async () => {
    const wrong = createReader({ ...options, credentials: { ...sandbox.accounts.read, user: 'nobody' } });
    await expect(wrong.page('Party')).rejects.toMatchObject({ kind: 'imis_sign_in' });
  });
});

describe('faults inside the rows', () => {
  test.each([
    ['unknown_value', 'Party'],
    ['date_out_of_range', 'CsContact'],
    ['huge_text', 'Party'],
  ] as const)('%s in %s is one reject among the rest', async (rubbish, contract) => {
    const keys = (await reader.page(contract)).rows.map((row) => row.key);
    sandbox.faults.set([{ kind: 'rubbish_row', route: `/api/${contract}`, times: 1, rubbish }]);
    const { rows } = await reader.page(contract);
    expect(rows.map((row) => row.key)).toEqual(keys);
    expect(rows.filter((row) => !row.fits).map((row) => row.key)).toEqual(keys.slice(0, 1));
  });

  test('rows that slip between pages never make the list endless', async () => {
    sandbox.faults.set([{ kind: 'page_drift', route: '/api/Party', rate: 0.5 }]);
    const found = await parties();
    expect(found.every((key) => clean.includes(key))).toBe(true);
    expect(found.length).toBeLessThanOrEqual(clean.length + 20);
  });
});

describe('a write under faults', () => {
  const note = (changeKey: string) => ({
    partyId: clean[1] ?? '',
    activityType: 'NOTE',
    occurredOn: day('2026-11-21'),
    note: 'x',
    changeKey,
  });
  const written = async (changeKey: string) =>
    (await reader.page('Activity', { filters: { PartyId: `eq:${clean[1]}`, UF_1: `eq:${changeKey}` } })).total;

  test.each([
    ['cut_before', 0],
    ['cut_after', 1],
    ['server_error', 0],
    ['half_body', 1],
    ['html_page', 1],
  ] as const)('%s is uncertain, and looking tells that %i were written', async (kind, count) => {
    sandbox.faults.set([{ kind, route: 'POST /api/Activity' }]);
    await expect(writer.addActivity(note(`under-${kind}`))).rejects.toMatchObject({ kind: 'write_uncertain' });
    expect(await written(`under-${kind}`)).toBe(count);
  });

  test.each([
    ['unauthorized', 1],
    ['too_many_requests', 1],
    ['token_expires_early', 1],
  ] as const)('%s in passing does no harm: the note stands there once', async (kind, count) => {
    sandbox.faults.set([{ kind, route: 'POST /api/Activity', times: 2 }]);
    await writer.addActivity(note(`passing-${kind}`));
    expect(await written(`passing-${kind}`)).toBe(count);
  });

  test('a validation failure is certain: nothing was written', async () => {
    sandbox.faults.set([{ kind: 'validation_error', route: 'POST /api/Activity' }]);
    await expect(writer.addActivity(note('invalid'))).rejects.toMatchObject({ kind: 'imis_refused' });
    expect(await written('invalid')).toBe(0);
  });
});

describe('doctor against the sandbox', () => {
  const settings = parseSettings({ IMIS_TIMEOUT_SECONDS: '10' });
  const examine = (overrides: object = {}) =>
    runDoctor({
      settings,
      site: { url: sandbox.url, ...sandbox.accounts, ...overrides },
      openDatabase: async () => ({ ...database, kind: database.kind, close: async () => {} }),
    });

  test('finds nothing to mend', async () => {
    const findings = await examine();
    expect(findings.filter(({ state }) => state === 'mend')).toEqual([]);
  });

  test('finds the account that may not write', async () => {
    const findings = await examine({ write: sandbox.accounts.read });
    expect(findings.filter(({ state }) => state === 'mend').map(({ found }) => found)).toEqual(
      expect.arrayContaining(['The writing account may not add notes (Activity).']),
    );
  });
});
