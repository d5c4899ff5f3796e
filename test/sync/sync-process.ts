/*
 * One sync as a process of its own, for tests that end it: opens the store of its place, syncs from the site of SITE and
 * says "syncing" on stdout when it begins. With `again` it goes on syncing until it is killed.
 */
import { systemClock } from '../../src/clock.js';
import { createReader } from '../../src/imis/read.js';
import { Secret } from '../../src/settings/secret.js';
import { createSync } from '../../src/sync/sync.js';
import { openPlace } from '../fixtures/open-place.js';

const { SITE = '', READ_USER = '', READ_PASSWORD = '' } = process.env;
const again = process.argv.includes('again');

const database = await openPlace(process.env);
const sync = createSync({
  imis: createReader({
    url: SITE,
    credentials: { user: READ_USER, password: new Secret(READ_PASSWORD) },
    currency: 'USD',
  }),
  database,
  clock: systemClock('America/Chicago'),
  association: { timeZone: 'America/Chicago', currency: 'USD' },
});
process.stdout.write('syncing\n');
do {
  const { kind, joined } = await sync.run({ full: true });
  process.stdout.write(`ended ${kind}${joined ? ' joined' : ''}\n`);
} while (again);
await database.close();
