import { describe, expect, test } from 'vitest';
import { parsePrompt, promptOf } from '../../src/prompts.js';

describe('a prompt', () => {
  test('is read from its file with every input filled in', () => {
    const words = promptOf('copilot').with({ association: 'The Guild', today: '2026-11-21', roles: 'membership' });
    expect(words).toContain('staff copilot of The Guild');
    expect(words).toContain('2026-11-21');
    expect(words).not.toContain('{{');
  });

  test('that lacks an input says which', () => {
    expect(() => promptOf('copilot').with({ association: 'The Guild' })).toThrow('lacks: today, roles');
  });

  test('that uses an input it does not name is refused', () => {
    const file = '---\nid: x\nversion: 1\npurpose: test\ninputs: a\n---\n{{a}} {{b}}\n';
    expect(() => parsePrompt(file)).toThrow('does not name: b');
  });

  test('without front matter is refused', () => {
    expect(() => parsePrompt('Hello')).toThrow('front matter');
  });
});
