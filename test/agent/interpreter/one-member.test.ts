import { describe, expect, test } from 'vitest';
import { markOf } from '../../../src/agent/interpreter/memory.js';
import { read } from './reading.js';

const X = 'M-7F3KQ2';
const calls = (...said: string[]) => (read(...said).message.tool_calls ?? []).map(({ name, args }) => ({ name, args }));
const tools = (...said: string[]): readonly string[] => calls(...said).map(({ name }) => name);
const notes = (said: string): string => (markOf(read(said).message)?.assumptions ?? []).join(' | ');

describe('a question about one member goes to what holds its answer', () => {
  test.each([
    [`What is ${X} still owing, she is at the counter`, ['member_invoices']],
    [`${X} - any arrears?`, ['member_invoices']],
    [`has anything moved on ${X}'s file since the first of August?`, ['what_changed']],
    [`how plugged in is ${X} next to the other fellows`, ['member_engagement']],
    [`I am trying to work out when ${X} quit, do you know?`, ['member_profile']],
    [`bring up ${X}, Ohio fellow`, ['member_profile']],
    [`who looks after ${X} and when is she up`, ['member_profile']],
    [`${X} - on autorenew? and when does she run out`, ['check_member', 'member_profile']],
    [`When did ${X} leave, and is there anything unpaid?`, ['member_profile', 'member_invoices']],
  ])('%s', (said, expected) => {
    expect(tools(said)).toEqual(expected);
  });

  test.each([
    [`did anything happen on ${X}'s record since July?`, ['what_changed']],
    [
      `${X} insists he gets nothing from us. May we email him, and has he opened anything since June?`,
      ['check_member', 'member_profile'],
    ],
    [`when did ${X} drop out and what was she paying?`, ['member_profile']],
    [`Is ${X} opted out of anything?`, ['member_profile']],
    [`has he opted in to newsletters, ${X} I mean?`, ['check_member']],
    [`is a certificate of ${X}'s running out soon?`, ['member_profile']],
    [`${X} rang about volunteering. How many hours so far this year?`, ['check_member']],
    [`I'd like every bill we sent ${X} in 2025, settled or otherwise`, ['member_invoices']],
    [`got ${X} on hold, what's the mobile and e-mail we have? she is with the Texas people now`, ['member_profile']],
    [`how is ${X} doing against the other Fellows, engagement-wise`, ['member_engagement']],
    [`how many tickets did ${X} open this year and are any still open`, ['check_member', 'member_profile']],
    [`just had ${X} at the desk, one of ours?`, ['member_profile']],
  ])('in other voices: %s', (said, expected) => {
    expect(tools(said)).toEqual(expected);
  });

  test('the last invoice is that one, open or paid, and no stretch of days', () => {
    expect(calls(`has ${X} settled the most recent bill? if so when`)).toEqual([
      { name: 'member_invoices', args: { member: X, state: 'all', limit: 1 } },
    ]);
  });

  test('cases with how they ended are in the record', () => {
    expect(calls(`show me ${X}`, 'any complaints from her, and how were they resolved?')).toMatchObject([
      { name: 'member_profile', args: { member: X } },
    ]);
  });

  test.each([
    `did ${X} turn up to the Leadership Summit or just register`,
    `${X}, Ohio: did he only sign up for the Leadership Summit or actually attend?`,
  ])('having come and having registered, both asked: %s', (said) => {
    expect(JSON.stringify(calls(said))).toMatch(/"kind":"attendance".*"kind":"registration"/);
  });

  test.each([
    `would ${X} show up in a list of active Fellows who opened an email in the last 30 days? if not, tell me why`,
    `why doesn't ${X} come up as active?`,
  ])('a list somebody should be on is checked: %s', (said) => {
    expect(tools(said)).toEqual(['check_member']);
  });

  test('all invoices are meant where paid ones are named, in the days said', () => {
    const [call] = calls(`every bill we sent ${X} in 2024 and 2025, settled ones as well`);
    expect(call).toEqual({
      name: 'member_invoices',
      args: { member: X, state: 'all', window: { from: '2024-01-01', to: '2025-12-31' } },
    });
  });

  test('several conditions are checked point by point', () => {
    const [call] = calls(`Confirm for me that ${X} is an active Fellow and that he attended a webinar this year`);
    expect(call?.name).toBe('check_member');
    for (const part of ['"status"', '"FEL"', '"attendance"']) expect(JSON.stringify(call?.args)).toContain(part);
  });

  test('having come or only registered are two points of one event', () => {
    const [call] = calls(`did ${X} make it to the Leadership Summit or was she just registered?`);
    expect(JSON.stringify(call?.args)).toMatch(/"kind":"attendance".*"kind":"registration"/);
  });

  test('so many in some days is what the check says is on record', () => {
    expect(JSON.stringify(calls(`How many credits has ${X} got so far this year?`))).toMatch(
      /check_member.*"kind":"credit"/,
    );
  });

  test('what somebody was told is checked', () => {
    expect(JSON.stringify(calls(`I heard ${X} no longer gets our e-mails, is that right?`))).toMatch(/check_member/);
  });

  test('what stands beside the question is set aside in the words that were typed', () => {
    expect(notes(`${X} wants a booth. What does she owe?`)).toContain(`"${X} wants a booth"`);
    expect(notes(`till when is ${X} in, her sister asks`)).toContain(X);
  });

  test.each([
    `who works at ${X} in Ohio, and since when`,
    `how many dogs does ${X} have`,
    `is ${X} a wibbler`,
    `is ${X} older than 40`,
    `cancel ${X}'s membership`,
    `does ${X} have more credits than a year ago`,
    `how does ${X} rank in volunteer hours`,
    `members who know ${X} and like her`,
    `compare what ${X} and M-9B2CD4 gave, and since when`,
  ])('is not made of: %s', (said) => {
    expect(read(said).status).not.toBe('call');
  });

  test('a fragment after an answer about one is of that one', () => {
    expect(calls(`show me ${X}`, 'logged in this month?')).toMatchObject([
      { name: 'check_member', args: { member: X } },
    ]);
    expect(calls(`what does ${X} owe`, 'and M-9B2CD4?')).toMatchObject([
      { name: 'member_invoices', args: { member: 'M-9B2CD4' } },
    ]);
    expect(calls(`invoices of ${X} last year`, 'are any of those unpaid?')).toMatchObject([
      { name: 'member_invoices', args: { member: X, state: 'open', window: { calendar: 'year', offset: -1 } } },
    ]);
  });

  test('whoever was named in a question that was not answered is still spoken of', () => {
    expect(calls(`is ${X} a wibbler`, 'what does she owe')).toMatchObject([
      { name: 'member_invoices', args: { member: X } },
    ]);
  });
});
