import * as z from 'zod';
import { may } from '../../../src/access/require.js';
import { casesOf } from '../../../src/members/cases-and-notes.js';
import { listed } from '../../saying.js';
import { wordsOf } from '../../written-by.js';
import { latestOf, quotable, quoted } from './quotable.js';
import { section } from './section.js';

const AUTHORS = 'the member and staff';

const Case = z.strictObject({
  category: z.string(),
  status: z.string(),
  openedOn: z.string(),
  closedOn: z.string().optional(),
  text: wordsOf(AUTHORS).optional(),
  resolution: wordsOf(AUTHORS).optional(),
});
const Cases = z.strictObject({ total: z.number().int(), lines: z.array(Case) });
type Cases = z.infer<typeof Cases>;

/** Cases and how they were resolved; their words for whoever may read feedback. */
export const cases = section<Cases>({
  shape: Cases,
  absent: 'cases',
  async read({ memberId }, { actor, database }) {
    const readsFeedback = may(actor, 'feedback.read');
    const { total, lines } = await casesOf(database, memberId);
    return {
      total,
      lines: lines.map(({ text, resolution, ...line }) => ({
        ...line,
        ...(readsFeedback && text && { text: quotable(text) }),
        ...(readsFeedback && resolution && { resolution: quotable(resolution) }),
      })),
    };
  },
  words: ({ total, lines }) =>
    total === 0
      ? []
      : [
          `${listed(total, 'case', 'cases')}${latestOf(total, lines.length)}:`,
          ...quoted(
            lines.map(({ category, status, openedOn, closedOn, text, resolution }) =>
              [
                `- ${category}, ${status}, opened ${openedOn}${closedOn ? `, closed ${closedOn}` : ''}`,
                text && `“${text}”`,
                resolution && `resolved: “${resolution}”`,
              ]
                .filter(Boolean)
                .join('; '),
            ),
            { from: AUTHORS, isQuoting: lines.some(({ text, resolution }) => text || resolution) },
          ),
        ],
  async receipts({ total, lines }, give, member) {
    if (total > 0) await give(total, 'cases', `of ${member}; shown are the latest ${lines.length}`);
  },
  hidden: (value, actor) => (may(actor, 'feedback.read') || value?.total === 0 ? [] : ['the words of cases']),
});
