/** Where a single name may come in small letters: "find o'brien", "a note for okafor", "has ortega paid", "ortega's dues". */
import type { Word } from './name-words.js';
import { isEnglish } from './ordinary.js';

const CUES = new Set(
  ['find', 'find me', 'about', 'note to', 'note on', 'note for', 'show me', 'who is', 'look up', 'pull up'].flatMap(
    (cue) => [cue, cue.replace('note', 'notes')],
  ),
);
// Words that often stand before somebody, and before much else: only an uncommon word after them is taken for a name.
const HINTS = new Set(
  `has have did does is was can call called phone phoned ring rang email emailed mail mailed ask asked tell told thank
   meet met visit visited remind invite contact contacted reach with from by to of for on and or mr mrs ms dr member
   colleague whether why when where s`.split(/\s+/),
);
// "Show me more" and "who is late" are no questions about people called More and Late.
const BEFORE_ADJECTIVES = new Set(['show me', 'who is', 'find me']);

/** True when what stands before a word in small letters asks for somebody. An English word must also end the phrase. */
export function followsCue(words: readonly Word[], index: number): boolean {
  const [word, next] = [words[index], words[index + 1]];
  if (!word || word.isCapital) return false;
  // "ortega's invoices", or nothing but "ortega".
  if ((word.isPossessive || words.length === 1) && !isEnglish(word)) return true;
  if (!word.isBeside) return false;
  if (HINTS.has(words[index - 1]?.normal ?? '') && !isEnglish(word)) return true;
  const cue = [1, 2]
    .map((length) => words.slice(Math.max(0, index - length), index))
    .map((run) => run.map(({ normal }) => normal).join(' '))
    .find((phrase) => CUES.has(phrase));
  if (cue === undefined) return false;
  return !isEnglish(word) || (!next?.isBeside && !BEFORE_ADJECTIVES.has(cue));
}
