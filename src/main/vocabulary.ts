import type { Clock } from '../clock.js';
import { type Vocabulary, vocabularyOf } from '../population/vocabulary.js';
import type { Database } from '../store/database.js';

// Tiers, chapters and events change a few times a year; a minute keeps a running conversation from asking each time.
const KEPT_MILLIS = 60_000;

/** The vocabulary, read at most once a minute; the same object while nothing in it has changed. */
export function keptVocabulary(database: Database, clock: Clock): () => Promise<Vocabulary> {
  let kept: { readonly vocabulary: Vocabulary; readonly text: string; readonly at: number } | undefined;
  return async () => {
    const now = clock.now().getTime();
    if (kept && now - kept.at < KEPT_MILLIS) return kept.vocabulary;
    const vocabulary = await vocabularyOf(database);
    const text = JSON.stringify(vocabulary);
    kept = { vocabulary: kept?.text === text ? kept.vocabulary : vocabulary, text, at: now };
    return kept.vocabulary;
  };
}
