/* A call the chart found, with its people and with the parameters that are known from before. */
import type { Slot } from '../../../tools/parameters.js';
import { arranged, given, grouped, named, ordered } from './arguments.js';
import { fitting } from './edit-readings.js';
import { edited } from './follow-ups.js';
import { mayBeAddedTo } from './rules/calls.js';
import type { CallSense, Condition, Item } from './senses.js';
import type { Lacking, Offer, Thought } from './thought.js';
import { pseudonymsIn, type Token } from './tokenise.js';
import type { ToolFrame } from './tool-frames.js';
import { mayMeanEverybody, whom } from './whom.js';

const EDIT_KEEPS_ITS_TOOL = 0.5;
const FROM_BEFORE = 0.1;
const COUNTS_PEOPLE = 0.5;

/** Puts the call forward with its people and parameters; one that lacks only a parameter is kept apart. */
export function offerCall(item: Item, call: CallSense, thought: Thought, offer: Offer, lacking: Lacking[]): void {
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
