import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { shiftedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { type ContractName, endpoints } from '../../src/imis/contracts/endpoints.js';
import type { Guesses, SiteProfile } from '../../src/imis/contracts/site-profile.js';
import type { ImisReader } from '../../src/imis/port.js';
import { createReader } from '../../src/imis/read.js';
import { carefulWays, waysFor } from '../../src/imis/site-profile.js';
import { createWriter } from '../../src/imis/write.js';
import { startSandbox } from '../../src/sandbox/start.js';
import type { Store } from '../../src/store/store.js';
import type { SyncReport } from '../../src/sync/report.js';
import { createSync } from '../../src/sync/sync.js';
import { freshDatabase } from '../fixtures/database.js';
import { profileNamed } from '../fixtures/site-profiles.js';
import { emptyStore, storedRows } from './stored.js';

const clock = shiftedClock(day('2026-11-21'), 'America/Chicago');
// Few, so that many lives are lived fast; lists still come in pages.
const members = 20;
let database: Store;
let plain: Life;
beforeAll(async () => {
  database = await freshDatabase();
  plain = await lifeOf({ is: profileNamed('careful') });
}, 120_000);
afterAll(() => database.close());

interface Site {
  readonly is: SiteProfile;
  /** What the client is told of it: the truth unless given. */
  readonly known?: SiteProfile;
  /** How many syncs; all three unless given. */
  readonly syncs?: 1 | 2;
}

interface Life {
  /** The store after a first sync, after one of what colleagues changed, and after a full one of what they removed. */
  readonly stores: readonly Record<string, readonly string[]>[];
  readonly reports: readonly SyncReport[];
  /** Of the incremental sync, its sign-in not counted. */
  readonly requests: number;
}

async function lifeOf({ is, known = is, syncs }: Site): Promise<Life> {
  await emptyStore(database);
  const sandbox = await startSandbox({ members, seed: 3, clock, profile: is });
  try {
    const { read, write } = sandbox.accounts;
    const imis = createReader({
      url: sandbox.url,
      credentials: read,
      currency: 'USD',
      profile: known,
    });
    const sync = createSync({ imis, database, clock, association: { timeZone: 'America/Chicago', currency: 'USD' } });
    const writer = createWriter({ url: sandbox.url, credentials: write });
    const reports = [await sync.run()];
    const stores = [await stored()];
    if (syncs === 1) return { stores, reports, requests: 0 };

    const { rows: people } = await database.query<{ id: string; email: string }>(
      'select member_id as id, email from imis.identity where email is not null order by member_id limit 8',
    );
    for (const { id, email } of people)
      await writer.changeParty(id, { field: 'email', before: email, after: `new.${email}` });
    const note = { activityType: 'NOTE', occurredOn: day('2026-11-20'), note: 'called' };
    for (const { id } of people.slice(0, 5)) await writer.addActivity({ ...note, partyId: id });
    sandbox.faults.set([{ kind: 'latency', millis: 0 }]);
    reports.push(await sync.run());
    const requests = sandbox.faults.hits.latency ?? 0;
    stores.push(await stored());
    if (syncs === 2) return { stores, reports, requests };

    const { rows: written } = await database.query<{ id: string }>(
      `select activity_id as id from imis.activities where occurred_on = '2026-11-20' and kind = 'note' order by 1 limit 1`,
    );
    for (const { id } of written) await writer.removeActivity(id);
    reports.push(await sync.run({ full: true }));
    stores.push(await stored());
    return { stores, reports, requests };
  } finally {
    await sandbox.close();
  }
}

/** Each sandbox is written to in seconds of its own. */
async function stored(): Promise<Record<string, readonly string[]>> {
  const lately = /"source_updated_on":"2026-1[12][^"]*"/;
  const tables = Object.entries(await storedRows(database));
  return Object.fromEntries(
    tables.map(([name, rows]) => [name, rows.map((row) => row.replace(lately, '"source_updated_on":"lately"')).sort()]),
  );
}

const remarksOf = ({ reports }: Life): readonly string[] => [
  ...new Set(reports.flatMap(({ entities }) => entities.flatMap(({ remarks }) => remarks))),
];
const failuresOf = ({ reports }: Life) =>
  reports.flatMap(({ entities }) => entities.flatMap((one) => one.failure ?? []));

describe('a sync that knows the ways of its site', { timeout: 60_000 }, () => {
  test('goes about a careful site as one that knows nothing of it', () => {
    // What a site describes is looked at by doctor alone.
    const { filtersByUpdatedOn, describes: _, ...ways } = waysFor(profileNamed('careful'));
    const { filtersByUpdatedOn: __, describes: ___, ...careful } = carefulWays;
    expect(ways).toEqual(careful);
    const contracts = Object.keys(endpoints) as ContractName[];
    expect(contracts.filter(filtersByUpdatedOn)).toEqual(contracts.filter(carefulWays.filtersByUpdatedOn));
    expect([failuresOf(plain), remarksOf(plain)]).toEqual([[], []]);
    expect(plain.stores).toHaveLength(3);
  });

  test.each(['generous', 'awkward'] as const)(
    'leaves, of one like the %s one, the rows a careful sync leaves',
    async (name) => {
      const life = await lifeOf({ is: profileNamed(name) });
      for (const [step, rows] of life.stores.entries()) expect([step, rows]).toEqual([step, plain.stores[step]]);
      expect(life.stores).toHaveLength(3);
      expect([failuresOf(life), remarksOf(life)]).toEqual([[], []]);
      if (name === 'generous') expect(life.requests).toBeLessThan(plain.requests);
      else expect(life.requests).toBe(plain.requests);
    },
  );

  test('read what was changed and what was removed', () => {
    const [first, changed, full] = plain.stores.map(({ activities }) => activities?.length ?? 0);
    expect([changed, full]).toEqual([Number(first) + 5, Number(first) + 4]);
    // More than the awkward site gives in one page.
    const lists = plain.reports[0]?.entities.map(({ read }) => read) ?? [];
    expect(Math.max(...lists)).toBeGreaterThan(100);
    expect(plain.stores[1]?.['identity']?.filter((row) => row.includes('"new.'))).toHaveLength(8);
  });

  test('cannot do without its profile where large pages are refused', async () => {
    const life = await lifeOf({ is: profileNamed('awkward'), known: profileNamed('careful'), syncs: 1 });
    expect(new Set(failuresOf(life).map(({ kind }) => kind))).toEqual(new Set(['imis_refused']));
    expect(life.stores.flatMap(({ parties }) => parties)).toEqual([]);
  });

  const withGuesses = (guesses: Partial<Guesses>): SiteProfile => {
    const careful = profileNamed('careful');
    return { ...careful, guesses: { ...careful.guesses, ...guesses } };
  };

  test('goes back to the queries, and says so, where the site refuses a filter its profile promises', async () => {
    const life = await lifeOf({ is: profileNamed('careful'), known: profileNamed('generous'), syncs: 2 });
    expect(life.stores).toEqual(plain.stores.slice(0, 2));
    expect([failuresOf(life), remarksOf(life)]).toEqual([
      [],
      ['The site refuses the filter on UpdatedOn that its profile promises: write the profile anew.'],
    ]);
  });

  test('goes back to the queries where a filter gives nothing at all', async () => {
    const nothing = { state: 'does not hold', found: '.', answer: 'matches nothing' } as const;
    const { updatedOnFilter } = profileNamed('generous').guesses;
    const is = withGuesses({
      updatedOnFilter: Object.fromEntries(Object.keys(updatedOnFilter).map((name) => [name, nothing])),
    });
    const life = await lifeOf({ is, known: profileNamed('generous'), syncs: 2 });
    expect(life.stores).toEqual(plain.stores.slice(0, 2));
    expect([failuresOf(life), remarksOf(life)]).toEqual([
      [],
      [
        'The filter on UpdatedOn that the profile of the site promises did not give even the newest row known: where this stays, write the profile anew.',
      ],
    ]);
  });

  test('reads the records themselves where queries answer with rows of before, whatever their prompt', async () => {
    const is = withGuesses({
      queriesCached: { state: 'holds', found: '.', told: 'header', anotherPromptIsFresh: false },
    });
    const life = await lifeOf({ is, syncs: 2 });
    expect(life.stores).toEqual(plain.stores.slice(0, 2));
    expect(failuresOf(life)).toEqual([]);
  });

  test('removes no row of a query because a prompt drops it, and removes one that is gone without a prompt too', async () => {
    await emptyStore(database);
    const profile = profileNamed('awkward');
    const sandbox = await startSandbox({ members, seed: 3, clock, profile });
    try {
      const options = { url: sandbox.url, credentials: sandbox.accounts.read, currency: 'USD', profile };
      const reader = createReader(options);
      const without = async (page: ReturnType<typeof reader.queryPage>) => {
        const { rows, total, ...rest } = await page;
        return { ...rest, rows: rows.slice(1), total: total - 1 };
      };
      let isGone = false;
      const imis: ImisReader = {
        ...reader,
        queryPage: (name, list) => {
          const page = reader.queryPage(name, list);
          return name === 'StaffAssignments' && drops ? without(page) : page;
        },
        plainQueryPage: (name, list) => (isGone ? without(reader.queryPage(name, list)) : reader.queryPage(name, list)),
      };
      const association = { timeZone: 'America/Chicago', currency: 'USD' };
      const sync = createSync({ imis, database, clock, association });
      const assigned = async () => (await stored())['assignments']?.length ?? 0;
      let drops = false;
      await sync.run();
      const before = await assigned();
      drops = true;
      const kept = await sync.run({ full: true });
      expect(before).toBeGreaterThan(1);
      expect(await assigned()).toBe(before);
      expect(kept.entities.find(({ entity }) => entity === 'assignments')?.remarks).toEqual([
        `the query gave ${before - 1} rows with a prompt and counts ${before} without one, so nothing was removed; write the profile of the site anew`,
      ]);
      isGone = true;
      await sync.run({ full: true });
      expect(await assigned()).toBe(before - 1);
    } finally {
      await sandbox.close();
    }
  });
});
