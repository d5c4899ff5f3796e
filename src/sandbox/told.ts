/* A text somebody wrote, and what is true of it: known to evaluations alone. */
import type { DayNumber } from './calendar.js';
import type { Sentiment, Topic, Urgency } from './words/topics.js';
import type { Span } from './writing.js';

export type Channel = 'case' | 'email' | 'post' | 'survey';
export type TextSource = Channel | 'case_resolution' | 'note';

/** A text and the truth about it. */
export interface Told {
  readonly source: TextSource;
  readonly recordId: string;
  readonly on: DayNumber;
  readonly text: string;
  readonly sentiment: Sentiment;
  readonly topics: readonly Topic[];
  readonly urgency: Urgency;
  /** What happened. */
  readonly experience: string;
  readonly isSarcastic: boolean;
  /** Holds an order to a machine. */
  readonly isInjection: boolean;
  readonly spans: readonly Span[];
}

/** Worked out when first asked for: most texts of a life are never read before they are served. */
export function later<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
