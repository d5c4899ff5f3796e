/*
 * Sentences from patterns: `{a|b}` is one of several, `$name` a fact or a personal detail. A pen keeps where personal
 * details stand in the text, and makes the slips of whoever holds it.
 */
import type { Draws } from './random.js';

export type DetailKind = 'name' | 'email' | 'phone' | 'address' | 'card' | 'birth_date' | 'member_id';

/** Where a personal detail stands: from `start` up to `end`, in characters of the text. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly kind: DetailKind;
}

export interface Filling {
  readonly text: string;
  /** Undefined for a fact that is no personal detail. */
  readonly kind?: DetailKind;
}

/** Knows what stands for a `$name`. */
export interface Filler {
  fill(slot: string): Filling;
}

type Part = string | { readonly choices: readonly (readonly Part[])[] } | { readonly slot: string };

const known = new Map<string, readonly Part[]>();

function partsOf(pattern: string): readonly Part[] {
  const kept = known.get(pattern);
  if (kept !== undefined) return kept;
  const parts: Part[] = [];
  let from = 0;
  for (const found of pattern.matchAll(/\{([^}]*)\}|\$([a-zA-Z]+)/g)) {
    if (found.index > from) parts.push(pattern.slice(from, found.index));
    const [whole, choices, slot] = found;
    if (slot !== undefined) parts.push({ slot });
    else parts.push({ choices: (choices ?? '').split('|').map(partsOf) });
    from = found.index + whole.length;
  }
  if (from < pattern.length) parts.push(pattern.slice(from));
  known.set(pattern, parts);
  return parts;
}

/** How somebody writes. */
export interface Hand {
  /** Chance of a typing error in each run of words. */
  readonly sloppiness: number;
  readonly lowerCase: boolean;
  readonly shouts: boolean;
}

export class Pen {
  readonly #draws: Draws;
  readonly #filler: Filler;
  readonly #hand: Hand;
  #text = '';
  readonly #spans: Span[] = [];

  constructor(draws: Draws, hand: Hand, filler: Filler) {
    this.#draws = draws;
    this.#hand = hand;
    this.#filler = filler;
  }

  /** Adds one of the patterns, after `between` unless it is the first thing said. An empty pattern adds nothing. */
  say(patterns: readonly string[], between = ' '): this {
    const pattern = this.#draws.pick(patterns);
    if (pattern === '') return this;
    if (this.#text !== '') this.#text += between;
    this.#write(partsOf(pattern));
    return this;
  }

  /** The text as its writer leaves it. */
  get text(): string {
    const lower = this.#hand.lowerCase ? this.#text.toLowerCase() : this.#text;
    const last = this.#hand.shouts ? lower.toUpperCase() : lower;
    // Letters whose cases differ in length would move the details.
    return last.length === this.#text.length ? last : this.#text;
  }

  get spans(): readonly Span[] {
    return this.#spans;
  }

  #write(parts: readonly Part[]): void {
    for (const part of parts) {
      if (typeof part === 'string') this.#text += this.#typed(part);
      else if ('choices' in part) this.#write(this.#draws.pick(part.choices));
      else {
        const { text, kind } = this.#filler.fill(part.slot);
        const start = this.#text.length;
        this.#text += text;
        if (kind !== undefined) this.#spans.push({ start, end: this.#text.length, kind });
      }
    }
  }

  /** Two letters change places, one is missing or stands twice. */
  #typed(words: string): string {
    if (this.#hand.sloppiness === 0 || words.length < 8 || !this.#draws.chance(this.#hand.sloppiness)) return words;
    const at = this.#draws.whole(2, words.length - 3);
    const [here = '', next = ''] = [words[at], words[at + 1]];
    if (!/^[a-z]{2}$/.test(here + next)) return words;
    const slip = this.#draws.uniform();
    if (slip < 0.45) return words.slice(0, at) + next + here + words.slice(at + 2);
    return slip < 0.75 ? words.slice(0, at) + words.slice(at + 1) : words.slice(0, at) + here + words.slice(at);
  }
}
