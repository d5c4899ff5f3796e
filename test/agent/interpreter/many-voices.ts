/* Requests in many voices, with what each means: chatty, terse, abbreviated, full of jargon. */
import type { Definition, GroupKey, Measure } from '../../../src/population/definition.js';
import { all, any, event, inField, meaning, members, none, not, recorded, status, within } from './reading.js';

type Window = Extract<Definition, { op: 'event' }>['window'];
type Kind = Extract<Definition, { op: 'event' }>['kind'];
type Labelled = readonly [sentence: string, meaning: string];

const L = (...of: Definition[]) => meaning('find_members', { definition: all(...of) });
const C = (...of: Definition[]) => meaning('count_members', { definition: all(...of) });
const G = (by: readonly GroupKey[], ...of: Definition[]) =>
  meaning('group_members', { by, ...(of.length > 0 && { definition: all(...of) }) });
const M = (measure: Measure, statistic: string, of: readonly Definition[] = [], by?: readonly GroupKey[]) =>
  meaning('measure_members', {
    measure,
    statistic,
    ...(of.length > 0 && { definition: all(...of) }),
    ...(by && { by }),
  });
const sorted = (sort: Measure, order: string, ...of: Definition[]) =>
  meaning('find_members', { definition: all(...of), sort, order });
const top = (n: number, by: Measure, direction: 'asc' | 'desc', ...of: Definition[]): Definition => ({
  op: 'top',
  n,
  by,
  direction,
  of: all(...of),
});

const calendarWindow = (calendar: 'month' | 'quarter' | 'year' | 'week', offset: number): Window => ({
  calendar,
  offset,
});
const ly = calendarWindow('year', -1);
const ty = calendarWindow('year', 0);
const lq = calendarWindow('quarter', -1);
const tq = calendarWindow('quarter', 0);
const lm = calendarWindow('month', -1);
const tm = calendarWindow('month', 0);
const nm = calendarWindow('month', 1);
const days = (last: number): Window => ({ last, unit: 'day' });
const months = (last: number): Window => ({ last, unit: 'month' });
const years = (last: number): Window => ({ last, unit: 'year' });
const ahead = (next: number): Window => ({ next, unit: 'day' });
const year = (of: number): Window => ({ from: `${of}-01-01`, to: `${of}-12-31` });
const fiscal = (of: number): Window => ({ from: `${of - 1}-07-01`, to: `${of}-06-30` });

const texas = inField('chapter', 'TX');
const ohio = inField('chapter', 'OH');
const california = inField('chapter', 'CA');
const newYork = inField('chapter', 'NY');
const florida = inField('state', 'FL');
const georgia = inField('state', 'GA');
const tier = (...of: string[]) => inField('tier', ...of);
const students = tier('STU');
const fellows = tier('FEL');
const professionals = tier('PRO');
const corporate = tier('COR');
const retired = tier('RET');
const active = status('active');
const lapsed = status('lapsed');
const grace = status('grace');
const orgs = inField('kind', 'organization');
const AC26 = { event: ['AC26'] };
const LS26 = { event: ['LS26'] };
const webinar = { eventType: ['webinar'] };
const first: Definition = { op: 'field', field: 'first_year', test: { is: true } };
const number = (field: string, is: 'gt' | 'gte' | 'lt' | 'lte' | 'eq', value: number): Definition => ({
  op: 'field',
  field,
  test: { is, value },
});
const flag = (field: string, is: boolean): Definition => ({ op: 'field', field, test: { is } });
const money = (
  measure: Extract<Definition, { op: 'money' }>['measure'],
  is: 'gt' | 'gte' | 'lt' | 'lte',
  dollars: number,
  window: Window = 'ever',
): Definition => ({
  op: 'money',
  measure,
  aggregate: 'sum',
  currency: 'USD',
  test: { is, value: dollars * 100 },
  window,
});
const owes = money('balance', 'gt', 0);
const overdue = money('overdue', 'gt', 0);
const lifecycle = (
  kind: Kind,
  pattern: 'first_time' | 'stopped' | 'resumed',
  window: Window,
  where?: object,
): Definition => ({
  op: 'lifecycle',
  kind,
  pattern,
  window,
  ...(where && { where }),
});
const last = (kind: Kind, window: Window): Definition => ({ op: 'last', kind, window });
const employer = (of: Definition): Definition => ({
  op: 'relation',
  path: 'employer',
  quantity: { is: 'gte', value: 1 },
  of,
});
const employees = (quantity: 'all' | 'none' | { is: 'gte' | 'gt'; value: number }, of: Definition): Definition => ({
  op: 'relation',
  path: 'employees',
  quantity,
  of,
});
const reach = (channel: 'email' | 'phone' | 'post' | 'sms'): Definition => ({
  op: 'contactable',
  channel,
  purpose: 'all',
});
const then = (field: 'tier' | 'status', value: string, on: string): Definition => ({
  op: 'then',
  field,
  test: { in: [value] },
  on,
});
const spend = (
  window: Window,
  measure: 'revenue' | 'dues' | 'donated' | 'purchased' | 'balance' | 'overdue' | 'other_revenue' = 'revenue',
): Measure => ({
  money: measure,
  currency: 'USD',
  window,
});
const times = (count: Kind, window: Window, where?: object): Measure => ({ count, window, ...(where && { where }) });
const by = (...names: string[]): GroupKey[] => names.map((field) => ({ field }));
const monthly = (field: string): GroupKey => ({ field, by: 'month' });

/** Read while the words were being written. */
export const seen: readonly Labelled[] = [
  ['hey can you tell me how many folks we have in Texas', C(members, texas)],
  ['# of active mbrs in OH', C(active, ohio)],
  ['whoever joined last month pls', L(members, within('joined', lm))],
  ['anybody who came to the leadership summit but has not renewed', L(grace, event('attendance', { where: LS26 }))],
  [
    'need a list of students whose membership runs out in the next 30 days',
    L(members, students, within('expires', ahead(30))),
  ],
  ['lapsed in FY26', L(within('lapsed_on', fiscal(2026)))],
  ['who owes us money?', L(members, owes)],
  ['the ones that owe more than $500', L(members, money('balance', 'gt', 500))],
  ['corporate members with overdue invoices', L(members, corporate, overdue)],
  ['mbrs past due > $1k', L(members, money('overdue', 'gt', 1000))],
  ['who gave over $250 last year', L(members, money('donated', 'gt', 250, ly))],
  ['donors in california', L(members, california, event('donation'))],
  [
    'people who donated to the scholarship fund this year',
    L(members, event('donation', { window: ty, where: { what: ['Scholarship Fund'] } })),
  ],
  [
    'has anyone in Ohio bought the practice handbook',
    L(members, ohio, event('purchase', { where: { what: ['BOOK1'] } })),
  ],
  [
    'members who downloaded the salary survey report in the last 6 months',
    L(members, event('download', { window: months(6), where: { what: ['Salary Survey Report'] } })),
  ],
  [
    'who looked at the pricing page this month',
    L(members, event('page_view', { window: tm, where: { what: ['pricing'] } })),
  ],
  [
    'folks who took Privacy Basics but not Leading Teams',
    L(members, event('credit', { where: { what: ['PRIV101'] } }), none('credit', { where: { what: ['LEAD200'] } })),
  ],
  ['members with at least 3 CE credits this year', L(members, event('credit', { count: ['gte', 3], window: ty }))],
  ['volunteers in new york', L(members, newYork, event('volunteer'))],
  ['people that have never volunteered', L(members, none('volunteer'))],
  [
    'who posted in the Open Forum this quarter',
    L(members, event('post', { window: tq, where: { what: ['Open Forum'] } })),
  ],
  [
    'anyone who opened a billing case recently?',
    L(members, event('case', { window: days(90), where: { what: ['billing'] } })),
  ],
  ['members with complaints in the past year', L(members, event('case', { window: years(1) }))],
  [
    'who filled out the member satisfaction survey',
    L(members, event('survey', { where: { what: ['Member Satisfaction'] } })),
  ],
  ["who hasn't answered any survey", L(members, none('survey'))],
  ['who emailed us last week', L(members, event('email', { window: calendarWindow('week', -1) }))],
  ['sponsors of the leadership summit', L(members, event('sponsorship', { where: LS26 }))],
  ['gold sponsors this year', L(members, event('sponsorship', { window: ty, where: { what: ['gold'] } }))],
  ['members on auto-renew in Texas', L(members, texas, flag('auto_renew', true))],
  ["fellows who aren't on auto renew", L(members, fellows, flag('auto_renew', false))],
  ['people on a payment plan', L(members, flag('payment_plan', true))],
  ['certified practitioners in Ohio', L(members, ohio, inField('certification', 'Certified Practitioner'))],
  [
    'first timers at the 2026 annual conference',
    L(
      members,
      lifecycle(
        'attendance',
        'first_time',
        { from: '2026-06-10', to: '2026-06-13' },
        { series: ['annual conference'] },
      ),
    ),
  ],
  ['who stopped logging in', L(members, lifecycle('login', 'stopped', months(6)))],
  ['members who used to come to events but no longer do', L(members, lifecycle('attendance', 'stopped', months(6)))],
  ['whose last login was more than 6 months ago', L(members, last('login', { to: '2026-05-21' }))],
  ['people last seen at an event before 2025', L(members, last('attendance', { to: '2024-12-31' }))],
  ['companies with more than 500 employees', L(members, orgs, number('employees', 'gt', 500))],
  [
    'orgs with at least 3 people at the annual conference',
    L(members, orgs, employees({ is: 'gte', value: 3 }, event('attendance', { where: AC26 }))),
  ],
  ['members whose company has lapsed', L(members, employer(lapsed))],
  ['folks we can email in Florida', L(members, florida, reach('email'))],
  ['who opted out of email', L(members, not(reach('email')))],
  ['top 20 by spend', L(top(20, spend(months(12)), 'desc', members))],
  ['our 10 biggest donors this year', L(top(10, spend(ty, 'donated'), 'desc', members))],
  ['top 5 fellows by engagement', L(top(5, { field: 'engagement' }, 'desc', members, fellows))],
  ['most engaged students in Texas', sorted({ field: 'engagement' }, 'desc', members, students, texas)],
  ['give me a random 50 professionals', L({ op: 'sample', size: { n: 50 }, seed: 1, of: all(members, professionals) })],
  ['random 10% of lapsed members', L({ op: 'sample', size: { percent: 10 }, seed: 1, of: lapsed })],
  ['members who were students last year', L(members, then('tier', 'STU', '2025-12-31'))],
  ['engagement score under 40', L(members, number('engagement', 'lt', 40))],
  ['members by tier', G(by('tier'), members)],
  ['break down active members by chapter', G(by('chapter'), active)],
  ['lapsed members per state', G(by('state'), lapsed)],
  ['how many in each tier joined this year', G(by('tier'), members, within('joined', ty))],
  ['joins by month this year', G([monthly('joined')], members, within('joined', ty))],
  ['renewals by month this year', G([monthly('renewed_on')], members, within('renewed_on', ty))],
  [
    'which chapter has the most students',
    meaning('group_members', { by: by('chapter'), definition: all(members, students), order: 'desc' }),
  ],
  ['avg tenure of fellows', M({ field: 'tenure' }, 'average', [members, fellows])],
  ['total dues paid this year', M(spend(ty, 'dues'), 'total')],
  ['how much did Texas members spend last year', M(spend(ly), 'total', [members, texas])],
  ['median engagement by tier', M({ field: 'engagement' }, 'median', [], by('tier'))],
  ['how much is overdue', M(spend('ever', 'overdue'), 'total')],
  ['how many downloads did we have last month', M(times('download', lm), 'total')],
  ['average number of logins of students this year', M(times('login', ty), 'average', [members, students])],
  ['list lapsed members sorted by join date', sorted({ field: 'joined' }, 'desc', lapsed)],
  ['active members in grace in Ohio who attended a webinar', ''],
  [
    'I need everyone who registered for the leadership summit but did not pay',
    L(members, event('registration', { where: LS26 }), owes),
  ],
  [
    'give me all the professionals that live in Georgia and joined before 2020',
    L(members, professionals, georgia, within('joined', { to: '2019-12-31' })),
  ],
  ['how many people dropped off in Q3', C(within('lapsed_on', { from: '2026-07-01', to: '2026-09-30' }))],
  ['new members YTD', L(members, within('joined', ty))],
  ['newbies in the last 60 days w/o any logins', L(members, within('joined', days(60)), none('login'))],
  ["pull students who haven't logged in for 90 days", L(members, students, none('login', { window: days(90) }))],
  ['show me fellows that spoke', ''],
  [
    'members that opened the monthly digest but never clicked',
    L(members, event('mail_open', { where: { what: ['Monthly Digest'] } }), none('mail_click')),
  ],
  [
    'could you pull together anybody in NY who has been around for 10+ years',
    L(members, newYork, number('tenure', 'gte', 10)),
  ],
  [
    'I want to know which orgs have nobody at the annual conference',
    L(members, orgs, employees('none', event('attendance', { where: AC26 }))),
  ],
  ['ethics committee folks who lapsed', L(lapsed, inField('committee', 'ETH'))],
  ['people not on any committee in Texas', L(members, texas, recorded('committee', false))],
  ['corporates w/ < 50 employees', L(members, corporate, number('employees', 'lt', 50))],
  ['who rejoined this year', L(members, within('member_since', ty), flag('rejoined', true))],
  ['members expiring this month with a balance', L(members, within('expires', tm), owes)],
  ['students turned professional', ''],
  ['members that spent nothing on events', ''],
  ['anyone who no-showed at a webinar this yr', L(members, event('no_show', { window: ty, where: webinar }))],
  [
    'who attended 3 or more events in the past 12 months and is up for renewal next month',
    L(members, event('attendance', { count: ['gte', 3], window: months(12) }), within('expires', nm)),
  ],
  ['how many of our fellows are on auto renew?', C(members, fellows, flag('auto_renew', true))],
  ['do we have any students in Georgia', L(members, students, georgia)],
  [
    'what is the total outstanding balance of corporate members',
    M(spend('ever', 'balance'), 'total', [members, corporate]),
  ],
  ['donations by fund', ''],
  ['who paid dues in January', L(members, event('payment', { window: { from: '2026-01-01', to: '2026-01-31' } }))],
  ['members w/ no email but a phone number', L(members, recorded('email', false), recorded('phone', true))],
  ['list all prospects in Texas', L(status('prospect'), texas)],
  ['fellows & retirees in OH', L(members, tier('FEL', 'RET'), ohio)],
  ['anyone but students', L(members, not(students))],
  ['members with 2 or fewer logins in the last qtr', ''],
  [
    'people who bought a book in 2025',
    L(members, event('purchase', { window: year(2025), where: { what: ['category:book'] } })),
  ],
  ['first-year members who attended nothing', L(members, first, none('attendance'))],
  ['long-time fellows', ''],
  ['which of our members are at risk', ''],
  ['high value members in Texas', L(members, texas, flag('high_value', true))],
  ['people who came back after lapsing', L(members, flag('rejoined', true))],
  ['who was active in March but is lapsed now', L(lapsed, then('status', 'active', '2026-03-31'))],
  [
    'members in Texas or Ohio who gave to the annual fund',
    L(members, inField('chapter', 'TX', 'OH'), event('donation', { where: { what: ['Annual Fund'] } })),
  ],
  ['how many events did students attend last year', ''],
];

/** Looked at late, once. */
export const kept: readonly Labelled[] = [
  ['so, how many peeps are active right now?', C(active)],
  ['count of lapsed mbrs, FL', C(lapsed, florida)],
  ["I'd like to see everybody that signed up as a member this quarter", L(members, within('joined', tq))],
  [
    'who among our students has not opened a single newsletter this year',
    L(members, students, none('mail_open', { window: ty })),
  ],
  [
    'members coming up for renewal in the next two months who never attended anything',
    L(members, within('expires', { next: 2, unit: 'month' }), none('attendance')),
  ],
  ['folks who left us last year', L(within('lapsed_on', ly))],
  ['anybody with an unpaid invoice in Ohio', L(members, ohio, owes)],
  ['who is behind on dues', L(members, overdue)],
  ['owe us over 1,000 dollars', L(members, money('balance', 'gt', 1000))],
  ['orgs that spent more than 10k last yr', L(members, orgs, money('revenue', 'gt', 10000, ly))],
  ['gave at least $100 in FY26', L(members, money('donated', 'gte', 100, fiscal(2026)))],
  ["people who haven't donated in 2 years", L(members, none('donation', { window: years(2) }))],
  [
    'retirees who donated to the annual fund last year',
    L(members, retired, event('donation', { window: ly, where: { what: ['Annual Fund'] } })),
  ],
  ['who ordered books this year', L(members, event('purchase', { window: ty, where: { what: ['category:book'] } }))],
  ['who grabbed the onboarding guide', L(members, event('download', { where: { what: ['Onboarding Guide'] } }))],
  [
    'members with 5+ downloads in the past 90 days',
    L(members, event('download', { count: ['gte', 5], window: days(90) })),
  ],
  [
    'anyone visiting the job board in the last 30 days',
    L(members, event('page_view', { window: days(30), where: { what: ['job board'] } })),
  ],
  [
    'professionals who completed Leading Teams in 2026',
    L(members, professionals, event('credit', { window: year(2026), where: { what: ['LEAD200'] } })),
  ],
  [
    "fellows who haven't taken a course since 2024",
    L(members, fellows, none('credit', { window: { from: '2024-01-01' } })),
  ],
  ['who volunteered at least twice this year', L(members, event('volunteer', { count: ['gte', 2], window: ty }))],
  ['mentors in California', L(members, california, event('volunteer', { where: { what: ['mentor'] } }))],
  [
    "members who've posted in the young professionals community",
    L(members, event('post', { where: { what: ['Young Professionals'] } })),
  ],
  ['folks with open tickets about billing', ''],
  ['who complained this month', L(members, event('case', { window: tm }))],
  ['respondents to the exit survey', L(members, event('survey', { where: { what: ['Exit Survey'] } }))],
  ['who wrote to us since March', L(members, event('email', { window: { from: '2026-03-01' } }))],
  [
    'silver sponsors of the annual conference',
    L(members, event('sponsorship', { where: { ...AC26, what: ['silver'] } })),
  ],
  ['companies that sponsored something last year', L(members, orgs, event('sponsorship', { window: ly }))],
  ['Texas students not on autorenew', L(members, texas, students, flag('auto_renew', false))],
  ['anyone paying in installments', L(members, flag('payment_plan', true))],
  ['who holds a certification', L(members, recorded('certification', true))],
  ['first-time donors this year', L(members, lifecycle('donation', 'first_time', ty))],
  ["members who've stopped opening our emails", L(members, lifecycle('mail_open', 'stopped', months(6)))],
  ['used to volunteer', L(members, lifecycle('volunteer', 'stopped', months(6)))],
  ['last logged in over a year ago', L(members, last('login', { to: '2025-11-21' }))],
  ['members whose most recent donation was in 2024', L(members, last('donation', year(2024)))],
  ['firms with 1,000 or more staff', L(members, orgs, number('employees', 'gte', 1000))],
  [
    'organizations that sent at least 5 people to the leadership summit',
    L(members, orgs, employees({ is: 'gte', value: 5 }, event('attendance', { where: LS26 }))),
  ],
  ['people whose employer is in grace', L(members, employer(grace))],
  ['members reachable by phone in Georgia', L(members, georgia, reach('phone'))],
  ["people we can't email", L(members, not(reach('email')))],
  ['twenty biggest spenders in Texas', L(top(20, spend(months(12)), 'desc', members, texas))],
  ['top 10 companies by headcount', L(top(10, { field: 'employees' }, 'desc', members, orgs))],
  ['who are our most active members', sorted({ field: 'engagement' }, 'desc', members)],
  ['bottom 10 fellows by engagement', L(top(10, { field: 'engagement' }, 'asc', members, fellows))],
  ['members with the most logins this year', sorted(times('login', ty), 'desc', members)],
  ['random sample of 100 active members', L({ op: 'sample', size: { n: 100 }, seed: 1, of: active })],
  ['who was a fellow in 2024', L(members, then('tier', 'FEL', '2024-12-31'))],
  ['members with engagement above 80 in California', L(members, california, number('engagement', 'gt', 80))],
  ['active members broken out by tier and chapter', G(by('tier', 'chapter'), active)],
  ['number of fellows per state', G(by('state'), members, fellows)],
  ['lapses by quarter last year', G([{ field: 'lapsed_on', by: 'quarter' }], within('lapsed_on', ly))],
  ['new joins last year by chapter', G(by('chapter'), members, within('joined', ly))],
  ['what states do our lapsed students live in', ''],
  [
    'which tier has the fewest members',
    meaning('group_members', { by: by('tier'), definition: members, order: 'asc' }),
  ],
  ['mean years of membership for professionals', M({ field: 'tenure' }, 'average', [members, professionals])],
  ['dues revenue last quarter', M(spend(lq, 'dues'), 'total')],
  ['total donations by chapter this year', M(spend(ty, 'donated'), 'total', [], by('chapter'))],
  ['how much do our corporate members owe', M(spend('ever', 'balance'), 'total', [members, corporate])],
  ['largest donation this year', M(spend(ty, 'donated'), 'largest')],
  ['average spend per tier last year', M(spend(ly), 'average', [], by('tier'))],
  ['number of posts last month', M(times('post', lm), 'total')],
  ['show fellows ordered by tenure, longest first', sorted({ field: 'tenure' }, 'desc', members, fellows)],
  [
    'please list the students in California expiring soonest',
    sorted({ field: 'expires' }, 'asc', members, students, california),
  ],
  ['who registered for the leadership summit but skipped it', ''],
  ['TX fellows joined pre 2015', ''],
  ['people without a phone', L(members, recorded('phone', false))],
  ['who dropped their membership since July', L(within('lapsed_on', { from: '2026-07-01' }))],
  ['everyone in the data sig', L(members, inField('sig', 'DATA'))],
  ['members with job title containing director', ''],
  [
    'anyone from Ohio or Texas who took part in a webinar this year',
    L(members, inField('chapter', 'OH', 'TX'), event('attendance', { window: ty, where: webinar })),
  ],
  ['anybody who has clicked on anything we sent in the last 2 weeks', ''],
  [
    'lapsed corporates with over 200 employees in energy',
    L(lapsed, corporate, number('employees', 'gt', 200), inField('industry', 'energy')),
  ],
  ["students whose dues haven't been paid", L(members, students, owes)],
  [
    'fellows who neither attended nor logged in this year',
    L(members, fellows, none('attendance', { window: ty }), none('login', { window: ty })),
  ],
  ['how many renewals did we get last month', C(members, within('renewed_on', lm))],
  ['how many people are on the ethics committee', C(members, inField('committee', 'ETH'))],
  ['show me everybody except the retired and the students', L(members, not(tier('RET', 'STU')))],
  ['anyone who went to the conference in 2025 and again in 2026', ''],
  [
    'who attended annual conference 2025 but not annual conference 2026',
    L(members, event('attendance', { where: { event: ['AC25'] } }), none('attendance', { where: AC26 })),
  ],
  [
    'whose membership expired in October and has not renewed',
    L(within('expires', { from: '2026-10-01', to: '2026-10-31' }), status('grace', 'lapsed')),
  ],
  ['members with more than 3 open cases', ''],
  ['members within 30 days of expiry', ''],
  ['people who joined in their first 90 days', ''],
  ['number of members per industry', G(by('industry'), members)],
  ['members who spent 500 to 1000 dollars last year', ''],
  ['who has the highest balance', sorted(spend('ever', 'balance'), 'desc', members)],
  ['big donors in Texas', ''],
  ['loyal members', ''],
  ['members with zero engagement', ''],
  ['high engagement students', ''],
  ['who signed up for but missed the summit', ''],
  ['members in their first year with fewer than 2 logins', L(members, first, event('login', { count: ['lt', 2] }))],
  ['grace period folks in NY by tier', G(by('tier'), grace, newYork)],
  ['which industries do our corporate members come from', ''],
  ['total volunteer hours this year', M(times('volunteer', ty), 'total')],
  ['who has not been contacted', ''],
  ['active members minus fellows', L(active, not(fellows))],
  ['is M-7F3KQ2 on auto renew', meaning('check_member', { member: 'M-7F3KQ2', definition: flag('auto_renew', true) })],
  [
    'has M-7F3KQ2 ever attended the leadership summit',
    meaning('check_member', {
      member: 'M-7F3KQ2',
      definition: event('attendance', { where: { series: ['leadership summit'] } }),
    }),
  ],
  ["what's new with M-7F3KQ2 this month", meaning('what_changed', { member: 'M-7F3KQ2', window: tm })],
];

export { any };
