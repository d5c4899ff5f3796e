import { describe, expect, test } from 'vitest';
import { meaning, read } from './reading.js';
import { widerKept, widerSeen } from './wider-voices.js';

/** Sentences whose meaning is that nothing is called: a question or a refusal. */
const NO_CALL = '?';

const judged = [...widerSeen, ...widerKept].map(([sentence, expected]) => {
  const { status, tool, arguments: args } = read(sentence);
  return { sentence, expected, got: status === 'call' ? meaning(tool, args) : NO_CALL };
});

describe('requests of directors, coordinators, accountants and second-language speakers', () => {
  test('are at most two in a hundred read otherwise than meant', () => {
    const wrong = judged.filter(({ got, expected }) => got !== NO_CALL && got !== expected);
    expect(wrong.length / judged.length, wrong.map(({ sentence }) => sentence).join('\n')).toBeLessThanOrEqual(0.02);
  });

  test('are nine in ten read at once', () => {
    const asked = judged.filter(({ got, expected }) => got !== expected).map(({ sentence }) => sentence);
    expect(1 - asked.length / judged.length, asked.join('\n')).toBeGreaterThanOrEqual(0.9);
  });

  test('that nothing may answer are never called', () => {
    const called = judged.filter(({ expected, got }) => expected === NO_CALL && got !== NO_CALL);
    expect(called.map(({ sentence }) => sentence)).toEqual([]);
  });
});

describe('a change said in words of its own', () => {
  test.each([
    'have everyone in Texas call M-7F3KQ2',
    'list the members who moved to 12 Elm Street',
    'all students moved to C-4T8WXB',
    'the email of M-7F3KQ2 and M-9B2CD4 is C-4T8WXB',
    'who changed the email C-4T8WXB',
  ])('is not made of: %s', (sentence) => {
    expect(read(sentence).tool ?? '').not.toMatch(/^propose_/);
  });

  test('is of the one spoken of, and keeps what was typed', () => {
    expect(read('show me M-7F3KQ2', "she's moved. 48 Maple Ct, Dayton OH 45402 pls update")).toMatchObject({
      tool: 'propose_contact_correction',
      arguments: { member: 'M-7F3KQ2', field: 'address', value: '48 Maple Ct, Dayton OH 45402' },
    });
  });

  test("names the relationship manager by leaving the colleague out, and the day by the calendar's next week", () => {
    expect(read("ask M-7F3KQ2's account manager to ring them by Friday next week")).toMatchObject({
      tool: 'propose_task',
      arguments: { member: 'M-7F3KQ2', text: 'ring them', due: '2026-11-27' },
    });
  });
});
