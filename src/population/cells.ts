/** Cells of a grouping put in order, with the empty periods between the first and the last. */
import { type Day, day } from '../domain/day.js';
import { type Calendar, isMemberWindow, resolve } from '../domain/window.js';
import type { Definition } from './definition.js';
import { GroupUnfit } from './errors.js';
import { groupable, type Key, type Labels } from './group-keys.js';
import { normal } from './normal.js';
import { periodName, periodOf, periodsBetween } from './periods.js';

export interface Counted {
  /** Ids, first days of periods, 'true' and 'false'; null: not recorded. */
  readonly values: readonly (string | null)[];
  readonly count: number;
}

/** count: fullest cells first; value: by name. Without one: periods in order of time, categories the fullest first. */
export type CellOrder = 'count' | 'value';

const MOST_PERIODS = 1500;

/** Cells with a count of 0 for periods in which there is nobody. */
export function withEmptyPeriods<Cell extends Counted>(
  cells: readonly Cell[],
  keys: readonly Key[],
  definition: Definition,
  calendar: Calendar,
  empty: (values: readonly (string | null)[]) => Cell,
): Cell[] {
  let filled = [...cells];
  for (const index of keys.keys()) {
    const missing = missingPeriods(filled, keys, index, definition, calendar);
    filled = filled.concat(missing.map(empty));
  }
  return filled;
}

/** Values of a key's periods, with each value of the other key, for which there is no cell. */
function missingPeriods(
  cells: readonly Counted[],
  keys: readonly Key[],
  index: number,
  definition: Definition,
  calendar: Calendar,
): (readonly (string | null)[])[] {
  const key = keys[index];
  if (!key?.by) return [];
  const found = cells.flatMap(({ values }) => values[index] ?? []).map((value) => day(value));
  const bounds = [...found, ...windowOf(key, definition, calendar)].sort();
  const [first, last] = [bounds[0], bounds.at(-1)];
  if (!first || !last) return [];
  const periods = periodsBetween(periodOf(first, key.by, calendar), last, key.by, calendar);
  if (periods.length > MOST_PERIODS)
    throw new GroupUnfit(key.field.name, `that is more than ${MOST_PERIODS} ${periodName(key.by)}s`, groupable);
  const spell = (values: readonly (string | null)[]): string => JSON.stringify(values);
  const others = new Map(cells.map(({ values }) => [spell(values.toSpliced(index, 1)), values]));
  // Nobody at all is one row of zeros, unless another key says whose.
  if (others.size === 0 && keys.length === 1) others.set('', [null]);
  const known = new Set(cells.map(({ values }) => spell(values)));
  return [...others.values()].flatMap((values) =>
    periods.map((period) => values.with(index, period)).filter((combined) => !known.has(spell(combined))),
  );
}

/** First and last day of the window the definition itself sets on the field, as far as they are of interest. */
function windowOf({ field }: Key, definition: Definition, { today, ...calendar }: Calendar): Day[] {
  const form = normal(definition);
  const parts = form.op === 'all' ? form.of : [form];
  return parts.flatMap((part) => {
    if (part.op !== 'field' || part.field !== field.name || !('within' in part.test)) return [];
    if (isMemberWindow(part.test.within)) return [];
    const { from, to } = resolve(part.test.within, { today, ...calendar });
    const isAhead = field.name === 'expires' || field.name === 'drops';
    // Nothing that has happened lies in days to come.
    const last = to && !isAhead && to > today ? today : to;
    return from && last && from <= last ? [from, last] : [];
  });
}

export function inOrder<Cell extends Counted>(
  cells: readonly Cell[],
  keys: readonly Key[],
  labels: Labels,
  order: CellOrder | undefined,
): Cell[] {
  const ranks = keys.map((key, index) => ranksOf(cells, key, index, labels, order));
  const byKeys = (left: Cell, right: Cell): number =>
    ranks.map((rank, index) => rank(left.values[index]) - rank(right.values[index])).find((by) => by !== 0) ?? 0;
  return [...cells].sort((left, right) => (order === 'count' ? right.count - left.count : 0) || byKeys(left, right));
}

/** The place of each value of a key: by time, by name, or by how many it holds in all; not recorded last. */
function ranksOf(
  cells: readonly Counted[],
  key: Key,
  index: number,
  labels: Labels,
  order: CellOrder | undefined,
): (value: string | null | undefined) => number {
  const totals = new Map<string | null, number>();
  for (const { values, count } of cells) {
    const value = values[index] ?? null;
    totals.set(value, (totals.get(value) ?? 0) + count);
  }
  const byName = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0);
  const sorted = [...totals.keys()].sort((left, right) => {
    if (left === null || right === null) return left === right ? 0 : left === null ? 1 : -1;
    if (key.by) return byName(left, right);
    const more = order === 'value' ? 0 : (totals.get(right) ?? 0) - (totals.get(left) ?? 0);
    return more || byName(labels(index, left), labels(index, right));
  });
  const places = new Map(sorted.map((value, place) => [value, place]));
  return (value) => places.get(value ?? null) ?? 0;
}
