/* A tool is a frame too: it takes what its parameters are typed for. */
import { build } from '../frames.js';
import type { CallSense, Condition, Item, Sense } from '../senses.js';
import { pseudonymsIn } from '../tokenise.js';
import type { ToolFrame } from '../tool-frames.js';
import { conditionRules } from './conditions.js';
import { conjunction } from './conjunction.js';
import type { Grammar } from './grammar.js';
import { merge } from './grammar.js';
import { inWindow, measuredIn } from './measures.js';

const SLOT_BEFORE = 0.05;
const LATER_CONDITION = 0.1;

export function callRules(left: Item, right: Item, grammar: Grammar): Item[] {
  const [a, b] = [left.sense, right.sense];
  if (a.cat === 'Call' && b.cat === 'Call') return together(left, right, a, b);
  if (a.cat === 'Call') return taken(left, right, a, left, right, 0, grammar);
  if (b.cat === 'Call') return taken(left, right, b, right, left, SLOT_BEFORE, grammar);
  return [];
}

/** Two triggers of one tool: "can you count how many". */
function together(left: Item, right: Item, a: CallSense, b: CallSense): Item[] {
  const isSame = a.tool.tool.name === b.tool.tool.name;
  if (!isSame || Object.keys(a.slots).some((name) => name in b.slots)) return [];
  if ((a.isAddition && !mayBeAddedTo(b)) || (b.isAddition && !mayBeAddedTo(a))) return [];
  const { isAddition: _, ...call } = a;
  const isAddition = a.isAddition && b.isAddition;
  const isSpecific = a.isSpecific || b.isSpecific;
  const slots = { ...a.slots, ...b.slots };
  return [
    merge(
      left,
      right,
      { ...call, slots, ...(isAddition && { isAddition }), ...(isSpecific && { isSpecific: true as const }) },
      0.02,
    ),
  ];
}

/** "Lapsed members in Quorl", where no place is called so, is not about a person of that name. */
export const mayBeAddedTo = (call: CallSense): boolean =>
  !call.isBare || Object.values(call.slots).some((sense) => 'text' in sense && pseudonymsIn(sense.text).length > 0);

function taken(
  left: Item,
  right: Item,
  call: CallSense,
  callItem: Item,
  other: Item,
  cost: number,
  grammar: Grammar,
): Item[] {
  const { sense } = other;
  const parameter = openParameter(call, sense);
  const isBefore = other === left;
  if (parameter) {
    const slots = { ...call.slots, [parameter]: sense };
    const isFigure = sense.cat === 'Measure' && sense.isFigure === true;
    const more = {
      ...(isBefore && sense.cat === 'Cond' && { isOpen: true as const }),
      ...(isFigure && { isSpecific: true as const }),
    };
    return [merge(left, right, { ...call, slots, ...more }, cost)];
  }
  if (sense.cat === 'Win') {
    const measured = measuredIn(call, sense);
    if (measured) return [merge(left, right, measured, cost)];
    const later = windowedLater(call, sense, grammar);
    if (later) {
      const merged = merge(left, right, later.call, cost + later.cost, later.notes);
      // What was assumed without a window no longer holds.
      return [{ ...merged, notes: merged.notes.filter((note) => !later.stale.includes(note)) }];
    }
  }
  // What follows a condition that follows the verb has been joined to it already.
  const mayGoOn = isBefore ? !call.isBare : call.isOpen;
  return mayGoOn ? extended(call, callItem, other, grammar) : [];
}

/** "Joins by month this year": the window of a condition that was said without one. */
function windowedLater(call: CallSense, { windows }: Sense & { cat: 'Win' }, { world }: Grammar) {
  for (const [name, sense] of Object.entries(call.slots)) {
    if (sense.cat !== 'Cond' || sense.isClosed) continue;
    // "Who came to the most events this year": the window is of what is ranked.
    const { rank } = sense;
    const ranked =
      rank?.measure && inWindow({ cat: 'Measure', measure: rank.measure }, { cat: 'Win', windows })?.measure;
    if (rank && ranked) {
      const condition: Condition = { ...sense, rank: { ...rank, measure: ranked } };
      return { call: { ...call, slots: { ...call.slots, [name]: condition } }, cost: 0, notes: [], stale: [] };
    }
    if (sense.size !== 1 || !sense.tail || sense.tail.windows) continue;
    if (!Object.values(sense.tail.leaf.slots).includes('Win')) continue;
    const frame = { ...sense.tail, windows };
    if (frame.leaf.takes && !windows.every(({ value }) => frame.leaf.takes?.(value))) continue;
    const built = build(frame, world);
    if (!built) continue;
    const condition: Condition = { ...sense, definition: built.definition, tail: frame };
    const stale = frame.leaf.defaults.filter(({ slot }) => slot === 'window').map(({ note }) => note);
    return {
      call: { ...call, slots: { ...call.slots, [name]: condition } },
      cost: built.cost,
      notes: built.notes,
      stale,
    };
  }
  return undefined;
}

const hasStatistic = (tool: ToolFrame): boolean => [...tool.parameters.values()].includes('Statistic');

const openParameter = (call: CallSense, sense: Sense): string | undefined => {
  for (const [name, slot] of call.tool.parameters) {
    if (slot !== sense.cat || name in call.slots) continue;
    if (call.isCounting && sense.cat === 'Measure' && ('money' in sense.measure || 'field' in sense.measure)) continue;
    // What people are sorted by is said with "by"; a measure alone is a figure, and a verb only where one is asked for.
    if (sense.cat === 'Measure' && (!hasStatistic(call.tool) || (sense.isVerb && !call.isSpecific))) continue;
    return name;
  }
  return undefined;
};

/** A further condition for a call that has one: conjoined as if it had stood before the verb. */
function extended(call: CallSense, callItem: Item, other: Item, grammar: Grammar): Item[] {
  for (const [name, sense] of Object.entries(call.slots)) {
    if (sense.cat !== 'Cond') continue;
    const before: Item = { ...callItem, sense };
    const joined =
      other.sense.cat === 'Cond'
        ? conjunction(before, other, sense, other.sense, LATER_CONDITION, grammar)
        : conditionRules(before, other, grammar);
    return joined
      .filter((item): item is Item & { sense: Condition } => item.sense.cat === 'Cond')
      .map((item) => ({ ...item, sense: { ...call, slots: { ...call.slots, [name]: item.sense } } }));
  }
  return [];
}
