import { describe, expect, test } from 'vitest';
import { meaning, read } from './reading.js';

const called = (...said: string[]): string => {
  const { status, tool, arguments: args, text } = read(...said);
  return status === 'call' ? meaning(tool, args) : text;
};
const fellows = 'active fellows in Texas';

describe('what goes on from an answer means what it would mean in full', () => {
  test.each([
    [[fellows, 'same for students'], 'active students in Texas'],
    [
      ['how many students in Texas', 'which of those have an email address'],
      'list students in Texas with an email address',
    ],
    [['students in Texas', 'how many of those are on a committee'], 'how many students in Texas are on a committee'],
    [['how many students in Texas', 'split that by chapter'], 'students in Texas by chapter'],
    [['active members by tier', 'same split but Ohio only'], 'active members in Ohio by tier'],
    [['how many members are on automatic renewal', 'and without it?'], 'how many members are not on automatic renewal'],
    [
      ['how many students in Texas', 'how many of those have an email address', "names of the ones that don't"],
      'list students in Texas without an email address',
    ],
    [['students in Texas', 'longest-standing first'], 'students in Texas sorted by tenure highest first'],
    [
      ['how many members are in grace', 'OK the students. Who, soonest drop first'],
      'students in grace sorted by drop date lowest first',
    ],
    [
      ['how many fellows in Texas', 'of those who logged in since June?'],
      'how many fellows in Texas logged in since June',
    ],
    [
      [
        'how many fellows in Texas',
        'which of those have an email address',
        'great and break all the fellow ones down by chapter',
      ],
      'fellows in Texas by chapter',
    ],
    [['how many members joined in October 2026', 'and the month before?'], 'how many members joined in September 2026'],
    [
      [
        'how many members are in grace',
        'please exclude anyone on auto-renew',
        'of the remainder, how many are organizations?',
      ],
      'how many organizations are in grace and not on auto-renew',
    ],
    [
      ['students in Texas', 'far too many, those with an email address only'],
      'students in Texas with an email address',
    ],
    [['how many students in Texas', 'where do they live? by state'], 'students in Texas by state'],
    [['students in Texas', 'what about fellows', 'both tiers. Count'], 'how many students or fellows in Texas'],
    [
      ['how many students in Texas', 'how many fellows in Ohio', 'take the first figure and break it down by chapter'],
      'students in Texas by chapter',
    ],
  ])('%j', (said, plainly) => {
    expect(called(...said)).toBe(called(plainly));
  });

  test('a sum broken down is still a sum', () => {
    const { tool, arguments: args } = read('total overdue balance of members', 'by chapter');
    expect(tool).toBe('measure_members');
    expect(args).toMatchObject({ measure: { money: 'overdue' }, by: [{ field: 'chapter' }] });
  });

  test('the total of people who owe is what they owe together', () => {
    expect(read('members with an overdue balance', 'total $?')).toMatchObject({
      tool: 'measure_members',
      arguments: { measure: { money: 'overdue' } },
    });
  });

  test('the others are those of before without what was said last', () => {
    const args = JSON.stringify(
      read('active members', 'how many of those are on a committee', "let me see ten of the ones who aren't").arguments,
    );
    expect(args).toContain('"limit":10');
    expect(args).toMatch(/"field":"committee","test":\{"recorded":false\}|"op":"not"/);
  });
});

describe('what points back to a question that was not answered', () => {
  test.each(['how many of those are on a committee', 'list them', 'by tier', 'only the students'])(
    'is asked about, and nothing else is counted: %s',
    (next) => {
      expect(read('students in Texas', 'how many members frobnicated in Ohio', next).status).not.toBe('call');
    },
  );
});

describe('where a figure came from', () => {
  test.each([
    'what does that rest on',
    'can you back that figure up',
    'how was that derived?',
    'where did you get that number from',
  ])('%s', (why) => {
    expect(read('how many members are there', why).text).toContain('R-7F3KQ2: 3 members');
  });
});

describe('a figure that is gone on from', () => {
  const overdue = 'total overdue balance of members';

  test('keeps its measure, with another statistic of those who have some', () => {
    const { tool, arguments: args } = read(
      overdue,
      'split that by tier',
      'same split, the median instead of the total, only those who actually owe',
    );
    expect(tool).toBe('measure_members');
    expect(args).toMatchObject({ statistic: 'median', measure: { money: 'overdue' }, by: [{ field: 'tier' }] });
    expect(JSON.stringify(args)).toContain('"test":{"is":"gt","value":0}');
  });

  test('is listed as those whose figure it is, the most first', () => {
    expect(read(overdue, 'who are those?')).toMatchObject({
      tool: 'find_members',
      arguments: { sort: { money: 'overdue' }, order: 'desc' },
    });
    expect(JSON.stringify(read(overdue, 'and the five biggest debtors by name?').arguments)).toContain('"n":5');
  });

  test('ends then where it ends now, and the stretch of before is found again', () => {
    const said = ['total donations since 1 July', 'and by the same point last fiscal year?'];
    expect(read(...said).arguments).toMatchObject({ measure: { window: { from: '2025-07-01', to: '2025-11-21' } } });
    const { tool, arguments: args } = read(...said, "right, now break this year's down by chapter");
    expect(tool).toBe('measure_members');
    expect(args).toMatchObject({ measure: { window: { from: '2026-07-01' } }, by: [{ field: 'chapter' }] });
  });
});

describe('events that were shown', () => {
  test('are shown in another order, in other days, and then those to come', () => {
    const said = ['list events last quarter', 'sort them by turnout, worst first'];
    expect(read(...said)).toMatchObject({ tool: 'list_events', arguments: { order: 'asc', by: 'turnout' } });
    expect(read(...said, 'and the quarter before?').arguments).toMatchObject({
      window: { from: '2026-04-01', to: '2026-06-30' },
    });
    expect(read(...said, "what's coming up?")).toMatchObject({ tool: 'list_events', arguments: {} });
  });
});

describe('one person beside the people spoken of', () => {
  test('is checked against them', () => {
    expect(read('students in Texas', 'is M-7F3KQ2 one of them?')).toMatchObject({
      tool: 'check_member',
      arguments: { member: 'M-7F3KQ2' },
    });
  });
});

describe('a step after a question', () => {
  test('is offered on top of the reading that was offered', () => {
    const { status, message } = read('how many frobnicated students in Texas', 'by chapter');
    expect(status).toBe('clarify');
    const [choice] = (message.additional_kwargs['interpreter'] as { question: { choices: { completes: string }[] } })
      .question.choices;
    expect(called(choice?.completes ?? '')).toBe(called('students in Texas by chapter'));
  });
});
