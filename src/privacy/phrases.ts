import { followsCue } from './cues.js';
import type { Word } from './name-words.js';
import { isEnglish, isOrdinary } from './ordinary.js';

/** A run of words of a text, and the ways it may be spelled in the directory's index. */
export interface Span {
  readonly start: number;
  readonly end: number;
  /** Words in it. */
  readonly length: number;
  readonly first: Word;
  readonly phrases: readonly string[];
  /** A single word in small letters where somebody is asked for. */
  readonly isAskedFor: boolean;
  /** Beside a single word: words that may belong to the same name, capitalised unless it is in small letters itself. */
  readonly neighbours: readonly Word[];
}

// Longer runs are names of organisations and streets, which begin with a capital or a number.
const MOST_WORDS = 8;
const MOST_WORDS_IN_SMALL_LETTERS = 4;

/** Every run of words that could be a name or a street. */
export function spansOf(words: readonly Word[]): readonly Span[] {
  const spans: Span[] = [];
  for (const [index, first] of words.entries()) {
    const most = first.isCapital || /^\d/.test(first.normal) ? MOST_WORDS : MOST_WORDS_IN_SMALL_LETTERS;
    for (let length = 1; length <= most; length += 1) {
      const last = words[index + length - 1];
      if (!last || (length > 1 && !last.continues)) break;
      const run = words.slice(index, index + length);
      if (run.every((word) => /^\d+$/.test(word.normal))) continue;
      // "A hall", "I hall": an article and a pronoun are no initials.
      if (length === 2 && run.some((word) => word.normal.length === 1 && !word.isInitial)) continue;
      const isAskedFor = length === 1 && followsCue(words, index);
      const neighbours = length === 1 ? neighboursOf(words, index, isAskedFor) : [];
      spans.push({ start: first.start, end: last.end, length, first, phrases: spellings(run), isAskedFor, neighbours });
    }
  }
  return spans;
}

function neighboursOf(words: readonly Word[], index: number, isAskedFor: boolean): readonly Word[] {
  const word = words[index];
  const [before, after] = [words[index - 1], words[index + 1]];
  const beside = [...(word?.isBeside && before ? [before] : []), ...(after?.isBeside ? [after] : [])];
  const capitals = beside.filter(
    (one) => one.isCapital && !isOrdinary(one) && (!one.isSlight || one.normal.length === 1),
  );
  const isSecondName = isAskedFor && after?.isBeside && !after.isCapital && !isEnglish(after);
  return isSecondName ? [...capitals, after] : capitals;
}

/** The words as they stand, and without initials and titles inside: "mary j smith" is "mary smith" too. */
export function spellings(run: readonly Word[]): readonly string[] {
  const whole = run.map((word) => word.normal).join(' ');
  const inside = run.filter((word, place) => place === 0 || place === run.length - 1 || !word.isSlight);
  const short = inside.map((word) => word.normal).join(' ');
  return whole === short ? [whole] : [whole, short];
}
