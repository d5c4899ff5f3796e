import { need, querySource } from '../source.js';
import { activities } from '../tables.js';

/** Keeps the keys of logins apart from SEQN, the key of the other activities. */
export const LOGIN_PREFIX = 'login-';

export const loginSource = querySource({
  entity: 'logins',
  query: 'Logins',
  tables: [activities],
  owns: `t.activity_id like '${LOGIN_PREFIX}%'`,
  rows: (row) => [
    {
      activity_id: `${LOGIN_PREFIX}${need(row, 'LoginId')}`,
      member_id: need(row, 'ID'),
      kind: 'login',
      occurred_on: need(row, 'OccurredOn'),
    },
  ],
});
