import * as z from 'zod';
import { may } from '../../../src/access/require.js';
import { amountWords } from '../../money.js';
import { section } from './section.js';

const Term = z.strictObject({
  tier: z.string(),
  beginsOn: z.string(),
  endsOn: z.string(),
  isComp: z.boolean(),
  dues: z.string().optional().describe('In words; for whoever may see invoices.'),
});
type Term = z.infer<typeof Term>;

export const terms = section<Term[]>({
  shape: z.array(Term),
  read: async ({ profile }, { actor }) =>
    profile.terms.map(({ tier, beginsOn, endsOn, isComp, dues, currency }) => ({
      tier,
      beginsOn,
      endsOn,
      isComp,
      ...(may(actor, 'invoices.read') && !isComp && { dues: amountWords(dues, currency) }),
    })),
  words: (all) => (all.length > 0 ? [`Terms, latest first: ${all.map(termWords).join('; ')}.`] : []),
  async receipts(all, give, member) {
    const paid = all.flatMap(({ beginsOn, dues }) => (dues === undefined ? [] : `${beginsOn} ${dues}`));
    if (paid.length > 0) await give(paid.length, 'terms', `of ${member} with dues: ${paid.join(', ')}`);
  },
});

const termWords = ({ tier, beginsOn, endsOn, isComp, dues }: Term): string =>
  `${tier} ${beginsOn} to ${endsOn}${isComp ? ' (complimentary)' : dues ? ` (${dues})` : ''}`;
