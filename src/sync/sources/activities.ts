import { contractSource, need } from '../source.js';
import { activities, texts } from '../tables.js';
import { LOGIN_PREFIX } from './logins.js';

/** Facts to imis.activities, words to imis.texts under the same key. */
export const activitySource = contractSource({
  entity: 'activities',
  contract: 'Activity',
  orderBy: 'SEQN',
  tables: [activities, texts],
  owns: `t.activity_id not like '${LOGIN_PREFIX}%'`,
  changed: { query: 'ChangedActivities', id: (row) => need(row, 'SEQN') },
  rows: (activity, key) => {
    const kind = activity.activityType.toLowerCase();
    const body = activity.note ?? activity.description;
    return [
      {
        activity_id: key,
        member_id: activity.partyId,
        kind,
        occurred_on: activity.occurredOn,
        author_id: activity.authorId,
        change_key: activity.changeKey,
      },
      body === undefined
        ? undefined
        : {
            text_id: key,
            member_id: activity.partyId,
            kind,
            author_id: activity.authorId,
            occurred_on: activity.occurredOn,
            subject: activity.note === undefined ? undefined : activity.description,
            body,
          },
    ];
  },
});
