import { describe, expect, test } from 'vitest';
import { pseudonymsIn, tokenise } from '../../../src/agent/interpreter/tokenise.js';

const words = (text: string) =>
  tokenise(text)
    .tokens.map((token) => token.text)
    .join(' ');

describe('a sentence', () => {
  test.each([
    ["Members who haven't joined, and who aren't active", 'members who have not joined , and who are not active'],
    ['members w/o an email', 'members without an email'],
    ["show me M-7F3KQ2's profile", "show me M-7F3KQ2 's profile"],
    ['show me m-7f3kq2', 'show me M-7F3KQ2'],
    ['members who havent paid', 'members who have not paid'],
    ['not only attended but also registered', 'attended and registered'],
  ])('%s', (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  test.each([
    ['add a note to M-7F3KQ2: called, asked about "dues"', 'add a note to M-7F3KQ2', 'called, asked about "dues"'],
    [
      'add a note to M-7F3KQ2 that she called about the conference',
      'add a note to M-7F3KQ2',
      'she called about the conference',
    ],
    [
      'Please log a note on M-7F3KQ2 saying that he wants 2 invoices',
      'please log a note on M-7F3KQ2',
      'he wants 2 invoices',
    ],
    ['note on M-7F3KQ2 "not in Texas any more"', 'note on M-7F3KQ2', 'not in Texas any more'],
    ['note that M-7F3KQ2 will not renew', 'note', 'M-7F3KQ2 will not renew'],
  ])("keeps the person's own words apart: %s", (text, asked, ownWords) => {
    expect([words(text), tokenise(text).ownWords]).toEqual([asked, ownWords]);
  });

  test.each(['members that have no chapter', 'who said that', 'lapsed members: Texas'])(
    '%s has no words of its own',
    (text) => {
      expect(tokenise(text).ownWords).toBeUndefined();
    },
  );

  test('names the people in it once each', () => {
    expect(pseudonymsIn('M-7F3KQ2 and N-4T8WXB, again m-7f3kq2')).toEqual(['M-7F3KQ2', 'N-4T8WXB']);
  });
});
