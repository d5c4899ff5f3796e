import { describe, expect, test } from 'vitest';
import { markOf } from '../../../src/agent/interpreter/memory.js';
import { readAs } from '../../../src/agent/interpreter/read-as.js';
import { meaning, mind, read } from './reading.js';

const called = (...said: string[]): string => {
  const { status, tool, arguments: args, text } = read(...said);
  return status === 'call' ? meaning(tool, args) : text;
};
const notes = (...said: string[]): readonly string[] => markOf(read(...said).message)?.assumptions ?? [];
const choices = (sentence: string) => markOf(read(sentence).message)?.question?.choices ?? [];

describe('what stands beside a request is set aside and said', () => {
  test.each([
    ['Hi there! Hope you had a lovely evening :) How many students are in Texas?', 'how many students are in Texas'],
    [
      'Quick one before I forget, how many students are in Texas? Thank you so much!!',
      'how many students are in Texas',
    ],
    ["I've got a call with M-7F3KQ2 in ten minutes, show me her profile", 'show me M-7F3KQ2'],
    ['My boss wants this by noon. Lapsed members in Ohio - list please', 'list lapsed members in Ohio'],
    ['sooo um, how many students are in Texas??', 'how many students are in Texas'],
    ['students in Texas. Number.', 'how many students in Texas'],
    ['students in Texas - how many?', 'how many students in Texas'],
    ['students in Texas, who are they?', 'list students in Texas'],
  ])('%s', (said, plainly) => {
    expect(called(said)).toBe(called(plainly));
  });

  test('the words set aside stand in what was taken for granted', () => {
    expect(notes('Hope you had a lovely evening! How many students are in Texas?')).toContain(
      'I left aside: "Hope you had a lovely evening!"',
    );
  });

  test.each([
    'students in Texas. I want the platinum ones.',
    'Students in Texas. Not the women.',
    'how many members in Texas, frobnicated, joined last year',
    'lapsed members. Only platinum please.',
  ])('a clause that asks for something is never set aside: %s', (said) => {
    expect(read(said).status).not.toBe('call');
  });
});

describe('a question ends with one choice', () => {
  test('what is not known can be left out, and the choice says what is then done', () => {
    const [first] = choices('how many members in Texas frobnicated');
    expect(first?.text).toMatch(/^Answer without "frobnicated": count members in the Texas chapter/);
    expect(called('how many members in Texas frobnicated', '1')).toBe(called('how many members in Texas'));
  });

  test.each(['students frobnicating in Texas', 'wibble lapsed members in Ohio wobble', 'M-7F3KQ2 wibble'])(
    'each choice is itself read: %s',
    (said) => {
      const offered = choices(said);
      expect(offered.length).toBeGreaterThan(0);
      for (const { completes } of offered) expect(readAs(completes, undefined, mind)).toBeDefined();
    },
  );

  test('a negation is never offered to be left out', () => {
    for (const { text } of choices('students in Texas hardly wibbling')) expect(text).not.toMatch(/without.*hardly/);
  });

  test('what a word was said to mean is remembered', () => {
    const first = ['how many platinums in Texas', 'students'];
    expect(called(...first, 'how many platinums in Ohio')).toBe(called('how many students in Ohio'));
  });
});

describe('one person named in the message', () => {
  test.each([
    ['is M-7F3KQ2 in Texas and has she logged in this year', 'check_member'],
    ['M-7F3KQ2: what are her invoices', 'member_invoices'],
  ])('is who the pronouns mean: %s', (said, tool) => {
    const reading = read(said);
    expect(reading.tool).toBe(tool);
    expect(reading.arguments?.['member']).toBe('M-7F3KQ2');
  });

  test('two checks of one person are one, with both conditions', () => {
    const { tool, arguments: args } = read('is M-7F3KQ2 on a committee, and did he attend a webinar this year?');
    expect(tool).toBe('check_member');
    expect(JSON.stringify(args)).toMatch(/committee.*attendance/);
  });

  test('of two different requests the first is answered and the second is next', () => {
    const said = read('How many students are in Texas? What is waiting for me?');
    expect(said.tool).toBe('count_members');
    expect(markOf(said.message)?.next).toEqual(['What is waiting for me?']);
  });
});

describe('typed in haste', () => {
  test.each([
    ['hw many membrs in Texas', 'how many members in Texas'],
    ['ppl who joined last mo', 'people who joined last month'],
    ['how many stdnts havent logged in, last 90d', 'how many students have not logged in, last 90 days'],
    ['how many of mine are in Texas', 'how many are in Texas'],
  ])('%s', (said, plainly) => {
    expect(called(said)).toBe(called(plainly));
  });
});

test('neither of two things done: the days said last hold for both', () => {
  const said = 'members who have neither bought nor sponsored anything in the last 12 months';
  expect(called(said)).toBe(
    called(
      'members who have not bought anything in the last 12 months and have not sponsored anything in the last 12 months',
    ),
  );
});

describe('short sentences after an answer', () => {
  test.each([
    [['how many students are in Texas', 'Names.'], 'list students in Texas'],
    [['students in Texas', 'Number?'], 'how many students in Texas'],
    [['how many joined last month', 'versus the same month a year earlier?'], 'how many joined in October 2025'],
  ])('%s', (said, plainly) => {
    expect(called(...said)).toBe(called(plainly));
  });

  test('of groups, the first so many', () => {
    const { tool, arguments: args } = read('active members by chapter', 'now leave Texas out and just the top three');
    expect(tool).toBe('group_members');
    expect(args).toMatchObject({ limit: 3, order: 'desc' });
    expect(JSON.stringify(args)).toContain('"op":"not"');
  });

  test('what became of a change asked for', () => {
    expect(read('add a note to M-7F3KQ2: called', 'did it go through yet?').tool).toBe('proposal_status');
  });
});
