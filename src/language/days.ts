/** Words to single days: "today", "1 March 2026", "3/4/26", "next Monday". */
import type { Day } from '../domain/day.js';
import type { Customs, Reading, Tense, Words } from './reading.js';

export interface DayReading extends Reading<Day> {
  readonly tense?: Tense;
}

/** Every day that begins at `index`. */
export function daysAt(words: Words, index: number, customs: Customs): DayReading[] {
  throw new Error(`${words[index]} ${customs.today}`);
}
