/*
 * How far back each kind of record reaches. A window that begins earlier cannot be answered for that part, and a kind
 * without a row is unknown, not none.
 */
import type { Day } from '../domain/day.js';
import type { Database, Transaction } from '../store/database.js';
import type { Reach } from './report.js';

/** Kind, and a select of its rows, first and last day; activities and groups have a kind of their own for each type. */
const measured: readonly (readonly [kind: string, sql: string])[] = [
  ['terms', 'select count(*) as rows, min(begins_on) as first_on, max(begins_on) as last_on from imis.terms'],
  ['invoices', 'select count(*) as rows, min(invoiced_on) as first_on, max(invoiced_on) as last_on from imis.invoices'],
  ['payments', 'select count(*) as rows, min(paid_on) as first_on, max(paid_on) as last_on from imis.payments'],
  ['events', 'select count(*) as rows, min(begins_on) as first_on, max(begins_on) as last_on from imis.events'],
  [
    'registrations',
    `select count(*) as rows, min(e.begins_on) as first_on, max(e.begins_on) as last_on
     from imis.registrations r join imis.events e on e.event_id = r.event_id`,
  ],
  [
    'attendance',
    `select coalesce(sum(a.rows), 0) as rows, min(e.begins_on) as first_on, max(e.begins_on) as last_on
     from (select event_id, count(*) as rows from imis.attendance group by event_id) a
     join imis.events e on e.event_id = a.event_id`,
  ],
  ['messages', 'select count(*) as rows, min(sent_on) as first_on, max(sent_on) as last_on from imis.messages'],
  [
    'group_members',
    'select count(*) as rows, min(begins_on) as first_on, max(begins_on) as last_on from imis.group_members',
  ],
  byDay('cases', 'opened_on'),
  byDay('posts', 'posted_on'),
  byDay('survey_answers', 'answered_on'),
  byDay('emails', 'received_on'),
  byDay('page_views', 'viewed_on'),
  byDay('downloads', 'downloaded_on'),
  byDay('credits', 'earned_on'),
  byDay('certifications', 'started_on'),
  byDay('volunteer_hours', 'served_on'),
  byDay('purchases', 'purchased_on'),
  byDay('donations', 'donated_on'),
  byDay('sponsorships', 'begins_on'),
  byDay('payment_plans', 'begins_on'),
];

function byDay(table: string, day: string): readonly [kind: string, sql: string] {
  return [table, `select count(*) as rows, min(${day}) as first_on, max(${day}) as last_on from imis.${table}`];
}

// Services on a committee are an event of their own; chapters and interest groups are not.
const byGroupKind = `
select 'group_members:' || g.kind as kind, count(*) as rows, min(m.begins_on) as first_on, max(m.begins_on) as last_on
from imis.group_members m join imis.groups g on g.group_id = m.group_id group by g.kind`;

const activities = `
select 'activities:' || kind as kind, count(*) as rows, min(occurred_on) as first_on, max(occurred_on) as last_on
from imis.activities group by kind`;

/** Measures every kind again; run at the end of a sync. */
export async function measureReach(database: Database): Promise<void> {
  const found: Reach[] = [];
  for (const [kind, sql] of measured) {
    const { rows } = await database.query<ReachRow>(`select '${kind}' as kind, m.* from (${sql}) m`);
    found.push(...rows.map(reachOf));
  }
  for (const sql of [activities, byGroupKind]) found.push(...(await database.query<ReachRow>(sql)).rows.map(reachOf));
  await database.withTransaction(async (transaction) => {
    await transaction.query('delete from copilot.sync_reach');
    await transaction.query(
      `insert into copilot.sync_reach (kind, rows, first_on, last_on)
       select * from unnest($1::text[], $2::bigint[], $3::date[], $4::date[])`,
      [
        found.map(({ kind }) => kind),
        found.map(({ rows }) => rows),
        found.map(({ firstOn }) => firstOn ?? null),
        found.map(({ lastOn }) => lastOn ?? null),
      ],
    );
  });
}

interface ReachRow {
  kind: string;
  rows: number | string;
  first_on: Day | null;
  last_on: Day | null;
}

/**
 * What the last sync measured, by kind: `terms`, `payments`, `attendance`, `messages`, `activities:login`,
 * `group_members:committee`, and by the name of its table whatever else has a day: `page_views`, `survey_answers` ...
 */
export async function reachOfKinds(database: Transaction): Promise<readonly Reach[]> {
  const { rows } = await database.query<ReachRow>(
    'select kind, rows, first_on, last_on from copilot.sync_reach order by kind',
  );
  return rows.map(reachOf);
}

const reachOf = ({ kind, rows, first_on, last_on }: ReachRow): Reach => ({
  kind,
  rows: Number(rows),
  ...(first_on && { firstOn: first_on }),
  ...(last_on && { lastOn: last_on }),
});
