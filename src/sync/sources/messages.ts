import { need, querySource, text } from '../source.js';
import { messages } from '../tables.js';

export const messageSource = querySource({
  entity: 'messages',
  query: 'MailEvents',
  tables: [messages],
  rows: (row) => [
    {
      message_id: need(row, 'MessageId'),
      member_id: need(row, 'ID'),
      campaign: need(row, 'Campaign'),
      purpose: need(row, 'Purpose'),
      sent_on: need(row, 'SentOn'),
      opened_on: text(row['OpenedOn']),
      clicked_on: text(row['ClickedOn']),
      bounced: row['Bounced'] === true,
    },
  ],
});
