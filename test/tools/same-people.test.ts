/** Answers that must agree: whom events and counts are about, which groups there are, what is latest, who is hidden. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { pseudonymOf } from '../../src/privacy/pseudonyms.js';
import type { Store } from '../../src/store/store.js';
import { actorWith } from '../agent/office.js';
import { givenPeople } from '../fixtures/people.js';
import { caller, openAssociation } from './association.js';

let store: Store;
let call: ReturnType<typeof caller>;
const defects: unknown[] = [];

beforeAll(async () => {
  store = await openAssociation();
  call = caller(store, defects);
});
afterAll(() => store.close());

test('an event is told of the people who are counted: no staff, nobody who died', async () => {
  const registered = async () => {
    const reply = await call('list_events', { window: { calendar: 'year', offset: 0 } });
    const events = (reply.output as { events: { name: string; registered: number; attended?: number }[] }).events;
    return events.find(({ name }) => name === 'Annual Conference 2026');
  };
  const before = await registered();
  expect(before).toMatchObject({ registered: 3, attended: 2 });
  await givenPeople(store, [{ id: 'late', name: 'Late Person', paidThrough: '2027-03-31' }]);
  await store.query("update imis.parties set status = 'deceased' where member_id = 'late'");
  const staff = await store.query<{ member_id: string }>('select member_id from imis.users where is_staff limit 1');
  for (const id of ['late', staff.rows[0]?.member_id ?? '']) {
    await store.query(
      "insert into imis.registrations (registration_id, event_id, member_id, registered_on, status) values ($1, 'AC26', $1, '2026-04-01', 'registered')",
      [id],
    );
    await store.query(
      "insert into imis.attendance (attendance_id, event_id, member_id, attended) values ($1, 'AC26', $1, true)",
      [id],
    );
  }
  expect(await registered()).toEqual(before);
});

test('by status is everybody on record, unless a description says whom', async () => {
  const statuses = async (input: object) => {
    const reply = await call('group_members', { by: [{ field: 'status' }], ...input });
    return (reply.output as { groups: { values: string[] }[] }).groups.map(({ values }) => values[0]);
  };
  expect(await statuses({})).toContain('lapsed');
  expect(await statuses({ definition: { op: 'field', field: 'status', test: { in: ['active'] } } })).toEqual([
    'active',
  ]);
});

test('of many changes the latest are told, and how many there were', async () => {
  await givenPeople(
    store,
    Array.from({ length: 8 }, (_, index) => ({
      id: `a${index}`,
      name: `Joined ${index}`,
      joined: `2019-03-0${8 - index}`,
      paidThrough: '2027-03-31',
    })),
  );
  for (let index = 0; index < 8; index++) {
    await store.query("update imis.parties set city = 'Elsewhere', content_hash = 'x' where member_id = $1", [
      `a${index}`,
    ]);
    await store.query('update imis_history.parties set superseded_at = $2 where member_id = $1', [
      `a${index}`,
      `2026-11-0${8 - index}T15:00:00Z`,
    ]);
  }
  const reply = await call('what_changed', { window: { from: '2019-03-01', to: '2026-11-21' } });
  const { kinds } = reply.output as {
    kinds: { said: string; count: number; lines: { member: string; on: string }[]; leftOut: number }[];
  };
  const places = kinds.find(({ said }) => said === 'changes of place');
  expect(places).toMatchObject({ count: 8, leftOut: 3 });
  expect(places?.lines.map(({ on }) => on)).toEqual([8, 7, 6, 5, 4].map((of) => `2026-11-0${of}`));
  const joined = kinds.find(({ said }) => said === 'joined');
  const days = joined?.lines.map(({ on }) => on) ?? [];
  expect(days).toEqual([...days].sort().reverse());
  expect(days[0]).not.toBe('2019-03-01');
  expect(defects).toEqual([]);
});

test('of many periods the latest are shown, and it is said from when', async () => {
  const reply = await call('group_members', {
    by: [{ field: 'joined', by: 'year' }],
    definition: { op: 'everyone' },
    limit: 2,
  });
  expect(reply.words).toMatch(/Shown from 2020 on; 1 earlier group is left out/);
  const groups = (reply.output as { groups: { values: string[] }[] }).groups.map(({ values }) => values[0]);
  expect(groups).toHaveLength(2);
  expect(groups.at(-1)).toBe('join date not recorded');
});

test('an employer out of scope is told to be hidden, in groups and in reasons', async () => {
  await givenPeople(store, [{ id: 'acme', name: 'Acme Widgets', kind: 'organization', paidThrough: '2027-03-31' }]);
  await store.query("update imis.parties set employer_id = 'acme' where member_id in ('101', '104')");
  const acme = await pseudonymOf(store, 'acme');
  const ohio = actorWith('chapter_manager', { scope: { kind: 'chapters', chapters: ['CH-OH'] } });
  const groups = { by: [{ field: 'employer' }] };
  const check = {
    member: await pseudonymOf(store, '104'),
    definition: { op: 'field', field: 'employer', test: { recorded: true } },
  };
  for (const [tool, input] of [
    ['group_members', groups],
    ['check_member', check],
  ] as const) {
    const hidden = await call(tool, input, ohio);
    expect(hidden.words).toContain('an employer hidden by your rights');
    expect(JSON.stringify([hidden.output, hidden.receipts])).not.toMatch(new RegExp(`${acme}|acme`));
    expect((await call(tool, input)).words).toContain(acme);
  }
  // A group by employer is one organisation.
  expect((await call('group_members', groups, actorWith('leadership'))).error?.kind).toBe('not_permitted');
});
