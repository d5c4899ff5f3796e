import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import type { SiteProfile } from '../../src/imis/contracts/site-profile.js';
import { createReader } from '../../src/imis/read.js';
import { createWriter } from '../../src/imis/write.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import type { Store } from '../../src/store/store.js';
import type { SyncReport } from '../../src/sync/report.js';
import { createSync } from '../../src/sync/sync.js';
import { freshDatabase } from '../fixtures/database.js';
import { profileNamed, profileNames } from '../fixtures/site-profiles.js';
import { emptyStore, storedRows } from './stored.js';

const clock = systemClock('America/Chicago');
const MEMBERS = 40;
let database: Store;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());
beforeEach(() => emptyStore(database));

type Stored = Record<string, readonly string[]>;

/** A first sync, what colleagues then do, the changes of it, a note that goes, and a full sync: the store after each. */
async function lifeOf(
  profile: SiteProfile | undefined,
  known = profile,
): Promise<{ readonly stores: readonly Stored[]; readonly reports: readonly SyncReport[]; readonly requests: number }> {
  await emptyStore(database);
  const sandbox = await startSandbox({ members: MEMBERS, seed: 3, clock, ...(profile && { profile }) });
  try {
    const imis = readerOf(sandbox, known);
    const sync = createSync({ imis, database, clock, association: { timeZone: 'America/Chicago', currency: 'USD' } });
    const writer = createWriter({ url: sandbox.url, credentials: sandbox.accounts.write });
    const reports = [await sync.run()];
    const stores = [await storedRows(database)];

    const members = await membersWithMail();
    for (const [member, email] of members)
      await writer.changeParty(member, { field: 'email', before: email, after: `new.${email}` });
    for (const [member] of members.slice(0, 5))
      await writer.addActivity({
        partyId: member,
        activityType: 'NOTE',
        occurredOn: day('2026-11-20'),
        note: 'called',
      });
    sandbox.faults.set([{ kind: 'latency', millis: 0 }]);
    reports.push(await sync.run());
    const requests = sandbox.faults.hits.latency ?? 0;
    stores.push(await storedRows(database));

    const [note] = (
      await database.query<{ id: string }>(`select max(activity_id) as id from imis.activities where kind = 'note'`)
    ).rows;
    await writer.removeActivity(note?.id ?? '');
    reports.push(await sync.run());
    stores.push(await storedRows(database));
    reports.push(await sync.run({ full: true }));
    stores.push(await storedRows(database));
    return { stores: stores.map(withoutTimesOfWriting), reports, requests };
  } finally {
    await sandbox.close();
  }
}

const readerOf = (sandbox: Sandbox, profile: SiteProfile | undefined) =>
  createReader({
    url: sandbox.url,
    credentials: sandbox.accounts.read,
    currency: 'USD',
    ...(profile && { profile }),
  });

async function membersWithMail(): Promise<readonly (readonly [id: string, email: string])[]> {
  const { rows } = await database.query<{ member_id: string; email: string }>(
    'select member_id, email from imis.identity where email is not null order by member_id limit 8',
  );
  return rows.map(({ member_id, email }) => [member_id, email]);
}

/** Each sandbox was written to in its own second, and numbers its notes by itself. */
const withoutTimesOfWriting = (stored: Stored): Stored =>
  Object.fromEntries(
    Object.entries(stored).map(([table, rows]) => [
      table,
      rows.map((row) => row.replace(/"source_updated_on":"2026-1[12][^"]*"/, '"source_updated_on":"lately"')).sort(),
    ]),
  );

describe('a sync of a site with a profile', () => {
  let plain: Awaited<ReturnType<typeof lifeOf>>;
  beforeAll(async () => {
    plain = await lifeOf(undefined);
  }, 60_000);

  test.each(profileNames)('like the %s one leaves the rows that a sync without any profile leaves', async (name) => {
    const life = await lifeOf(profileNamed(name));
    for (const [step, stored] of life.stores.entries()) expect([step, stored]).toEqual([step, plain.stores[step]]);
    for (const report of life.reports)
      expect(report.entities.filter(({ failure, remarks }) => failure || remarks.length > 0)).toEqual([]);
  });
});
