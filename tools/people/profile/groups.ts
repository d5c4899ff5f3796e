import * as z from 'zod';
import { section } from './section.js';

const MOST_GROUPS = 20;
const Group = z.strictObject({ kind: z.string(), name: z.string(), role: z.string().optional() });
type Group = z.infer<typeof Group>;

/** Committees and special interest groups of today. */
export const groups = section<Group[]>({
  shape: z.array(Group),
  async read({ memberId }, { database }) {
    const { rows } = await database.query<{ kind: string; name: string; role: string | null }>(
      `select k.kind, k.name, g.role from imis.group_members g join imis.groups k on k.group_id = g.group_id
       where g.member_id = $1 and g.is_active and k.kind in ('committee', 'sig') order by k.kind, k.name limit ${MOST_GROUPS}`,
      [memberId],
    );
    return rows.map(({ role, ...row }) => ({ ...row, ...(role && { role }) }));
  },
  words: (all) =>
    all.length > 0 ? [`Groups: ${all.map(({ name, role }) => (role ? `${name} (${role})` : name)).join(', ')}.`] : [],
});
