/* What is understood from before: "but not the summit", "the 2025 one but not 2026". */
import { conjoin } from '../combine.js';
import { edition } from '../frames.js';
import type { Condition, Item, OpenFrame, Sense } from '../senses.js';
import { type Grammar, withTail } from './grammar.js';

/** 'A but not B', 'the 2025 one but not 2026', 'A and B': verb and window are understood from before. */
export function understood(
  left: Item,
  right: Item,
  before: Condition,
  by: 'not' | 'and',
  of: Sense,
  grammar: Grammar,
): Item[] {
  const { tail } = before;
  if (!tail) return [];
  const add = (frame: OpenFrame) =>
    withTail(left, right, before, frame, 0.05, grammar, (definition) => conjoin(before.definition, definition));
  if (of.cat === 'Event' && tail.events)
    return add({ ...tail, events: of.events, isNegated: by === 'and' ? (tail.isNegated ?? false) : true });
  if (of.cat === 'What' && tail.what && tail.leaf.about === of.list)
    return add({ ...tail, what: of.ids, isNegated: by === 'and' ? (tail.isNegated ?? false) : true });
  if (of.cat !== 'Win' || by !== 'not') return [];
  const series = tail.events?.[0]?.series ?? seriesOf(tail, grammar);
  if (tail.events && series) {
    const held = edition([{ series: [...series] }], of.windows, grammar.world);
    if (!held) return [];
    const { windows: _, ...rest } = tail;
    return add({ ...rest, events: held, isNegated: true });
  }
  return tail.windows ? add({ ...tail, windows: of.windows, isNegated: !tail.isNegated }) : [];
}

const seriesOf = (tail: OpenFrame, { world }: Grammar): readonly string[] | undefined => {
  const held = world.vocabulary.events.find(({ id }) => id === tail.events?.[0]?.event?.[0]);
  return held?.series === undefined ? undefined : [held.series];
};
