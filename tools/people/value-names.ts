/* Values of fields as they are shown: "Texas Chapter" for its group id. */
import type { Field } from '../../src/population/fields.js';
import type { Entry, Vocabulary } from '../../src/population/vocabulary.js';

/** The association's own values of a field; none where they are fixed or anything. */
export function entriesOf(field: Pick<Field, 'values'> | undefined, vocabulary: Vocabulary): readonly Entry[] {
  const values = field?.values;
  return typeof values === 'string' ? vocabulary[values] : [];
}
