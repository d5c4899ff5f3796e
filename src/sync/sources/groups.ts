import { contractSource } from '../source.js';
import { groups } from '../tables.js';

/** Few and without a time of change: the whole list is read each time. */
export const groupSource = contractSource({
  entity: 'groups',
  contract: 'Group',
  orderBy: 'GroupId',
  tables: [groups],
  rows: (group) => [{ group_id: group.groupId, kind: group.kind, name: group.name }],
});
