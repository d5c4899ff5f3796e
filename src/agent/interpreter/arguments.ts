/* What a slot holds as the argument of a tool: measures with window and currency, groups with their day, order of people. */
import type { Definition, GroupKey, Measure, Window } from '../../population/definition.js';
import { fieldNamed } from '../../population/fields.js';
import type { OpenMeasure } from '../../population/leaves.js';
import type { Grammar } from './rules/grammar.js';
import type { CallSense, Condition, Sense } from './senses.js';
import type { ToolFrame } from './tool-frames.js';

const USUAL_TOP = 10;
const YEAR: Window = { last: 12, unit: 'month' };

/** The value of a phrase that fills a parameter. */
export function given(sense: Sense, { world }: Grammar): unknown {
  switch (sense.cat) {
    case 'Limit':
      return sense.limit;
    case 'GroupBy':
      return [...sense.keys];
    case 'Measure':
      return measureOf(sense.measure, world.customs.currency);
    case 'Statistic':
      return sense.statistic;
    case 'Order':
      return sense.order;
    case 'Win':
      return closed(sense.windows[0]?.value, world.customs.today);
    default:
      return 'text' in sense ? sense.text : undefined;
  }
}

/** "Since yesterday" ends today where a tool is asked about a stretch of days. */
const closed = (window: Window | undefined, today: string): Window | undefined =>
  typeof window === 'object' &&
  'from' in window &&
  window.from !== undefined &&
  window.from <= today &&
  !('to' in window && window.to)
    ? { from: window.from, to: today }
    : window;

/** Without a window: what is open now is open now; spending and doing are looked at over twelve months. */
export function measureOf(measure: OpenMeasure, currency: string): Measure {
  if ('field' in measure) return { field: measure.field };
  if ('money' in measure) {
    const isNow = measure.money === 'balance' || measure.money === 'overdue';
    return { money: measure.money, currency, window: isNow ? 'ever' : (measure.window ?? YEAR) };
  }
  return { ...measure, window: measure.window ?? YEAR };
}

const assumesAYear = (measure: OpenMeasure): boolean =>
  !('field' in measure) &&
  measure.window === undefined &&
  !('money' in measure && (measure.money === 'balance' || measure.money === 'overdue'));

export const IN_A_YEAR = 'over the last 12 months';

/** Order, number and chance of a condition, put where the tool takes them. False where they cannot be met. */
export function arranged(
  slots: Record<string, unknown>,
  name: string,
  { rank, sample, by: apart }: Condition,
  tool: ToolFrame,
  { world }: Grammar,
  notes: string[],
  isApart = false,
): boolean {
  if (apart) {
    const groups = named(tool, 'GroupBy');
    // "Texas vs Ohio" is two figures.
    if (groups === undefined) return false;
    if (!(groups in slots)) slots[groups] = [apart];
  }
  const groups = named(tool, 'GroupBy');
  const field = isApart ? sharedField(slots[name] as Definition) : undefined;
  if (field && groups !== undefined && !(groups in slots)) slots[groups] = [{ field }];
  if (rank) {
    if (!rank.measure) return false;
    const by = measureOf(rank.measure, world.customs.currency);
    if (assumesAYear(rank.measure)) notes.push(IN_A_YEAR);
    const direction = rank.direction ?? usualDirection(rank.measure);
    const sort = named(tool, 'Measure');
    if (rank.n === undefined && sort && named(tool, 'Statistic') === undefined) {
      slots[sort] = by;
      const order = named(tool, 'Order');
      if (order !== undefined && !(order in slots)) slots[order] = direction;
    } else {
      if (rank.n === undefined) notes.push(`the first ${USUAL_TOP}`);
      const of = slots[name] as Definition;
      slots[name] = { op: 'top', n: rank.n ?? USUAL_TOP, by, direction, of } satisfies Definition;
    }
  }
  if (sample) slots[name] = { op: 'sample', size: sample, seed: 1, of: slots[name] as Definition } satisfies Definition;
  return true;
}

/** "Compare Texas and Ohio": the field of which several values are said. */
function sharedField(definition: Definition): string | undefined {
  const parts = definition.op === 'all' ? definition.of : [definition];
  for (const part of parts) {
    if (part.op === 'any') {
      const fields = new Set(part.of.map((one) => (one.op === 'field' && 'in' in one.test ? one.field : undefined)));
      const [field] = fields;
      if (fields.size === 1 && field !== undefined && field !== 'status') return field;
    }
    if (part.op === 'field' && part.field !== 'status' && 'in' in part.test && part.test.in.length > 1)
      return part.field;
  }
  return undefined;
}

/** Days and what comes due are looked at from the nearest; everything else from the most. */
const usualDirection = (measure: OpenMeasure): 'asc' | 'desc' =>
  'field' in measure && ['expires', 'drops'].includes(measure.field) ? 'asc' : 'desc';

/** "Overdue 90 days, biggest first": a list is in the order of what its people were described by. False where there is nothing. */
export function ordered(slots: Record<string, unknown>, tool: ToolFrame, currency: string): boolean {
  const [sort, order, people] = [named(tool, 'Measure'), named(tool, 'Order'), named(tool, 'Cond')];
  if (!sort || !order || !people || named(tool, 'Statistic') !== undefined) return true;
  if (!(order in slots) || sort in slots) return true;
  const definition = slots[people] as Definition | undefined;
  const by = definition && orderOf(definition, currency);
  if (!by) return false;
  slots[sort] = by;
  return true;
}

function orderOf(definition: Definition, currency: string): Measure | undefined {
  switch (definition.op) {
    case 'money':
      return { money: definition.measure, currency: definition.currency, window: definition.window };
    case 'event': {
      const { kind: count, where, window } = definition;
      const { is, value } = definition.count;
      // Hours and credits are summed, not counted.
      if (count === 'volunteer') return { quantity: 'hours', ...(where && { where }), window };
      if (count === 'credit') return { quantity: 'credits', ...(where && { where }), window };
      return is === 'eq' && value === 0 ? undefined : { count, ...(where && { where }), window };
    }
    case 'sum': {
      const { quantity, where, window } = definition;
      return { quantity, ...(where && { where }), window };
    }
    case 'field': {
      const { field } = definition;
      if (field === 'days_overdue') return { money: 'overdue', currency, window: 'ever' };
      const type = fieldNamed(field)?.type;
      if (type === 'day' || type === 'number') return { field };
      // Of those in grace: by when their term ended.
      return field === 'status' && 'in' in definition.test && definition.test.in.join() === 'grace'
        ? { field: 'expires' }
        : undefined;
    }
    case 'all': {
      const found = definition.of.map((part) => orderOf(part, currency)).filter((one) => one !== undefined);
      return found.find((one) => !('field' in one) || one.field !== 'expires') ?? found[0];
    }
    default:
      return undefined;
  }
}

export const named = (tool: ToolFrame, slot: string): string | undefined =>
  [...tool.parameters].find(([, type]) => type === slot)?.[0];

/** "By month" is of the day the people were described by. False where there is none. */
export function grouped(slots: Record<string, unknown>, tool: ToolFrame, call: CallSense): boolean {
  const name = named(tool, 'GroupBy');
  const keys = name === undefined ? undefined : (slots[name] as readonly GroupKey[] | undefined);
  if (name === undefined || !keys) return true;
  const [sense] = Object.values(call.slots).filter((one) => one.cat === 'GroupBy');
  const order = named(tool, 'Order');
  if (sense?.cat === 'GroupBy' && sense.order && order !== undefined && !(order in slots)) slots[order] = sense.order;
  const people = Object.values(slots).find(
    (value): value is Definition => typeof value === 'object' && value !== null && 'op' in value,
  );
  const day = people && dayOf(people);
  const settled = keys.map((key) => (key.field === '' && day ? { ...key, field: day } : key));
  if (settled.some(({ field }) => field === '')) return false;
  slots[name] = settled;
  return true;
}

function dayOf(definition: Definition): string | undefined {
  if (definition.op === 'field')
    return 'within' in definition.test && fieldNamed(definition.field)?.type === 'day' ? definition.field : undefined;
  if (definition.op === 'all' || definition.op === 'any')
    return definition.of.map(dayOf).find((field) => field !== undefined);
  return undefined;
}
