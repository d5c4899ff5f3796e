import { need, numeric, querySource } from '../source.js';
import { credits } from '../tables.js';

export const creditSource = querySource({
  entity: 'credits',
  query: 'Credits',
  tables: [credits],
  rows: (row) => [
    {
      credit_id: need(row, 'CreditId'),
      member_id: need(row, 'ID'),
      course_code: need(row, 'CourseCode'),
      course: need(row, 'Course'),
      credit_type: need(row, 'CreditType'),
      credits: numeric(row, 'Credits'),
      earned_on: need(row, 'EarnedOn'),
    },
  ],
});
