import { describe, expect, test } from 'vitest';
import { read } from './reading.js';

describe('a word of a protected characteristic', () => {
  test.each([
    'M-7F3KQ2 swears blind she has paid, any open invoices?',
    "I'm sick of this list. How many fellows are in Ohio?",
    'how healthy is our renewal rate in Texas',
    'race against the clock: how many members are in Ohio',
    'who downloaded the white paper this year',
    'members who attended the mental health webinar this year',
  ])('that speaks of nobody accuses nobody: %s', (said) => {
    const { status, text } = read(said);
    expect(status).not.toBe('refuse');
    expect(text).not.toMatch(/protected characteristic/);
  });

  test.each([
    'blind members in Texas',
    'how many members are sick',
    'people of faith in Ohio',
    'white members in Ohio',
    'members with health problems',
    'members by race',
  ])('that speaks of people is refused: %s', (said) => {
    expect(read(said)).toMatchObject({ status: 'refuse', text: expect.stringContaining('protected characteristic') });
  });

  test('left unexplained still asks, where it may restrict', () => {
    expect(read('members who attended the mental health webinar this year').status).toBe('clarify');
  });
});
