import * as z from 'zod';
import { toMajor } from '../../src/domain/money.js';
import { type InvoiceSum, invoicesOf } from '../../src/members/invoices.js';
import { defineTool, type ToolContext } from '../define.js';
import { amountWords } from '../money.js';
import { Cursor, Limit, Person, toolInput, Window } from '../parameters.js';
import { onePerson } from '../people/one-person.js';
import { viewOf } from '../perspective.js';
import { figure } from '../saying.js';
import { between, daysOf } from '../window-days.js';

const USUAL_ROWS = 10;
// With their lines and payments more would not fit into one result.
const MOST_INVOICES = 20;

const Output = z.strictObject({
  member: z.string(),
  shown: z.enum(['open', 'all']),
  from: z.string().optional(),
  to: z.string().optional(),
  total: z.number().int(),
  leftOut: z.number().int(),
  isGoingOn: z.boolean().describe('A further page: the sums are those of all pages.'),
  cursor: z.string().optional(),
  sums: z
    .array(
      z.strictObject({
        currency: z.string(),
        count: z.number().int(),
        invoiced: z.number(),
        open: z.number(),
        overdue: z.number(),
      }),
    )
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
      payments: z.array(z.strictObject({ on: z.string(), amount: z.number(), status: z.string() })),
      linesLeftOut: z.number().int(),
      paymentsLeftOut: z.number().int(),
    }),
  ),
  readAt: z.string(),
});

type Output = z.infer<typeof Output>;

export const memberInvoices = defineTool({
  name: 'member_invoices',
  title: "One member's invoices with lines and payments",
  description:
    'Invoices of exactly one person or organisation: number, day, due day, total, what is open, lines and payments. Without a window the open ones; with a window (also "ever") all that were issued in it, paid or not. Invoices of several people cannot be listed. For amounts over many people use measure_members; for who owes something find_members.',
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
    'billing history of',
    'what are',
    'what are the',
    'full billing history of',
    'full billing history for',
    'billing history for',
    'billing history',
    'payment history of',
    'payment history for',
    'payment history',
    'statement of account for',
    'statement of account',
    'account statement for',
    'statement for',
    'statement of',
    'account balance of',
    'balance of',
    'open balance of',
    'what is open for',
    'what is outstanding for',
    'what is overdue for',
    'what is still open for',
    'what is still outstanding for',
    'is anything outstanding for',
    'is anything open for',
    'is anything still outstanding for',
    'is anything still open for',
    'is anything overdue for',
    'is there anything outstanding for',
    'is there anything open for',
    'is there anything unpaid for',
    'is something still outstanding for',
    'is something outstanding for',
    'is something open for',
    'anything outstanding for',
    'anything open for',
    'anything owed by',
    'anything owing from',
    'anything still owing from',
    'pull up what',
    'see what',
    'tell me what',
    'find out what',
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
    '+owed',
    '+owes',
    '+is owing',
    '+~owe right now',
    '+still owe',
    '+still owes',
    '+~owe at the moment',
    'settled everything',
    '~settle everything',
    'settled up',
    '+settled',
    'settled all',
    '+settled all invoices',
    '+settled their bill',
    '+settled her bill',
    '+settled his bill',
    '+settled their account',
    '+settled the account',
    'paid everything',
    '+paid all',
    '+paid all invoices',
    '+paid in full',
    '+paid everything off',
    'paid off everything',
    'cleared everything',
    '+cleared their balance',
    'cleared the balance',
    'anything outstanding',
    'something outstanding',
    'anything still outstanding',
    'something still outstanding',
    '+still outstanding',
    '+still open',
    '+still unpaid',
    '+anything open',
    '+anything unpaid',
    '+is something still outstanding',
    '+or is something still outstanding',
    '+anything overdue',
    'full billing history',
    '+line items',
    '+lines',
    '+including line items',
    '+incl line items',
    '+with line items',
    '+including lines',
    '+payments applied',
    '+and payments applied',
    '+pmts applied',
    '+payments',
    '+unsettled',
    '+past due',
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
  async run({ member, window, state, limit, cursor }, context) {
    const { database, clock } = context;
    const { memberId, line } = await onePerson(member, context);
    const view = await viewOf(context);
    const days = window ? daysOf(window, view) : {};
    const openOnly = (state ?? (window ? 'all' : 'open')) === 'open';
    const found = await invoicesOf(database, {
      memberId,
      today: clock.today(),
      openOnly,
      days,
      limit: Math.min(limit ?? USUAL_ROWS, MOST_INVOICES),
      cursor,
    });
    const total = found.sums.reduce((sum, { count }) => sum + count, 0);
    const answer = {
      member: line.member,
      shown: openOnly ? ('open' as const) : ('all' as const),
      ...days,
      total,
      isGoingOn: cursor !== undefined,
      leftOut: found.cursor === undefined ? 0 : Math.max(0, total - found.invoices.length),
      ...(found.cursor && { cursor: found.cursor }),
      sums: found.sums.map((sum) => ({ ...sum })),
      invoices: found.invoices.map((one) => ({
        ...one,
        lines: one.lines.map((part) => ({ ...part })),
        payments: one.payments.map((part) => ({ ...part })),
      })),
      readAt: view.readAt,
    };
    await receiptsFor(answer, context);
    return answer;
  },
  words({ member, shown, from, to, total, leftOut, isGoingOn, cursor, sums, invoices }) {
    const said = `${shown === 'open' ? 'open ' : ''}${total === 1 ? 'invoice' : 'invoices'}`;
    if (total === 0) return `${member} has no ${shown === 'open' ? 'open ' : ''}invoices${between(from, to)}.`;
    return [
      isGoingOn
        ? `Further ${said} of ${member}${between(from, to)}:`
        : `${member} has ${figure(total)} ${said}${between(from, to)}: ${sums.map(sumWords).join('; ')}.`,
      ...invoices.flatMap(invoiceLines),
      ...(leftOut > 0 && cursor !== undefined ? [`Not all are shown; to go on use cursor ${cursor}.`] : []),
    ].join('\n');
  },
});

const sumWords = ({ currency, invoiced, open, overdue }: InvoiceSum): string =>
  `${amountWords(invoiced, currency)} in all, ${amountWords(open, currency)} open${overdue > 0 ? `, ${amountWords(overdue, currency)} of it overdue` : ''}`;

function invoiceLines(invoice: Output['invoices'][number]): string[] {
  const { number, invoicedOn, dueOn, currency, total, open, daysOverdue, lines, payments } = invoice;
  const due = dueOn ? `, due ${dueOn}${daysOverdue ? ` (${figure(daysOverdue)} days overdue)` : ''}` : '';
  const paid = payments.map(
    ({ on, amount, status }) =>
      `${amountWords(amount, currency)} on ${on}${status === 'received' ? '' : ` (${status.replaceAll('_', ' ')})`}`,
  );
  return [
    `- Invoice ${number} of ${invoicedOn}${due}: ${amountWords(total, currency)}, ${open > 0 ? `${amountWords(open, currency)} open` : 'nothing open'}`,
    ...lines.map(({ about, amount }) => `    ${about}: ${amountWords(amount, currency)}`),
    ...(invoice.linesLeftOut ? ['    further lines are left out'] : []),
    paid.length > 0 ? `    payments: ${paid.join('; ')}` : '    no payment is recorded',
    ...(invoice.paymentsLeftOut ? ['    further payments are left out'] : []),
  ];
}

/** One receipt a sum and one an invoice, which says its parts. */
async function receiptsFor(
  { member, shown, from, to, total, sums, invoices, readAt }: Output,
  context: ToolContext,
): Promise<void> {
  const asOf = context.clock.today();
  const which = `${shown === 'open' ? 'open ' : ''}invoices of ${member}${between(from, to)}`;
  const give = (value: number, unit: string, population: string) =>
    context.receipt({ value, unit, asOf, readAt, population });
  await give(total, 'invoices', which);
  for (const sum of sums)
    await give(toMajor({ minor: sum.open, currency: sum.currency }), sum.currency, `${which}: ${sumWords(sum)}`);
  for (const invoice of invoices)
    await give(
      toMajor({ minor: invoice.open, currency: invoice.currency }),
      `${invoice.currency} open`,
      invoiceLines(invoice)
        .map((line) => line.trim())
        .join('; ')
        .replace(/^- /, ''),
    );
}
