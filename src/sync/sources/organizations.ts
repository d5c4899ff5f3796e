import { need, querySource, text } from '../source.js';
import { organizations } from '../tables.js';

export const organizationSource = querySource({
  entity: 'organizations',
  query: 'Organizations',
  tables: [organizations],
  rows: (row) => [
    { member_id: need(row, 'ID'), industry: text(row['Industry']), employees: wholeNumber(row['Employees']) },
  ],
});

const wholeNumber = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);
