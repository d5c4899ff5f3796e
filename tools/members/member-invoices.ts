import * as z from 'zod';
import { defineTool } from '../define.js';
import { Cursor, Limit, Person, toolInput, Window } from '../parameters.js';

const Output = z.strictObject({
  member: z.string(),
  shown: z.enum(['open', 'all']),
  from: z.string().optional(),
  to: z.string().optional(),
  total: z.number().int(),
  leftOut: z.number().int(),
  cursor: z.string().optional(),
  sums: z
    .array(z.strictObject({ currency: z.string(), invoiced: z.number(), open: z.number(), overdue: z.number() }))
    .describe('Of all of them, in whole minor units.'),
  invoices: z.array(
    z.strictObject({
      number: z.string(),
      invoicedOn: z.string(),
      dueOn: z.string().optional(),
      currency: z.string(),
      total: z.number(),
      open: z.number(),
      daysOverdue: z.number().int().optional(),
      lines: z.array(z.strictObject({ about: z.string(), amount: z.number() })),
      payments: z.array(
        z.strictObject({ on: z.string(), amount: z.number(), status: z.string(), method: z.string().optional() }),
      ),
      linesLeftOut: z.number().int(),
      paymentsLeftOut: z.number().int(),
    }),
  ),
  readAt: z.string(),
});

export const memberInvoices = defineTool({
  name: 'member_invoices',
  title: "One member's invoices with lines and payments",
  description:
    'Invoices of exactly one person or organisation: number, day, due day, total, what is open, lines and payments. Without a window the open ones; with a window (also "ever") all that were issued in it, paid or not. For amounts over many people use measure_members; for who owes something find_members.',
  input: toolInput({
    member: Person,
    window: Window.optional(),
    state: z
      .enum(['open', 'all'])
      .optional()
      .describe('open: only those with something left to pay. Left out: open without a window, all with one.'),
    limit: Limit.optional(),
    cursor: Cursor.optional(),
  }),
  output: Output,
  effect: 'read',
  permission: 'invoices.read',
  triggers: [
    '*invoice',
    'invoice of',
    '*bill',
    'which invoices of',
    'which invoices',
    'what does',
    'how much does',
    'billing of',
    'payments of',
    '*payment',
    'show',
    'show me',
    'list',
    'what has',
    '+~owe',
    '+~owe us',
    '+open',
    '+are open',
    '+unpaid',
    '+outstanding',
    '+overdue',
    '+billing history',
    '+billing',
    '+payment history',
    '+account balance',
    '+balance',
    '+~pay',
  ],
  examples: [
    { says: 'which invoices of {member} are open', arguments: { member: '{member}' } },
    { says: 'what does {member} owe', arguments: { member: '{member}' } },
    {
      says: 'invoices of {member} last year',
      arguments: { member: '{member}', window: { calendar: 'year', offset: -1 } },
    },
  ],
  run: () => Promise.reject(new Error('declared')),
  words: () => '',
});
