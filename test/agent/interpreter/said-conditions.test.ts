import { describe, expect, test } from 'vitest';
import { meaning, read } from './reading.js';

const called = (said: string): string => {
  const { status, tool, arguments: args, text } = read(said);
  return status === 'call' ? meaning(tool, args) : text;
};

describe('a condition in daily speech is the plain one', () => {
  test.each([
    ['members in Ohio with a blank e-mail', 'members in Ohio with no email'],
    [
      'students in Texas who have opened nothing since June',
      'students in Texas who have not opened an email since June',
    ],
    ["fellows who haven't logged in even once this year", 'fellows who did not log in this year'],
    ['fellows we may still write to by email', 'fellows who can be contacted by email'],
    ['who owes more than $200? I do not mind whether they have lapsed', 'who owes more than $200, of any status'],
    ['people who donated in 2025 and nothing so far in 2026', 'people who donated in 2025 but not in 2026'],
    ['fellows in Ohio, longest-standing first', 'fellows in Ohio sorted by tenure, highest first'],
    ['new faces since Labor Day', 'members who joined since 7 September 2026'],
    [
      'how many students down in Texas clicked a link in one of our mailings this year',
      'how many students in Texas clicked an email this year',
    ],
  ])('%s', (said, plainly) => {
    expect(called(said)).toBe(called(plainly));
    expect(called(plainly)).toMatch(/^(?:find|count)_members /);
  });
});
