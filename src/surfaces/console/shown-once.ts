/*
 * Secrets on their way from the form that made them to the page that shows them: each for one person, once, in memory
 * alone. A page that is called up again finds nothing, so that neither a reload nor the way back shows a secret.
 */
import { randomUUID } from 'node:crypto';

export interface ShownOnce<T> {
  /** Answers the key by which the same person may take it. */
  keep(owner: string, secret: T): string;
  /** Undefined when it was taken, has been forgotten, or is another person's. */
  take(key: string, owner: string): T | undefined;
}

// A browser follows a redirect within a second; one that does not come has been closed.
const FORGOTTEN_AFTER_MILLIS = 60_000;

export function shownOnce<T>(): ShownOnce<T> {
  const kept = new Map<string, { readonly owner: string; readonly secret: T }>();
  return {
    keep(owner, secret) {
      const key = randomUUID();
      kept.set(key, { owner, secret });
      setTimeout(() => kept.delete(key), FORGOTTEN_AFTER_MILLIS).unref();
      return key;
    },
    take(key, owner) {
      const found = kept.get(key);
      if (found?.owner !== owner) return undefined;
      kept.delete(key);
      return found.secret;
    },
  };
}
