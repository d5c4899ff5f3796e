/* One window of two things that happened: said with the first, with the second, or behind whose they are. */
import type { Definition } from '../../../population/definition.js';
import { join, partsOf } from '../combine.js';
import { build, UNKNOWN_TIME } from '../frames.js';
import type { Condition, Item, OpenFrame, Sense } from '../senses.js';
import { type Grammar, merge } from './grammar.js';

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
export function timedBehind(
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

export const IN_THAT_TIME = 'both in the same time';

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
export function sameTime(first: Condition, second: Condition, { world }: Grammar): Timed | undefined {
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
export function timedBefore(
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
