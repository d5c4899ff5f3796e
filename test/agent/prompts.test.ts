import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
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

  // The log of generations names a prompt by id and version: other words need another number, here and in the file.
  test('has the words its version had when it was agreed', () => {
    const folder = join(packageRoot, 'prompts');
    const agreed = readdirSync(folder).map((name) => {
      const { id, version } = promptOf(name.replace(/\.md$/, ''));
      const words = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return [`${id} ${version}`, createHash('sha256').update(words).digest('hex').slice(0, 16)];
    });
    expect(Object.fromEntries(agreed)).toEqual({
      'copilot 2': 'a86d10c1ca5059b4',
      'board-figures 1': '7ef78e4d0758e326',
      'data-to-correct 1': 'c34a85929b407054',
      'event-follow-up 1': '695d4e4e32a531dc',
      'explain-number 1': '19f2e90a3d682902',
      'prepare-call 1': '04a60e07ffede3f1',
      'renewals-due 1': 'cd96a7345a472cf0',
      'who-lapsed 1': '1ffae78bf2091950',
      'summary 2': 'b621a39b89ddc617',
    });
  });
});
