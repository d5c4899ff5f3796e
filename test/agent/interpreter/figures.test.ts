/** Shares, two figures side by side, and groups in daily words. */
import { expect, test } from 'vitest';
import { callsFor } from './reading.js';

test.each([
  [
    'what proportion of lapsed members have an email address',
    ['count_members: count lapsed members with an email address out of lapsed members'],
  ],
  [
    'purchases this quarter against last quarter',
    [
      'measure_members: total purchases between 1 October 2026 and 31 December 2026',
      'measure_members: total purchases between 1 July 2026 and 30 September 2026',
    ],
  ],
  [
    'average and median engagement of lapsed members',
    ['measure_members: average engagement of lapsed members', 'measure_members: median engagement of lapsed members'],
  ],
  [
    'which tier lost the most members this year',
    ['group_members: count by tier people who lapsed between 1 January 2026 and 31 December 2026 highest first'],
  ],
  [
    'top 4 states for volunteer hours last year',
    ['measure_members: total volunteer hours between 1 January 2025 and 31 December 2025 by state highest first'],
  ],
  ['lapsed members by tier with percentages', ['group_members: count by tier lapsed members as percentages']],
  [
    'which 4 events had the lowest turnout last year',
    ['list_events: list events between 1 January 2025 and 31 December 2025 lowest first turnout first 4'],
  ],
])('%s', (says, calls) => {
  expect(callsFor(says)).toEqual(calls);
});

test('people ranked by the events they came to are people', () => {
  expect(callsFor('top 5 members by events attended last year')[0]).toMatch(/^find_members: /);
});
