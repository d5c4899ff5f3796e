/*
 * Tokens whose signature was found good a moment ago. A client sends the same one with every call, and the same bytes
 * under the same key stay good until they expire; what their person may do is looked up at every call all the same. They
 * are kept for seconds by their hash, so that a key the provider takes back stops counting as it did before, and memory
 * holds no token.
 */
import { createHash } from 'node:crypto';
import { systemClock } from '../../clock.js';

const KEPT_MILLIS = 5_000;
const MOST = 1_000;

interface Kept<Token> {
  readonly token: Token;
  readonly at: number;
}

export class VerifiedLately<Token extends { readonly expiresAt: number }> {
  readonly #kept = new Map<string, Kept<Token>>();
  readonly #skewSeconds: number;

  /** `skewSeconds`: how long after its expiry a token is still taken, as whoever verifies has it. */
  constructor(skewSeconds: number) {
    this.#skewSeconds = skewSeconds;
  }

  /** What a token was found to say in the last seconds; undefined for any other, and for one that has expired since. */
  get(token: string): Token | undefined {
    const hash = hashOf(token);
    const kept = this.#kept.get(hash);
    if (!kept) return undefined;
    const isOld = performance.now() - kept.at >= KEPT_MILLIS;
    const now = Math.floor(systemClock('UTC').now().getTime() / 1000);
    if (!isOld && kept.token.expiresAt > now - this.#skewSeconds) return kept.token;
    this.#kept.delete(hash);
    return undefined;
  }

  add(token: string, verified: Token): void {
    const [longestKept] = this.#kept.keys();
    if (this.#kept.size >= MOST && longestKept !== undefined) this.#kept.delete(longestKept);
    this.#kept.set(hashOf(token), { token: verified, at: performance.now() });
  }
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('base64');
