import { describe, expect, test } from 'vitest';
import { read } from './reading.js';

/** Each request in fragments, and the same in one sentence. */
const same = [
  [
    'Ohio, in grace today. Names, earliest expiry first.',
    'list members in grace in Ohio sorted by expiry lowest first',
  ],
  ['Fellows in Texas. Longest-standing first. Names.', 'list fellows in Texas sorted by tenure highest first'],
  [
    'Lapsed since 1 August, balance still open. Count, then list, largest balance first.',
    'list people who lapsed since 1 August with an open balance sorted by open balance highest first',
  ],
  ['Corporate, overdue, lapsed ones too.', 'corporate, overdue, of any status'],
  [
    'Which students have an invoice more than 45 days overdue? Any status please, lapsed ones too.',
    'students of any status with an invoice more than 45 days overdue',
  ],
  [
    'Professionals in California whose membership ends in January, soonest first please',
    'Professionals in California whose membership ends in January sorted by expiry lowest first',
  ],
  [
    'how many Fellows have five or more years with us without a gap in membership?',
    'how many Fellows have five or more years with us?',
  ],
  ['who has joined us here in Texas since 1 July?', 'who joined since 1 July in Texas?'],
  [
    'how many people have joined in Ohio since 1 July and never attended an event',
    'how many people joined since 1 July in Ohio and never attended an event',
  ],
  ['For the welcome page of the annual report: fellows in Ohio', 'fellows in Ohio'],
  ['I should be most grateful for the names of fellows in Ohio', 'list fellows in Ohio'],
] as const;

describe('a request in fragments', () => {
  test.each(same)('is read in whatever order they stand: %s', (said, plainly) => {
    const { tool, arguments: args } = read(said);
    const expected = read(plainly);
    expect(expected.status).toBe('call');
    expect([tool, args]).toEqual([expected.tool, expected.arguments]);
  });

  test('what is asked behind a purpose and a colon is never set aside', () => {
    const { arguments: args } = read(
      'For the awards page of the annual report: the twelve members with the longest tenure. Persons only.',
    );
    expect(JSON.stringify(args)).toMatch(/12/);
  });
});
