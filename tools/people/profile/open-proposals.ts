import * as z from 'zod';
import { listed } from '../../saying.js';
import { section } from './section.js';

const MOST_SHOWN = 5;
const Waiting = z.strictObject({
  total: z.number().int(),
  lines: z.array(z.strictObject({ id: z.string(), summary: z.string() })),
});
type Waiting = z.infer<typeof Waiting>;

/** Changes to this record that wait, of which the actor made or may decide. */
export const openProposals = section<Waiting>({
  shape: Waiting,
  async read({ memberId }, { actor, proposals }) {
    const which = { memberId, statuses: ['waiting'] } as const;
    const found = await proposals.list(actor, { ...which, limit: MOST_SHOWN });
    const total = found.length < MOST_SHOWN ? found.length : await proposals.count(actor, which);
    return { total, lines: found.map(({ id, summary }) => ({ id, summary })) };
  },
  words: ({ total, lines }) => [
    ...lines.map(({ id, summary }) => `Waits for a decision: ${id}, ${summary}.`),
    ...(total > lines.length
      ? [`${listed(total, 'proposal waits', 'proposals wait')} in all; the others stand on the proposals page.`]
      : []),
  ],
  async receipts({ total }, give, member) {
    if (total > 0)
      await give(total, 'proposals', `about ${member}, waiting for a decision, made by you or yours to decide`);
  },
});
