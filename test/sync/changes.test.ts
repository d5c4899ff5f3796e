import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Clock, pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import type { Store } from '../../src/store/store.js';
import type { SyncReport } from '../../src/sync/report.js';
import { createSync, type Sync } from '../../src/sync/sync.js';
import { freshDatabase } from '../fixtures/database.js';
import { addDues, addLogin, addNote, addPerson, createAssociation } from './association.js';
import type { Site } from './site.js';
import { emptyStore, storedRows, versions } from './stored.js';

let database: Store;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(() => emptyStore(database));

const syncOf = (
  site: Site,
  clock: Clock = pinnedClock(day('2026-02-01')),
  staffTypes: readonly string[] = ['STAFF'],
): Sync => createSync({ imis: site, database, clock, association: { timeZone: 'UTC', currency: 'USD' }, staffTypes });

const entity = (report: SyncReport, name: string) => report.entities.find((one) => one.entity === name);
const LATER = '2026-01-20T10:00:00';

test('an incremental sync leaves the store as a clean full one would, and reads little', async () => {
  const site = createAssociation(150);
  await syncOf(site).run();
  for (const number of [3, 4, 5]) addPerson(site, String(10_000 + number), LATER, 'GOLD');
  addPerson(site, '20001', LATER);
  addDues(site, '10009', 2027, LATER);
  addLogin(site, 'L20001', '20001', LATER);
  addNote(site, '4', '10004', 'called about the conference', LATER);
  site.typed.Activity.delete('6');
  site.putRow('ChangedActivities', { SEQN: '6', UpdatedOn: LATER });
  site.asked.length = 0;
  const report = await syncOf(site).run();
  expect(report.kind).toBe('incremental');
  expect(entity(report, 'parties')).toMatchObject({ new: 1, changed: 0 });
  expect(entity(report, 'contacts')).toMatchObject({ new: 1, changed: 3 });
  expect(entity(report, 'activities')).toMatchObject({ gone: 1 });
  expect(site.asked.length).toBeLessThan(60);
  const incremental = await storedRows(database);
  expect(await versions(database)).toEqual({ activities: 1, contacts: 3, texts: 2 });

  await emptyStore(database);
  await syncOf(site).run();
  expect(incremental).toEqual(await storedRows(database));
});

test('many changes at once are read from the list, not one by one', async () => {
  const site = createAssociation(310);
  await syncOf(site).run();
  for (let number = 1; number <= 300; number++) addPerson(site, String(10_000 + number), LATER, 'GOLD');
  site.asked.length = 0;
  await syncOf(site).run();
  expect(site.asked.filter((one) => one.startsWith('CsContact/'))).toEqual([]);
  const { rows } = await database.query<{ count: number }>(
    `select count(*)::integer as count from imis.contacts where member_type = 'GOLD'`,
  );
  expect(rows[0]?.count).toBe(300);
});

test('a change that becomes visible minutes late is still read, by the overlap', async () => {
  const site = createAssociation(5);
  addLogin(site, 'L1', '10001', '2026-01-20T10:00:00');
  await syncOf(site).run();
  addLogin(site, 'L2', '10002', '2026-01-20T09:53:00');
  await syncOf(site).run();
  expect((await storedRows(database))['activities']?.join()).toContain('login-L2');
});

test('a row dated in the future does not hide the changes after it', async () => {
  const site = createAssociation(5);
  addLogin(site, 'L1', '10001', '2027-06-01T00:00:00');
  await syncOf(site).run();
  addLogin(site, 'L2', '10002', LATER);
  await syncOf(site).run();
  expect((await storedRows(database))['activities']?.join()).toContain('login-L2');
});

test('the address of a query differs from one incremental sync to the next, so that no cached answer fits', async () => {
  const site = createAssociation(5);
  const asked: (string | undefined)[] = [];
  const { queryPage } = site;
  Object.assign(site, {
    queryPage: (name: string, options: { updatedSince?: string }) => {
      if (name === 'Logins') asked.push(options.updatedSince);
      return queryPage(name, options);
    },
  });
  for (let turn = 0; turn < 4; turn++) await syncOf(site).run();
  const prompts = asked.filter((since) => since !== undefined);
  expect(prompts).toHaveLength(3);
  expect(new Set(prompts).size).toBe(3);
});

test('an answer older than what we hold does not replace it', async () => {
  const site = createAssociation(5);
  addLogin(site, 'L1', '10001', LATER);
  await syncOf(site).run();
  site.putRow('Logins', { LoginId: 'L1', ID: '10009', OccurredOn: day('2026-01-03'), UpdatedOn: LATER });
  const fresh = site.rowsOf('Logins').get('L1');
  await syncOf(site).run();
  addLogin(site, 'L1', '10001', '2026-01-19T10:00:00');
  await syncOf(site).run();
  const who = async () =>
    (await database.query(`select member_id from imis.activities where activity_id = 'login-L1'`)).rows[0]?.[
      'member_id'
    ];
  expect(await who()).toBe('10009');
  if (fresh) site.rowsOf('Logins').set('L1', fresh);
});

test('a full sync is due when the last is older than the setting, by itself', async () => {
  const site = createAssociation(5);
  await syncOf(site).run();
  site.rowsOf('MailEvents').delete('M10003');
  expect(entity(await syncOf(site).run(), 'messages')?.gone).toBe(0);
  const later = pinnedClock(day('2026-02-03'));
  const report = await syncOf(site, later).run();
  expect(report.kind).toBe('full');
  expect(entity(report, 'messages')?.gone).toBe(1);
});

test('a user renamed, a name passed on and a member who becomes staff are followed', async () => {
  const site = createAssociation(3);
  site.put('User', 'ann', { userId: '10001', userName: 'ann', isDisabled: false, updatedOn: LATER });
  site.put('User', 'bob', { userId: '10002', userName: 'bob', isDisabled: false, updatedOn: LATER });
  await syncOf(site).run();
  const named = async () =>
    Object.fromEntries(
      (
        await database.query<{ member_id: string; user_name: string; is_staff: boolean }>(
          'select u.member_id, user_name, is_staff from imis.users u join imis.identity i using (member_id) order by 1',
        )
      ).rows.map((row) => [row.member_id, `${row.user_name}${row.is_staff ? ' (staff)' : ''}`]),
    );
  expect(await named()).toEqual({ 900: 'mia (staff)', 10001: 'ann', 10002: 'bob' });

  site.typed.User.delete('ann');
  site.put('User', 'bob', { userId: '10001', userName: 'bob', isDisabled: false, updatedOn: '2026-01-21T08:00:00' });
  site.put('User', 'eve', { userId: '10002', userName: 'eve', isDisabled: false, updatedOn: '2026-01-21T08:00:00' });
  site.putRow('ChangedUsers', { UserName: 'bob', UpdatedOn: '2026-01-21T08:00:00' });
  site.putRow('ChangedUsers', { UserName: 'eve', UpdatedOn: '2026-01-21T08:00:00' });
  addPerson(site, '10002', '2026-01-21T08:00:00', 'STAFF');
  await syncOf(site).run();
  expect(await named()).toEqual({ 900: 'mia (staff)', 10001: 'bob', 10002: 'eve (staff)' });
});

test('staff of the customer types set can sign in with their roles, also when the setting comes later', async () => {
  const site = createAssociation(3);
  addPerson(site, '10001', LATER, 'Emp');
  site.put('User', 'ann', { userId: '10001', userName: 'ann', isDisabled: false, updatedOn: LATER });
  const staff = async () =>
    (await database.query('select member_id, roles from imis.users where is_staff order by 1')).rows;
  const mia = { member_id: '900', roles: ['role of mia'] };
  await syncOf(site).run();
  expect(await staff()).toEqual([mia]);
  await syncOf(site, undefined, ['STAFF', 'EMP']).run();
  expect(await staff()).toEqual([{ member_id: '10001', roles: ['role of ann'] }, mia]);
  await syncOf(site, undefined, ['EMP']).run();
  expect(await staff()).toEqual([{ member_id: '10001', roles: ['role of ann'] }]);
});

test('refresh makes a written note true at once, by its SEQN or by its change key, and a removed one gone', async () => {
  const site = createAssociation(3);
  const sync = syncOf(site);
  await sync.run();
  addNote(site, '77', '10001', 'asked for an invoice', LATER);
  addNote(site, '78', '10002', 'will come', LATER, 'change-1');
  await sync.refresh([
    { contract: 'Activity', id: '77' },
    { contract: 'Activity', changeKey: 'change-1' },
  ]);
  const kept = async () =>
    (
      await database.query<{ text_id: string }>(
        `select text_id from imis.texts where text_id in ('77', '78') order by 1`,
      )
    ).rows.map(({ text_id }) => text_id);
  expect(await kept()).toEqual(['77', '78']);
  site.typed.Activity.delete('77');
  await sync.refresh([{ contract: 'Activity', id: '77' }]);
  expect(await kept()).toEqual(['78']);
});

test('a record removed while a page that still shows it is on its way does not come back', async () => {
  const site = createAssociation(3);
  const sync = syncOf(site);
  await sync.run();
  addNote(site, '77', '10001', 'a note', LATER);
  await sync.refresh([{ contract: 'Activity', id: '77' }]);
  const { page } = site;
  Object.assign(site, {
    page: async (contract: 'Activity', options: object) => {
      const answer = await page(contract, options);
      if (contract === 'Activity' && site.typed.Activity.delete('77'))
        await sync.refresh([{ contract: 'Activity', id: '77' }]);
      return answer;
    },
  });
  await sync.run({ full: true });
  expect((await storedRows(database))['texts']?.join()).not.toContain('a note');
});

test('refresh of an invoice derives the terms of those on it again', async () => {
  const site = createAssociation(2);
  const sync = syncOf(site);
  await sync.run();
  const invoice = site.typed.InvoiceSummary.get('10001-2026');
  if (!invoice?.fits) throw new Error('no invoice');
  site.put('InvoiceSummary', '10001-2026', {
    ...invoice.value,
    balance: { minor: 5_000, currency: 'USD' },
    updatedOn: LATER,
  });
  await sync.refresh([{ contract: 'InvoiceSummary', id: '10001-2026' }]);
  const { rows } = await database.query(`select begins_on from imis.terms where member_id = '10001'`);
  expect(rows).toEqual([{ begins_on: '2025-01-01' }]);
});
