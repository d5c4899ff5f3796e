import { describe, expect, test } from 'vitest';
import { meaning, read } from './reading.js';

const called = (sentence: string): string => {
  const { status, tool, arguments: args, text } = read(sentence);
  return status === 'call' ? meaning(tool, args) : text;
};

describe('what staff say in daily words is read as what it means in plain ones', () => {
  test.each([
    // One window for two things that happened.
    [
      'members who opened an email in the past 60 days yet clicked on nothing',
      'members who opened an email in the past 60 days and did not click an email in the past 60 days',
    ],
    [
      'fellows who logged in since May but in that same time never attended a webinar',
      'fellows who logged in since May and did not attend a webinar since May',
    ],
    [
      'members who neither logged in nor opened an email since August',
      'members who did not log in since August and did not open an email since August',
    ],
    // None of a single one.
    ['members who have not attended one single event this year', 'members who did not attend an event this year'],
    ['students who gave not a penny this year', 'students who did not donate this year'],
    // Statuses.
    ['actives in Ohio', 'active members in Ohio'],
    ['fellows, whether active or in grace', 'fellows who are members'],
    ['how many joined last year, whatever they are now', 'how many contacts joined last year'],
    ['students whose membership has slipped into grace', 'students in grace'],
    ['how many students are sitting in grace right now', 'how many students are in grace'],
    ['fellows stuck in the grace period', 'fellows in grace'],
    // What is taken out stands before the word that takes it out.
    ['members in Texas, students excluded', 'members in Texas except students'],
    // Ages of debts and of memberships.
    ['overdue 90+ days', 'members with an invoice at least 90 days overdue'],
    ["fellows of at least twenty years' standing", 'fellows who have been members for at least 20 years'],
    ['fellows with us fifteen years or more', 'fellows who have been members for at least 15 years'],
    // Consent, certification and cases.
    ['lapsed members we can still email', 'lapsed members who can be contacted by email'],
    ['members who hold no certification', 'members without a certification'],
    ['students who still have a support case open', 'students with an open case'],
    // The verb says again what is ranked.
    ['top 10 members by events attended this year', 'the ten members who came to the most events this year'],
    // Dates.
    ['members expiring by 12/31', 'members expiring between today and December 31'],
    ['members who joined since the fiscal year began', 'members who joined since the start of the fiscal year'],
    ['members expiring between 1 and 31 December 2026', 'members expiring in December 2026'],
  ])('%s', (daily, plain) => {
    expect(read(daily)).toMatchObject({ status: 'call' });
    expect(called(daily)).toBe(called(plain));
  });
});

describe('figures and groups', () => {
  test('the name of an amount asks for the amount, and having one for who has it', () => {
    expect(read('overdue balance by tier').tool).toBe('measure_members');
    expect(read('members with an overdue balance by tier').tool).toBe('group_members');
    expect(read('how many members have an overdue invoice').tool).toBe('count_members');
  });

  test('two values told apart are two figures', () => {
    expect(read('average tenure Texas vs Ohio')).toMatchObject({
      tool: 'measure_members',
      arguments: { by: [{ field: 'chapter' }] },
    });
  });

  test('the first so many of the groups', () => {
    expect(read('which three states have the most lapsed members')).toMatchObject({
      tool: 'group_members',
      arguments: { by: [{ field: 'state' }], order: 'desc', limit: 3 },
    });
  });

  test('a list without a measure is in the order of what its people were described by', () => {
    const { arguments: args } = read('members who owe more than $500, biggest first');
    expect(args).toMatchObject({ order: 'desc', sort: { money: 'balance' } });
  });
});

describe('what is not said is not understood', () => {
  test('a number before what was given is no amount of money', () => {
    expect(JSON.stringify(read('members who gave at least ten volunteer hours this year').arguments)).not.toContain(
      '"money"',
    );
  });

  test('what there is none of stands after "no"', () => {
    expect(called('bought something this year, no donation this year')).toBe(
      called('members who bought something this year and did not donate this year'),
    );
  });

  test('when a certification ends is not when a membership does', () => {
    expect(read('fellows whose certification is ending this year').status).not.toBe('call');
  });
});
