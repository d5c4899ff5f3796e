import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorById } from '../../src/access/actors.js';
import { HiddenByRights, NotPermitted } from '../../src/access/refusals.js';
import { day } from '../../src/domain/day.js';
import { NoteUnreadable, noteDraft } from '../../src/members/changes/note.js';
import { type Found, findMembers } from '../../src/members/find.js';
import { MemberUnknown, memberProfile } from '../../src/members/profile.js';
import { hide } from '../../src/privacy/hide.js';
import { pseudonymOf, pseudonymsFor } from '../../src/privacy/pseudonyms.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { givenAssociation, givenChapters, givenPeople } from '../fixtures/people.js';

let store: Store;
const today = day('2026-11-21');
const graceDays = 60;

beforeAll(async () => {
  store = await freshDatabase();
  await givenAssociation(store, today);
  await givenChapters(store, { tx: 'Texas', hou: 'Houston Area' });
  await store.query(
    `insert into imis.tiers (tier_code, name, rank, is_organization) values ('REG', 'Regular', 2, false)`,
  );
  await givenPeople(store, [
    { id: 's1', name: 'Sara Desk', user: { name: 'membership', roles: ['Membership'] } },
    { id: 'mk', name: 'Mark Etter', user: { name: 'marketing', roles: ['Marketing'] } },
    { id: 'lead', name: 'Lea Derwent', user: { name: 'leadership', roles: ['Leadership'] } },
    {
      id: 'tx',
      name: 'Tex Chapman',
      user: { name: 'chapter-tx', roles: ['ChapterManager'], isStaff: false, manages: ['tx'] },
    },
    { id: '70', name: 'Larkspur Biomedical Systems', kind: 'organization', state: 'TX' },
    {
      id: '71',
      name: 'Renée O’Brien',
      informal: 'Rennie',
      email: 'renee@example.org',
      phone: '512-555-0142',
      employer: '70',
      jobTitle: 'Director of Standards',
      tier: 'REG',
      joined: '2019-03-01',
      paidThrough: '2026-12-31',
      city: 'Austin',
      state: 'TX',
      chapters: ['tx', 'hou'],
    },
    { id: '72', name: 'Mary Okafor', paidThrough: '2026-10-15', chapters: ['tx'] },
    { id: '73', name: 'Mary Okafor', paidThrough: '2025-01-31' },
    { id: '74', name: 'Mary Lindqvist' },
  ]);
  await store.query(
    `update imis.group_members set begins_on = case group_id when 'hou' then date '2024-01-01' else '2020-01-01' end`,
  );
});
afterAll(() => store.close());

const find = async (by: string, who: string): Promise<Found> =>
  await findMembers(store, { actor: await actorById(store, by, 'cli'), who, today, graceDays });
const idsOf = async (found: Found): Promise<readonly string[]> => {
  const shown = found.kind === 'one' ? [found.member] : 'members' in found ? found.members : [];
  const known = await pseudonymsFor(store, ['70', '71', '72', '73', '74', 's1']);
  return shown.map((line) => [...known].find(([, pseudonym]) => pseudonym === line.member)?.[0] ?? '?');
};

describe('finding a member', () => {
  test.each([
    'Renée O’Brien',
    "renee o'brien",
    "O'Brien, Renee",
    'rennie',
    'Dr. Renée O’Brien',
    'renee@example.org',
    '(512) 555-0142',
    '71',
  ])('by %s', async (who) => {
    const found = await find('s1', who);
    expect(found).toMatchObject({ kind: 'one', memberId: '71' });
  });

  test('the line says what there is, with pseudonyms and no names', async () => {
    const found = await find('s1', 'Renée O’Brien');
    expect(found.kind === 'one' && found.member).toEqual({
      member: await pseudonymOf(store, '71'),
      kind: 'person',
      status: 'active',
      tier: 'Regular',
      chapter: 'Houston Area',
      city: 'Austin',
      state: 'TX',
      employer: await pseudonymOf(store, '70'),
      expiresOn: '2026-12-31',
    });
  });

  test('the line does not say an employer outside the scope, not even by pseudonym', async () => {
    const found = await find('tx', 'Renée O’Brien');
    expect(found).toMatchObject({ kind: 'one', memberId: '71' });
    expect(found.kind === 'one' && found.member).not.toHaveProperty('employer');
    await store.query(
      `insert into imis.group_members (group_member_id, group_id, member_id, is_active) values ('tx-70', 'tx', '70', true)`,
    );
    expect(await find('tx', 'Renée O’Brien')).toMatchObject({ member: { employer: await pseudonymOf(store, '70') } });
    await store.query(`delete from imis.group_members where group_member_id = 'tx-70'`);
  });

  test('grace lasts as long as the association says', async () => {
    const request = { actor: await actorById(store, 's1', 'cli'), member: await pseudonymOf(store, '72'), today };
    expect(await memberProfile(store, { ...request, graceDays: 30 })).toMatchObject({
      status: 'lapsed',
      dropsOn: '2026-11-14',
    });
    expect(await memberProfile(store, { ...request, graceDays: 60 })).toMatchObject({ status: 'grace' });
  });

  test('by the pseudonym or the placeholder that stands for what was typed', async () => {
    expect(await find('s1', (await hide(store, 'ask Rennie')).text)).toMatchObject({ kind: 'one', memberId: '71' });
    const several = await find('s1', (await hide(store, 'Mary Okafor')).text);
    expect(several).toMatchObject({ kind: 'several', total: 2 });
    expect(await idsOf(several)).toEqual(['72', '73']);
    expect(several.kind === 'several' && several.members.map((line) => line.status)).toEqual(['grace', 'lapsed']);
  });

  test('several in the directory, but one in the chapter: that one', async () => {
    expect(await find('tx', 'Mary Okafor')).toMatchObject({ kind: 'one', memberId: '72' });
    expect(await find('tx', (await hide(store, 'ask Mary')).text)).toMatchObject({ kind: 'one', memberId: '72' });
  });

  test('outside the scope is said to be hidden, not absent', async () => {
    expect(await find('tx', 'Mary Lindqvist')).toEqual({ kind: 'hidden' });
    expect(await find('tx', await pseudonymOf(store, '74'))).toEqual({ kind: 'hidden' });
  });

  test('a misspelled name brings the nearest, in scope only', async () => {
    const near = await find('s1', 'Renee OBrein');
    expect(near.kind).toBe('near');
    expect((await idsOf(near))[0]).toBe('71');
    expect(await idsOf(await find('s1', 'Okafro'))).toEqual(['72', '73']);
    expect(await idsOf(await find('tx', 'Okafro'))).toEqual(['72']);
  });

  test('nobody, the staff, and those who may not see people', async () => {
    expect(await find('s1', 'Zxqwv Pqrstu')).toEqual({ kind: 'none' });
    expect(await find('s1', 'M-ZZZZZZ')).toEqual({ kind: 'none' });
    expect(await find('s1', 'Lea Derwent')).toEqual({ kind: 'staff' });
    await expect(find('lead', 'Renée O’Brien')).rejects.toThrow(NotPermitted);
  });
});

describe('the profile', () => {
  beforeAll(async () => {
    const many = async (sql: string, rows: readonly (readonly unknown[])[]) => {
      for (const row of rows) await store.query(sql, row);
    };
    await many(
      `insert into imis.terms (term_id, member_id, tier_code, begins_on, ends_on, dues, currency, paid_on, is_comp, invoice_line_id)
       values ($1, '71', 'REG', $2, $3, 24500, 'USD', $4, $5, $1)`,
      [
        ['t1', '2025-01-01', '2025-12-31', '2024-12-20', false],
        ['t2', '2026-01-01', '2026-12-31', null, true],
      ],
    );
    await many(
      `insert into imis.events (event_id, code, name, event_type, status, begins_on, ends_on)
       values ($1, $1, $1, 'conference', 'held', $2, $2)`,
      [
        ['came', '2026-05-01'],
        ['missed', '2026-06-01'],
        ['nobody counted', '2026-07-01'],
        ['long ago', '2024-05-01'],
        ['to come', '2026-12-01'],
      ],
    );
    await many(
      `insert into imis.registrations (registration_id, event_id, member_id, registered_on, status)
       values ($1 || '-71', $1, '71', '2026-01-01', 'registered')`,
      [['came'], ['missed'], ['nobody counted'], ['long ago'], ['to come']],
    );
    await many(
      `insert into imis.attendance (attendance_id, event_id, member_id, attended) values ($1 || $2, $1, $2, $3)`,
      [
        ['came', '71', true],
        ['missed', '74', true],
        ['long ago', '71', true],
      ],
    );
    await many(
      `insert into imis.activities (activity_id, member_id, kind, occurred_on, author_id) values ($1, '71', $2, $3, $4)`,
      [
        ['1', 'login', '2025-11-22', null],
        ['2', 'login', '2025-11-21', null],
        ['3', 'note', '2026-02-03', 's1'],
        ['4', 'note', '2026-03-04', null],
      ],
    );
    await many(
      `insert into imis.invoices (invoice_id, member_id, source_system, invoiced_on, due_on, total, balance, currency)
       values ($1, '71', 'DUES', '2026-01-01', $2, 10000, $3, $4)`,
      [
        ['i1', '2026-11-20', 5000, 'USD'],
        ['i2', '2026-11-21', 700, 'USD'],
        ['i3', '2026-01-31', 0, 'USD'],
        ['i4', '2026-12-31', 100, 'CAD'],
      ],
    );
  });

  const profile = async (by: string, id: string) =>
    await memberProfile(store, {
      actor: await actorById(store, by, 'cli'),
      member: await pseudonymOf(store, id),
      today,
      graceDays,
    });

  test('says terms, chapters, twelve months of activity, open invoices and when notes were written', async () => {
    expect(await profile('s1', '71')).toMatchObject({
      memberId: '71',
      status: 'active',
      jobTitle: 'Director of Standards',
      joinedOn: '2019-03-01',
      dropsOn: '2027-03-01',
      chapters: ['Houston Area', 'Texas'],
      terms: [
        { tier: 'Regular', beginsOn: '2026-01-01', dues: 24500, isComp: true },
        { beginsOn: '2025-01-01', paidOn: '2024-12-20', isComp: false },
      ],
      activity: { since: '2025-11-22', until: today, attended: 1, noShows: 1, attendanceUnknown: 1, logins: 1 },
      invoices: [
        { currency: 'CAD', count: 1, balance: 100, overdue: 0, oldestDueOn: '2026-12-31' },
        { currency: 'USD', count: 2, balance: 5700, overdue: 1, oldestDueOn: '2026-11-20' },
      ],
      notes: [{ on: '2026-03-04' }, { on: '2026-02-03', author: await pseudonymOf(store, 's1') }],
    });
  });

  test('holds no name, and no invoices for those who may not see them', async () => {
    expect(JSON.stringify(await profile('s1', '71'))).not.toMatch(/brien|larkspur|example\.org|555/i);
    expect(await profile('mk', '71')).not.toHaveProperty('invoices');
  });

  test('of a prospect says what little there is', async () => {
    expect(await profile('s1', '74')).toMatchObject({ status: 'prospect', chapters: [], terms: [], notes: [] });
  });

  test('is refused outside the scope, to leadership, and for an unknown pseudonym', async () => {
    await expect(profile('tx', '74')).rejects.toThrow(HiddenByRights);
    await expect(profile('lead', '71')).rejects.toThrow(NotPermitted);
    const actor = await actorById(store, 's1', 'cli');
    await expect(memberProfile(store, { actor, member: 'M-ZZZZZZ', today, graceDays })).rejects.toThrow(MemberUnknown);
  });
});

describe('a note', () => {
  const textOf = async (by: string, typedBefore: string, now = typedBefore): Promise<string> => {
    const actor = await actorById(store, by, 'cli');
    const [heard, typed] = [await hide(store, typedBefore), await hide(store, now)];
    const messages = [
      { words: now, hidden: typed },
      { words: typedBefore, hidden: heard },
    ];
    const draft = await noteDraft(store, { actor, memberId: '72', text: heard.text, typed: messages, today });
    expect(draft.after).toMatchObject({ on: today, authorId: by });
    return (draft.after as { text: string }).text;
  };

  test.each([
    'her new number is (512) 555-0142, not 512.555.0142',
    "Rennie's new address is RENEE@example.org, says O'Brien",
    'she asked for Mary Okafor, then for Mary',
    'met Mary Lindqvist, Mary Lindqvist’s employer Larkspur Biomedical Systems and renée o’brien',
  ])('says what was typed in the same words: %s', async (words) => {
    expect(await textOf('s1', words)).toBe(words);
    expect(await textOf('s1', words, 'for Mary Lindqvist')).toBe(words);
  });

  test('names somebody out of the scope of its author as the author typed it', async () => {
    expect(await textOf('tx', 'met Mary Lindqvist in Ohio')).toBe('met Mary Lindqvist in Ohio');
  });

  test('of words the copilot no longer holds names people in full, in scope only, and never by an id', async () => {
    const [s1, tx] = [await actorById(store, 's1', 'cli'), await actorById(store, 'tx', 'cli')];
    const { text } = await hide(store, 'met Rennie and Mary Lindqvist');
    const request = { memberId: '72', text, typed: [], today };
    expect(await noteDraft(store, { actor: s1, ...request })).toMatchObject({
      after: { text: 'met Renée O’Brien and Mary Lindqvist' },
    });
    await expect(noteDraft(store, { actor: tx, ...request })).rejects.toThrow(NoteUnreadable);
  });

  test('loses what cannot be stored', async () => {
    expect(await textOf('tx', 'met Rennie O’Brien\r\n\u0000\ud800שלום 👩‍🚀 ')).toBe('met Rennie O’Brien\nשלום 👩‍🚀');
  });

  test('of nothing, or of more than 4000 characters, is refused', async () => {
    const actor = await actorById(store, 's1', 'cli');
    for (const text of ['', ' \u0000 ', 'x'.repeat(4001)])
      await expect(noteDraft(store, { actor, memberId: '72', text, typed: [], today })).rejects.toThrow();
  });
});
