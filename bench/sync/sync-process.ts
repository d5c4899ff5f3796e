/* One first sync into a new embedded database, in a process of its own; prints its time, its peak memory and the pages there were. */
import { pinnedClock } from '../../src/clock.js';
import { createReader } from '../../src/imis/read.js';
import { Secret } from '../../src/settings/secret.js';
import { migrate } from '../../src/store/migrate.js';
import { openStore } from '../../src/store/open.js';
import type { SyncReport } from '../../src/sync/report.js';
import { createSync } from '../../src/sync/sync.js';
import { TODAY } from './today.js';

const { DATA_DIR = '', SITE = '', READ_USER = '', READ_PASSWORD = '' } = process.env;
const PAGE = 500;

const database = await openStore({ dataDir: DATA_DIR, database: { statementMillis: 120_000 } });
await migrate(database);
const association = { timeZone: 'UTC', currency: 'USD' };
const sync = createSync({
  imis: createReader({
    url: SITE,
    credentials: { user: READ_USER, password: new Secret(READ_PASSWORD) },
    currency: association.currency,
    concurrency: 5,
  }),
  database,
  clock: pinnedClock(TODAY),
  association,
});
const began = performance.now();
const report = await sync.run();
const seconds = (performance.now() - began) / 1000;
const failed = report.entities.filter(({ failure }) => failure);
if (failed.length > 0) throw new Error(`not read: ${failed.map(({ entity }) => entity).join(', ')}`);
process.stdout.write(
  `${JSON.stringify({
    seconds,
    peakMegabytes: process.resourceUsage().maxRSS / 1024,
    rows: report.entities.reduce((sum, { read }) => sum + read, 0),
    pages: await pagesOf(report),
  })}\n`,
);
await database.close();

/** Pages of 500 that nobody can do without: one at least for each list, and one for the roles of each member of staff. */
async function pagesOf({ entities }: SyncReport): Promise<number> {
  const whole = entities.filter(({ entity }) => entity !== 'registrations' && entity !== 'group_members');
  const { rows } = await database.query<{ pages: number }>(
    `select (select coalesce(sum(greatest(1, ceil(n / ${PAGE}.0))), 0)
             from (select count(r.event_id) as n from imis.events e left join imis.registrations r using (event_id) group by event_id) p)
          + (select coalesce(sum(greatest(1, ceil(n / ${PAGE}.0))), 0)
             from (select count(m.group_id) as n from imis.groups g left join imis.group_members m using (group_id) group by group_id) p)
          + (select count(*) from imis.users where is_staff) as pages`,
  );
  const partitioned = Number(rows[0]?.pages ?? 0);
  return whole.reduce((sum, { read }) => sum + Math.max(1, Math.ceil(read / PAGE)), partitioned);
}
