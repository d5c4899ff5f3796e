import type { Column } from '../../src/population/compile.js';
import { fieldNamed } from '../../src/population/fields.js';
import type { Statement } from '../../src/population/statement.js';

/** Member ids and years of membership. */
export const tenureColumn = (statement: Statement): Column[] => [
  { name: 'member_id', sql: 'p.member_id' },
  { name: 'years', sql: fieldNamed('tenure')?.sql(statement) ?? 'null' },
];
