/* Until everything has been read once, an answer may lack people: it says so. */
import type { Transaction } from '../src/store/database.js';
import { isComplete, statusOf } from '../src/sync/status.js';

/** A sentence for the end of an answer, or undefined once the first sync has ended. */
export async function partialNote(database: Transaction): Promise<string | undefined> {
  // Mostly it has ended, and that is one statement of the three.
  if (await isComplete(database)) return undefined;
  const { complete, running } = await statusOf(database);
  if (complete) return undefined;
  return `The first sync ${running ? 'is still under way' : 'has not ended'}: this is partial.`;
}
