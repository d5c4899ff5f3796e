/* Two conditions that both hold, with the event or the time that the second understands from the first. */
import { conjoin } from '../combine.js';
import { build } from '../frames.js';
import type { Condition, HeadSense, Item, OpenFrame } from '../senses.js';
import { type Grammar, hasEventSlot, merge } from './grammar.js';
import { together } from './measures.js';
import { IN_THAT_TIME, sameTime } from './same-time.js';

export const WITH_AND = 0.02;
/** The reading that does not understand the event from before. */
const WITHOUT_ELLIPSIS = 0.6;
/** "Members and prospects" are no prospects: asked. */
const HEADS_CLASH = 2;

/** Both conditions hold. */
export function conjunction(
  left: Item,
  right: Item,
  first: Condition,
  second: Condition,
  cost: number,
  grammar: Grammar,
): Item[] {
  const items: Item[] = [];
  let price = cost + headClash(first.head, second.head);
  const head = first.head && second.head ? strongerHead(first.head, second.head) : (first.head ?? second.head);
  const order = first.rank && second.rank ? together(first.rank, second.rank) : (first.rank ?? second.rank);
  if ((first.rank && second.rank && !order) || (first.sample && second.sample)) return [];
  const sample = first.sample ?? second.sample;
  const by = first.by ?? second.by;
  const shared = {
    cat: 'Cond',
    size: first.size + second.size,
    ...(head && { head }),
    ...(order && { rank: order }),
    ...(sample && { sample }),
    ...(by && { by }),
  } as const;
  const [before, tail] = [first.tail, second.tail];
  // "registered for the summit but never turned up": the event is understood from before.
  if (
    tail &&
    missesAnEvent(tail) &&
    hasEventSlot(tail) &&
    !tail.events &&
    second.size === 1 &&
    before?.events &&
    before.leaf.id !== tail.leaf.id
  ) {
    const { isEver: _, ...rest } = tail;
    const frame: OpenFrame = {
      ...rest,
      events: before.events,
      ...(!tail.windows && before.windows && { windows: before.windows }),
    };
    const built = build(frame, grammar.world);
    if (built) {
      const definition = conjoin(first.definition, built.definition).definition;
      items.push(merge(left, right, { ...shared, definition, tail: frame }, price + 0.05, ['of the same event']));
    }
    price += WITHOUT_ELLIPSIS;
  }
  // "Registered for but did not attend the summit": of the same event, or of any? Both, near in cost.
  if (before && tail?.events && first.size === 1 && second.size === 1 && hasEventSlot(before) && !before.events) {
    const built = build({ ...before, events: tail.events }, grammar.world);
    if (built) {
      const definition = conjoin(built.definition, second.definition).definition;
      items.push(merge(left, right, { ...shared, definition, tail }, price + 0.01, ['of the same event']));
    }
  }
  const timed = sameTime(first, second, grammar);
  if (timed) {
    const { definition, tail: last, before: earlier, saved } = timed;
    const all = conjoin(earlier ?? first.definition, definition).definition;
    items.push(merge(left, right, { ...shared, definition: all, tail: last }, price + 0.02 - saved, [IN_THAT_TIME]));
    price += WITHOUT_ELLIPSIS;
  }
  const both = conjoin(first.definition, second.definition, cost === WITH_AND);
  const last = tail ?? before;
  items.push(
    merge(left, right, { ...shared, definition: both.definition, ...(last && { tail: last }) }, price + both.cost),
  );
  return items;
}

/** "never turned up": absent, or a no-show, of an event that is not said again. */
const missesAnEvent = (frame: OpenFrame): boolean => frame.isNegated === true || frame.leaf.id.startsWith('no_show');

export const isPlain = (head: HeadSense): boolean => head.name === 'people' || head.name === 'ranked';
/** "Of any status", beside a noun: the noun no longer means members alone. */
const isEverybody = (head: HeadSense): boolean => head.name === 'everybody';
const strongerHead = (first: HeadSense, second: HeadSense): HeadSense =>
  isPlain(first) || isEverybody(second) ? second : first;
const headClash = (first?: HeadSense, second?: HeadSense): number =>
  !first || !second || first.name === second.name || [first, second].some((one) => isPlain(one) || isEverybody(one))
    ? 0
    : first.takesBase && second.takesBase
      ? 0.4
      : HEADS_CLASH;
