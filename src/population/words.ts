/** A definition in plain English with its days, in words the interpreter reads back. */
import type { Definition } from './definition.js';
import type { Perspective } from './perspective.js';
import type { Vocabulary } from './vocabulary.js';

export interface Said {
  /** One sentence part: "active members in Texas who ...". */
  readonly text: string;
  /** One line a condition. */
  readonly conditions: readonly string[];
  /** What was taken for granted: "active does not include grace". */
  readonly assumptions: readonly string[];
}

/** Names for what is shown by id (an employer, a member of staff); absent: the id itself. */
export type Naming = (field: string, id: string) => string | undefined;

export function say(
  definition: Definition,
  perspective: Pick<Perspective, 'calendar' | 'graceDays'>,
  vocabulary: Vocabulary,
  naming?: Naming,
): Said {
  throw new Error(definition.op + perspective.graceDays + vocabulary.tiers.length + naming?.name);
}
