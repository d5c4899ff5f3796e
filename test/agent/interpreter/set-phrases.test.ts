import { describe, expect, it } from 'vitest';
import { inPlainWords } from '../../../src/agent/interpreter/set-phrases.js';

const plain = (text: string): string => inPlainWords(text).text;

describe('set phrases of daily speech in plain words', () => {
  it.each([
    ['members who owe us money, heaviest amounts on top', 'members who owe us money, highest first'],
    ['Fellows by engagement from the bottom up', 'Fellows by engagement, lowest first'],
    ['members in grace, whoever expired longest ago first', 'members in grace sorted by expiry lowest first'],
    ['How long has the typical Student been with us?', 'average tenure of Student members?'],
    ['firms that have let their membership slide', 'firms that lapsed'],
    ['who came to both the 2024 and the 2025 Summit?', 'who attended the 2024 Summit and attended the 2025 Summit?'],
    ['compare the open balance of firms and individuals', 'total open balance by kind'],
    ['Good afternoon. How many Fellows are there', 'How many Fellows are there'],
    ['heyyy who is in grace right now', 'hey who is in grace'],
    ['dues paid by chapter, totals only', 'dues paid by chapter'],
    ['Is M-7F3KQ2 still a member, or has it all run out?', 'is M-7F3KQ2 still a member?'],
  ])('%s', (said, written) => {
    expect(plain(said)).toBe(written);
  });

  it('says what it takes out where that might limit', () => {
    expect(inPlainWords('how many joined in May, companies and people separately').notes).toEqual([
      'people and organizations are told apart in every count',
    ]);
  });

  it.each(['from right now until January', 'members who joined before 2020', 'organizations in Ohio'])(
    'leaves alone: %s',
    (said) => {
      expect(plain(said)).toBe(said);
    },
  );

  it('never touches the words of a note', () => {
    const note = 'Add a note to M-7F3KQ2: soooo happy right now, biggest first';
    expect(plain(note)).toBe(note);
  });
});
