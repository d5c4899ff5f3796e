/*
 * Respelling towards words of the lexicon. Short words are never respelled
 * ("gold" is not "good"), nothing is respelled into a refusal or a negation, and there must be a single candidate.
 */
const SHORTEST = 5;
const LONG = 8;

/** Optimal string alignment distance, given up above 2. */
export function distance(from: string, to: string): number {
  if (Math.abs(from.length - to.length) > 2) return 3;
  let before: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row++) {
    const next = [row];
    for (let column = 1; column <= to.length; column++) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1;
      let least = Math.min((last[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1, (last[column - 1] ?? 0) + same);
      if (row > 1 && column > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1])
        least = Math.min(least, (before[column - 2] ?? 0) + 1);
      next.push(least);
    }
    before = last;
    last = next;
  }
  return last[to.length] ?? 3;
}

/** The one word of the vocabulary that was meant, or undefined. */
export function respell(
  word: string,
  vocabulary: Iterable<string>,
  isBarred: (word: string) => boolean,
): string | undefined {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word)) return undefined;
  const limit = word.length >= LONG ? 2 : 1;
  let best = limit;
  let found: string[] = [];
  for (const known of vocabulary) {
    if (known.length < SHORTEST - 1 || known[0] !== word[0]) continue;
    const far = distance(word, known);
    if (far > best) continue;
    if (far < best) found = [];
    best = far;
    found.push(known);
  }
  if (found.some(isBarred)) return undefined;
  const stems = new Set(found.map((known) => known.replace(/s$/, '')));
  return stems.size === 1 ? found[0] : undefined;
}

const SHORTEST_TURNED = 3;

/** Two neighbouring letters changed places in a short word: "teh", "fo", "lsit". */
export function transposed(
  word: string,
  vocabulary: Iterable<string>,
  isBarred: (word: string) => boolean,
): string | undefined {
  if (word.length < SHORTEST_TURNED || word.length >= SHORTEST || !/^[a-z]+$/.test(word)) return undefined;
  const turned = new Set(
    [...word].slice(1).map((letter, at) => word.slice(0, at) + letter + (word[at] ?? '') + word.slice(at + 2)),
  );
  turned.delete(word);
  const found = [...new Set([...small, ...vocabulary])].filter((known) => turned.has(known));
  return found.length === 1 && !found.some(isBarred) ? found[0] : undefined;
}

/** Words of grammar the vocabulary may lack. */
const small = [
  'the',
  'and',
  'for',
  'that',
  'who',
  'how',
  'are',
  'was',
  'has',
  'have',
  'with',
  'this',
  'from',
  'our',
  'all',
  'any',
  'can',
  'you',
  'did',
  'what',
  'when',
  'been',
  'were',
  'their',
  'they',
  'many',
  'list',
  'show',
];
