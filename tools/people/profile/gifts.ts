import * as z from 'zod';
import { moneyGiven } from '../../../src/members/contributions.js';
import { amountWords, bandWords, moneySight } from '../../money.js';
import { figure } from '../../saying.js';
import { section } from './section.js';

const Sum = z.strictObject({
  kind: z.string(),
  count: z.number().int(),
  amount: z.string(),
  lastOn: z.string().optional(),
});
type Sum = z.infer<typeof Sum>;

/** Purchases, donations and sponsorships: all on record. */
export const gifts = section<Sum[]>({
  shape: z.array(Sum).describe('Amounts or bands in words.'),
  absent: 'purchases, donations or sponsorships',
  async read({ memberId }, { actor, database }) {
    const sight = moneySight(actor, 'one');
    if (sight === 'none') return undefined;
    return (await moneyGiven(database, memberId)).map(({ kind, count, amount, currency, lastOn }) => ({
      kind,
      count,
      ...(lastOn && { lastOn }),
      amount: sight === 'bands' ? bandWords(amount, currency) : amountWords(amount, currency),
    }));
  },
  words: (all) => (all.length > 0 ? [`On record: ${all.map(sumWords).join(', ')}.`] : []),
  async receipts(all, give, member) {
    for (const { kind, count, amount } of all) await give(count, kind, `of ${member}, all on record: ${amount}`);
  },
  hidden: (_, actor) => (moneySight(actor, 'one') === 'none' ? ['purchases, donations and sponsorships'] : []),
});

const sumWords = ({ kind, count, amount, lastOn }: Sum): string =>
  `${figure(count)} ${count === 1 ? kind.replace(/s$/, '') : kind} (${amount}${lastOn ? `, last ${lastOn}` : ''})`;
