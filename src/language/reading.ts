/*
 * reading  one meaning of the words from a position on: its value, the position after the last word used, and what was
 *          taken for granted, to be printed as an assumption. Words with several meanings give several readings;
 *          a parser never picks one silently.
 *
 * Parsers take a sentence as words in their own spelling (`wordsOf`) and the index to begin at.
 */
import type { Calendar } from '../domain/window.js';

export type Words = readonly string[];

export type Tense = 'past' | 'future';

export interface Reading<Value> {
  readonly value: Value;
  /** Index after the last word used. */
  readonly end: number;
  /** What was assumed, as a sentence part: "3/4/26 read as 4 March 2026". */
  readonly note?: string;
}

/** How this association reads dates, windows and amounts. `{ today, ...settings.association }` fits. */
export interface Customs extends Calendar {
  /** How 3/4/26 is read; 'ask' gives both readings. */
  readonly dateOrder: 'mdy' | 'dmy' | 'ask';
  /** What "recent" means, in days. */
  readonly recentDays: number;
  /** Of amounts said without one. */
  readonly currency: string;
}
