import * as z from 'zod';
import { section } from './section.js';

const MOST_GROUPS = 10;
const Groups = z.strictObject({
  total: z.number().int(),
  lines: z.array(z.strictObject({ kind: z.string(), name: z.string(), role: z.string().optional() })),
});
type Groups = z.infer<typeof Groups>;

/** Committees and special interest groups of today. */
export const groups = section<Groups>({
  shape: Groups,
  absent: 'committees or groups',
  async read({ memberId }, { database }) {
    const { rows } = await database.query<{ kind: string; name: string; role: string | null; total: number }>(
      `select k.kind, k.name, g.role, (count(*) over ())::int as total
       from imis.group_members g join imis.groups k on k.group_id = g.group_id
       where g.member_id = $1 and g.is_active and k.kind in ('committee', 'sig') order by k.kind, k.name limit ${MOST_GROUPS}`,
      [memberId],
    );
    const lines = rows.map(({ role, total: _, ...row }) => ({ ...row, ...(role && { role }) }));
    return { total: rows[0]?.total ?? 0, lines };
  },
  words: ({ total, lines }) =>
    total === 0
      ? []
      : [
          `Groups: ${lines.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ')}${total > lines.length ? `, ${total} in all` : ''}.`,
        ],
  async receipts({ total, lines }, give, member) {
    if (total > lines.length) await give(total, 'groups', `of ${member} today, committees and interest groups`);
  },
});
