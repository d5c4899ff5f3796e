/* What the chart found, as calls a tool would take: population added, parameters inherited, impossible ones deleted. */
import type { Definition } from '../../population/definition.js';
import { isImpossible, normal } from '../../population/normal.js';
import { named } from './arguments.js';
import { offerCall } from './call-readings.js';
import { partsOf } from './combine.js';
import { offerEdit } from './edit-readings.js';
import type { Call } from './offered.js';
import type { Item } from './senses.js';
import type { Lacking, Thought } from './thought.js';
import type { ToolFrame } from './tool-frames.js';

export interface Reading {
  readonly tool: ToolFrame;
  readonly arguments: Readonly<Record<string, unknown>>;
  readonly cost: number;
  readonly unexplained: readonly number[];
  readonly notes: readonly string[];
  /** Two readings with the same id are one. */
  readonly id: string;
}

const MOST_ITEMS = 60;

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

/** A total is what is given when no figure is named. */
function withoutTotal(args: Readonly<Record<string, unknown>>, tool: ToolFrame): Readonly<Record<string, unknown>> {
  const name = named(tool, 'Statistic');
  if (name === undefined || args[name] !== 'total') return args;
  const { [name]: _, ...rest } = args;
  return rest;
}

/** The call a reading comes to. */
export const callOf = ({ tool, arguments: args }: Pick<Reading, 'tool' | 'arguments'>): Call => ({
  tool: tool.tool.name,
  arguments: args,
});
