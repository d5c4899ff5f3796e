import { h } from 'preact';
import { render } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import type { Turn } from '../../src/agent/turn.js';
import { turnWords } from '../../src/commands/turn-words.js';
import { TurnView } from '../../src/surfaces/console/pages/turn.js';

const question = {
  text: 'I do not know "Cuántos" here.',
  understood: ['active members'],
  unexplained: ['Cuántos'],
  choices: [{ text: 'list active members', completes: 'list active members' }],
};
const asked = 'I do not know "Cuántos" here.\nUnderstood so far: active members.\n1. list active members';
const turn: Turn = {
  status: 'clarify',
  thread: 'T-1',
  answer: `Since your last message: P-ABC234 was approved.\n\n${asked}\n\nThis looks like Spanish.`,
  sources: [],
  receipts: [],
  toolCalls: [],
  next: [],
  question,
};

test.each([
  ['page', () => render(h(TurnView, { said: '¿Cuántos?', turn, csrf: 'c' })).replace(/<[^>]+>/g, ' ')],
  ['terminal', () => turnWords(turn, 'chat')],
] as const)(
  'on the %s a question leaves out nothing that the answer says beside it, and says nothing twice',
  (_, shown) => {
    const words = shown();
    for (const said of ['P-ABC234 was approved', 'I do not know', 'This looks like Spanish', 'active members'])
      expect(words).toContain(said);
    expect(words.match(/list active members/g)).toHaveLength(1);
  },
);

test('a question of another shape is shown by its text alone', () => {
  const words = turnWords({ ...turn, answer: 'Which one?' }, 'chat');
  expect(words).toContain(question.text);
});
