/* A small association in a database of its own: on the server of TEST_DATABASE_URL, else embedded in the process that asks. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { type Clock, pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { parseSettings } from '../../src/settings.js';
import { writeAssociation } from '../../src/store/association.js';
import { openMemory } from '../../src/store/embedded-memory.js';
import { migrate } from '../../src/store/migrate.js';
import { openNative } from '../../src/store/native.js';
import type { Store } from '../../src/store/store.js';
import { entities } from '../../src/sync/report.js';

const MEMBERS = 1000;
const STAFF = 200;
const STATEMENT_MILLIS = 120_000;
const TODAY = '2026-11-21';

export const clock: Clock = pinnedClock(day(TODAY));

/** A user name of the staff, all of whom may see people. */
export const staffNamed = (place: number): string => `staff-${place + 1}`;

const filling = [
  `insert into imis.parties (member_id, kind, status, state)
   select 'P' || n, 'person', 'active', (array['TX', 'OH', 'CA', 'NY', 'FL'])[1 + abs(hashint4(n)) % 5]
   from generate_series(1, ${MEMBERS}) n`,
  `insert into imis.identity (member_id, full_name, first_name, last_name, address_lines, user_name)
   select 'P' || n, 'First' || n % 300 || ' Last' || n, 'First' || n % 300, 'Last' || n, '{}',
     case when n <= ${STAFF} then 'staff-' || n end
   from generate_series(1, ${MEMBERS}) n`,
  `insert into imis.contacts (member_id, member_type, joined_on, paid_through)
   select 'P' || n, 'IND', date '2015-01-01' + n % 4000, date '${TODAY}' - 200 + n % 500
   from generate_series(1, ${MEMBERS}) n`,
  `insert into imis.users (member_id, is_staff, disabled, roles)
   select 'P' || n, true, false, '{Membership}' from generate_series(1, ${STAFF}) n`,
  // As on any day after the first: everything has been read once.
  `insert into copilot.sync_entities (entity, full_started_at, full_at, read_at)
   select entity, now(), now(), now() from unnest('{${entities.join(',')}}'::text[]) entity`,
  // As sync does after a run.
  'vacuum (analyze)',
];

/** Migrated and filled; closing it leaves nothing behind. */
export async function openDatabase(): Promise<Store> {
  const url = process.env['TEST_DATABASE_URL'];
  const store = url ? await ownOn(url) : await openMemory({ statementMillis: STATEMENT_MILLIS });
  await migrate(store);
  await writeAssociation(store, parseSettings({}).association, clock);
  for (const statement of filling) await store.query(statement);
  return store;
}

async function ownOn(url: string): Promise<Store> {
  const name = `copilot_bench_${randomBytes(6).toString('hex')}`;
  await onServer(url, `create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
  const own = new URL(url);
  own.pathname = `/${name}`;
  const store = openNative({ url: own.href, statementMillis: STATEMENT_MILLIS, connections: 8 });
  return {
    ...store,
    async close() {
      await store.close();
      await onServer(url, `drop database ${name} with (force)`);
    },
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
