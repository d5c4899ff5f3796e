import { describe, expect, test } from 'vitest';
import { markOf } from '../../../src/agent/interpreter/memory.js';
import { asShown } from '../../../src/agent/interpreter/offered.js';
import { read } from './reading.js';

/** Each of the two readings, said by itself, would be asked about again. */
const TWOFOLD = "who owes us more than $500 that's already overdue";
const questionOf = (...said: readonly string[]) => {
  const question = markOf(read(...said).message)?.question;
  if (!question) throw new Error('it was not asked about');
  return question;
};

describe('a question of two readings', () => {
  test('offers both, and a number, the words or a click is the call that was meant', () => {
    const { choices } = questionOf(TWOFOLD);
    expect(choices.map(({ text }) => text)).toEqual([
      'list members who owe more than 500.00 USD overdue',
      'list members who owe more than 500.00 USD, and who owe more than 0.00 USD overdue',
    ]);
    for (const [at, { text, completes, call }] of choices.entries())
      for (const taken of [String(at + 1), `${text}.`, completes.toUpperCase()])
        expect(read(TWOFOLD, taken), taken).toMatchObject({
          status: 'call',
          tool: call?.tool,
          arguments: call?.arguments,
        });
  });

  test('is gone on from: what is said on top of it is offered for either', () => {
    const { choices } = questionOf(TWOFOLD, 'only organisations');
    expect(choices.length).toBeGreaterThan(0);
  });

  test('shows sentences, and never a call', () => {
    expect(JSON.stringify(asShown(questionOf(TWOFOLD)))).not.toContain('"call"');
  });
});

test('a sentence in which nobody is "it" still offers what was understood of it', () => {
  const { text, choices } = questionOf('individuals expiring in the next 30 days, how many is it');
  expect(`${text} ${choices.map((choice) => choice.text).join()}`).toMatch(/expiring between/);
});
