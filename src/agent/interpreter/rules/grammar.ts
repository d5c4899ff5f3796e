/* What every rule works with: the world it speaks of, the tools at hand, and how an item is made of two. */
import type { LeafFrame } from '../../../population/leaves.js';
import { build } from '../frames.js';
import type { Identities } from '../identity.js';
import type { Condition, Item, OpenFrame, Sense } from '../senses.js';
import type { ToolFrame } from '../tool-frames.js';
import type { World } from '../world.js';

export interface Grammar {
  readonly world: World;
  readonly tools: readonly ToolFrame[];
  readonly identities: Identities;
  /** The leaf that is understood where only an event is named: "fewer than 2 events". */
  readonly attendance?: LeafFrame;
}

/** Two neighbours as one; costs, notes and unexplained words add up. */
export const merge = (left: Item, right: Item, sense: Sense, cost: number, notes: readonly string[] = []): Item => ({
  sense,
  cost: left.cost + right.cost + cost,
  unexplained: [...left.unexplained, ...right.unexplained],
  notes: [...left.notes, ...right.notes, ...notes],
});

export const hasEventSlot = (frame: OpenFrame): boolean => Object.values(frame.leaf.slots).includes('Event');

/** A condition that goes on with a frame understood from before. */
export function withTail(
  left: Item,
  right: Item,
  before: Condition,
  frame: OpenFrame,
  cost: number,
  grammar: Grammar,
  joined: (definition: Condition['definition']) => { definition: Condition['definition']; cost: number },
  note?: string,
): Item[] {
  const built = build(frame, grammar.world);
  if (!built) return [];
  const both = joined(built.definition);
  const sense: Condition = { ...before, definition: both.definition, size: before.size + 1, tail: frame };
  return [merge(left, right, sense, cost + both.cost + built.cost, [...built.notes, ...(note ? [note] : [])])];
}
