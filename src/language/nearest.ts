/**
 * Which of some names a misspelt one is nearest to: shared pairs of letters (Dice, 0 to 1), at least so many of them,
 * names that begin alike first.
 */
export function nearest(word: string, names: readonly string[], count = 3, least = 0): string[] {
  const wanted = pairsOf(word);
  return [...new Set(names)]
    .map((name) => ({ name, likeness: likeness(wanted, pairsOf(name)) }))
    .filter((one) => one.likeness >= least)
    .sort((left, right) => right.likeness - left.likeness || (left.name < right.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}

function pairsOf(text: string): Set<string> {
  const padded = ` ${text.toLowerCase().trim()} `;
  return new Set(Array.from({ length: padded.length - 1 }, (_, index) => padded.slice(index, index + 2)));
}

function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  const shared = [...left].filter((pair) => right.has(pair)).length;
  return (2 * shared) / (left.size + right.size);
}
