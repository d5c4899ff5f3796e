/** Words to how many: "at least 3", "fewer than 2", "between 2 and 5", "no", "twice". */
import type { Reading, Words } from './reading.js';

export type Comparison = 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte';
export type CountUnit = 'times' | 'points' | 'years' | 'percent';

export type Quantity =
  | { readonly is: Comparison; readonly value: number }
  | { readonly between: readonly [number, number] };

export interface CountReading extends Reading<Quantity> {
  /** The unit that was said, where one was. */
  readonly unit?: CountUnit;
  /** A comparator was said; a bare "3" is exactly 3 only by assumption. */
  readonly compared: boolean;
}

/** Every quantity that begins at `index`. */
export function countsAt(words: Words, index: number): CountReading[] {
  throw new Error(`${words[index]}`);
}
