import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import type { ImisReader, ListOptions } from '../../src/imis/port.js';
import { createReader } from '../../src/imis/read.js';
import { createWriter } from '../../src/imis/write.js';
import type { Fault } from '../../src/sandbox/faults.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import type { Store } from '../../src/store/store.js';
import { createSync } from '../../src/sync/sync.js';
import { freshDatabase } from '../fixtures/database.js';
import { emptyStore, storedRows, versions } from './stored.js';

const clock = systemClock('America/Chicago');
let database: Store;
let sandbox: Sandbox;
let clean: Record<string, readonly string[]>;

beforeAll(async () => {
  database = await freshDatabase();
  sandbox = await startSandbox({ members: 60, seed: 3, clock });
  await sandbox.ready();
  await syncOf().run();
  clean = await storedRows(database);
}, 120_000);
afterAll(async () => {
  await sandbox.close();
  await database.close();
});
beforeEach(async () => {
  sandbox.faults.clear();
  await emptyStore(database);
});

const options = () => ({
  url: sandbox.url,
  credentials: sandbox.accounts.read,
  currency: 'USD',
  timeoutMillis: 5_000,
  retry: { repeats: 8, firstMillis: 2, longestMillis: 50 },
});
/** Pages of 60 rows, so that a small association has many. */
function reader(): ImisReader {
  const imis = createReader(options());
  const few = <O extends ListOptions>(list: O): O => ({ ...list, limit: Math.min(list.limit ?? 100, 60) });
  return {
    ...imis,
    page: (contract, list = {}) => imis.page(contract, few(list)),
    queryPage: (name, list = {}) => imis.queryPage(name, few(list)),
  };
}
const syncOf = () =>
  createSync({
    imis: reader(),
    database,
    clock,
    association: { timeZone: 'America/Chicago', currency: 'USD' },
  });

// Sixty members need not have one of these.
const RARE = new Set<string>(['sponsorships', 'certifications', 'donations', 'payment_plans']);

test('a first sync of the sandbox fits: nothing rejected, terms agree with the membership dates', async () => {
  const sync = syncOf();
  const report = await sync.run();
  expect(report.entities.filter(({ failure, remarks }) => failure || remarks.length > 0)).toEqual([]);
  expect(report.entities.filter(({ entity, read }) => read === 0 && !RARE.has(entity))).toEqual([]);
  const quality = await sync.quality();
  expect(quality.rejects).toEqual([]);
  expect(quality.missing.filter(({ entity }) => !RARE.has(entity))).toEqual([]);
  expect(quality.disagreements.map(({ kind }) => kind)).not.toContain('paid_through_before_terms');
  expect(quality.reach.find(({ kind }) => kind === 'activities:login')?.firstOn).toMatch(/^20\d\d-/);
  expect(await storedRows(database)).toEqual(clean);
});

/** Faults the client overcomes by itself: one run ends as a clean one does. */
const overcome: readonly (readonly Fault[])[] = [
  [5, 40, 90].map((after) => ({ kind: 'unauthorized', route: '/api', after, times: 1 })),
  [5, 40, 90].map((after) => ({ kind: 'token_expires_early', route: '/api', after, times: 1 })),
  [{ kind: 'too_many_requests', rate: 0.2 }],
  [{ kind: 'server_error', rate: 0.2 }],
  [{ kind: 'latency', rate: 0.3, millis: 30 }],
  [{ kind: 'time_out', after: 20, times: 1 }],
  [{ kind: 'cut_before', rate: 0.15 }],
  [{ kind: 'cut_after', rate: 0.1 }],
  [{ kind: 'half_body', rate: 0.15 }],
  [
    { kind: 'page_drift', rate: 0.1, route: '/api/Query' },
    { kind: 'page_drift', rate: 0.1, route: '/api/InvoiceSummary' },
  ],
  [{ kind: 'stale_query', rate: 0.5 }],
];

for (const faults of overcome) {
  const name = [...new Set(faults.map(({ kind }) => kind))].join(', ');
  test(`with the fault ${name} one sync ends as a clean one`, { timeout: 60_000 }, async () => {
    sandbox.faults.set(faults);
    const report = await syncOf().run();
    for (const { kind } of faults) expect(sandbox.faults.hits[kind], kind).toBeGreaterThan(0);
    expect(report.entities.filter(({ failure }) => failure)).toEqual([]);
    expect(await storedRows(database)).toEqual(clean);
    expect(await versions(database)).toEqual({});
  });
}

/** Faults that make an entity fail or a row unfit: nothing false is stored, and the next sync mends it. */
const mended: readonly (readonly Fault[])[] = [
  [{ kind: 'html_page', after: 30, times: 3 }],
  [{ kind: 'endless_body', after: 30, times: 1 }],
  [{ kind: 'rubbish_row', rate: 0.3 }],
  [{ kind: 'rubbish_row', rate: 0.3, rubbish: 'date_out_of_range' }],
  [{ kind: 'rubbish_row', rate: 0.05, rubbish: 'huge_text' }],
];

for (const faults of mended) {
  const name = faults.map(({ kind, rubbish }) => rubbish ?? kind).join(', ');
  test(`with ${name} nothing false is stored, and the next sync mends it`, { timeout: 90_000 }, async () => {
    sandbox.faults.set(faults);
    await syncOf().run();
    sandbox.faults.clear();
    await syncOf().run({ full: true });
    expect(await storedRows(database)).toEqual(clean);
  });
}

test('lists that do not end fail their kinds of record with a clear error, and the next sync mends it', async () => {
  sandbox.faults.set([{ kind: 'endless_list' }]);
  const { entities } = await syncOf().run();
  // An empty list has no last row to go on after.
  const failed = entities.filter(({ read }) => read > 0);
  expect(failed.length).toBeGreaterThan(20);
  expect(failed.map(({ failure }) => failure?.kind)).toEqual(failed.map(() => 'imis_unexpected_shape'));
  expect((await syncOf().status()).dataReadAt).toBeUndefined();
  sandbox.faults.clear();
  await syncOf().run();
  expect(await storedRows(database)).toEqual(clean);
});

test('a note written over the wire is read by refresh, by an incremental and by a clean sync alike', async () => {
  const sync = syncOf();
  await sync.run();
  const member = (await database.query<{ member_id: string }>('select min(member_id) as member_id from imis.parties'))
    .rows[0]?.member_id;
  if (!member) throw new Error('no member');
  const writer = createWriter({ ...options(), credentials: sandbox.accounts.write });
  const note = { partyId: member, activityType: 'NOTE', occurredOn: day('2026-11-20') };
  await writer.addActivity({ ...note, note: 'asked about the conference', changeKey: 'key-1' });
  await writer.addActivity({ ...note, note: 'will renew 👍 שלום', changeKey: 'key-2' });
  await sync.refresh([{ contract: 'Activity', changeKey: 'key-1' }]);
  const notes = async () =>
    (
      await database.query<{ body: string }>(
        `select body from imis.texts where occurred_on = '2026-11-20' order by body`,
      )
    ).rows.map(({ body }) => body);
  expect(await notes()).toContain('asked about the conference');
  await sync.run();
  expect(await notes()).toEqual(expect.arrayContaining(['asked about the conference', 'will renew 👍 שלום']));
  const incremental = await storedRows(database);

  await emptyStore(database);
  await syncOf().run();
  expect(await storedRows(database)).toEqual(incremental);

  const written = await database.query<{ activity_id: string }>(
    `select activity_id from imis.activities where change_key in ('key-1', 'key-2')`,
  );
  for (const { activity_id } of written.rows) {
    await writer.removeActivity(activity_id);
    await syncOf().refresh([{ contract: 'Activity', id: activity_id }]);
  }
  expect(await notes()).not.toContain('asked about the conference');
  await syncOf().run({ full: true });
  const left = await storedRows(database);
  expect(left['activities']).toEqual(clean['activities']);
  expect(left['texts']).toEqual(clean['texts']);
});
