import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { ImisRefused } from '../../src/imis/failures.js';
import { type QueryName, queries } from '../../src/imis/pack.js';
import type { Store } from '../../src/store/store.js';
import type { SyncReport } from '../../src/sync/report.js';
import { createSync, type Sync } from '../../src/sync/sync.js';
import { freshDatabase } from '../fixtures/database.js';
import { addNote, createAssociation } from './association.js';
import { addRecords, recordsOf } from './records.js';
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
const LATER = '2026-01-20T10:00:00';
const kinds = Object.keys(recordsOf('10001', '1')) as QueryName[];

async function texts(): Promise<Record<string, string>> {
  const { rows } = await database.query<{ text_id: string; said: string }>(
    `select text_id, concat_ws(': ', kind, subject, body) as said from imis.texts order by text_id`,
  );
  return Object.fromEntries(rows.map(({ text_id, said }) => [text_id, said]));
}

test('records of every further kind are stored, their words apart under keys of their kind', async () => {
  const site = createAssociation(2);
  addRecords(site, '10001', '1');
  const report = await syncOf(site).run();
  expect(report.entities.filter(({ rejected, failure }) => rejected > 0 || failure)).toEqual([]);
  expect(report.entities.slice(-14).map(({ read }) => read)).toEqual(Array(14).fill(1));
  expect(await texts()).toEqual({
    1: 'note: Call: Spoke with 10001',
    2: 'note: Call: Spoke with 10002',
    'case-1': 'case: Charged twice: You charged me twice.',
    'case_resolution-1': 'case_resolution: Refunded one of them.',
    'email-1': 'email: Dues: Too high.',
    'post-1': 'post: Hello: Hi.',
    'survey-1': 'survey: How was it?: Overcrowded.',
  });
  const { rows } = await database.query(
    `select c.status, c.priority, c.closed_on, p.amount, v.hours, s.rating, r.auto_renew
     from reporting.cases c, reporting.purchases p, reporting.volunteer_hours v, reporting.survey_answers s,
          reporting.renewal_settings r`,
  );
  expect(rows).toEqual([
    {
      status: 'closed',
      priority: 'high',
      closed_on: '2026-01-05',
      amount: 4990,
      hours: '2.5',
      rating: 2,
      auto_renew: true,
    },
  ]);
});

test('each kind says how far back it reaches, committees apart from chapters', async () => {
  const site = createAssociation(2);
  addRecords(site, '10001', '1');
  site.put('Group', 'COM', { groupId: 'COM', name: 'Awards Committee', kind: 'committee' });
  site.put('GroupMember', 'COM:10001', {
    groupMemberId: 'COM:10001',
    groupId: 'COM',
    partyId: '10001',
    isActive: true,
    beginsOn: day('2024-05-01'),
  });
  const sync = syncOf(site);
  await sync.run();
  const reach = new Map((await sync.quality()).reach.map(({ kind, firstOn }) => [kind, firstOn]));
  for (const kind of ['cases', 'posts', 'survey_answers', 'emails', 'page_views', 'downloads', 'credits', 'purchases'])
    expect([kind, reach.get(kind)]).toEqual([kind, '2026-01-03']);
  for (const kind of ['volunteer_hours', 'donations', 'sponsorships', 'certifications', 'payment_plans'])
    expect([kind, reach.get(kind)]).toEqual([kind, '2026-01-03']);
  expect(reach.get('group_members:committee')).toBe('2024-05-01');
});

test('an incremental sync leaves the records as a full one would', async () => {
  const site = createAssociation(2);
  addRecords(site, '10001', '1');
  await syncOf(site).run();
  addRecords(site, '10002', '2', LATER);
  const { Cases: before } = recordsOf('10001', '1');
  site.putRow('Cases', { ...before, Status: 'open', Resolution: undefined, UpdatedOn: LATER });
  site.putRow('PageViews', {
    PageViewId: '1',
    ID: '10001',
    Page: 'Careers',
    ViewedOn: day('2026-01-03'),
    UpdatedOn: LATER,
  });
  const report = await syncOf(site).run();
  expect(report.kind).toBe('incremental');
  expect(entity(report, 'cases')).toMatchObject({ reading: 'changes', new: 1, changed: 1 });
  expect(Object.keys(await texts())).not.toContain('case_resolution-1');
  expect(await versions(database)).toEqual({ cases: 1, page_views: 1, texts: 1 });
  const incremental = await storedRows(database);
  await emptyStore(database);
  await syncOf(site).run();
  expect(await storedRows(database)).toEqual(incremental);
});

test('a case that is gone takes its words along and leaves the note of the same number', async () => {
  const site = createAssociation(1);
  addRecords(site, '10001', '1');
  addRecords(site, '10001', '2');
  addNote(site, '1', '10001', 'the note number one');
  await syncOf(site).run();
  site.rowsOf('Cases').delete('1');
  site.rowsOf('SurveyAnswers').delete('1');
  const report = await syncOf(site).run({ full: true });
  expect(entity(report, 'cases')?.gone).toBe(1);
  expect(Object.keys(await texts()).sort()).toEqual(
    ['1', 'case-2', 'case_resolution-2', 'email-1', 'email-2', 'post-1', 'post-2', 'survey-2'].sort(),
  );
  expect(await versions(database)).toMatchObject({ cases: 1, survey_answers: 1, texts: 3 });
});

test('a rating without words and a case without words are facts alone; a subject alone is words', async () => {
  const site = createAssociation(1);
  const { Cases: one, SurveyAnswers: answer } = recordsOf('10001', '1');
  site.putRow('SurveyAnswers', { ...answer, Comment: ' ', UpdatedOn: LATER });
  site.putRow('Cases', { ...one, Subject: undefined, Description: undefined, Resolution: undefined, UpdatedOn: LATER });
  site.putRow('Cases', { ...one, CaseId: '2', Description: undefined, Resolution: '', UpdatedOn: LATER });
  await syncOf(site).run();
  expect(await texts()).toEqual({ 1: 'note: Call: Spoke with 10001', 'case-2': 'case: Charged twice' });
});

test('a row that does not fit is kept aside with its reason and stops nothing', async () => {
  const site = createAssociation(1);
  addRecords(site, '10001', '1');
  const { Certifications: one, Credits: credit } = recordsOf('10001', '2');
  site.putRow('Certifications', { ...one, Status: 'lost', UpdatedOn: LATER });
  site.putRow('Credits', { ...credit, CourseCode: '', UpdatedOn: LATER });
  const report = await syncOf(site).run();
  expect(entity(report, 'certifications')?.reasons).toEqual([{ reason: 'Status is an unknown code', rows: 1 }]);
  expect(entity(report, 'credits')?.reasons).toEqual([{ reason: 'CourseCode is missing', rows: 1 }]);
  expect(report.entities.filter(({ failure }) => failure)).toEqual([]);
});

test('a site may leave all fourteen out: each is said to be unknown, and the rest counts as read', async () => {
  const site = createAssociation(2);
  const { queryPage } = site;
  const absent = new ImisRefused({ site: 'imis', doing: 'reading', requestId: '1' }, 'not found');
  Object.assign(site, {
    queryPage: (name: QueryName, options: object) =>
      kinds.includes(name) ? Promise.reject(absent) : queryPage(name, options),
  });
  const sync = syncOf(site);
  const report = await sync.run();
  expect(report.entities.filter(({ failure }) => failure)).toEqual([]);
  const said = report.entities.flatMap(({ remarks }) => remarks);
  for (const name of kinds) {
    const unknown = queries.find((query) => query.name === name) as { readonly unknownWithout?: string } | undefined;
    expect(said.join(' ')).toContain(`does not know ${unknown?.unknownWithout}.`);
  }
  expect((await sync.status()).complete).toBe(true);
  expect((await sync.quality()).reach.find(({ kind }) => kind === 'page_views')).toEqual({
    kind: 'page_views',
    rows: 0,
  });
});
