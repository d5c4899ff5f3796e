import { need, numeric, querySource } from '../source.js';
import { volunteerHours } from '../tables.js';

export const volunteerHourSource = querySource({
  entity: 'volunteer_hours',
  query: 'VolunteerHours',
  tables: [volunteerHours],
  rows: (row) => [
    {
      volunteer_id: need(row, 'VolunteerId'),
      member_id: need(row, 'ID'),
      role: need(row, 'Role'),
      hours: numeric(row, 'Hours'),
      served_on: need(row, 'ServedOn'),
    },
  ],
});
