/** Words after which a single name may come in small letters: "find o'brien", "a note for okafor". */
import type { Word } from './name-words.js';
import { isEnglish } from './ordinary.js';

const CUES = new Set(
  ['find', 'find me', 'about', 'note to', 'note on', 'note for', 'show me', 'who is', 'look up', 'pull up'].flatMap(
    (cue) => [cue, cue.replace('note', 'notes')],
  ),
);
// "Show me more" and "who is late" are no questions about people called More and Late.
const BEFORE_ADJECTIVES = new Set(['show me', 'who is', 'find me']);

/** True when what stands before a word in small letters asks for somebody. An English word must also end the phrase. */
export function followsCue(words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (!word?.isBeside || word.isCapital) return false;
  const cue = [1, 2]
    .map((length) => words.slice(Math.max(0, index - length), index))
    .map((run) => run.map(({ normal }) => normal).join(' '))
    .find((phrase) => CUES.has(phrase));
  if (cue === undefined) return false;
  return !isEnglish(word) || (!next?.isBeside && !BEFORE_ADJECTIVES.has(cue));
}
