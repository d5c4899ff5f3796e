/* Conditions on others and on then: "whose employer lapsed", "with 3 people at the summit", "were students last year". */
import { isMemberWindow, resolve } from '../../../domain/window.js';
import type { Quantity } from '../../../language/counts.js';
import { sayDay } from '../../../language/say-day.js';
import type { Definition } from '../../../population/definition.js';
import { opposite, partsOf } from '../combine.js';
import { build } from '../frames.js';
import type { Condition, Item, Sense } from '../senses.js';
import { type Grammar, merge } from './grammar.js';

const EACH_FURTHER = 0.1;
const AS_IT_WAS = 0.05;
const AS_LIKELY = 0.33;

export function relationRules(left: Item, right: Item, grammar: Grammar): Item[] {
  const [a, b] = [left.sense, right.sense];
  if (a.cat === 'Relate') return related(left, right, a, b, grammar);
  if (a.cat === 'Were' && b.cat === 'Cond') return was(left, right, b);
  if (a.cat === 'Cond' && b.cat === 'Was' && a.size === 0 && a.head && !b.head)
    return [merge(left, right, { ...b, head: a.head }, 0)];
  if (a.cat === 'Was' && b.cat === 'Win') return then(left, right, a, b, grammar);
  if (b.cat === 'Again' && patternOf(a) === b.pattern) return [merge(left, right, a, 0)];
  if (a.cat === 'Operator' && a.operator === 'not' && b.cat === 'Was' && !b.isNot)
    return [merge(left, right, { ...b, isNot: true }, 0)];
  return [];
}

const patternOf = (sense: Sense) =>
  sense.cat === 'Frame' ? sense.frame.pattern : sense.cat === 'Cond' ? sense.tail?.pattern : undefined;

function related(left: Item, right: Item, relate: Sense & { cat: 'Relate' }, of: Sense, grammar: Grammar): Item[] {
  const inner = of.cat === 'Cond' ? of : of.cat === 'Event' ? attending(of, grammar) : undefined;
  if (!inner || inner.size === 0 || inner.rank || inner.sample || inner.isClosed) return [];
  const definition = related1(relate, inner.definition);
  if (!definition) return [];
  // "With over 200 employees in energy": of how many, or how large in which industry? As likely, so it is asked.
  const isState = relate.isCounted && of.cat === 'Cond' && !of.tail && !of.head ? AS_LIKELY : 0;
  const cost = isState + EACH_FURTHER * (partsOf(inner.definition).length - 1);
  return [merge(left, right, { cat: 'Cond', definition, size: 1 }, cost)];
}

const attending = ({ events }: Sense & { cat: 'Event' }, { attendance, world }: Grammar): Condition | undefined => {
  const built = attendance && build({ leaf: attendance, events }, world);
  return built && { cat: 'Cond', definition: built.definition, size: 1 };
};

function related1({ path, quantity }: Sense & { cat: 'Relate' }, of: Definition): Definition | undefined {
  const leaf = (
    one: 'all' | 'none' | { is: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte'; value: number },
  ): Definition => ({
    op: 'relation',
    path,
    quantity: one,
    of,
  });
  if (typeof quantity === 'string') return leaf(quantity);
  if ('between' in quantity) {
    const [low, high] = quantity.between;
    return { op: 'all', of: [leaf({ is: 'gte', value: low }), leaf({ is: 'lte', value: high })] };
  }
  return Number.isInteger(quantity.value) ? leaf(atLeast(quantity)) : undefined;
}

/** "With 3 people at the summit": three or more. */
const atLeast = (quantity: Extract<Quantity, { is: unknown }>) => ({
  is: quantity.is === 'eq' && quantity.value > 0 ? ('gte' as const) : quantity.is,
  value: quantity.value,
});

/** "Were students": of a tier or a status alone, and only with the time it speaks of. */
function was(left: Item, right: Item, condition: Condition): Item[] {
  const [part, ...more] = partsOf(condition.definition);
  if (!part || more.length > 0 || condition.tail || condition.rank) return [];
  const isNot = part.op === 'not';
  const leaf = part.op === 'not' ? part.of : part;
  if (leaf.op !== 'field' || !('in' in leaf.test) || (leaf.field !== 'tier' && leaf.field !== 'status')) return [];
  const sense: Sense = { cat: 'Was', field: leaf.field, values: leaf.test.in, isNot };
  return [merge(left, right, { ...sense, ...(condition.head && { head: condition.head }) }, 0)];
}

function then(
  left: Item,
  right: Item,
  { field, values, isNot, head }: Sense & { cat: 'Was' },
  { windows }: Sense & { cat: 'Win' },
  { world }: Grammar,
): Item[] {
  const [reading, ...others] = windows;
  if (!reading || others.length > 0 || isMemberWindow(reading.value)) return [];
  const { customs } = world;
  const { to } = resolve(reading.value, customs);
  if (to === undefined || to > customs.today) return [];
  const leaf: Definition = { op: 'then', field, test: { in: [...values] }, on: to };
  // As it was then says nothing of the membership now: everybody is looked at unless a noun says more.
  const sense: Condition = {
    cat: 'Cond',
    definition: isNot ? opposite(leaf) : leaf,
    size: 1,
    ...(head && { head }),
  };
  return [merge(left, right, sense, AS_IT_WAS, [`as it was on ${sayDay(to)}`])];
}
