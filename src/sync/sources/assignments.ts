import { need, querySource, text } from '../source.js';
import { assignments } from '../tables.js';

export const assignmentSource = querySource({
  entity: 'assignments',
  query: 'StaffAssignments',
  tables: [assignments],
  rows: (row) => [
    {
      assignment_id: need(row, 'AssignmentId'),
      member_id: need(row, 'ID'),
      staff_id: need(row, 'StaffId'),
      is_primary: row['IsPrimary'] === true,
      begins_on: text(row['BeginsOn']),
      ends_on: text(row['EndsOn']),
    },
  ],
});
