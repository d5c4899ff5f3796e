import { partialNote } from '../../tools/partial.js';
import type { Clock } from '../clock.js';
import type { Database } from '../store/database.js';

// A first sync that has ended stays ended, unless somebody begins anew with another site.
const KEPT_MILLIS = 60_000;

/** The note of a first sync that has not ended: looked up until it has, and then once a minute. */
export function keptPartialNote(database: Database, clock: Clock): () => Promise<string | undefined> {
  let endedAt: number | undefined;
  return async () => {
    const now = clock.now().getTime();
    if (endedAt !== undefined && now - endedAt < KEPT_MILLIS) return undefined;
    const note = await partialNote(database);
    endedAt = note === undefined ? now : undefined;
    return note;
  };
}
