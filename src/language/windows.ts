/** Words to windows: "last quarter", "the 90 days before expiry", "since March", "fiscal year 2026". */
import type { Window } from '../domain/window.js';
import type { Customs, Reading, Tense, Words } from './reading.js';

export interface WindowReading extends Reading<Window> {
  /** Fits only a verb of that tense: "March" is the latest one in the past and the coming one in the future. */
  readonly tense?: Tense;
}

/** Every window that begins at `index`. */
export function windowsAt(words: Words, index: number, customs: Customs): WindowReading[] {
  throw new Error(`${words[index]} ${customs.today}`);
}
