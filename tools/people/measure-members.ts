import * as z from 'zod';
import { defineTool } from '../define.js';
import { GroupBy, Measure, People, Statistic, toolInput } from '../parameters.js';

const Figure = z.strictObject({
  /** Amounts in whole minor units. */
  value: z.number().optional().describe('Left out where nobody has one, or where too few people stand behind it.'),
  members: z.number().int().optional().describe('With a value.'),
});

const Output = z.strictObject({
  definition: z.string(),
  said: z.string(),
  measured: z.string(),
  statistic: z.string(),
  unit: z.string(),
  currency: z.string().optional(),
  assumptions: z.array(z.string()),
  asOf: z.string(),
  whole: Figure,
  by: z.array(z.string()),
  groups: z.array(Figure.extend({ values: z.array(z.string()) })),
  leftOut: z.number().int(),
  unknown: z.number().int().optional(),
});

export const measureMembers = defineTool({
  name: 'measure_members',
  title: 'Totals, averages and medians: money, years, events',
  description:
    'One figure over people: the total, average, median, largest or smallest of an amount of money (dues, other revenue, donations, purchases, open and overdue balances), of a number (years of membership, engagement, employees) or of how often something happened (logins, events attended), for everybody or for a description of people, also by group. Use it for "how much" and "average". Without a statistic: the total of money and of events, the average of numbers. For how many people use count_members or group_members; for one member\'s invoices member_invoices.',
  input: toolInput(
    { measure: Measure, statistic: Statistic.optional(), definition: People.optional(), by: GroupBy.optional() },
    { bare: ['Measure'] },
  ),
  output: Output,
  effect: 'read',
  permission: 'aggregates.read',
  triggers: [
    'how much',
    'how much did we take',
    'how much did we get',
    'how much have we taken',
    'how much money',
    'sum of',
    'the sum of',
    'sum',
    'add up',
    'amount of',
    'total',
    'total of',
    'the total',
    'average',
    'the average',
    'mean',
    'median',
    'what is the average',
    'what is the median',
    'what did we take in',
    'what did we make',
    'how many',
    'show',
    'show me',
    'give me',
    '+did we take',
    '+did we get',
    '+have we taken',
    '+do we have',
    '+came in',
    '+we took',
  ],
  examples: [
    {
      says: 'how much dues did we take last quarter',
      arguments: { measure: { money: 'dues', currency: 'USD', window: { calendar: 'quarter', offset: -1 } } },
    },
    {
      says: 'average tenure of active members',
      arguments: {
        measure: { field: 'tenure' },
        statistic: 'average',
        definition: { op: 'field', field: 'status', test: { in: ['active'] } },
      },
    },
    {
      says: 'total donations this year by chapter',
      arguments: {
        measure: { money: 'donated', currency: 'USD', window: { calendar: 'year', offset: 0 } },
        statistic: 'total',
        by: [{ field: 'chapter' }],
      },
    },
    {
      says: 'median engagement of lapsed members',
      arguments: {
        measure: { field: 'engagement' },
        statistic: 'median',
        definition: { op: 'field', field: 'status', test: { in: ['lapsed'] } },
      },
    },
  ],
  run: () => Promise.reject(new Error('declared')),
  words: () => '',
});
