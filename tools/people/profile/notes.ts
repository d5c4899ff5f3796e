import * as z from 'zod';
import { may } from '../../../src/access/require.js';
import { notesOf } from '../../../src/members/cases-and-notes.js';
import { listed } from '../../saying.js';
import { wordsOf } from '../../written-by.js';
import { latestOf, quotable, quoted } from './quotable.js';
import { section } from './section.js';

const AUTHOR = 'staff';

const Note = z.strictObject({
  on: z.string(),
  author: z.string().optional(),
  text: wordsOf(AUTHOR).optional(),
});
const Notes = z.strictObject({ total: z.number().int(), lines: z.array(Note) });
type Notes = z.infer<typeof Notes>;

/** What staff wrote down; the words for whoever may write such notes. */
export const notes = section<Notes>({
  shape: Notes,
  absent: 'notes',
  async read({ memberId }, { actor, database }) {
    const readsNotes = may(actor, 'notes.propose');
    const { total, lines } = await notesOf(database, memberId);
    return {
      total,
      lines: lines.map(({ text, ...line }) => ({ ...line, ...(readsNotes && text && { text: quotable(text) }) })),
    };
  },
  words: ({ total, lines }) =>
    total === 0
      ? []
      : [
          `${listed(total, 'note', 'notes')}${latestOf(total, lines.length)}:`,
          ...quoted(
            lines.map(({ on, author, text }) => `- ${on}${author ? ` by ${author}` : ''}${text ? `: “${text}”` : ''}`),
            { from: AUTHOR, isQuoting: lines.some(({ text }) => text) },
          ),
        ],
  async receipts({ total, lines }, give, member) {
    if (total > 0) await give(total, 'notes', `about ${member}; shown are the latest ${lines.length}`);
  },
  hidden: (value, actor) => (may(actor, 'notes.propose') || value?.total === 0 ? [] : ['the words of notes']),
});
