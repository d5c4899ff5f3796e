import * as z from 'zod';
import { defineTool } from '../define.js';
import { Person, toolInput, Window } from '../parameters.js';

const Output = z.strictObject({
  member: z.string().optional(),
  from: z.string(),
  to: z.string(),
  kinds: z.array(
    z.strictObject({
      kind: z.string(),
      said: z.string(),
      count: z.number().int(),
      lines: z.array(z.strictObject({ member: z.string(), on: z.string(), what: z.string() })),
      leftOut: z.number().int(),
    }),
  ),
  notKnown: z.array(z.string()).describe('What cannot be told for these days, and why.'),
  hidden: z.array(z.string()).describe('What the rights of the person asking keep back.'),
  readAt: z.string(),
});

export const whatChanged = defineTool({
  name: 'what_changed',
  title: 'What changed in a stretch of days',
  description:
    'What is new since a day or in a window: who joined, renewed, lapsed, changed tier, place, employer or contact details (that they changed, not what they are), new invoices, payments, notes and cases; for everybody in scope or for one member. Without a window: yesterday and today. For how things stand today use member_profile or count_members.',
  input: toolInput({ window: Window.optional(), member: Person.optional() }),
  output: Output,
  effect: 'read',
  permission: 'people.read',
  triggers: [
    'what changed',
    'what has changed',
    'what is new',
    "what's new",
    "what's changed",
    'what happened',
    'what has happened',
    'anything new',
    'any news',
    'any changes',
    '*change',
    'changes to',
    'changes for',
    'news of',
    'news',
    'new',
    '*update',
    'updates on',
    'what did i miss',
    'catch me up',
    'show',
    'show me',
    '+with',
    '+for',
    '+about',
    '+to',
  ],
  examples: [
    { says: 'what changed since yesterday', arguments: { window: { last: 2, unit: 'day' } } },
    { says: 'what changed in the last 30 days', arguments: { window: { last: 30, unit: 'day' } } },
    {
      says: 'what changed for {member} this year',
      arguments: { window: { calendar: 'year', offset: 0 }, member: '{member}' },
    },
  ],
  run: () => Promise.reject(new Error('declared')),
  words: () => '',
});
