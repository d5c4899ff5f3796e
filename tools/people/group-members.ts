import * as z from 'zod';
import { defineTool } from '../define.js';
import { GroupBy, Limit, Order, People, toolInput } from '../parameters.js';

const Output = z.strictObject({
  definition: z.string(),
  said: z.string(),
  by: z.array(z.string()),
  assumptions: z.array(z.string()),
  asOf: z.string(),
  total: z.number().int().optional().describe('Left out where it would give away a group that is not shown.'),
  groups: z.array(
    z.strictObject({
      /** One for each key, as it is shown. */
      values: z.array(z.string()),
      members: z.number().int().optional().describe('Left out: fewer than five, or would give such a group away.'),
    }),
  ),
  leftOut: z.number().int().describe('Groups beyond the limit.'),
  unknown: z.number().int().optional(),
});

export const groupMembers = defineTool({
  name: 'group_members',
  title: 'Count people by category or period',
  description:
    'How many people and organisations meet a description in each tier, chapter, state, status, month of joining and so on: one or two things to group by. Use it for "by", "per", "for each" and "which chapter has most". Without a description: members, active and in grace. For one number use count_members; for amounts or averages by group use measure_members.',
  input: toolInput(
    { by: GroupBy, definition: People.optional(), order: Order.optional(), limit: Limit.optional() },
    { bare: ['GroupBy'] },
  ),
  output: Output,
  effect: 'read',
  permission: 'aggregates.read',
  triggers: [
    'break down',
    'breakdown',
    'breakdown of',
    'a breakdown of',
    'split',
    'split of',
    'group',
    '~group',
    'distribution of',
    'spread of',
    'mix of',
    'make up of',
    'composition of',
    'compare',
    'table of',
    'summary of',
    'count',
    'how many',
    'number of',
    'tally',
    'show',
    'show me',
    'list',
    'give me',
    '+in each',
    '+for each',
    '+per',
    '+by',
  ],
  examples: [
    {
      says: 'active members by tier',
      arguments: {
        by: [{ field: 'tier' }],
        definition: { op: 'field', field: 'status', test: { in: ['active'] } },
      },
    },
    {
      says: 'how many members by chapter and tier',
      arguments: {
        by: [{ field: 'chapter' }, { field: 'tier' }],
        definition: { op: 'field', field: 'status', test: { in: ['active', 'grace'] } },
      },
    },
    {
      says: 'members who joined last quarter, by chapter',
      arguments: {
        by: [{ field: 'chapter' }],
        definition: {
          op: 'all',
          of: [
            { op: 'field', field: 'joined', test: { within: { calendar: 'quarter', offset: -1 } } },
            { op: 'field', field: 'status', test: { in: ['active', 'grace'] } },
          ],
        },
      },
    },
    {
      says: 'lapsed members by month of expiry',
      arguments: {
        by: [{ field: 'expires', by: 'month' }],
        definition: { op: 'field', field: 'status', test: { in: ['lapsed'] } },
      },
    },
  ],
  run: () => Promise.reject(new Error('declared')),
  words: () => '',
});
