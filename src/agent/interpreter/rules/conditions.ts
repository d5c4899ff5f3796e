/* Conditions beside conditions: and, or, except, and what is understood from before ("but not the summit"). */
import type { Definition } from '../../../population/definition.js';
import { exclusiveField } from '../../../population/normal.js';
import { conjoin, disjoin, join, neither, partsOf } from '../combine.js';
import type { Condition, Item } from '../senses.js';
import { lotOf } from '../whom.js';
import { conjunction, isPlain, WITH_AND } from './conjunction.js';
import { type Grammar, merge } from './grammar.js';
import { timedBefore, timedBehind } from './same-time.js';
import { understood } from './understood.js';

const SIDE_BY_SIDE = 0.05;
/** What one lot costs that shares a field with what follows: both readings, near in cost. */
const AS_LIKELY = WITH_AND + 0.1;

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
