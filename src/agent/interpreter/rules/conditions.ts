/* Conditions beside conditions: and, or, except, and what is understood from before ("but not the summit"). */
import type { Definition } from '../../../population/definition.js';
import { exclusiveField } from '../../../population/normal.js';
import { conjoin, disjoin, join, neither, partsOf } from '../combine.js';
import { build, edition, UNKNOWN_TIME } from '../frames.js';
import type { Condition, HeadSense, Item, OpenFrame, Sense } from '../senses.js';
import { lotOf } from '../whom.js';
import { type Grammar, hasEventSlot, merge, withTail } from './grammar.js';
import { together } from './measures.js';

const SIDE_BY_SIDE = 0.05;
const WITH_AND = 0.02;
/** What one lot costs that shares a field with what follows: both readings, near in cost. */
const AS_LIKELY = WITH_AND + 0.1;
/** The reading that does not understand the event from before. */
const WITHOUT_ELLIPSIS = 0.6;
/** "Members and prospects" are no prospects: asked. */
const HEADS_CLASH = 2;

export function conditionRules(left: Item, right: Item, grammar: Grammar): Item[] {
  const [a, b] = [left.sense, right.sense];
  if (a.cat !== 'Cond' || a.isClosed || (b.cat === 'Cond' && b.isClosed)) return [];
  if (b.cat === 'Cond') return conjunction(left, right, a, b, SIDE_BY_SIDE, grammar);
  if (b.cat === 'Win') return timedBehind(left, right, a, b, grammar);
  if (b.cat !== 'Joined') return [];
  const { by, of } = b;
  if (of.cat === 'Cond') {
    if (by === 'versus') return apart(left, right, a, of);
    if (by !== 'and' && (of.rank || of.sample)) return [];
    if (by === 'orElse') return a.size + of.size > 0 ? [bothOf(left, right, a, of, { isClosed: true })] : [];
    if (by === 'and') return coordination(left, right, a, of, grammar);
    if (by === 'nor' || by === 'except') {
      const definition = join('all', [...partsOf(a.definition), ...partsOf(of.definition)]);
      return [merge(left, right, { ...a, definition, size: a.size + of.size }, WITH_AND)];
    }
    return by === 'or' && a.size > 0 && of.size > 0 ? disjunction(left, right, a, of, grammar) : [];
  }
  return by === 'not' || by === 'and' ? understood(left, right, a, by, of, grammar) : [];
}

const OF_WHOM: ReadonlySet<string> = new Set([
  'chapter',
  'state',
  'city',
  'country',
  'tier',
  'kind',
  'type',
  'employer',
]);
const ACROSS = 0.03;

/** "Joined in Texas since July": the days are of what happened, with only whose it is between. */
function timedBehind(
  left: Item,
  right: Item,
  a: Condition,
  { windows }: Sense & { cat: 'Win' },
  { world }: Grammar,
): Item[] {
  const { tail } = a;
  if (!tail || tail.windows || tail.isSameTime || !Object.values(tail.leaf.slots).includes('Win')) return [];
  if (windows.some(({ value }) => value === 'ever' || tail.leaf.takes?.(value) === false)) return [];
  const [before, timed] = [build(tail, world), build({ ...tail, windows }, world)];
  if (!before || !timed) return [];
  const parts = partsOf(a.definition);
  const said = JSON.stringify(before.definition);
  const at = parts.findIndex((part) => JSON.stringify(part) === said);
  const between = parts.slice(at + 1);
  const isOfWhom = between.length > 0 && between.every((part) => part.op === 'field' && OF_WHOM.has(part.field));
  if (at < 0 || !isOfWhom) return [];
  const definition = join('all', [...parts.slice(0, at), timed.definition, ...between]);
  const stale = tail.leaf.defaults.filter(({ slot }) => slot === 'window').map(({ note }) => note);
  const merged = merge(left, right, { ...a, definition, tail: { ...tail, windows } }, ACROSS, timed.notes);
  return [
    {
      ...merged,
      cost: merged.cost + timed.cost - before.cost,
      notes: merged.notes.filter((note) => !stale.includes(note)),
    },
  ];
}

/** "Texas vs Ohio", "corporate against small business": two values of one field, each told by itself. */
function apart(left: Item, right: Item, a: Condition, of: Condition): Item[] {
  const parts = partsOf(a.definition);
  const field = exclusiveField(of.definition);
  if (!field || partsOf(of.definition).length > 1 || !parts.some((part) => exclusiveField(part) === field)) return [];
  const { definition } = conjoin(a.definition, of.definition);
  return [merge(left, right, { ...a, definition, size: a.size + of.size, by: { field } }, 0)];
}

/** "Lapsed fellows and active students" are two lots of people; of "lapsed fellows and retired members" it is asked. */
function coordination(left: Item, right: Item, a: Condition, of: Condition, grammar: Grammar): Item[] {
  const shared = sharedFields(a.definition, of.definition);
  if (shared > 1) return [bothOf(left, right, a, of)];
  const together = conjunction(left, right, a, of, WITH_AND, grammar);
  const mayBeApart = shared === 1 && partsOf(a.definition).length > 1 && of.head && !isPlain(of.head);
  return mayBeApart ? [...together, bothOf(left, right, a, of, { cost: AS_LIKELY })] : together;
}

/** Those of the one and those of the other. */
function bothOf(
  left: Item,
  right: Item,
  a: Condition,
  of: Condition,
  { cost = WITH_AND, isClosed }: { readonly cost?: number; readonly isClosed?: true } = {},
): Item {
  const head = a.head ?? of.head;
  const definition = join('any', [lotOf(a, of), lotOf(of, a)]);
  const size = a.size + of.size;
  return merge(
    left,
    right,
    { cat: 'Cond', definition, size, ...(head && { head }), ...(isClosed && { isClosed }) },
    cost,
  );
}

/** Fields of which nobody has two values, said on both sides. */
function sharedFields(left: Definition, right: Definition): number {
  const fields = (definition: Definition): Set<string> =>
    new Set(partsOf(definition).flatMap((part) => exclusiveField(part) ?? []));
  const known = fields(left);
  return [...fields(right)].filter((field) => known.has(field)).length;
}

function disjunction(left: Item, right: Item, a: Condition, of: Condition, { world }: Grammar): Item[] {
  const [before, tail] = [a.tail, of.tail];
  // "Logged in or opened an email since August": the window is of both.
  const isTimedLater = before && tail?.windows && !before.windows && of.size === 1;
  const earlier = isTimedLater ? timedBefore(a, of, before, tail, tail.windows, world)?.before : undefined;
  const both = disjoin(earlier ?? a.definition, of.definition);
  const head = a.head ?? of.head;
  const sense: Condition = {
    cat: 'Cond',
    definition: both.definition,
    size: a.size + of.size,
    ...(head && { head }),
    ...(of.tail && { tail: of.tail }),
  };
  // "Active members or lapsed fellows": as likely as fellows of either status.
  const isApart = a.head !== undefined && of.size > 1 && sharedFields(a.definition, of.definition) > 0;
  // "Neither logged in nor opened an email since August": the window is of both.
  const timed =
    a.tail?.isNegated && of.tail?.windows && !a.tail.windows
      ? timedBefore(a, of, a.tail, { ...of.tail, isNegated: true }, of.tail.windows, world)?.before
      : undefined;
  const none = neither(timed ?? a.definition, of.definition);
  return [
    merge(left, right, sense, isApart ? SIDE_BY_SIDE : both.cost),
    ...(none ? [merge(left, right, { ...sense, definition: none }, both.cost + 0.01)] : []),
  ];
}

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

const IN_THAT_TIME = 'both in the same time';

interface Timed {
  readonly definition: Definition;
  readonly tail: OpenFrame;
  /** The first condition, where its window is the one understood. */
  readonly before?: Definition;
  /** What was charged for a time nobody knew. */
  readonly saved: number;
}

/**
 * "Opened in the past 30 days yet clicked on nothing", "neither logged in nor posted since August": one window is of both
 * things that happened. "Never" and the name of an event have a time of their own.
 */
function sameTime(first: Condition, second: Condition, { world }: Grammar): Timed | undefined {
  const [before, tail] = [first.tail, second.tail];
  if (!before || !tail || second.size !== 1) return undefined;
  if (!before.windows && tail.windows) return timedBefore(first, second, before, tail, tail.windows, world);
  if (!before.windows || !mayBeTimed(tail)) return undefined;
  if (!tail.isSameTime && (!happens(before) || !happens(tail))) return undefined;
  const { isSameTime, isEver: _, ...rest } = tail;
  const frame: OpenFrame = { ...rest, windows: before.windows };
  const built = build(frame, world);
  return built && { definition: built.definition, tail: frame, saved: isSameTime ? UNKNOWN_TIME : 0 };
}

/** The window stands last: "logged in and opened an email since August". Both say yes, or both no. */
function timedBefore(
  first: Condition,
  second: Condition,
  before: OpenFrame,
  tail: OpenFrame,
  windows: NonNullable<OpenFrame['windows']>,
  world: Grammar['world'],
): Timed | undefined {
  if (!mayBeTimed(before) || !happens(before) || !happens(tail)) return undefined;
  if ((before.isNegated ?? false) !== (tail.isNegated ?? false)) return undefined;
  const parts = partsOf(first.definition);
  const known = build(before, world);
  const built = build({ ...before, windows }, world);
  if (!known || !built || JSON.stringify(parts.at(-1)) !== JSON.stringify(known.definition)) return undefined;
  return {
    definition: second.definition,
    tail,
    before: join('all', [...parts.slice(0, -1), built.definition]),
    saved: 0,
  };
}

const happens = ({ leaf }: OpenFrame): boolean => leaf.kind !== undefined && leaf.kind !== 'renewal';

/** Takes a window, has none, and nothing in it has a time of its own. */
const mayBeTimed = ({ windows, isEver, isSameTime, pattern, events, leaf }: OpenFrame): boolean =>
  !windows &&
  (!isEver || isSameTime === true) &&
  !pattern &&
  Object.values(leaf.slots).includes('Win') &&
  !(events ?? []).some(({ event, series }) => event || series);

/** 'A but not B', 'the 2025 one but not 2026', 'A and B': verb and window are understood from before. */
function understood(
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

/** "never turned up": absent, or a no-show, of an event that is not said again. */
const missesAnEvent = (frame: OpenFrame): boolean => frame.isNegated === true || frame.leaf.id.startsWith('no_show');

const isPlain = (head: HeadSense): boolean => head.name === 'people' || head.name === 'ranked';
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
