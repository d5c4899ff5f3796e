/** Figures asked for by their head noun, with their parts in any order. */
import { expect, test } from 'vitest';
import { callsFor } from './reading.js';

test.each([
  [
    'Departures per state in 2025, biggest bleeder on top.',
    ['group_members: count by state people who lapsed between 1 January 2025 and 31 December 2025 highest first'],
  ],
  [
    'Lapses, the accounting year that ended in June, per tier.',
    ['group_members: count by tier people who lapsed between 1 July 2025 and 30 June 2026'],
  ],
  [
    'Fellow intake last year - how big?',
    ['count_members: count members who joined between 1 January 2025 and 31 December 2025, and in the Fellow tier'],
  ],
  [
    'Joining-year cohorts 2019 to 2024, for each one how many are active, in grace and lapsed',
    [
      'group_members: count by year of joining and membership status contacts who joined between 1 January 2019 and 31 December 2024',
    ],
  ],
  [
    'which chapters do most of our fellows belong to? top three will do',
    ['group_members: count by chapter members in the Fellow tier highest first first 3'],
  ],
  [
    'what 3 tiers gave us the most new members last quarter',
    ['group_members: count by tier members who joined between 1 July 2026 and 30 September 2026 highest first first 3'],
  ],
  [
    'One figure per state for the newsletter: the average tenure of current members',
    ['measure_members: average tenure of members by state'],
  ],
  [
    'median gift per donor by chapter last fiscal year',
    ['measure_members: median donations between 1 July 2025 and 30 June 2026 by chapter'],
  ],
  [
    'How much came in from dues in the fiscal year that closed on 30 June?',
    ['measure_members: total dues paid between 1 July 2025 and 30 June 2026'],
  ],
  [
    'auto-renew take-up per chapter',
    ['group_members: count by chapter members on automatic renewal', 'group_members: count by chapter members'],
  ],
  [
    'Survival of the 2023 intake: out of the members who joined in 2023, what share is still active',
    [
      'count_members: count active members who joined between 1 January 2023 and 31 December 2023 out of contacts who joined between 1 January 2023 and 31 December 2023',
    ],
  ],
])('%s', (says, calls) => {
  expect(callsFor(says)).toEqual(calls);
});
