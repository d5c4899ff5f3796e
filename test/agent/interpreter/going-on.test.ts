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
