import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createReader } from '../../../src/imis/read.js';
import { sandboxAccounts } from '../../../src/sandbox/accounts.js';
import { parseSettings } from '../../../src/settings.js';
import { openStore } from '../../../src/store/open.js';
import { RunningHouse } from '../../e2e/running-house.js';
import { type Seat, seatAt } from './console-seat.js';
import { overHttp, overStdio, type Sdk, type StaffClient, type Started } from './staff-client.js';
import { steps, type Walk, walked } from './twenty-steps.js';

const house = new RunningHouse();
const SLOW = 180_000;
let seat: Seat;
let person: Walk['person'];
const open: StaffClient[] = [];

beforeAll(async () => {
  await house.start();
  seat = await seatAt(house.url, 'membership');
  const store = await openStore({ ...parseSettings({}), dataDir: house.dataDir });
  const { rows } = await store.query<{ id: string; name: string }>(
    `select m.member_id as id, i.full_name as name from reporting.members m join imis.identity i using (member_id)
     where m.status = 'active' and m.kind = 'person' and not exists
       (select 1 from imis.identity o where lower(o.full_name) = lower(i.full_name) and o.member_id <> i.member_id)
     order by m.member_id limit 1`,
  );
  await store.close();
  person = rows[0] ?? { id: '', name: '' };
}, SLOW);
afterAll(async () => {
  await Promise.allSettled(open.map((client) => client.close()));
  await house.close();
});

/** iMIS itself, asked over REST beside the product. */
const imis: Walk['imis'] = {
  async notes(memberId) {
    const notes: string[] = [];
    for await (const { rows } of reader().pages('Activity', { filters: { PartyId: `eq:${memberId}` } }))
      for (const row of rows) if (row.fits && row.value.note) notes.push(row.value.note);
    return notes;
  },
  async email(memberId) {
    for await (const { rows } of reader().pages('Party', { filters: { Id: `eq:${memberId}` } }))
      for (const row of rows) if (row.fits && row.value.partyId === memberId) return row.value.email;
    throw new Error(`iMIS knows nobody of ${memberId}`);
  },
};
function reader() {
  const { read } = sandboxAccounts(join(house.dataDir, 'sandbox'));
  return createReader({ url: house.imisUrl, credentials: read, concurrency: 1, timeoutMillis: 10_000 });
}

const walk = (sdk: Sdk, mark: string, client: StaffClient): Promise<number> => {
  open.push(client);
  return walked({
    client,
    mark,
    speaks: sdk === 'SDK 1' ? 'until 2025-11-25' : '2026-07-28',
    console: seat,
    person,
    imis,
    member: '',
    count: 0,
    receipt: '',
    note: '',
    correction: '',
    email: undefined,
  });
};

test.each<Sdk>(['SDK 1', 'SDK 2'])(
  'a client of %s takes the twenty steps over HTTP',
  { timeout: SLOW },
  async (sdk) => {
    const client = await overHttp(sdk, house.url, await seat.token(`${sdk} over HTTP`));
    expect(await walk(sdk, `${sdk} over HTTP`, client)).toBe(20);
    expect(steps).toHaveLength(20);
  },
);

test.each<[Sdk, string]>([
  ['SDK 1', 'by name'],
  ['SDK 2', 'by a personal token'],
])(
  'a client of %s takes the twenty steps over stdio, %s, and reads nothing but the protocol',
  {
    timeout: SLOW,
  },
  async (sdk, how) => {
    const command = await house.command('mcp', ...(how === 'by name' ? ['--as', 'membership'] : []));
    const token = how === 'by name' ? {} : { IMIS_COPILOT_TOKEN: await seat.token(`${sdk} over stdio`) };
    const { client, started } = await overStdio(sdk, { ...command, env: { ...command.env, ...token } });
    expect(await walk(sdk, `${sdk} over stdio`, client)).toBe(20);
    // A client that has gone closes its end; the program ends by itself.
    await client.close();
    expect(await started.exited).toBe(0);
    onlyProtocol(started);
  },
);

function onlyProtocol(started: Started): void {
  const lines = started.stdout().split('\n').filter(Boolean);
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
  expect(started.stderr()).not.toMatch(/"level":[56]0/);
}
