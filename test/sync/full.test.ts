import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { ImisRefused } from '../../src/imis/failures.js';
import type { Store } from '../../src/store/store.js';
import type { SyncReport } from '../../src/sync/report.js';
import { createSync, type Sync } from '../../src/sync/sync.js';
import { freshDatabase } from '../fixtures/database.js';
import { addLogin, addNote, addPerson, createAssociation, EARLY } from './association.js';
import type { Site } from './site.js';
import { emptyStore, storedRows, versions } from './stored.js';

let database: Store;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(() => emptyStore(database));

const syncOf = (site: Site): Sync =>
  createSync({
    imis: site,
    database,
    clock: pinnedClock(day('2026-02-01')),
    association: { timeZone: 'UTC', currency: 'USD' },
  });

const entity = (report: SyncReport, name: string) => report.entities.find((one) => one.entity === name);

test('a first sync reads every entity, and a second full one writes nothing', async () => {
  const site = createAssociation(130);
  site.pageRows = 50;
  site.meanwhile = () => new Promise((resume) => setTimeout(resume, 30));
  const first = await syncOf(site).run();
  expect(first.entities.filter(({ failure }) => failure)).toEqual([]);
  expect(entity(first, 'parties')).toMatchObject({ read: 131, new: 131, changed: 0, gone: 0, rejected: 0 });
  const before = await storedRows(database);
  expect(before['parties']).toHaveLength(131);
  expect(before['activities']).toHaveLength(260);
  expect(before['texts']).toHaveLength(130);
  expect(before['terms']).toHaveLength(260);
  expect(before['registrations']).toHaveLength(130);
  expect(before['group_members']).toHaveLength(130);
  expect(site.busiest()).toBeGreaterThan(4);

  const second = await syncOf(site).run({ full: true });
  expect(second.entities.map(({ new: added, changed, gone }) => added + changed + gone)).toEqual(
    second.entities.map(() => 0),
  );
  expect(await storedRows(database)).toEqual(before);
  expect(await versions(database)).toEqual({});
});

test('names, contact details and free text stand in their own tables and nowhere else', async () => {
  const site = createAssociation(3);
  await syncOf(site).run();
  const { identity, texts, ...rest } = await storedRows(database);
  expect(identity?.join()).toContain('Person 10001');
  expect(identity?.join()).toContain('mia');
  expect(texts?.join()).toContain('Spoke with 10001');
  const elsewhere = JSON.stringify(rest) + JSON.stringify(await storedRows(database, 'copilot'));
  for (const secret of ['Person 1', 'example.org', 'High St', 'Spoke', 'mia"']) expect(elsewhere).not.toContain(secret);
});

test('what was deleted in iMIS is removed at the next full sync and kept in the history as gone', async () => {
  const site = createAssociation(40);
  await syncOf(site).run();
  site.typed.Party.delete('10007');
  site.typed.Activity.delete('3');
  site.rowsOf('Logins').delete('L10009');
  const report = await syncOf(site).run({ full: true });
  expect(entity(report, 'parties')?.gone).toBe(1);
  expect(entity(report, 'logins')?.gone).toBe(1);
  expect(site.asked).toContain('Party/10007');
  expect(site.asked.filter((one) => one === 'Logins 0')).toHaveLength(3);
  const { rows } = await database.query(
    `select 'party' as what from imis_history.parties where member_id = '10007' and is_gone
     union select 'text' from imis_history.texts where text_id = '3' and is_gone
     union select 'login' from imis_history.activities where activity_id = 'login-L10009' and is_gone order by 1`,
  );
  expect(rows.map(({ what }) => what)).toEqual(['login', 'party', 'text']);
});

test('a record that a list passes over but the site still has is not removed', async () => {
  const site = createAssociation(40);
  await syncOf(site).run();
  const kept = site.typed.Party.get('10007');
  site.typed.Party.delete('10007');
  const { get } = site;
  Object.assign(site, {
    get: (contract: 'Party', id: string) => (contract === 'Party' && id === '10007' ? kept : get(contract, id)),
  });
  const report = await syncOf(site).run({ full: true });
  expect(entity(report, 'parties')?.gone).toBe(0);
  expect((await storedRows(database))['parties']).toHaveLength(41);
});

test('a query that suddenly lists nothing is not believed, and the report says so', async () => {
  const site = createAssociation(10);
  await syncOf(site).run();
  site.rowsOf('Logins').clear();
  const report = await syncOf(site).run({ full: true });
  expect(entity(report, 'logins')?.gone).toBe(0);
  expect(entity(report, 'logins')?.remarks.join()).toContain('nothing was removed');
});

test('rows that come and go while pages are read leave the store as a clean sync finds it', async () => {
  const site = createAssociation(230);
  site.pageRows = 50;
  let turn = 0;
  site.meanwhile = ({ of, offset }) => {
    if (of !== 'Party' || offset === 0 || turn >= 6) return;
    turn += 1;
    // Rows of pages already read go, so that later rows slip into them; others come in front.
    for (let number = 0; number < 3; number++) site.typed.Party.delete(String(10_001 + turn * 10 + number));
    const late = site.typed.Party.get('10230');
    if (turn === 3 && late) {
      const rest = [...site.typed.Party];
      site.typed.Party.clear();
      site.put('Party', '09999', late.fits ? { ...late.value, partyId: '09999' } : (undefined as never));
      for (const [key, reading] of rest) site.typed.Party.set(key, reading);
    }
  };
  const report = await syncOf(site).run();
  expect(turn).toBe(6);
  const { rows } = await database.query<{ member_id: string }>('select member_id from imis.parties order by member_id');
  expect(rows.map(({ member_id }) => member_id)).toEqual([...site.typed.Party.keys()].sort());
  expect(entity(report, 'parties')?.remarks).toEqual([]);
});

test('a site that gives fewer rows a page than asked for is read to its end', async () => {
  const site = createAssociation(120);
  const { page } = site;
  Object.assign(site, {
    page: (contract: 'Party', options: { offset?: number }) =>
      page(contract, { ...options, limit: options.offset === 0 ? 40 : 17 }),
  });
  await syncOf(site).run();
  expect((await storedRows(database))['parties']).toHaveLength(121);
});

test('a list that names a key twice is read, said in the report, and not read for ever', async () => {
  const site = createAssociation(5);
  const login = site.rowsOf('Logins').get('L10001');
  if (login) site.rowsOf('Logins').set('again', login);
  const report = await syncOf(site).run();
  expect(entity(report, 'logins')?.remarks.join()).toContain('more than once');
  expect(site.asked.filter((one) => one === 'Logins 0').length).toBeLessThan(4);
});

test('one bad row never stops the rest, and is no reject any more once it fits', async () => {
  const site = createAssociation(20);
  site.typed.Party.set('10004', { fits: false, key: '10004', reasons: ['Status is an unknown code'], row: { Id: 1 } });
  addNote(site, '5', '10005', 'a NUL \0 in a text');
  site.put('EventRegistration', 'CONF25-10006', {
    registrationId: 'CONF25-10006',
    eventId: 'CONF25',
    partyId: '10006',
    status: 'lost' as never,
  });
  const report = await syncOf(site).run();
  expect(entity(report, 'parties')).toMatchObject({
    rejected: 1,
    reasons: [{ reason: 'Status is an unknown code', rows: 1 }],
  });
  expect(entity(report, 'activities')?.reasons[0]?.reason).toContain('NUL');
  expect(entity(report, 'registrations')?.reasons[0]?.reason).toContain('registrations_status_check');
  const stored = await storedRows(database);
  expect([stored['parties'], stored['registrations'], stored['texts']].map((rows) => rows?.length)).toEqual([
    20, 19, 19,
  ]);
  expect(stored['rejects']).toHaveLength(3);

  addPerson(site, '10004');
  addNote(site, '5', '10005', 'mended');
  site.typed.EventRegistration.delete('CONF25-10006');
  await syncOf(site).run({ full: true });
  expect((await storedRows(database))['rejects']).toEqual([]);
});

test('an entity whose query is missing fails alone and the others are read', async () => {
  const site = createAssociation(5);
  const { queryPage } = site;
  Object.assign(site, {
    queryPage: (name: string, options: object) =>
      name === 'MailEvents' ? Promise.reject(new Error('no such query')) : queryPage(name, options),
  });
  const report = await syncOf(site).run();
  expect(report.entities.filter(({ failure }) => failure).map((one) => one.entity)).toEqual(['messages']);
  const status = await syncOf(site).status();
  expect(status.complete).toBe(false);
  expect(status.dataReadAt).toBeUndefined();
  expect(status.lastFailure?.kind).toBe('failed');
  expect(status.entities.find((one) => one.entity === 'messages')?.state).toBe('partial');
  expect((await storedRows(database))['parties']).toHaveLength(6);
});

test('a query the site leaves out is not known, and all the rest counts as read', async () => {
  const site = createAssociation(5);
  const { queryPage } = site;
  const absent = new ImisRefused({ site: 'imis', doing: 'reading MailEvents', requestId: '1' }, 'not found');
  Object.assign(site, {
    queryPage: (name: string, options: object) =>
      name === 'MailEvents' ? Promise.reject(absent) : queryPage(name, options),
  });
  for (const full of [true, false]) {
    const report = await syncOf(site).run({ full });
    expect(report.entities.filter(({ failure }) => failure)).toEqual([]);
    expect(entity(report, 'messages')?.remarks.join()).toContain('does not know which mailings');
  }
  expect((await syncOf(site).status()).dataReadAt).toBeDefined();

  Object.assign(site, {
    queryPage: (name: string, options: object) =>
      name === 'Logins' ? Promise.reject(absent) : queryPage(name, options),
  });
  const lost = await syncOf(site).run({ full: true });
  expect(lost.entities.filter(({ failure }) => failure).map((one) => one.entity)).toEqual(['logins']);
});

test('texts of many megabytes, emoji and right-to-left text arrive whole', async () => {
  const site = createAssociation(4);
  const words = ['x'.repeat(9_000_000), 'שלום עולם', '👩‍👩‍👧 "quoted" \\ back', 'lone \ud800 half'];
  words.forEach((text, index) => {
    addNote(site, String(index + 1), `1000${index + 1}`, text);
  });
  await syncOf(site).run();
  const { rows } = await database.query<{ body: string }>('select body from imis.texts order by text_id');
  expect(rows.map(({ body }) => body.length)).toEqual([9_000_000, 9, words[2]?.length, 11]);
  expect(rows[2]?.body).toBe(words[2]);
});

test('status follows a sync and says when the data were read', async () => {
  const site = createAssociation(10);
  const sync = syncOf(site);
  expect(await sync.status()).toMatchObject({ running: false, complete: false });
  let during: Awaited<ReturnType<Sync['status']>> | undefined;
  site.meanwhile = async ({ of }) => {
    if (of === 'MailEvents') during ??= await sync.status();
  };
  const seen: string[] = [];
  await sync.run({ onProgress: ({ entity: name, done }) => void (done && seen.push(name)) });
  expect(during).toMatchObject({ running: true, complete: false });
  const after = await sync.status();
  expect(after).toMatchObject({ running: false, complete: true, dataReadAt: '2026-02-01T12:00:00.000Z' });
  expect(new Set(seen).size).toBe(34);
  addLogin(site, 'L2', '10001', EARLY);
});
