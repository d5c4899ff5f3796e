import * as z from 'zod';
import { may } from '../../../src/access/require.js';
import { payingOf } from '../../../src/members/paying.js';
import { listed } from '../../saying.js';
import { section } from './section.js';

const Plan = z.strictObject({
  beginsOn: z.string(),
  status: z.string(),
  installments: z.number().int(),
  paid: z.number().int(),
});
type Plan = z.infer<typeof Plan>;
const Paying = z.strictObject({
  autoRenews: z.boolean().optional().describe('Left out where iMIS does not say.'),
  plans: z.array(Plan).describe('Latest first.'),
  total: z.number().int(),
});
type Paying = z.infer<typeof Paying>;

/** Automatic renewal and payment plans. */
export const paying = section<Paying>({
  shape: Paying,
  async read({ memberId }, { actor, database }) {
    if (!may(actor, 'invoices.read')) return undefined;
    const { autoRenews, plans, total } = await payingOf(database, memberId);
    return { ...(autoRenews !== undefined && { autoRenews }), plans: plans.map((plan) => ({ ...plan })), total };
  },
  words: ({ autoRenews, plans, total }) => [
    `Automatic renewal: ${autoRenews === undefined ? 'not recorded' : autoRenews ? 'on' : 'off'}.`,
    ...(total > plans.length ? [`${listed(total, 'payment plan', 'payment plans')}, the latest ${plans.length}:`] : []),
    ...plans.map((plan) => `Payment plan since ${plan.beginsOn}: ${planWords(plan)}.`),
  ],
  async receipts({ plans, total }, give, member) {
    if (total > 0)
      await give(
        total,
        'payment plans',
        `of ${member}; shown are the latest ${plans.length}: ${plans.map((plan) => `${plan.beginsOn} ${planWords(plan)}`).join('; ')}`,
      );
  },
  hidden: (_, actor) => (may(actor, 'invoices.read') ? [] : ['dues, payment plans and automatic renewal']),
});

const planWords = ({ paid, installments, status }: Plan): string =>
  `${paid} of ${listed(installments, 'instalment', 'instalments')} paid, ${status}`;
