/* A fragment after an answer ("in Georgia", "sort by engagement") as the last call changed by it. */
import type { Definition } from '../../population/definition.js';
import { isImpossible, normal } from '../../population/normal.js';
import { arranged, named } from './arguments.js';
import { partsOf } from './combine.js';
import { type Edit, edited, revalued, rewindowed, turnsRound, type Value } from './follow-ups.js';
import type { Condition, Item, Sense } from './senses.js';
import type { Offer, Thought } from './thought.js';

const FRAGMENT = 0.1;
/** Days to come in the place of days gone by, or the reverse. */
const TURNED_ROUND = 0.3;
const COMES_ON_TOP = 0.2;

/** Puts the last call forward with its people, window, value or order changed by the fragment. */
export function offerEdit(item: Item, sense: Sense, thought: Thought, offer: Offer): void {
  const { focus, edit, grammar } = thought;
  if (!focus?.definition || !focus.tool) return;
  const from = focus.definition;
  const tool = grammar.tools.find(({ tool: { name } }) => name === focus.tool);
  if (!tool) return;
  const keep = (definition: Definition | undefined, extra: number): void => {
    if (definition) offer(tool, { ...focus.arguments, definition }, item, extra);
  };
  const price = edit ? 0 : FRAGMENT;
  if (sense.cat === 'Rank') offerOrder(item, sense, thought, offer);
  if (isValue(sense)) keep(revalued(from, sense, grammar.world.customs.currency), price);
  if (sense.cat === 'Win') {
    if (edit !== 'narrow')
      for (const reading of sense.windows.slice(0, 1)) {
        const turn = turnsRound(from, reading, grammar.world.customs) ? TURNED_ROUND : 0;
        keep(rewindowed(from, reading), price + turn);
      }
  } else if (sense.cat === 'Joined' && sense.of.cat === 'Cond') {
    if (sense.by === 'except' || sense.by === 'nor') keep(edited('narrow', sense.of, from), price);
    else if (sense.by === 'and' && !sense.of.head) keep(edited(edit ?? 'swap', sense.of, from), price);
  } else if (sense.cat === 'Cond' && sense.size > 0 && (edit || sense.head?.name === 'focus' || !sense.head)) {
    const next = edited(edit ?? fitting(sense, from), sense, from);
    // What takes another's place is meant rather than what comes on top.
    const isAdded = edit === 'swap' && partsOf(next).length > partsOf(from).length;
    keep(next, price + (isAdded ? COMES_ON_TOP : 0));
  }
}

const isValue = (sense: Sense): sense is Value =>
  sense.cat === 'Amount' || sense.cat === 'Number' || sense.cat === 'Count';

/** "Sort by engagement", after a list. */
function offerOrder(item: Item, { rank }: Sense & { cat: 'Rank' }, { focus, grammar }: Thought, offer: Offer): void {
  if (!focus?.definition || !rank.measure) return;
  const lists = grammar.tools.filter(
    (tool) =>
      named(tool, 'Order') !== undefined &&
      named(tool, 'Measure') !== undefined &&
      named(tool, 'Statistic') === undefined,
  );
  for (const tool of lists) {
    const name = named(tool, 'Cond');
    if (name === undefined) continue;
    const slots: Record<string, unknown> = { [name]: focus.definition };
    const notes: string[] = [];
    const condition: Condition = { cat: 'Cond', definition: focus.definition, size: 0, rank };
    if (arranged(slots, name, condition, tool, grammar, notes)) offer(tool, slots, item, FRAGMENT, notes);
  }
}

/** "In Georgia", after people in Florida: nobody is in both, so the place is another one. */
export const fitting = (condition: Condition, from: Definition): Edit =>
  isImpossible(normal(edited('narrow', condition, from))) ? 'swap' : 'narrow';
