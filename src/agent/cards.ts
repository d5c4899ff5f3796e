import type { Tool } from '../../tools/define.js';
import { cardOf } from '../../tools/surfaces.js';
import type { ToolCard } from '../models/ports.js';

const cards = new WeakMap<Tool, ToolCard>();

/** Cards of tools, each written once: from a schema that takes 20 ms of a processor. */
export const cardsOf = (tools: readonly Tool[]): readonly ToolCard[] =>
  tools.map((tool) => {
    const card = cards.get(tool) ?? cardOf(tool);
    cards.set(tool, card);
    return card;
  });

/** Characters of the cards as they are sent. */
export const sizeOf = (tools: readonly ToolCard[]): number => tools.reduce((sum, card) => sum + sizeOfOne(card), 0);

const sizes = new WeakMap<ToolCard, number>();

function sizeOfOne(card: ToolCard): number {
  const size = sizes.get(card) ?? JSON.stringify(card).length;
  sizes.set(card, size);
  return size;
}
