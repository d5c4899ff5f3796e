import { cardsOf } from '../../tools/cards.js';
import type { Tool } from '../../tools/define.js';
import type { ToolCard } from '../models/ports.js';

const MOST_LISTS = 30;
const known: { readonly tools: readonly Tool[]; readonly cards: readonly ToolCard[] }[] = [];

/** Cards of a list of tools, written once for each list there is (one a role): from schemas that take 20 ms each. */
export function keptCards(tools: readonly Tool[]): readonly ToolCard[] {
  const kept = known.find(
    (one) => one.tools.length === tools.length && one.tools.every((tool, at) => tool === tools[at]),
  );
  if (kept) return kept.cards;
  const cards = cardsOf(tools);
  known.push({ tools: [...tools], cards });
  if (known.length > MOST_LISTS) known.shift();
  return cards;
}

/** Characters of the cards as they are sent. */
export const sizeOf = (tools: readonly ToolCard[]): number => tools.reduce((sum, card) => sum + sizeOfOne(card), 0);

const sizes = new WeakMap<ToolCard, number>();

function sizeOfOne(card: ToolCard): number {
  const size = sizes.get(card) ?? JSON.stringify(card).length;
  sizes.set(card, size);
  return size;
}
