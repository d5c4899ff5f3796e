/** One fact of the catalogue: its type, where it comes from and what its absence means. */
import type { Statement } from './statement.js';
import type { Vocabulary } from './vocabulary.js';

/**
 * choice: one of known values; set: several of known values at once; reference: the id of a person or organisation;
 * presence: only whether it is recorded (identity is never compared).
 */
export type FieldType = 'choice' | 'set' | 'reference' | 'text' | 'number' | 'day' | 'flag' | 'presence';

export interface Field {
  readonly name: string;
  readonly type: FieldType;
  /** As it is shown: "relationship manager". */
  readonly label: string;
  readonly about: string;
  /** Where the known values are: fixed, or the association's own. */
  readonly values?: readonly string[] | keyof Vocabulary;
  /** 'unknown': a missing value may be anything. 'no': the absence is itself a fact (nobody lapsed, no committee). */
  readonly absent: 'unknown' | 'no';
  /** Says what somebody owes or pays: for whoever may see money. */
  readonly isMoney?: true;
  /** A table a site may leave out: while it is empty, the field is unknown for everybody. */
  readonly source?: string;
  readonly sql: (statement: Statement) => string;
  /** A quicker way to ask whether the value is one of these. */
  readonly isIn?: (statement: Statement, values: readonly string[]) => string;
}
