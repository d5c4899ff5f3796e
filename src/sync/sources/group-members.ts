import type { Database } from '../../store/database.js';
import { contractSource, need } from '../source.js';
import { groupMembers } from '../tables.js';

export const groupMemberSource = contractSource({
  entity: 'group_members',
  contract: 'GroupMember',
  orderBy: 'GroupMemberId',
  after: ['groups'],
  tables: [groupMembers],
  partition: { property: 'GroupId', of: groupIds },
  changed: { query: 'ChangedGroupMembers', id: (row) => need(row, 'GroupMemberId') },
  rows: (member) => [
    {
      group_member_id: member.groupMemberId,
      group_id: member.groupId,
      member_id: member.partyId,
      role: member.role,
      begins_on: member.beginsOn,
      ends_on: member.endsOn,
      is_active: member.isActive,
    },
  ],
});

/** Also groups that did not fit: their members may. */
async function groupIds(database: Database): Promise<readonly string[]> {
  const { rows } = await database.query<{ id: string }>(
    `select group_id as id from imis.groups union select source_key from imis.rejects where entity = 'groups' order by id`,
  );
  return rows.map(({ id }) => id);
}
