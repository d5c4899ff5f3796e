import { describe, expect, test } from 'vitest';
import type { Definition } from '../../../src/population/definition.js';
import { all, any, event, inField, meaning, members, none, not, read, recorded, status, within } from './reading.js';

const list = (...of: Definition[]) => meaning('find_members', { definition: all(...of) });
const count = (...of: Definition[]) => meaning('count_members', { definition: all(...of) });
const texas = inField('chapter', 'TX');
const ohio = inField('chapter', 'OH');
const students = inField('tier', 'STU');
const thisYear = { calendar: 'year', offset: 0 } as const;
const lastQuarter = { calendar: 'quarter', offset: -1 } as const;
const AC26 = { event: ['AC26'] };
const organizations = inField('kind', 'organization');
const employees: Definition = { op: 'field', field: 'employees', test: { is: 'gt', value: 50 } };
const LS26 = { event: ['LS26'] };

const answered: readonly (readonly [sentence: string, meaning: string])[] = [
  ['How many active members do we have in Texas?', count(status('active'), texas)],
  ['how many members are there?', count(members)],
  ['count everyone on file', meaning('count_members', { definition: { op: 'everyone' } })],
  ['how many members joined last quarter', count(members, within('joined', lastQuarter))],
  ['lapsed members who came to an event this year', list(status('lapsed'), event('attendance', { window: thisYear }))],
  [
    'members in Ohio who attended fewer than 2 events in the last 12 months',
    list(members, ohio, event('attendance', { count: ['lt', 2], window: { last: 12, unit: 'month' } })),
  ],
  ['show me all the lapsed members in Florida', list(status('lapsed'), inField('state', 'FL'))],
  ['members in the state of Texas', list(members, inField('state', 'TX'))],
  ['members in TX', list(members, texas)],
  ['members in georgia', list(members, inField('state', 'GA'))],
  ['who joined in the last 30 days', list(members, within('joined', { last: 30, unit: 'day' }))],
  ['members expiring next month', list(members, within('expires', { calendar: 'month', offset: 1 }))],
  ['memberships up for renewal in the next 60 days', list(members, within('expires', { next: 60, unit: 'day' }))],
  ["members who haven't logged in in 6 months", list(members, none('login', { window: { last: 6, unit: 'month' } }))],
  ['which members have never attended an event', list(members, none('attendance'))],
  [
    "students who didn't come to last year's annual conference",
    list(members, students, none('attendance', { where: { event: ['AC25'] } })),
  ],
  ['members with fewer than 3 logins this year', list(members, event('login', { count: ['lt', 3], window: thisYear }))],
  ['members with no logins this year', list(members, none('login', { window: thisYear }))],
  ['Ethics committee members in New York', list(members, inField('committee', 'ETH'), inField('chapter', 'NY'))],
  ['members not in Texas', list(members, not(texas))],
  ['all members except students', list(members, not(students))],
  [
    'members who are neither corporate nor retired',
    list(members, not(inField('tier', 'COR')), not(inField('tier', 'RET'))),
  ],
  ['students or fellows in California', list(members, inField('tier', 'STU', 'FEL'), inField('chapter', 'CA'))],
  ['students and fellows', list(members, inField('tier', 'STU', 'FEL'))],
  [
    'professionals who attended the annual conference but not the leadership summit',
    list(members, inField('tier', 'PRO'), event('attendance', { where: AC26 }), none('attendance', { where: LS26 })),
  ],
  [
    'members who attended the annual conference or the leadership summit',
    list(members, any(event('attendance', { where: AC26 }), event('attendance', { where: LS26 }))),
  ],
  [
    'people who registered for the Leadership Summit but never turned up',
    list(members, event('registration', { where: LS26 }), event('no_show', { where: LS26 })),
  ],
  [
    'first year members who have not opened an email',
    list(members, { op: 'field', field: 'first_year', test: { is: true } }, none('mail_open')),
  ],
  ['members without a phone number', list(members, recorded('phone', false))],
  ['members that have an email but no phone', list(members, recorded('email', true), recorded('phone', false))],
  ['profesional membrs in calfornia', list(members, inField('tier', 'PRO'), inField('chapter', 'CA'))],
  [
    'did not attend the annual conference in 2024 or 2025',
    list(
      members,
      none('attendance', { where: { event: ['AC24'] } }),
      none('attendance', { where: { event: ['AC25'] } }),
    ),
  ],
  [
    "corporate members who haven't been to a single event since 2023",
    list(members, inField('tier', 'COR'), none('attendance', { window: { from: '2023-01-01' } })),
  ],
  ["who's in grace right now", list(status('grace'))],
  ['members who are not in grace', list(status('active'))],
  ['show me 5 lapsed members', meaning('find_members', { definition: status('lapsed'), limit: 5 })],
  [
    'members in NY, not students, joined this year',
    list(members, inField('chapter', 'NY'), not(students), within('joined', thisYear)),
  ],
  ['members who will lapse next month', list(members, within('drops', { calendar: 'month', offset: 1 }))],
  ['who is about to lapse', list(members, within('drops', { next: 90, unit: 'day' }))],
  ['members lapsing next month', list(members, within('drops', { calendar: 'month', offset: 1 }))],
  ['who lapsed last month', list(within('lapsed_on', { calendar: 'month', offset: -1 }))],
  ['lapsed members since March', list(within('lapsed_on', { from: '2026-03-01' }))],
  ['who should renew by 30 November 2026', list(members, within('expires', { from: 'today', to: '2026-11-30' }))],
  ['how many renewals last month', count(members, within('renewed_on', { calendar: 'month', offset: -1 }))],
  ['member since 2015', list(members, within('joined', { from: '2015-01-01' }))],
  ['how many members since March', count(members, within('joined', { from: '2026-03-01' }))],
  ['how many students live in Ohio', count(members, students, ohio)],
  ['members with 0 events', list(members, none('attendance'))],
  ['members w/o an email', list(members, recorded('email', false))],
  ['total active members', count(status('active'))],
  ['headcount of fellows in Ohio', count(members, inField('tier', 'FEL'), ohio)],
  ['who works for M-7F3KQ2', list(members, inField('employer', 'M-7F3KQ2'))],
  ['M-7F3KQ2 employees in Texas', list(members, inField('employer', 'M-7F3KQ2'), texas)],
  ['members assigned to M-7F3KQ2', list(members, inField('relationship_manager', 'M-7F3KQ2'))],
  ['members working in energy', list(members, inField('industry', 'energy'))],
  ["how many students we've got in Ohio", count(members, students, ohio)],
  [
    'lapsed fellows and active students',
    meaning('find_members', {
      definition: any(all(status('lapsed'), inField('tier', 'FEL')), all(status('active'), students)),
    }),
  ],
  ['active students and fellows', list(status('active'), inField('tier', 'STU', 'FEL'))],
  [
    "members who didn't open or click any email in the past 6 months",
    list(
      members,
      none('mail_open', { window: { last: 6, unit: 'month' } }),
      none('mail_click', { window: { last: 6, unit: 'month' } }),
    ),
  ],
];

describe('a sentence is read as the call it means', () => {
  test.each(answered)('%s', (sentence, expected) => {
    const reading = read(sentence);
    expect(reading.status === 'call' ? meaning(reading.tool, reading.arguments) : reading.text).toBe(expected);
  });
});

const traps: readonly (readonly [sentence: string, meaning: string])[] = [
  ['members other than students and retirees', list(members, not(inField('tier', 'STU', 'RET')))],
  ['all but corporate members', list(members, not(inField('tier', 'COR')))],
  ['no-shows at the leadership summit', list(members, event('no_show', { where: LS26 }))],
  ["haven't renewed", list(status('grace'))],
  [
    'attended annual conference twice',
    list(members, event('attendance', { count: ['gte', 2], where: { series: ['annual conference'] } })),
  ],
  [
    'never been to the annual conference',
    list(members, none('attendance', { where: { series: ['annual conference'] } })),
  ],
  ['how many of our students live in florida', count(members, students, inField('state', 'FL'))],
  ['lapsed in the last year', list(within('lapsed_on', { last: 1, unit: 'year' }))],
  ['lapsed 2 years ago', list(within('lapsed_on', { calendar: 'year', offset: -2 }))],
  ['has not only attended but also registered', list(members, event('attendance'), event('registration'))],
  [
    'who came to the 2025 annual conference but not 2026',
    list(members, event('attendance', { where: { event: ['AC25'] } }), none('attendance', { where: AC26 })),
  ],
];

describe('a trap is not walked into', () => {
  test.each(traps)('%s', (sentence, expected) => {
    const reading = read(sentence);
    expect(reading.status === 'call' ? meaning(reading.tool, reading.arguments) : reading.text).toBe(expected);
  });
});

describe('what cannot be read for certain is asked or refused', () => {
  test.each([
    ["haven't both logged in and opened an email", 'clarify'],
    ['attended every annual conference', 'clarify'],
    ['people who joined as students', 'clarify'],
    ['members who were students', 'clarify'],
    ['Ohio members minus students plus lapsed fellows', 'clarify'],
    ['members not active', 'clarify'],
    ['engaged members in Ohio', 'clarify'],
    ['platinum members', 'clarify'],
    ['high members in Texas', 'clarify'],
    ['Christmas', 'clarify'],
    ['gold', 'clarify'],
    ['members who only attended webinars', 'clarify'],
    ['members in or around Ohio', 'clarify'],
    ['top 10 members', 'clarify'],
    ['asdf qwerty', 'clarify'],
    ['blue elephant members of the moon', 'clarify'],
    ['what is the weather like in Austin', 'clarify'],
    ['add a note to her: called', 'clarify'],
    ['members who missed the annual conference', 'clarify'],
    ['send an email to all members', 'refuse'],
    ['email the lapsed students in Florida', 'clarify'],
    ['no student members in Texas?', 'clarify'],
    ['members without a phone or an email', 'clarify'],
    ['registered for but did not attend the leadership summit', 'clarify'],
    ['members and prospects', 'clarify'],
    ['attended the 2024 and 2025 annual conference', 'clarify'],
    ['lapsed fellows and retired members', 'clarify'],
    ['active members or lapsed fellows', 'clarify'],
    ['members who lapse in January', 'clarify'],
    ['members in 2015', 'clarify'],
    ['lapsed members in Quorl', 'clarify'],
    ['who is active at M-7F3KQ2', 'clarify'],
    ['members between 50 and 60 who logged in', 'clarify'],
    ['delete all members', 'refuse'],
    ['please cancel the memberships of all students', 'refuse'],
    ['charge everyone a late fee', 'refuse'],
  ] as const)('%s: %s', (sentence, expected) => {
    const reading = read(sentence);
    expect([reading.status, reading.arguments]).toEqual([expected, undefined]);
  });
});

describe('one person', () => {
  test.each([
    ['show me M-7F3KQ2', 'member_profile', { member: 'M-7F3KQ2' }],
    ["M-7F3KQ2's profile", 'member_profile', { member: 'M-7F3KQ2' }],
    ['What do we know about m-7f3kq2?', 'member_profile', { member: 'M-7F3KQ2' }],
    ['find N-4T8WXB', 'find_members', { name: 'N-4T8WXB' }],
    ['find Zebulon Quark', 'find_members', { name: 'Zebulon Quark' }],
    [
      'add a note to M-7F3KQ2 that she called about the conference',
      'propose_note',
      { member: 'M-7F3KQ2', text: 'she called about the conference' },
    ],
    [
      'note on M-7F3KQ2: delete nothing, not even the women',
      'propose_note',
      { member: 'M-7F3KQ2', text: 'delete nothing, not even the women' },
    ],
    ['note that M-7F3KQ2 will retire', 'propose_note', { member: 'M-7F3KQ2', text: 'M-7F3KQ2 will retire' }],
  ] as const)('%s', (sentence, tool, args) => {
    expect(read(sentence)).toMatchObject({ tool, arguments: args });
  });
});

describe('a protected characteristic is refused by name, with what can be asked instead', () => {
  test.each([
    ['How many Muslims are members?', 'religion'],
    ['catholic members in Texas', 'religion'],
    ['how many Muslim, Jewish, Hindu or Buddhist members do we have', 'religion'],
    ['gay members', 'sexual orientation'],
    ['members over 60', 'birth date and age'],
    ['members over 50 years old', 'birth date and age'],
    ['members who are over 65 in Ohio', 'birth date and age'],
    ['people aged 30 to 40', 'birth date and age'],
    ['how old is M-7F3KQ2', 'birth date and age'],
    ['who has a birthday this month', 'birth date and age'],
    ['Black members', 'ethnicity'],
    ['latina students in California', 'ethnicity'],
    ['disabled members', 'disability'],
    ['members with health problems', 'health'],
    ['women members', 'gender'],
    ['show me all the men in Florida', 'gender'],
    ['members by gender', 'gender'],
    ['Republicans', 'politics'],
    ['how many of our members are Democrats', 'politics'],
    ['union members', 'union membership'],
  ])('%s: %s', (sentence, characteristic) => {
    const reading = read(sentence);
    expect([reading.status, reading.arguments]).toEqual(['refuse', undefined]);
    expect(reading.text).toContain(`asks about ${characteristic}`);
    expect(reading.text).toContain('You can ask by tier');
  });

  test.each([
    ['retired members', list(members, inField('tier', 'RET'))],
    ['members in the health industry', list(members, inField('industry', 'health'))],
    ['organizations with over 50 employees', list(members, organizations, employees)],
    ['members with over 60 logins', list(members, event('login', { count: ['gt', 60] }))],
    ['who attended Women in Leadership', list(members, event('attendance', { where: { event: ['WIL26'] } }))],
    ['find Christian Blackwell', meaning('find_members', { name: 'Christian Blackwell' })],
  ])('a name or a number that only looks like one is not: %s', (sentence, expected) => {
    const reading = read(sentence);
    expect(reading.status === 'call' ? meaning(reading.tool, reading.arguments) : reading.text).toBe(expected);
  });

  test('neither is a feast', () => {
    expect(read('Christmas').status).toBe('clarify');
  });
});

describe('a fact of one person is looked up in the profile', () => {
  test.each([
    "when does M-7F3KQ2's membership end?",
    'is M-7F3KQ2 still a member',
    'where does M-7F3KQ2 work',
    'pull up M-7F3KQ2',
    'look up M-7F3KQ2',
    'who is M-7F3KQ2',
  ])('%s', (sentence) => {
    expect(read(sentence)).toMatchObject({ tool: 'member_profile', arguments: { member: 'M-7F3KQ2' } });
  });

  test.each(['when did he join', 'when does her membership end'])('after a profile: %s', (sentence) => {
    expect(read('show me M-7F3KQ2', sentence)).toMatchObject({ tool: 'member_profile' });
  });

  test.each([
    ['how many joined last month', 'count_members'],
    ['active members in Texas', 'find_members'],
    ['who joined', 'find_members'],
    ['lapsed', 'find_members'],
  ])('and is no answer to a new question: %s', (sentence, tool) => {
    expect(read('show me M-7F3KQ2', sentence).tool).toBe(tool);
  });

  test.each([
    ['note for M-7F3KQ2: left a voicemail', 'left a voicemail'],
    ['log a note on M-7F3KQ2 saying wants a refund', 'wants a refund'],
    ["please put a note on M-7F3KQ2's account: called about an invoice", 'called about an invoice'],
  ])('a note is put down: %s', (sentence, text) => {
    expect(read(sentence)).toMatchObject({ tool: 'propose_note', arguments: { member: 'M-7F3KQ2', text } });
  });

  test('a note is about whom was spoken of', () => {
    expect(read('show me M-7F3KQ2', 'jot down that she called')).toMatchObject({
      tool: 'propose_note',
      arguments: { member: 'M-7F3KQ2', text: 'she called' },
    });
  });
});
