import * as z from 'zod';
import { defineTool } from '../define.js';
import { People, Person, toolInput } from '../parameters.js';

const Condition = z.strictObject({
  text: z.string(),
  verdict: z.enum(['in', 'out', 'unknown']),
  value: z.string().optional().describe('What the record holds.'),
  /** 0 for the whole, 1 for its conditions ... */
  depth: z.number().int(),
});

const Output = z.strictObject({
  member: z.string(),
  definition: z.string(),
  said: z.string(),
  verdict: z.enum(['in', 'out', 'unknown']),
  conditions: z.array(Condition),
  assumptions: z.array(z.string()),
  asOf: z.string(),
});

export const checkMember = defineTool({
  name: 'check_member',
  title: 'Whether and why one member meets a description',
  description:
    'Whether one person or organisation meets a description of people, condition by condition, with what the record holds: "is she an active member in Texas", "why is he not in that list". Needs exactly one member and a description. For everything known of a member use member_profile; for who meets it find_members.',
  input: toolInput({ member: Person, definition: People }),
  output: Output,
  effect: 'read',
  permission: 'people.read',
  triggers: [
    'check whether',
    'check if',
    'check that',
    'is it true that',
    'does',
    'is',
    'was',
    'has',
    'did',
    'why is',
    'why was',
    'why does',
    'why did',
    'why has',
    "why isn't",
    "why wasn't",
    "why doesn't",
    'is not',
    'whether',
    '+not',
    '+count as',
    '+belong to',
    '+meet',
    '+among',
    '+one of',
    '+one of the',
    '+in the list of',
    '+on the list of',
  ],
  examples: [
    {
      says: 'check whether {member} is an active member',
      arguments: { member: '{member}', definition: { op: 'field', field: 'status', test: { in: ['active'] } } },
    },
    {
      says: 'why is {member} not a lapsed member',
      arguments: {
        member: '{member}',
        definition: { op: 'not', of: { op: 'field', field: 'status', test: { in: ['lapsed'] } } },
      },
    },
  ],
  run: () => Promise.reject(new Error('declared')),
  words: () => '',
});
