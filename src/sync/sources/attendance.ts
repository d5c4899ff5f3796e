import { need, querySource } from '../source.js';
import { attendance } from '../tables.js';

export const attendanceSource = querySource({
  entity: 'attendance',
  query: 'Attendance',
  tables: [attendance],
  rows: (row, key) => [
    {
      attendance_id: key,
      event_id: need(row, 'EventId'),
      member_id: need(row, 'ID'),
      attended: row['Attended'] === true,
    },
  ],
});
