import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Turn } from '../../src/agent/turn.js';
import type { ShownProposal } from '../../src/approvals/show.js';
import { createReader } from '../../src/imis/read.js';
import { sandboxAccounts } from '../../src/sandbox/accounts.js';
import { parseSettings } from '../../src/settings.js';
import { openStore, type Store } from '../../src/store/open.js';
import { personalDetailsOutside } from '../fixtures/personal-details.js';
import { RunningHouse } from './running-house.js';

const house = new RunningHouse();
const START_MILLIS = 120_000;

beforeAll(() => house.start({}, { isNew: true }), START_MILLIS);
afterAll(() => house.close());

const ask = (question: string, ...rest: string[]): Promise<Turn> =>
  house.json<Turn>('ask', question, '--as', 'membership', ...rest);

async function withStore<T>(work: (store: Store) => Promise<T>): Promise<T> {
  const store = await openStore({ ...parseSettings({}), dataDir: house.dataDir });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
const one = async <T>(sql: string): Promise<T> =>
  withStore(async (store) => (await store.query<{ value: T } & Record<string, unknown>>(sql)).rows[0]?.value as T);

/** Notes of a member, read from iMIS over REST. */
async function notesOf(memberId: string): Promise<string[]> {
  const { read } = sandboxAccounts(join(house.dataDir, 'sandbox'));
  const imis = createReader({ url: house.imisUrl, credentials: read, concurrency: 1, timeoutMillis: 10_000 });
  const filters = { PartyId: `eq:${memberId}` };
  const notes: string[] = [];
  for await (const page of imis.pages('Activity', { filters }))
    for (const row of page.rows) if (row.fits && row.value.note) notes.push(row.value.note);
  return notes;
}

const somebody = `select i.full_name || '|' || m.member_id as value
  from reporting.members m join imis.identity i using (member_id)
  where m.status = 'active' and m.kind = 'person'
    and not exists (select 1 from imis.identity o where lower(o.full_name) = lower(i.full_name) and o.member_id <> i.member_id)
  order by m.member_id limit 1`;

test('the number of active members in a chapter is the one the data hold, with a receipt', {
  timeout: 60_000,
}, async () => {
  const turn = await ask('How many active members do we have in Texas?');
  const inTexas = await one<number>(`select count(*) as value from reporting.members m where status = 'active'
    and exists (select 1 from reporting.group_members g join reporting.groups k using (group_id)
                where g.member_id = m.member_id and g.is_active and k.kind = 'chapter' and k.name = 'Texas')`);
  expect(turn.status).toBe('answer');
  expect(turn.receipts.map(({ value }) => value)).toContain(inTexas);
  expect(turn.answer).toContain(inTexas.toLocaleString('en-US'));
  expect(turn.answer).toMatch(/chapter/i);
});

test('a note is proposed, confirmed, found in iMIS once, and taken back', { timeout: 120_000 }, async () => {
  const [name, memberId] = (await one<string>(somebody)).split('|') as [string, string];
  const before = await notesOf(memberId);
  const turn = await ask(`Add a note to ${name} that she called about the conference`);
  expect(turn.status).toBe('proposal');
  expect(await notesOf(memberId)).toEqual(before);
  const id = turn.proposal?.id ?? '';

  const done = await house.json<ShownProposal>('proposals', 'approve', id, '--as', 'membership');
  expect(done.status).toBe('done');
  const after = await notesOf(memberId);
  expect(after.length).toBe(before.length + 1);
  expect(after.filter((text) => text.includes('called about the conference')).length).toBe(
    before.filter((text) => text.includes('called about the conference')).length + 1,
  );
  expect(
    await one<number>(
      `select count(*) as value from imis.texts where member_id = '${memberId}' and body like '%called about the conference%'`,
    ),
  ).toBeGreaterThan(0);

  const undo = await house.json<{ id: string }>('proposals', 'undo', id, '--as', 'membership');
  const undone = await house.run(
    'proposals',
    'approve',
    undo.id,
    '--as',
    'membership',
    '--acknowledge',
    'irreversible',
  );
  expect(undone.code).toBe(0);
  expect(await notesOf(memberId)).toEqual(before);
});

test('after kill -9 everything is still there and the conversation goes on', { timeout: 120_000 }, async () => {
  const first = await ask('How many active members do we have in Texas?');
  await house.end('SIGKILL');
  await house.again();
  const next = await ask('what about Ohio?', '--thread', first.thread);
  expect(next.status).toBe('answer');
  const inOhio = await one<number>(`select count(*) as value from reporting.members m where status = 'active'
    and exists (select 1 from reporting.group_members g join reporting.groups k using (group_id)
                where g.member_id = m.member_id and g.is_active and k.kind = 'chapter' and k.name = 'Ohio')`);
  expect(next.receipts.map(({ value }) => value)).toContain(inOhio);
});

test('no name, e-mail, phone or street stands outside the tables made for them, conversations included', {
  timeout: 60_000,
}, async () => {
  expect(await withStore((store) => personalDetailsOutside(store))).toEqual([]);
});

test('commands say what is wrong by their exit code and by one JSON value', { timeout: 60_000 }, async () => {
  expect((await house.run('ask', 'hello')).code).toBe(2);
  expect((await house.run('ask', 'hello', '--as', 'nobody', '--json')).code).toBe(1);
  const refused = await house.json<{ error: { kind: string; next: string } }>('ask', 'hello', '--as', 'nobody');
  expect(refused.error.kind).toBe('unknown_user');
  expect((await house.run('proposals', 'approve', 'P-NONE22', '--as', 'membership')).code).toBe(1);
  expect((await house.run('proposals', 'approve', 'P-NONE22', '--as', 'membership', '--acknowledge', 'x')).code).toBe(
    2,
  );
  expect((await house.run('--help')).code).toBe(0);
});

test('Ctrl-C ends it cleanly', { timeout: 60_000 }, async () => {
  expect(await house.end('SIGINT')).toBe(0);
});
