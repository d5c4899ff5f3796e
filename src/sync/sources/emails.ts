import { need, querySource, text } from '../source.js';
import { emails, textsOf } from '../tables.js';
import { words } from './words.js';

export const emailSource = querySource({
  entity: 'emails',
  query: 'Emails',
  tables: [emails, textsOf('email')],
  rows: (row) => {
    const [id, member, on] = [need(row, 'EmailId'), need(row, 'ID'), need(row, 'ReceivedOn')];
    return [
      { email_id: id, member_id: member, mailbox: need(row, 'Mailbox'), received_on: on },
      words({ kind: 'email', id, member, on, subject: text(row['Subject']), body: text(row['Body']) }),
    ];
  },
});
