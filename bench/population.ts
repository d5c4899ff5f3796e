/*
 * Counts and pages of the population evaluator against statements written by hand for the same answer, over the same
 * tables, turn by turn in one process. The hand-written ones give the same figures: in, out, unknown, people,
 * organisations; they are checked to agree before anything is timed.
 */
import { day } from '../src/domain/day.js';
import type { Definition } from '../src/population/definition.js';
import { count } from '../src/population/evaluate.js';
import { groupBy } from '../src/population/group-by.js';
import { list } from '../src/population/list.js';
import type { Perspective } from '../src/population/perspective.js';
import { vocabularyOf } from '../src/population/vocabulary.js';
import { openMemory } from '../src/store/embedded-memory.js';
import { migrate } from '../src/store/migrate.js';
import type { Store } from '../src/store/store.js';
import type { BenchRow } from './run.js';

const MEMBERS = 20_000;
const RUNS = 15;
const TODAY = '2026-11-21';

const perspective: Perspective = {
  scope: { kind: 'everyone' },
  calendar: { today: day(TODAY), fiscalYearStarts: '07-01', weekStarts: 'monday' },
  graceDays: 60,
  reach: {
    payment: day('2024-01-01'),
    login: day('2024-01-01'),
    attendance: day('2024-01-01'),
    registration: day('2024-01-01'),
  },
};

/** A tenth organisations, a twentieth without a state; 20 logins and 3 registrations a member over three years. */
const filling = [
  `insert into imis.parties (member_id, kind, status, state)
   select 'P' || n, case when n % 10 = 0 then 'organization' else 'person' end, 'active',
     case when n % 20 <> 7 then (array['TX', 'OH', 'CA', 'NY', 'FL'])[1 + abs(hashint4(n)) % 5] end
   from generate_series(1, ${MEMBERS}) n`,
  `insert into imis.contacts (member_id, member_type, joined_on, paid_through)
   select 'P' || n, (array['STU', 'IND', 'CORP'])[1 + n % 3], date '2015-01-01' + n % 4000,
     case when n % 11 = 0 then null else date '${TODAY}' - 200 + n % 500 end
   from generate_series(1, ${MEMBERS}) n`,
  `insert into imis.activities (activity_id, member_id, kind, occurred_on)
   select n::text, 'P' || (1 + (n::bigint * 7919) % ${MEMBERS}), case when n % 9 = 0 then 'note' else 'login' end,
     date '2024-01-01' + n % 1050
   from generate_series(1, ${MEMBERS * 20}) n`,
  `insert into imis.events (event_id, code, name, series, event_type, status, begins_on, ends_on)
   select 'E' || n, 'E' || n, 'Event ' || n, 'Series ' || n % 5, 'conference', 'active',
     date '2024-02-01' + n * 25, date '2024-02-02' + n * 25
   from generate_series(1, 40) n`,
  `insert into imis.registrations (registration_id, event_id, member_id, registered_on, status)
   select 'E' || e || '-' || n, 'E' || e, 'P' || n, date '2024-01-15' + e * 25, 'registered'
   from generate_series(1, 40) e, generate_series(1, ${MEMBERS}) n where (n * 31 + e * 17) % 13 = 0`,
  // Attendance is taken at three events of four.
  `insert into imis.attendance (attendance_id, event_id, member_id, attended)
   select registration_id, event_id, member_id, abs(hashtext(registration_id)) % 5 <> 0
   from imis.registrations where right(event_id, 1) not in ('3', '7')`,
  `insert into imis.payments (payment_id, member_id, paid_on, amount, currency, status)
   select n::text, 'P' || (1 + (n::bigint * 7907) % ${MEMBERS}), date '2024-01-01' + n % 1050, 1000 + n % 90000,
     case when n % 10 = 0 then 'CAD' else 'USD' end, case when n % 50 = 0 then 'refunded' else 'received' end
   from generate_series(1, ${MEMBERS * 5}) n`,
  'analyze',
];

const status = `case when p.status = 'deceased' then 'deceased' when c.paid_through is null then 'prospect'
  when p.status = 'suspended' then 'suspended' when c.paid_through >= $1::date then 'active'
  when c.paid_through >= $1::date - 60 then 'grace' else 'lapsed' end`;

const byHand = (condition: string, joins = '', grace = 'null::boolean'): string => `
  select count(*) filter (where verdict) as "in", count(*) filter (where not verdict) as out,
    count(*) filter (where verdict is null) as unknown, count(*) as population,
    count(*) filter (where verdict and kind = 'person') as people,
    count(*) filter (where verdict and kind = 'organization') as organizations,
    count(*) filter (where grace) as grace
  from (select p.kind, ${condition} as verdict, ${grace} as grace
    from imis.parties p left join imis.contacts c on c.member_id = p.member_id ${joins}
    where p.status <> 'deceased'
      and not exists (select 1 from imis.users u where u.member_id = p.member_id and u.is_staff)) members`;

const field = (name: string, test: Extract<Definition, { op: 'field' }>['test']): Definition => ({
  op: 'field',
  field: name,
  test,
});
const all = (...of: Definition[]): Definition => ({ op: 'all', of });

const loginsOfYear = `left join (select member_id, count(*) as logins from imis.activities
    where kind = 'login' and occurred_on between '2026-01-01' and '2026-12-31' group by member_id) l
  on l.member_id = p.member_id`;
const attended = `left join (select member_id, count(*) filter (where sure) as sure, count(*) as possible
    from (select a.member_id, true as sure from imis.attendance a join imis.events e using (event_id)
        where a.attended and e.begins_on between '2025-11-22' and $1::date
      union all
      select r.member_id, false from imis.registrations r join imis.events e using (event_id)
        where r.status = 'registered' and e.ends_on < $1::date and e.begins_on between '2025-11-22' and $1::date
          and e.status <> 'cancelled' and e.event_id not in (select event_id from imis.attendance)) x
    group by member_id) t on t.member_id = p.member_id`;

const paid = `left join (select member_id, sum(case when status = 'refunded' then -amount else amount end) as amount
    from imis.payments where status in ('received', 'refunded') and currency = 'USD'
      and paid_on between '2025-11-22' and $1::date group by member_id) m on m.member_id = p.member_id`;

const questions: readonly { name: string; definition: Definition; peer: string }[] = [
  {
    name: 'active members in Texas',
    definition: all(field('status', { in: ['active'] }), field('state', { in: ['TX'] })),
    peer: byHand(`${status} = 'active' and p.state = 'TX'`, '', `${status} = 'grace' and p.state = 'TX'`),
  },
  {
    name: 'members expiring in the next 60 days',
    definition: all(
      field('status', { in: ['active', 'grace'] }),
      field('expires', { within: { next: 60, unit: 'day' } }),
    ),
    peer: byHand(`${status} in ('active', 'grace') and c.paid_through between $1::date and $1::date + 59`),
  },
  {
    name: 'members with fewer than 3 logins this year',
    definition: all(field('status', { in: ['active', 'grace'] }), {
      op: 'event',
      kind: 'login',
      count: { is: 'lt', value: 3 },
      window: { calendar: 'year', offset: 0 },
    }),
    peer: byHand(`${status} in ('active', 'grace') and coalesce(l.logins, 0) < 3`, loginsOfYear),
  },
  {
    name: 'members who attended at least 2 events in 12 months',
    definition: all(field('status', { in: ['active', 'grace'] }), {
      op: 'event',
      kind: 'attendance',
      count: { is: 'gte', value: 2 },
      window: { last: 12, unit: 'month' },
    }),
    peer: byHand(
      `${status} in ('active', 'grace') and case when coalesce(t.sure, 0) >= 2 then true
        when coalesce(t.possible, 0) < 2 then false end`,
      attended,
    ),
  },
  {
    name: 'members who paid at least 1,000 USD in 12 months',
    definition: all(field('status', { in: ['active', 'grace'] }), {
      op: 'money',
      measure: 'revenue',
      aggregate: 'sum',
      currency: 'USD',
      test: { is: 'gte', value: 100_000 },
      window: { last: 12, unit: 'month' },
    }),
    peer: byHand(`${status} in ('active', 'grace') and coalesce(m.amount, 0) >= 100000`, paid),
  },
];

/** Rows of the performance table: milliseconds, medians. */
export async function bench(): Promise<{ rows: BenchRow[]; notes: string[] }> {
  const store = await openMemory({ statementMillis: 120_000 });
  try {
    await migrate(store);
    for (const statement of filling) await store.query(statement);
    const rows: BenchRow[] = [];
    for (const question of questions) rows.push(await counted(store, question));
    rows.push(await paged(store), await grouped(store));
    return { rows, notes: [`${MEMBERS} members on the embedded database; each peer gives the same figures.`] };
  } finally {
    await store.close();
  }
}

async function counted(store: Store, { name, definition, peer }: (typeof questions)[number]): Promise<BenchRow> {
  const ours = () => count(store, definition, perspective);
  const theirs = () => store.query<Record<string, string>>(peer, [TODAY]);
  const [row] = (await theirs()).rows;
  const found = await ours();
  for (const key of ['in', 'out', 'unknown', 'population', 'people', 'organizations'] as const)
    if (Number(row?.[key]) !== found[key]) throw new Error(`${name}: ${key} is ${found[key]}, by hand ${row?.[key]}`);
  return await timed(`count: ${name}`, ours, theirs);
}

/** The first page of 50 by expiry. */
async function paged(store: Store): Promise<BenchRow> {
  const definition = all(field('status', { in: ['active'] }), field('state', { in: ['TX'] }));
  const sort = { field: 'expires', direction: 'asc' } as const;
  const ours = async () => (await list(store, definition, perspective, { limit: 50, sort })).memberIds.join();
  const peer = `select p.member_id from imis.parties p left join imis.contacts c on c.member_id = p.member_id
    where p.status <> 'deceased' and ${status} = 'active' and p.state = 'TX'
      and not exists (select 1 from imis.users u where u.member_id = p.member_id and u.is_staff)
    order by c.paid_through, p.member_id limit 51`;
  const theirs = async () =>
    (await store.query<{ member_id: string }>(peer, [TODAY])).rows
      .slice(0, 50)
      .map((row) => row.member_id)
      .join();
  if ((await ours()) !== (await theirs())) throw new Error('the page and the one by hand differ');
  return await timed('list: first 50 active members in Texas by expiry', ours, theirs);
}

/** Active members by tier and quarter of joining. */
async function grouped(store: Store): Promise<BenchRow> {
  const definition = field('status', { in: ['active'] });
  const keys = [{ field: 'tier' }, { field: 'joined', by: 'quarter' as const }];
  const vocabulary = await vocabularyOf(store);
  const ours = async () =>
    (await groupBy(store, definition, perspective, keys, { vocabulary })).cells.filter(({ count }) => count > 0);
  const peer = `select c.member_type as tier, date_trunc('quarter', c.joined_on::timestamp)::date::text as quarter,
      count(*) as members
    from imis.parties p left join imis.contacts c on c.member_id = p.member_id
    where p.status <> 'deceased' and ${status} = 'active'
      and not exists (select 1 from imis.users u where u.member_id = p.member_id and u.is_staff)
    group by 1, 2`;
  const theirs = async () =>
    (await store.query<{ tier: string; quarter: string; members: string }>(peer, [TODAY])).rows;
  const spell = (values: readonly unknown[]): string => values.join(' ');
  const mine = (await ours()).map(({ values, count: members }) => spell([...values, members]));
  const hand = (await theirs()).map(({ tier, quarter, members }) => spell([tier, quarter, members]));
  if (mine.sort().join('; ') !== hand.sort().join('; ')) throw new Error('the groups and those by hand differ');
  return await timed('group: active members by tier and quarter of joining', ours, theirs);
}

async function timed(name: string, ours: () => Promise<unknown>, theirs: () => Promise<unknown>): Promise<BenchRow> {
  const [mine, peers]: [number[], number[]] = [[], []];
  for (let run = 0; run < RUNS; run++) {
    mine.push(await millis(ours));
    peers.push(await millis(theirs));
  }
  const [ourMedian, peer] = [median(mine), median(peers)];
  return { name, ours: ourMedian, peer, ratio: ourMedian / peer, unit: 'ms', runs: RUNS };
}

async function millis(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
