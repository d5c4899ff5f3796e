import { need, oneOf, querySource, text } from '../source.js';
import { cases, textsOf } from '../tables.js';
import { words } from './words.js';

const statuses = ['open', 'closed'];

/** Facts to imis.cases, the member's words and ours to imis.texts. */
export const caseSource = querySource({
  entity: 'cases',
  query: 'Cases',
  tables: [cases, textsOf('case'), textsOf('case_resolution')],
  rows: (row) => {
    const [id, member] = [need(row, 'CaseId'), need(row, 'ID')];
    const [opened, closed] = [need(row, 'OpenedOn'), text(row['ClosedOn'])];
    return [
      {
        case_id: id,
        member_id: member,
        category: need(row, 'Category'),
        status: oneOf(row, 'Status', statuses),
        priority: text(row['Priority'])?.toLowerCase(),
        opened_on: opened,
        closed_on: closed,
      },
      words({
        kind: 'case',
        id,
        member,
        on: opened,
        subject: text(row['Subject']),
        body: text(row['Description']),
      }),
      words({ kind: 'case_resolution', id, member, on: closed ?? opened, body: text(row['Resolution']) }),
    ];
  },
});
