import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pseudonymOf } from '../../src/privacy/pseudonyms.js';
import type { Store } from '../../src/store/store.js';
import { bandWords } from '../../tools/money.js';
import { hiddenCells } from '../../tools/people/hidden-cells.js';
import { actorWith } from '../agent/office.js';
import { givenPeople } from '../fixtures/people.js';
import { caller, openAssociation } from './association.js';

let store: Store;
let call: ReturnType<typeof caller>;
const defects: unknown[] = [];
const lastYear = { money: 'revenue', currency: 'USD', window: { from: '2025-01-01', to: '2026-12-31' } };
const ohio = actorWith('chapter_manager', { scope: { kind: 'chapters', chapters: ['CH-OH'] } });

beforeAll(async () => {
  store = await openAssociation();
  call = caller(store, defects);
  const many = (state: string, count: number) =>
    givenPeople(
      store,
      Array.from({ length: count }, (_, index) => ({
        id: `${state}${index}`,
        name: `Some ${state}${index}`,
        paidThrough: '2027-03-31',
        state,
      })),
    );
  await many('NV', 7);
  await many('UT', 6);
  await many('ID', 2);
});
afterAll(() => store.close());

describe('whoever sees aggregates only', () => {
  const leadership = actorWith('leadership');

  test('sees no group of fewer than five, and none that would give it away', async () => {
    const reply = await call('group_members', { by: [{ field: 'state' }] }, leadership);
    const groups = (reply.output as { groups: { values: string[]; members?: number }[] }).groups;
    // Texas has 3, Ohio 1, Idaho 2: six are hidden behind the total, so Nevada and Utah may be shown.
    const shown = Object.fromEntries(groups.map(({ values, members }) => [values[0], members]));
    expect(shown).toMatchObject({ Nevada: 7, Utah: 6 });
    expect(Object.values(shown).filter((members) => members === undefined)).toHaveLength(3);
    expect(reply.output).toMatchObject({ total: 19 });
    expect(reply.receipts.map(({ value }) => value).sort()).toEqual([19, 6, 7]);
  });

  test('and no figure of so few, nor the largest of anybody', async () => {
    const few = await call('measure_members', { measure: lastYear }, leadership);
    expect(few.words).toContain('not shown');
    expect(few.receipts.filter(({ unit }) => unit === 'USD')).toEqual([]);
    expect((await call('measure_members', { measure: lastYear, statistic: 'largest' }, leadership)).error?.kind).toBe(
      'of_one_person',
    );
  });

  test('and no rank or draw, which would tell of one person at a time', async () => {
    const of = { op: 'everyone' };
    for (const picked of [
      { op: 'top', n: 20, by: { field: 'tenure' }, direction: 'desc', of },
      { op: 'sample', size: { n: 20 }, seed: 1, of },
    ]) {
      const definition = { op: 'all', of: [picked, { op: 'field', field: 'state', test: { in: ['NV'] } }] };
      for (const [tool, given] of [
        ['count_members', { definition }],
        ['group_members', { definition, by: [{ field: 'state' }] }],
        ['measure_members', { definition, measure: { field: 'employees' } }],
      ] as const) {
        expect((await call(tool, given, leadership)).error?.kind).toBe('not_permitted');
        expect((await call(tool, given)).ok).toBe(true);
      }
    }
  });

  test('and no count of what happened to so few, nor a median of fewer than ten', async () => {
    const few = await call('measure_members', { measure: { count: 'login', window: 'ever' } }, leadership);
    expect(few.words).toContain('not shown');
    expect(few.receipts.filter(({ unit }) => unit === 'times')).toEqual([]);
    const median = await call(
      'measure_members',
      { measure: { field: 'expires' }, by: [{ field: 'state' }] },
      leadership,
    );
    const groups = (median.output as { groups: { values: string[]; withheld: boolean }[] }).groups;
    expect(groups.find(({ values }) => values[0] === 'Nevada')).toMatchObject({ withheld: true });
  });

  test('and no registrations of so few', async () => {
    const reply = await call('list_events', { window: { calendar: 'year', offset: 0 } }, leadership);
    const events = (reply.output as { events: { name: string; registered?: number; withheld: boolean }[] }).events;
    expect(events.find(({ name }) => name === 'Ethics Webinar')).toMatchObject({ withheld: true });
    expect(events.find(({ name }) => name === 'Ethics Webinar')).not.toHaveProperty('registered');
  });

  test('a hidden cell is never found from the total and the shown', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 12 }), { maxLength: 8 }), (counts) => {
        const total = counts.reduce((sum, count) => sum + count, 0);
        const hidden = hiddenCells(counts, total);
        for (const [index, count] of counts.entries())
          if (count > 0 && count < 5) expect(hidden.cells.has(index)).toBe(true);
        if (hidden.cells.size === 0 || hidden.total) return;
        const rest = counts.filter((_, index) => hidden.cells.has(index));
        expect(rest.length).toBeGreaterThan(1);
        expect(rest.reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(5);
      }),
      { numRuns: 300 },
    );
  });
});

describe('money', () => {
  test('is bands for marketing, in words and receipts', async () => {
    const reply = await call('measure_members', { measure: lastYear }, actorWith('marketing'));
    expect(reply.words).toContain('1,000 to 2,500 USD');
    expect(reply.words).not.toContain('1,533');
    expect(JSON.stringify([reply.output, reply.receipts])).not.toMatch(/153357|1,?533\.57/);
    const sorted = await call(
      'find_members',
      { definition: { op: 'everyone' }, sort: lastYear, limit: 1 },
      actorWith('marketing'),
    );
    expect(sorted.words).toContain('1,000 to 2,500 USD');
    const whole = await call('measure_members', { measure: lastYear });
    expect(whole.words).toContain('1,533.57 USD');
  });

  test('is not for the community team, whichever way it is asked', async () => {
    const community = actorWith('community');
    const condition = {
      op: 'money',
      measure: 'dues',
      aggregate: 'sum',
      currency: 'USD',
      test: { is: 'gt', value: 1 },
      window: 'ever',
    };
    for (const [tool, args] of [
      ['measure_members', { measure: lastYear }],
      ['count_members', { definition: condition }],
      ['find_members', { definition: { op: 'everyone' }, sort: lastYear }],
      ['member_invoices', { member: await pseudonymOf(store, '101') }],
    ] as const)
      expect((await call(tool, args, community)).error?.kind).toBe('not_permitted');
    const profile = await call('member_profile', { member: await pseudonymOf(store, '101') }, community);
    expect(profile.words).toContain('Hidden by your rights: invoices; purchases, donations and sponsorships');
    expect(profile.words).not.toContain('USD');
  });

  test.each([
    [0, 'none'],
    [9_999, '0 to 100 USD'],
    [10_000, '100 to 250 USD'],
    [123_456_789, '1,000,000 USD or more'],
  ])('of %d cents is the band "%s"', (minor, words) => {
    expect(bandWords(minor, 'USD')).toBe(words);
  });
});

describe('a chapter manager', () => {
  test.each(['member_profile', 'member_invoices', 'member_engagement', 'what_changed'])(
    'is told by %s that somebody elsewhere is hidden, not that there is nobody',
    async (tool) => {
      const reply = await call(tool, { member: await pseudonymOf(store, '101') }, ohio);
      expect(reply.error?.kind).toBe('hidden_by_rights');
    },
  );

  test('counts, sums and sees events of the own chapter only, and is told so', async () => {
    const sum = await call('measure_members', { measure: { money: 'donated', currency: 'USD', window: 'ever' } }, ohio);
    expect(sum.words).toContain('250 USD (1 member with a value)');
    const events = await call('list_events', { window: { calendar: 'year', offset: 0 } }, ohio);
    expect(events.words).toContain('1 registered, 1 came');
    expect(events.words).toContain('the others are hidden by your rights');
    const changed = await call('what_changed', { window: { calendar: 'year', offset: 0 } }, ohio);
    expect(changed.words).not.toContain(await pseudonymOf(store, '101'));
    expect(changed.words).toContain(await pseudonymOf(store, '104'));
  });

  test.each([
    ['count_members', { definition: { op: 'everyone' } }],
    ['find_members', { definition: { op: 'everyone' } }],
    ['group_members', { by: [{ field: 'tier' }] }],
    ['measure_members', { measure: { field: 'tenure' }, statistic: 'average' }],
  ])('is told by %s which chapter is meant, and that everybody else is hidden', async (tool, args) => {
    const note = 'Note: the Ohio chapter only; everybody else is hidden by your rights.';
    expect((await call(tool, args, ohio)).words).toContain(note);
    expect((await call(tool, args)).words).not.toContain('hidden');
  });
});

describe('what nobody may choose people by', () => {
  test.each([
    ['count_members', { definition: { op: 'field', field: 'gender', test: { in: ['f'] } } }],
    ['group_members', { by: [{ field: 'age' }] }],
    ['measure_members', { measure: { field: 'age' } }],
    ['find_members', { definition: { op: 'everyone' }, sort: { field: 'birth_date' } }],
  ])('is refused by %s', async (tool, args) => {
    expect((await call(tool, args)).error?.kind).toBe('field_protected');
  });
});

describe('what changed', () => {
  test('says that a contact detail changed and what a tier became, never the detail', async () => {
    await store.query(
      "update imis.identity set email = 'new@ortega.example', content_hash = 'x' where member_id = '101'",
    );
    await store.query(
      "insert into imis.tiers (tier_code, name, rank, is_organization) values ('FEL', 'Fellow', 2, false)",
    );
    await store.query("update imis.contacts set member_type = 'FEL', content_hash = 'x' where member_id = '101'");
    await store.query("update imis_history.identity set superseded_at = '2026-11-21T15:00:00Z'");
    await store.query("update imis_history.contacts set superseded_at = '2026-11-21T15:00:00Z'");
    const { words } = await call('what_changed', {});
    expect(words).toContain('changes of email address: 1');
    expect(words).toContain('2026-11-21: Professional to Fellow');
    expect(words).not.toContain('ortega.example');
  });
});

describe('a long list', () => {
  test('goes on with its cursor and meets everybody once', async () => {
    const seen: string[] = [];
    for (let cursor: string | undefined, pages = 0; pages < 10; pages++) {
      const reply = await call('find_members', {
        definition: { op: 'field', field: 'status', test: { in: ['active', 'grace'] } },
        sort: { field: 'expires' },
        order: 'asc',
        limit: 4,
        ...(cursor && { cursor }),
      });
      const output = reply.output as { people: { member: string }[]; cursor?: string };
      seen.push(...output.people.map(({ member }) => member));
      cursor = output.cursor;
      if (!cursor) break;
    }
    expect(seen).toHaveLength(19);
    expect(new Set(seen).size).toBe(19);
  });

  test('of invoices too', async () => {
    const member = await pseudonymOf(store, '101');
    const first = await call('member_invoices', { member, window: 'ever', limit: 1 });
    const { cursor } = first.output as { cursor: string };
    const second = await call('member_invoices', { member, window: 'ever', limit: 1, cursor });
    expect([first.words, second.words].map((words) => /Invoice (\d+)/.exec(words)?.[1])).toEqual(['5001', '5002']);
    expect(second.output).not.toHaveProperty('cursor');
    expect(defects).toEqual([]);
  });
});

describe('proposals', () => {
  test('are listed for whoever made them, and one is told with the state of its changes', async () => {
    const noted = await call('propose_note', { member: await pseudonymOf(store, '101'), text: 'called about the fee' });
    const id = noted.proposals[0]?.id ?? '';
    const waiting = await call('proposal_status', {});
    expect(waiting.words).toContain(`${id}, waiting: Add a note to member`);
    const one = await call('proposal_status', { proposal: id.toLowerCase() });
    expect(one.words).toContain('Changes: 1 waiting.');
    expect(one.words).not.toContain('called about the fee');
    expect(
      (await call('proposal_status', { proposal: id }, actorWith('finance', { id: '999', scope: ohio.scope }))).ok,
    ).toBe(false);
    const profile = await call('member_profile', { member: await pseudonymOf(store, '101') });
    expect(profile.words).toContain(`Waits for a decision: ${id}`);
  });
});
