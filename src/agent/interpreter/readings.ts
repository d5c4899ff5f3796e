/* What the chart found, as calls a tool would take: population added, parameters inherited, impossible ones deleted. */
import type { Slot } from '../../../tools/parameters.js';
import type { Definition } from '../../population/definition.js';
import { isImpossible, normal } from '../../population/normal.js';
import { arranged, given, grouped, named, ordered } from './arguments.js';
import { partsOf } from './combine.js';
import type { Focus } from './focus.js';
import { type Edit, edited, revalued, rewindowed, turnsRound, type Value } from './follow-ups.js';
import type { Call } from './offered.js';
import { mayBeAddedTo } from './rules/calls.js';
import type { Grammar } from './rules/grammar.js';
import type { CallSense, Condition, Item, Sense } from './senses.js';
import type { Token } from './tokenise.js';
import { pseudonymsIn } from './tokenise.js';
import type { ToolFrame } from './tool-frames.js';
import { mayMeanEverybody, whom } from './whom.js';

export interface Reading {
  readonly tool: ToolFrame;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly cost: number;
  readonly unexplained: readonly number[];
  readonly notes: readonly string[];
  /** Two readings with the same id are one. */
  readonly id: string;
}

/** A call that lacks only a parameter: asked for before a word is blamed. */
export interface Lacking {
  readonly tool: ToolFrame;
  readonly missing: readonly string[];
  readonly given: Readonly<Record<string, unknown>>;
  readonly cost: number;
}

export interface Thought {
  readonly grammar: Grammar;
  readonly tokens: readonly Token[];
  readonly ownWords?: string | undefined;
  readonly focus?: Focus | undefined;
  readonly edit?: Edit | undefined;
}

const MOST_ITEMS = 60;
const FRAGMENT = 0.1;
const EDIT_KEEPS_ITS_TOOL = 0.5;
const FROM_BEFORE = 0.1;
/** Days to come in the place of days gone by, or the reverse. */
const TURNED_ROUND = 0.3;
const COUNTS_PEOPLE = 0.5;
const COMES_ON_TOP = 0.2;

export function readingsOf(items: readonly Item[], thought: Thought): { readings: Reading[]; lacking: Lacking[] } {
  const found = new Map<string, Reading>();
  const lacking: Lacking[] = [];
  const offer = (
    tool: ToolFrame,
    slots: Record<string, unknown>,
    item: Item,
    extra: number,
    notes: readonly string[] = [],
  ) => {
    const { definition } = slots;
    const isNew = item.notes.some((note) => note.startsWith('new: '));
    const whole = definition === undefined ? undefined : normal(definition as Definition);
    const people = whole && isNew ? withoutUsualNew(whole) : whole;
    if (people && isImpossible(people)) return;
    const args = { ...slots, ...(people && { definition: people }) };
    const id = `${tool.tool.name} ${thought.grammar.identities.ofArguments(withoutTotal(args, tool))}`;
    const cost = item.cost + extra;
    const known = found.get(id);
    if (known && known.cost <= cost) return;
    const { unexplained } = item;
    const told = people === whole ? item.notes : item.notes.filter((note) => !note.startsWith('new: '));
    found.set(id, { tool, arguments: args, cost, unexplained, notes: [...told, ...notes], id });
  };
  for (const item of items.slice(0, MOST_ITEMS)) {
    if (item.sense.cat === 'Call') offerCall(item, item.sense, thought, offer, lacking);
    else offerEdit(item, item.sense, thought, offer);
  }
  return { readings: [...found.values()].sort((a, b) => a.cost - b.cost || (a.id < b.id ? -1 : 1)), lacking };
}

/** "New members who joined since September": how new they are is said, and not the usual 90 days. */
function withoutUsualNew(people: Definition): Definition {
  const joined = partsOf(people).filter(
    (part) => part.op === 'field' && part.field === 'joined' && 'within' in part.test,
  );
  const usual = joined.filter((part) => JSON.stringify(part).includes('"within":{"last":90,"unit":"day"}'));
  const [only] = usual;
  if (joined.length < 2 || usual.length !== 1 || !only) return people;
  return normal({ op: 'all', of: partsOf(people).filter((part) => part !== only) });
}

type Offer = (
  tool: ToolFrame,
  slots: Record<string, unknown>,
  item: Item,
  extra: number,
  notes?: readonly string[],
) => void;

function offerCall(item: Item, call: CallSense, thought: Thought, offer: Offer, lacking: Lacking[]): void {
  const { focus, edit, tokens } = thought;
  const { tool } = call;
  if (call.isAddition && !mayBeAddedTo({ ...call, isBare: true })) return;
  // "Show me" alone calls for nothing in particular.
  if (!call.isSpecific && !Object.values(call.slots).some(({ cat }) => call.tool.bare.has(cat as Slot))) return;
  const slots: Record<string, unknown> = {};
  for (const [name, sense] of Object.entries(call.slots))
    if (sense.cat !== 'Cond') slots[name] = given(sense, thought.grammar);
  const people = Object.entries(call.slots).find((entry): entry is [string, Condition] => entry[1].cat === 'Cond');
  const from = focus?.definition;
  const notes: string[] = [];
  let extra = 0;
  if (people) {
    const [name, condition] = people;
    // "Who is M-7F3KQ2" asks nothing that could be so or not.
    if (named(tool, 'Member') !== undefined && condition.size === 0 && condition.head?.name !== 'members') return;
    const isOfBefore =
      condition.head?.name === 'focus' ||
      (condition.head?.name === 'ranked' && condition.size === 0) ||
      edit === 'narrow' ||
      edit === 'drop' ||
      (edit === 'swap' && !condition.head);
    if (from && isOfBefore) {
      const isSame = condition.head?.name === 'focus' || condition.head?.name === 'ranked';
      slots[name] = edited(isSame && !edit ? 'narrow' : edit, condition, from);
      if (!arranged(slots, name, condition, tool, thought.grammar, notes)) return;
      if (edit && tool.bare.size > 0 && isBare(call)) extra += EDIT_KEEPS_ITS_TOOL;
    } else {
      slots[name] =
        named(tool, 'Member') === undefined || condition.size === 0
          ? whom(condition, keysOf(call))
          : condition.definition;
      if (!arranged(slots, name, condition, tool, thought.grammar, notes, tellsApart(tokens))) return;
      if (isOccurrence(condition)) extra += COUNTS_PEOPLE;
      // "Corporate members with overdue invoices" are people, until a figure is asked for.
      if (named(tool, 'Statistic') !== undefined && !call.isSpecific) extra += COUNTS_PEOPLE;
      offerElsewhere(item, call, condition, slots, thought, offer);
    }
  } else {
    extra += inherited(tool, slots, thought, notes);
    extra += ofBefore(tool, slots, call, thought);
  }
  if (!grouped(slots, tool, call)) return;
  if (!ordered(slots, tool, thought.grammar.world.customs.currency)) return;
  if (tool.alternatives.some((names) => names.filter((name) => name in slots).length > 1)) return;
  const missing = tool.needs.find((names) => !names.some((name) => name in slots));
  if (!missing) offer(tool, slots, item, extra, notes);
  else if (!item.unexplained.length && tokens.length > 0)
    lacking.push({ tool, missing, given: slots, cost: item.cost });
}

/** Two values are wanted side by side, and not as one lot. */
const tellsApart = (tokens: readonly Token[]): boolean =>
  /\b(compare|comparing|compared|respectively|separately|side by side|in each of the two|of each|for each of the two|each of the two|each of them|two series|apart)\b/.test(
    tokens.map(({ text }) => text).join(' '),
  );

/** What a call groups by. */
const keysOf = ({ slots }: CallSense) =>
  Object.values(slots).flatMap((sense) => (sense.cat === 'GroupBy' ? [...sense.keys] : []));

/** A total is what is given when no figure is named. */
function withoutTotal(args: Readonly<Record<string, unknown>>, tool: ToolFrame): Readonly<Record<string, unknown>> {
  const name = named(tool, 'Statistic');
  if (name === undefined || args[name] !== 'total') return args;
  const { [name]: _, ...rest } = args;
  return rest;
}

/** "How many logins": said as a noun without people, it asks for the logins, not for who had one. */
const isOccurrence = ({ head, tail, size }: Condition): boolean => !head && size === 1 && tail?.isNoun === true;

/** Nothing but a bare slot stands behind the call. */
const isBare = (call: CallSense): boolean => Object.keys(call.slots).length === 1;

/** Second readings that are as honest: asked, never chosen. */
function offerElsewhere(
  item: Item,
  call: CallSense,
  condition: Condition,
  slots: Readonly<Record<string, unknown>>,
  { focus, edit, tokens }: Thought,
  offer: Offer,
): void {
  const name = Object.entries(call.slots).find(([, sense]) => sense === condition)?.[0];
  if (name === undefined) return;
  if (mayMeanEverybody(condition)) offer(call.tool, { ...slots, [name]: condition.definition }, item, 0);
  // "Who are in Texas", right after a list: of those, or of everybody?
  const isUnnamed = !condition.head || condition.head.name === 'people';
  if (focus?.definition && isUnnamed && !edit && isCopula(tokens))
    offer(
      call.tool,
      { ...slots, [name]: edited(fitting(condition, focus.definition), condition, focus.definition) },
      item,
      0,
    );
}

const isCopula = (tokens: readonly Token[]): boolean =>
  /^(who|which|how many)( ones)?( is| are| 's| have| has| 've| do| does| did)\b/.test(
    tokens.map(({ text }) => text).join(' '),
  );

/** Parameters that were not said and are known from before. Answers what that costs. */
function inherited(
  tool: ToolFrame,
  slots: Record<string, unknown>,
  { focus, ownWords }: Thought,
  notes: string[],
): number {
  let cost = 0;
  for (const [name, slot] of tool.parameters) {
    if (name in slots || !tool.needs.some((names) => names.includes(name) && !names.some((one) => one in slots)))
      continue;
    if (slot === 'Member') {
      const inText = pseudonymsIn(ownWords ?? '');
      const member = inText.length === 1 ? inText[0] : inText.length === 0 ? focus?.member : undefined;
      if (member === undefined) continue;
      slots[name] = member;
      notes.push(`about ${member}`);
      cost += FROM_BEFORE;
    } else if (slot === 'Cond' && focus?.definition) {
      Object.assign(slots, { [name]: focus.definition });
      cost += FROM_BEFORE;
    }
  }
  return cost;
}

/** "By tier", "how many is that by tier", after a list: of the people before. Answers what that costs. */
function ofBefore(
  tool: ToolFrame,
  slots: Record<string, unknown>,
  call: CallSense,
  { focus, tokens }: Thought,
): number {
  const name = named(tool, 'Cond');
  if (name === undefined || name in slots || !focus?.definition || named(tool, 'Member') !== undefined) return 0;
  const isSaidAgain = tokens.some(({ text }) => /^(that|those|them|they|these|it|their)$/.test(text));
  // "Split by tier", with nobody named, is of the people before.
  const isOnlyGroups = named(tool, 'GroupBy') !== undefined && named(tool, 'Measure') === undefined;
  if (!call.isBare && !isSaidAgain && !isOnlyGroups) return 0;
  slots[name] = focus.definition;
  return FROM_BEFORE;
}

function offerEdit(item: Item, sense: Sense, thought: Thought, offer: Offer): void {
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
const fitting = (condition: Condition, from: Definition): Edit =>
  isImpossible(normal(edited('narrow', condition, from))) ? 'swap' : 'narrow';

/** The call a reading comes to. */
export const callOf = ({ tool, arguments: args }: Pick<Reading, 'tool' | 'arguments'>): Call => ({
  tool: tool.tool.name,
  arguments: args,
});
