import { need, querySource, text } from '../source.js';
import { posts, textsOf } from '../tables.js';
import { words } from './words.js';

export const postSource = querySource({
  entity: 'posts',
  query: 'Posts',
  tables: [posts, textsOf('post')],
  rows: (row) => {
    const [id, member, on] = [need(row, 'PostId'), need(row, 'ID'), need(row, 'PostedOn')];
    return [
      {
        post_id: id,
        member_id: member,
        community: need(row, 'Community'),
        thread_id: text(row['ThreadId']),
        posted_on: on,
      },
      words({ kind: 'post', id, member, on, subject: text(row['Subject']), body: text(row['Body']) }),
    ];
  },
});
