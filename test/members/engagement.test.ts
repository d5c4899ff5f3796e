import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pinnedClock } from '../../src/clock.js';
import { addDays, addTo, type Day, day, daysBetween } from '../../src/domain/day.js';
import { type EngagementKind, usualEngagement } from '../../src/domain/engagement.js';
import { keepEngagement } from '../../src/members/engagement.js';
import { kindsFor, scoresSql } from '../../src/members/engagement-scores.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';

const TODAY = day('2026-11-21');
const SINCE = day('2025-11-22');
let store: Store;

interface Person {
  readonly id: string;
  readonly tier: string | null;
  readonly paidThrough: string | null;
  readonly status?: string;
}
interface Happened {
  readonly kind: Exclude<EngagementKind, 'committee'>;
  readonly member: string;
  readonly on: string;
  readonly amount?: number;
}
interface Service {
  readonly member: string;
  readonly begins: string;
  readonly ends: string | null;
}

/** Ann to Ed by hand; forty more with events at days that look random. */
const people: readonly Person[] = [
  { id: 'ann', tier: 'PRO', paidThrough: '2027-03-31' },
  { id: 'ben', tier: 'PRO', paidThrough: '2026-10-31' },
  { id: 'cat', tier: 'PRO', paidThrough: '2027-01-31' },
  { id: 'dan', tier: 'PRO', paidThrough: '2024-01-31' },
  { id: 'ed', tier: null, paidThrough: '2027-01-31' },
  { id: 'flo', tier: 'PRO', paidThrough: '2027-01-31', status: 'deceased' },
  // Of a tier that counts in scores, and without an expiry on record.
  { id: 'gus', tier: 'PRO', paidThrough: null },
  { id: 'hal', tier: 'NIL', paidThrough: null },
  { id: 'staff', tier: 'PRO', paidThrough: '2027-01-31' },
  ...Array.from({ length: 40 }, (_, n) => ({
    id: `m${n}`,
    tier: 'STU',
    paidThrough: n % 5 === 0 ? '2025-01-31' : '2027-01-31',
  })),
];
const byChance: readonly Happened['kind'][] = ['login', 'post', 'mail_open', 'credit', 'download', 'mail_click'];
const happened: readonly Happened[] = [
  { kind: 'login', member: 'ann', on: '2026-11-21' },
  // 180 days before: half of it.
  { kind: 'attendance', member: 'ann', on: '2026-05-25' },
  { kind: 'volunteer', member: 'ben', on: '2026-11-21', amount: 2.5 },
  // A day too early, and one that is to come.
  { kind: 'login', member: 'cat', on: '2025-11-21' },
  { kind: 'login', member: 'cat', on: '2026-11-22' },
  { kind: 'login', member: 'dan', on: '2026-11-21' },
  { kind: 'login', member: 'dan', on: '2026-11-21' },
  // Pages have been counted since June only.
  { kind: 'page_view', member: 'ann', on: '2026-06-01' },
  // How far back the others reach.
  ...(['attendance', 'volunteer', ...byChance] as const).map((kind) => ({ kind, member: 'staff', on: '2024-02-01' })),
  ...Array.from({ length: 300 }, (_, n) => ({
    kind: byChance[n % 6] ?? 'login',
    member: `m${(n * 7919) % 40}`,
    on: addDays(TODAY, -((n * 104729) % 500)),
    ...(n % 6 === 3 && { amount: (n % 4) + 0.5 }),
  })),
];
const services: readonly Service[] = [
  { member: 'cat', begins: '2026-09-21', ends: null },
  { member: 'm3', begins: '2023-01-01', ends: '2026-02-10' },
];

const insert = (table: string, rows: readonly object[]) =>
  store.query(
    `insert into imis.${table} (${columns(rows)}) select ${columns(rows)} from jsonb_populate_recordset(null::imis.${table}, $1)`,
    [JSON.stringify(rows)],
  );
const columns = (rows: readonly object[]): string => Object.keys(rows[0] ?? {}).join(', ');
const of = (kind: Happened['kind']) =>
  happened.flatMap((one, index) => (one.kind === kind ? [{ ...one, id: `${kind}-${index}` }] : []));

beforeAll(async () => {
  store = await freshDatabase();
  await insert(
    'parties',
    people.map(({ id, status }) => ({ member_id: id, kind: 'person', status: status ?? 'active' })),
  );
  await insert(
    'contacts',
    people.map(({ id, tier, paidThrough }) => ({ member_id: id, member_type: tier, paid_through: paidThrough })),
  );
  await insert('users', [{ member_id: 'staff', is_staff: true, disabled: false, roles: [] }]);
  await insert('groups', [{ group_id: 'C', kind: 'committee', name: 'Ethics' }]);
  await insert(
    'group_members',
    services.map(({ member, begins, ends }) => ({
      group_member_id: `C-${member}`,
      group_id: 'C',
      member_id: member,
      begins_on: begins,
      ends_on: ends,
      is_active: ends === null,
    })),
  );
  await insert(
    'events',
    of('attendance').map(({ id, on }) => ({
      event_id: id,
      code: id,
      name: id,
      event_type: 'webinar',
      status: 'active',
      begins_on: on,
      ends_on: on,
    })),
  );
  await insert(
    'attendance',
    of('attendance').map(({ id, member }) => ({ attendance_id: id, event_id: id, member_id: member, attended: true })),
  );
  await insert(
    'activities',
    of('login').map(({ id, member, on }) => ({ activity_id: id, member_id: member, kind: 'login', occurred_on: on })),
  );
  await insert(
    'posts',
    of('post').map(({ id, member, on }) => ({
      post_id: id,
      member_id: member,
      community: 'Open Forum',
      posted_on: on,
    })),
  );
  await insert(
    'downloads',
    of('download').map(({ id, member, on }) => ({
      download_id: id,
      member_id: member,
      document: 'Guide',
      downloaded_on: on,
    })),
  );
  await insert(
    'page_views',
    of('page_view').map(({ id, member, on }) => ({ page_view_id: id, member_id: member, page: 'Home', viewed_on: on })),
  );
  await insert(
    'volunteer_hours',
    of('volunteer').map(({ id, member, on, amount }) => ({
      volunteer_id: id,
      member_id: member,
      role: 'Speaker',
      hours: amount ?? 1,
      served_on: on,
    })),
  );
  await insert(
    'credits',
    of('credit').map(({ id, member, on, amount }) => ({
      credit_id: id,
      member_id: member,
      course_code: 'X',
      course: 'X',
      credit_type: 'CE',
      credits: amount ?? 1,
      earned_on: on,
    })),
  );
  await insert(
    'messages',
    [...of('mail_open'), ...of('mail_click')].map(({ id, kind, member, on }) => ({
      message_id: id,
      member_id: member,
      campaign: 'News',
      purpose: 'newsletter',
      sent_on: on,
      opened_on: kind === 'mail_open' ? on : null,
      clicked_on: kind === 'mail_click' ? on : null,
      bounced: false,
    })),
  );
});
afterAll(() => store.close());

const request = (more: object = {}) => ({
  database: store,
  clock: pinnedClock(TODAY),
  association: { graceDays: 60 },
  engagement: usualEngagement,
  ...more,
});
const kept = async (): Promise<ReadonlyMap<string, { score: number; raw: number; previous: number | null }>> => {
  const { rows } = await store.query<{ member_id: string; score: number; raw: string; previous: number | null }>(
    'select member_id, score, raw::text, previous from reporting.engagement',
  );
  return new Map(rows.map(({ member_id, score, raw, previous }) => [member_id, { score, raw: Number(raw), previous }]));
};

/** The rule once more, event by event. */
function naive(asOf: Day): ReadonlyMap<string, { raw: number; score: number }> {
  const since = addDays(addTo(asOf, -1, 'year'), 1);
  const { weights, halfLifeDays } = usualEngagement;
  const counted = new Set<EngagementKind>(['attendance', 'volunteer', 'committee', ...byChance]);
  const pointsOf = (kind: EngagementKind, on: Day, amount: number) =>
    Number((weights[kind] * amount * 0.5 ** (daysBetween(on, asOf) / halfLifeDays)).toFixed(6));
  const raw = (member: string): number => {
    const single = happened
      .filter((one) => one.member === member && counted.has(one.kind) && one.on >= since && one.on <= asOf)
      .map((one) => pointsOf(one.kind, day(one.on), one.amount ?? 1));
    const served = Array.from({ length: 12 }, (_, back) => addTo(asOf, -back, 'month')).flatMap((mark) =>
      services
        .filter((one) => one.member === member && one.begins <= mark && (one.ends ?? asOf) >= mark)
        .map(() => pointsOf('committee', mark, 1)),
    );
    return [...single, ...served].reduce((sum, one) => sum + one, 0);
  };
  const known = people.filter(({ tier, status, id }) => tier && tier !== 'NIL' && !status && id !== 'staff');
  const members = known.filter(({ paidThrough }) => paidThrough !== null && addDays(day(paidThrough), 60) >= asOf);
  return new Map(
    known.map(({ id, tier }) => {
      const mine = raw(id);
      const others = members.filter((one) => one.tier === tier).map((one) => raw(one.id));
      const below = others.filter((one) => one < mine - 1e-9).length;
      const equal = others.filter((one) => Math.abs(one - mine) <= 1e-9).length;
      return [id, { raw: mine, score: Math.round((100 * (below + equal / 2)) / others.length) }];
    }),
  );
}

describe('the engagement score', () => {
  test('counts weighted events of twelve months, halved every 180 days', async () => {
    expect(await keepEngagement(request())).toMatchObject({ asOf: TODAY, isNew: true, members: 45 });
    const scores = await kept();
    expect(scores.get('ann')?.raw).toBe(1 + 5 / 2);
    expect(scores.get('ben')?.raw).toBe(2.5 * 3);
    // On the committee on 21 September, October and November.
    expect(scores.get('cat')?.raw).toBeCloseTo(5 + 5 * 0.5 ** (31 / 180) + 5 * 0.5 ** (61 / 180), 5);
  });

  test('is the mid-rank percentile among the members of the tier: half of oneself, and all below', async () => {
    const scores = await kept();
    // Three are members in the tier: Ann 3.5, Ben 7.5 (in grace), Cat about 13.
    expect(scores.get('ann')?.score).toBe(17);
    expect(scores.get('ben')?.score).toBe(50);
    expect(scores.get('cat')?.score).toBe(83);
    // Dan lapsed long ago, with 2 points: below all of them.
    expect(scores.get('dan')?.score).toBe(0);
  });

  test('leaves out who has no tier, who died, and the staff', async () => {
    const scores = await kept();
    expect(['ed', 'flo', 'staff'].filter((id) => scores.has(id))).toEqual([]);
  });

  test('leaves out and names kinds whose data do not reach back twelve months', async () => {
    const kinds = await kindsFor(store, TODAY);
    expect(kinds).toMatchObject({ since: SINCE, leftOut: ['purchase', 'donation', 'page_view'] });
    const { rows } = await store.query("select kinds_left_out from reporting.engagement where member_id = 'ann'");
    expect(rows).toEqual([{ kinds_left_out: ['purchase', 'donation', 'page_view'] }]);
  });

  test('is what counting event by event gives', async () => {
    const scores = await kept();
    const expected = naive(TODAY);
    expect([...scores.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [id, { raw, score }] of expected) {
      expect(scores.get(id)?.raw, id).toBeCloseTo(raw, 4);
      expect(scores.get(id)?.score, id).toBe(score);
    }
  });

  test('keeps the one of ninety days before, and one a month', async () => {
    const { sql, parameters } = scoresSql(
      { rule: usualEngagement, today: TODAY, asOf: addDays(TODAY, -90), graceDays: 60 },
      await kindsFor(store, addDays(TODAY, -90)),
    );
    // Nobody has a term on record: nobody was a member then, as far as is known.
    expect((await store.query(sql, parameters)).rows).toEqual([]);
    await store.query(
      `insert into imis.terms (term_id, member_id, tier_code, begins_on, ends_on, dues, currency, paid_on, is_comp, invoice_line_id)
       select 'T' || member_id, member_id, 'STU', date '2025-01-01', date '2027-01-31', 100, 'USD', date '2025-01-01', false, '1'
       from imis.contacts where member_type = 'STU'`,
    );
    expect(await keepEngagement(request())).toMatchObject({ isNew: false });
    await keepEngagement(request({ again: true }));
    expect((await kept()).get('m3')?.previous).not.toBeNull();
    expect((await kept()).get('ann')?.previous).toBeNull();
    const months = await store.query<{ month: string; members: number }>(
      'select month::text, count(*)::int as members from reporting.engagement_history group by month order by month desc',
    );
    expect(months.rows[0]).toEqual({ month: '2026-11-01', members: 45 });
    expect(months.rows.slice(1, 3)).toEqual([
      { month: '2026-10-01', members: 40 },
      { month: '2026-09-01', members: 40 },
    ]);
    expect(months.rows).toHaveLength(13);
  });

  test('is computed again when the weights change', async () => {
    const weights = { ...usualEngagement.weights, login: 10 };
    expect(await keepEngagement(request({ engagement: { ...usualEngagement, weights } }))).toMatchObject({
      isNew: true,
    });
    expect((await kept()).get('ann')?.raw).toBe(10 + 5 / 2);
  });
});
