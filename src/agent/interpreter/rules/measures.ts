/* Grouping, measuring, ordering: "by tier and state", "dues paid last year", "top 20 by spend", "a random 50". */
import { quantityKind } from '../../../population/event-rows.js';
import type { OpenMeasure } from '../../../population/leaves.js';
import type { CallSense, Condition, Item, OpenFrame, Rank, Sense } from '../senses.js';
import { type Grammar, merge } from './grammar.js';

const ENOUGH_KEYS = 2;
const NEXT_TO = 0.02;
const SAID_AGAIN = 0.3;

export function measureRules(left: Item, right: Item, grammar: Grammar): Item[] {
  const [a, b] = [left.sense, right.sense];
  if (a.cat === 'Operator') return operated(left, right, a.operator, b);
  if (a.cat === 'GroupBy' && b.cat === 'Category') return joined(left, right, withKey(a, [b.key]));
  if (a.cat === 'GroupBy' && b.cat === 'GroupBy') return joined(left, right, withKey(a, b.keys));
  if (a.cat === 'GroupBy' && b.cat === 'Joined' && b.by === 'and') {
    if (b.of.cat === 'Category') return joined(left, right, withKey(a, [b.of.key]));
    if (b.of.cat === 'GroupBy') return joined(left, right, withKey(a, b.of.keys));
  }
  if (a.cat === 'Measure' && b.cat === 'Win') return joined(left, right, inWindow(a, b));
  if (a.cat === 'Measure' && b.cat === 'Event' && 'count' in a.measure && !a.measure.where && b.events.length === 1)
    return joined(left, right, { ...a, measure: { ...a.measure, where: b.events[0] ?? {} } });
  if (a.cat === 'Win' && b.cat === 'Measure') return joined(left, right, inWindow(b, a), NEXT_TO);
  if (a.cat === 'Statistic' && b.cat === 'Frame') return counted(left, right, a, b.frame, grammar);
  if (a.cat === 'GroupBy' && b.cat === 'Frame' && a.order) return countedBy(left, right, a, b.frame, grammar);
  return ranking(left, right, a, b);
}

const joined = (left: Item, right: Item, sense: Sense | undefined, cost = 0): Item[] =>
  sense ? [merge(left, right, sense, cost)] : [];

function operated(left: Item, right: Item, operator: string, of: Sense): Item[] {
  if (operator === 'and' && (of.cat === 'Category' || of.cat === 'GroupBy'))
    return joined(left, right, { cat: 'Joined', by: 'and', of });
  if (operator !== 'by') return [];
  if (of.cat === 'Category') return joined(left, right, { cat: 'GroupBy', keys: [of.key] });
  if (of.cat === 'Measure') return joined(left, right, { cat: 'Rank', rank: { measure: of.measure } });
  if (of.cat === 'Frame' && isCountable(of.frame))
    return joined(left, right, { cat: 'Rank', rank: { measure: measureOf(of.frame) } });
  return [];
}

function withKey(group: Sense & { cat: 'GroupBy' }, keys: (Sense & { cat: 'GroupBy' })['keys']): Sense | undefined {
  const all = [...group.keys, ...keys];
  const names = new Set(all.map((key) => `${key.field} ${key.by ?? ''}`));
  return all.length <= ENOUGH_KEYS && names.size === all.length ? { ...group, keys: all } : undefined;
}

/** The measure with the window that stands beside it. */
export function inWindow(
  { measure }: Sense & { cat: 'Measure' },
  { windows }: Sense & { cat: 'Win' },
): (Sense & { cat: 'Measure' }) | undefined {
  const [reading] = windows;
  if ('field' in measure || measure.window !== undefined || !reading || windows.length > 1) return undefined;
  if (reading.tense === 'future') return undefined;
  if ('money' in measure && (measure.money === 'balance' || measure.money === 'overdue')) return undefined;
  return { cat: 'Measure', measure: { ...measure, window: reading.value } };
}

const isCountable = (frame: OpenFrame): boolean =>
  frame.isNoun === true && !frame.isNegated && !frame.count && !frame.amount && !frame.pattern && !frame.mates;

/** A frame as what is summed: "logins last month". */
export function measureOf({ leaf, windows, events, what }: OpenFrame): OpenMeasure {
  const window = windows?.length === 1 && windows[0] ? { window: windows[0].value } : {};
  if (leaf.money) return { money: leaf.money, ...window };
  const where = { ...events?.[0], ...(what && { what: [...what] }) };
  if (leaf.quantity) return { quantity: leaf.quantity, ...(what && { where: { what: [...what] } }), ...window };
  return { count: leaf.kind ?? 'login', ...(Object.keys(where).length > 0 && { where }), ...window };
}

/** "Average number of logins", "how many downloads". */
const moneyKinds: ReadonlySet<string> = new Set(['donation', 'purchase', 'payment']);

function counted(
  left: Item,
  right: Item,
  { statistic, isCount }: Sense & { cat: 'Statistic' },
  frame: OpenFrame,
  grammar: Grammar,
): Item[] {
  if (!isCountable(frame) || !frame.leaf.kind || (frame.events?.length ?? 0) > 1 || (frame.windows?.length ?? 0) > 1)
    return [];
  const isMoney = frame.leaf.kind !== undefined && moneyKinds.has(frame.leaf.kind);
  // "Total donations" is an amount; "how many donations" counts them.
  if (isMoney && !isCount) return [];
  const measure: Sense = { cat: 'Measure', measure: measureOf(frame) };
  return measuring(grammar).map(({ tool, measureName, statisticName }) => {
    const slots = { [measureName]: measure, [statisticName]: { cat: 'Statistic', statistic } as const };
    return merge(left, right, { cat: 'Call', tool, slots, isSpecific: true }, 0);
  });
}

/** "Which chapters have the most logins": the sum of each. */
function countedBy(
  left: Item,
  right: Item,
  group: Sense & { cat: 'GroupBy' },
  frame: OpenFrame,
  grammar: Grammar,
): Item[] {
  if (!isCountable(frame) || !frame.leaf.kind) return [];
  const measure: Sense = { cat: 'Measure', measure: measureOf(frame) };
  return measuring(grammar).flatMap(({ tool, measureName, statisticName, groupName }) => {
    if (groupName === undefined) return [];
    const statistic: Sense = { cat: 'Statistic', statistic: 'total' };
    const { order: _, ...by } = group;
    const slots = { [measureName]: measure, [statisticName]: statistic, [groupName]: by };
    return [merge(left, right, { cat: 'Call', tool, slots, isSpecific: true }, 0)];
  });
}

const measuring = ({ tools }: Grammar) =>
  tools.flatMap((tool) => {
    const named = (slot: string) => [...tool.parameters].find(([, type]) => type === slot)?.[0];
    const [measureName, statisticName, groupName] = [named('Measure'), named('Statistic'), named('GroupBy')];
    return measureName && statisticName ? [{ tool, measureName, statisticName, groupName }] : [];
  });

function ranking(left: Item, right: Item, a: Sense, b: Sense): Item[] {
  if (a.cat === 'Rank' && b.cat === 'Rank') {
    const rank = together(a.rank, b.rank);
    const isPeople = a.isPeople || b.isPeople;
    return rank ? joined(left, right, { cat: 'Rank', rank, ...(isPeople && { isPeople }) }) : [];
  }
  if (a.cat === 'Rank' && b.cat === 'Order' && !a.rank.direction)
    return joined(left, right, { cat: 'Rank', rank: { ...a.rank, direction: b.order } });
  if (a.cat === 'Order' && b.cat === 'Rank' && !b.rank.direction)
    return joined(left, right, { cat: 'Rank', rank: { ...b.rank, direction: a.order } }, NEXT_TO);
  // "The most logins", "logged in the most".
  if (a.cat === 'Rank' && isDirection(a.rank) && b.cat === 'Frame' && isCountable(b.frame))
    return joined(left, right, { cat: 'Rank', rank: { ...a.rank, measure: measureOf(b.frame) } });
  if (b.cat === 'Rank' && isDirection(b.rank) && a.cat === 'Frame' && mayBeCounted(a.frame))
    return joined(left, right, { cat: 'Rank', rank: { ...b.rank, measure: measureOf(a.frame) } });
  // "Came to the most events", "logged the most volunteer hours": the verb says again what is counted.
  if (b.cat === 'Rank' && a.cat === 'Frame' && mayBeCounted(a.frame) && isOfKind(b.rank, a.frame))
    return joined(left, right, b);
  if (a.cat === 'Rank' && isDirection(a.rank) && b.cat === 'Measure')
    return joined(left, right, { cat: 'Rank', rank: { ...a.rank, measure: b.measure } });
  if (a.cat === 'Rank' && isDirection(a.rank) && b.cat === 'Event' && b.events.length === 1)
    return joined(left, right, {
      cat: 'Rank',
      rank: {
        ...a.rank,
        measure: {
          count: 'attendance',
          ...(Object.keys(b.events[0] ?? {}).length > 0 && { where: b.events[0] ?? {} }),
        },
      },
    });
  if (a.cat === 'Rank' && b.cat === 'Win' && a.rank.measure) {
    const measure = inWindow({ cat: 'Measure', measure: a.rank.measure }, b)?.measure;
    if (measure) return joined(left, right, { ...a, rank: { ...a.rank, measure } });
  }
  if (a.cat === 'Rank' && b.cat === 'Cond') return ranked(left, right, b, a.rank);
  if (b.cat === 'Rank' && a.cat === 'Cond') return ranked(left, right, a, b.rank);
  if (a.cat === 'Sample' && b.cat === 'Cond' && !b.sample && !b.isClosed)
    return joined(left, right, { ...b, sample: a.sample });
  if (b.cat === 'Sample' && a.cat === 'Cond' && !a.sample && !a.isClosed)
    return joined(left, right, { ...a, sample: b.sample }, NEXT_TO);
  return [];
}

const isOfKind = ({ measure }: Rank, { leaf, windows, events, what }: OpenFrame): boolean =>
  measure !== undefined &&
  !windows &&
  !events &&
  !what &&
  (('count' in measure && measure.count === leaf.kind) ||
    ('quantity' in measure && quantityKind[measure.quantity] === leaf.kind));

const isDirection = (rank: Rank): boolean => rank.direction !== undefined && !rank.measure;
const mayBeCounted = (frame: OpenFrame): boolean =>
  frame.leaf.kind !== undefined && !frame.isNegated && !frame.count && !frame.pattern && !frame.mates;

/** "Top 20" and "by spend": each says its own part. */
export function together(first: Rank, second: Rank): Rank | undefined {
  if ((first.n && second.n) || (first.measure && second.measure)) return undefined;
  if (first.direction && second.direction && first.direction !== second.direction) return undefined;
  return { ...first, ...second };
}

function ranked(left: Item, right: Item, condition: Condition, rank: Rank): Item[] {
  if (condition.isClosed) return [];
  const whole = condition.rank ? together(condition.rank, rank) : rank;
  // "Who came to the most events" says what is counted, and no condition beside it.
  const again = condition.tail && mayBeCounted(condition.tail) && isOfKind(rank, condition.tail) ? SAID_AGAIN : 0;
  return whole ? [merge(left, right, { ...condition, rank: whole }, NEXT_TO + again)] : [];
}

/** A window said after a call that measures, where no slot of the tool takes it. */
export function measuredIn(call: CallSense, window: Sense & { cat: 'Win' }): CallSense | undefined {
  for (const [name, sense] of Object.entries(call.slots)) {
    const measure = sense.cat === 'Measure' ? inWindow(sense, window) : undefined;
    if (measure) return { ...call, slots: { ...call.slots, [name]: measure } };
  }
  return undefined;
}
