/** US states, territories and Canadian provinces: names and two-letter codes. */
import type { Reading, Words } from './reading.js';

export interface Place {
  /** Two letters, as on an address. */
  readonly code: string;
  readonly name: string;
  readonly country: 'US' | 'CA';
}

/** Every place that begins at `index`. Codes count in capitals only: "in", "or" and "me" are words. */
export function placesAt(words: Words, index: number): Reading<Place>[] {
  throw new Error(`${words[index]}`);
}

export declare function placeNamed(name: string): Place | undefined;
