import { closed } from '../src/privacy/fenced.js';

/** About 2,500 tokens: what one result may take of a model's attention. */
const MOST_CHARACTERS = 10_000;

/** Cut at a line, and said so: a result never fills the conversation. */
export function shortened(words: string): string {
  if (words.length <= MOST_CHARACTERS) return words;
  const cut = words.lastIndexOf('\n', MOST_CHARACTERS);
  const kept = words.slice(0, cut > 0 ? cut : MOST_CHARACTERS);
  return `${closed(kept)}\n(${words.length - kept.length} further characters of this result were left out; ask for less.)`;
}
