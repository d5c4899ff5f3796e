import * as z from 'zod';
import { may } from '../../../src/access/require.js';
import { toMajor } from '../../../src/domain/money.js';
import { amountWords } from '../../money.js';
import { section } from './section.js';

const Open = z.strictObject({
  currency: z.string(),
  count: z.number().int(),
  /** In whole minor units. */
  balance: z.number().int(),
  overdue: z.number().int(),
  oldestDueOn: z.string().optional(),
});
type Open = z.infer<typeof Open>;

export const invoices = section<Open[]>({
  shape: z.array(Open).describe('Open ones.'),
  read: async ({ profile }) => profile.invoices?.map((one) => ({ ...one })),
  words: (all) => [all.length === 0 ? 'No open invoices.' : `Open invoices: ${all.map(openWords).join('; ')}.`],
  async receipts(all, give, member) {
    for (const { currency, count, balance, overdue } of all) {
      await give(count, 'invoices', `of ${member}, open, in ${currency}`);
      await give(toMajor({ minor: balance, currency }), currency, `open balance of ${member}`);
      if (overdue) await give(overdue, 'invoices', `of ${member}, past their due date, in ${currency}`);
    }
  },
  hidden: (_, actor) => (may(actor, 'invoices.read') ? [] : ['invoices']),
});

const openWords = ({ currency, count, balance, overdue, oldestDueOn }: Open): string =>
  `${count} with ${amountWords(balance, currency)} open${overdue ? `, ${overdue} overdue, the oldest due ${oldestDueOn ?? 'on a day not recorded'}` : ''}`;
