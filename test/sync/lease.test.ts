import { hostname } from 'node:os';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import type { Store } from '../../src/store/store.js';
import { isHeld, renew, takeLease } from '../../src/sync/lease.js';
import { createSync, type Sync } from '../../src/sync/sync.js';
import { freshDatabase } from '../fixtures/database.js';
import { createAssociation } from './association.js';
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

const hold = (host: string, process: number, expires: string) =>
  database.query(
    `insert into copilot.sync_lease (holder, host, process, expires_at) values ('other', $1, $2, clock_timestamp() + $3::interval)`,
    [host, process, expires],
  );

test('a lease is waited for while another holds it, and free when it was given back', async () => {
  const first = await takeLease(database);
  expect(await isHeld(database)).toBe(true);
  const order: string[] = [];
  const second = takeLease(database).then((lease) => {
    order.push('second');
    return lease;
  });
  await new Promise((resume) => setTimeout(resume, 400));
  order.push('given back');
  await first.release();
  await (await second).release();
  expect(order).toEqual(['given back', 'second']);
  expect(await isHeld(database)).toBe(false);
});

test('the lease of a process of this machine that has ended is taken at once', async () => {
  // No process has a number this high: the kernel counts to 4,194,304.
  await hold(hostname(), 2 ** 30, '1 hour');
  expect(await isHeld(database)).toBe(false);
  await (await takeLease(database)).release();
});

test('the lease of another machine is waited for until it expires', async () => {
  await hold('another-machine', 1, '1 hour');
  const stop = new AbortController();
  const waiting = takeLease(database, stop.signal);
  setTimeout(() => stop.abort(), 300);
  await expect(waiting).rejects.toMatchObject({ kind: 'sync_stopped' });
  await database.query(`update copilot.sync_lease set expires_at = clock_timestamp() - interval '1 second'`);
  await (await takeLease(database)).release();
});

test('a process that was taken over writes nothing more', async () => {
  const site = createAssociation(30);
  let taken = false;
  site.meanwhile = async ({ of }) => {
    if (of !== 'MailEvents' || taken) return;
    taken = true;
    await database.query(`update copilot.sync_lease set holder = 'other', host = 'another-machine'`);
  };
  await expect(syncOf(site).run()).rejects.toMatchObject({ kind: 'sync_taken_over' });
  expect((await storedRows(database))['messages']).toEqual([]);
  await expect(renew(database, 'nobody')).rejects.toMatchObject({ kind: 'sync_taken_over' });
});

test('two that are asked for at once: the second waits and answers what the first has read', async () => {
  const site = createAssociation(30);
  const [first, second] = await Promise.all([syncOf(site).run({ full: true }), syncOf(site).run({ full: true })]);
  expect([first.joined, second.joined].sort()).toEqual([false, true]);
  expect(site.asked.filter((one) => one === 'MailEvents 0')).toHaveLength(1);
  expect(await versions(database)).toEqual({});
});

test('a sync that is stopped goes on where it was, and does not read again what it had', async () => {
  const site = createAssociation(120);
  site.pageRows = 20;
  const stop = new AbortController();
  let pages = 0;
  site.meanwhile = () => {
    pages += 1;
    if (pages === 60) stop.abort();
  };
  const sync = syncOf(site);
  await expect(sync.run({ full: true, signal: stop.signal })).rejects.toMatchObject({ kind: 'sync_stopped' });
  expect((await sync.status()).lastFailure?.kind).toBe('sync_stopped');
  site.meanwhile = () => undefined;
  const before = new Set(site.asked.filter((one) => !one.endsWith(' 0')));
  site.asked.length = 0;
  const report = await sync.run({ full: true });
  expect(report.entities.find(({ entity }) => entity === 'parties')?.new).toBe(121);
  const twice = site.asked.filter((one) => before.has(one));
  // Those that were on their way when it was stopped.
  expect(twice.length).toBeLessThanOrEqual(12);
  const stored = await storedRows(database);
  await emptyStore(database);
  await syncOf(site).run();
  expect(stored).toEqual(await storedRows(database));
});
