import * as z from 'zod';
import { listed } from '../../saying.js';
import { section } from './section.js';

const Organization = z.strictObject({ industry: z.string().optional(), employees: z.number().int().optional() });
type Organization = z.infer<typeof Organization>;

/** Industry and size, of an organisation only. */
export const organization = section<Organization>({
  shape: Organization,
  async read({ memberId, profile }, { database }) {
    if (profile.kind !== 'organization') return undefined;
    const [row] = (
      await database.query<{ industry: string | null; employees: number | null }>(
        'select industry, employees from imis.organizations where member_id = $1',
        [memberId],
      )
    ).rows;
    return {
      ...(row?.industry && { industry: row.industry }),
      ...(row?.employees != null && { employees: row.employees }),
    };
  },
  words: ({ industry, employees }) => [
    `Industry: ${industry ?? 'not recorded'}; size: ${employees === undefined ? 'not recorded' : listed(employees, 'employee', 'employees')}.`,
  ],
  async receipts({ employees }, give, member) {
    if (employees !== undefined) await give(employees, 'employees', `of ${member}, as recorded`);
  },
});
