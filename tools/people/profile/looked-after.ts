import * as z from 'zod';
import { relationshipManager } from '../../../src/members/changes/assignee.js';
import { section } from './section.js';

const LookedAfter = z.string().describe('Pseudonym of the relationship manager, or the queue.');

/** Who looks after the member today. */
export const lookedAfter = section<string>({
  shape: LookedAfter,
  read: async ({ memberId }, { clock, database }) =>
    (await relationshipManager(database, memberId, clock.today())).called,
  words: (called) => [`Looked after by ${called}.`],
});
