import * as z from 'zod';
import { defineTool } from '../define.js';
import { Person, toolInput } from '../parameters.js';

const Output = z.strictObject({
  member: z.string(),
  tier: z.string().optional(),
  score: z.number().int().optional().describe('0 to 100; left out where none was computed.'),
  previous: z.number().int().optional(),
  tierMedian: z.number().optional(),
  asOf: z.string(),
  months: z.array(z.strictObject({ month: z.string(), score: z.number().int() })),
  kinds: z.array(z.strictObject({ kind: z.string(), count: z.number(), points: z.number() })),
  kindsLeftOut: z.array(z.string()),
  since: z.string(),
  readAt: z.string(),
});

export const memberEngagement = defineTool({
  name: 'member_engagement',
  title: "One member's engagement, compared with the tier",
  description:
    "How engaged exactly one person or organisation is: the score (0 to 100, a percentile within the tier), the tier's median, the score by month over a year, and which kinds of activity make it up. For everything else known of the member use member_profile; for the engagement of many people measure_members with the field engagement.",
  input: toolInput({ member: Person }),
  output: Output,
  effect: 'read',
  permission: 'people.read',
  triggers: [
    'how engaged is',
    'how engaged',
    'how active is',
    'how involved is',
    'engagement of',
    'engagement score of',
    'engagement history of',
    '*engagement',
    'engagement',
    'score of',
    'how is',
    'show',
    'show me',
    '+engaged',
    '+involved',
    '+engagement score',
    '+engagement history',
    '+compared with their tier',
    '+compared with his tier',
    '+compared with her tier',
    '+compared to their tier',
    '+compared to his tier',
    '+compared to her tier',
    '+compared with the tier',
    '+compared with others',
    '+compared to others',
  ],
  examples: [
    { says: 'how engaged is {member}', arguments: { member: '{member}' } },
    { says: 'how engaged is {member}, compared with their tier', arguments: { member: '{member}' } },
    { says: "{member}'s engagement history", arguments: { member: '{member}' } },
  ],
  run: () => Promise.reject(new Error('declared')),
  words: () => '',
});
