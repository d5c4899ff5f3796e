import { describe, expect, test } from 'vitest';
import { respell } from '../../../src/agent/interpreter/spelling.js';

const vocabulary = ['members', 'member', 'good', 'excluding', 'professional', 'christian', 'attended', 'california'];
const read = (word: string, barred: readonly string[] = []) => respell(word, vocabulary, (one) => barred.includes(one));

describe('a misspelt word', () => {
  test.each([
    ['membrs', 'members'],
    ['profesional', 'professional'],
    ['calfornia', 'california'],
    ['atended', 'attended'],
  ])('%s is read as %s', (word, meant) => {
    expect(read(word)).toBe(meant);
  });

  test('is left alone when it is short, far from everything, or near a refusal', () => {
    expect(read('gold')).toBeUndefined();
    expect(read('elephant')).toBeUndefined();
    expect(read('christmas', ['christian'])).toBeUndefined();
    expect(read('christian', ['christian'])).toBeUndefined();
  });
});
