/** Those in, by one or two keys: a category, or the calendar period of a day. */
import type { Transaction } from '../store/database.js';
import { type CellOrder, type Counted, inOrder, withEmptyPeriods } from './cells.js';
import { asksForDeceased, condition, rows } from './compile.js';
import type { Definition, GroupKey } from './definition.js';
import { checkedKeys, type Key, keyColumns, keyLabel, keyValues, labelsOf } from './group-keys.js';
import type { Period } from './periods.js';
import type { Perspective } from './perspective.js';
import type { Vocabulary } from './vocabulary.js';

export interface Cell extends Counted {
  /** One for each key, as it is shown. */
  readonly labels: readonly string[];
}

export interface Grouping<Shown extends Cell = Cell> {
  readonly keys: readonly { readonly field: string; readonly label: string; readonly by?: Period }[];
  readonly cells: readonly Shown[];
  /** All who are in, each once. */
  readonly total: number;
  /** Neither in nor out of the definition: in no cell. */
  readonly unknown: number;
  /** Cells beyond the limit, and how many are in them. */
  readonly leftOut?: { readonly cells: number; readonly count: number };
  /** Somebody may stand in several cells (committees), so that the cells add up to more than the total. */
  readonly overlaps: boolean;
}

export interface GroupOptions {
  readonly vocabulary: Vocabulary;
  /** Most cells. */
  readonly limit?: number | undefined;
  readonly order?: CellOrder | undefined;
}

interface Row {
  part: 'cell' | 'in' | 'unknown';
  v0: string | null;
  v1?: string | null;
  members: string;
}

/** Throws GroupUnfit, FieldUnknown and FieldProtected. */
export async function groupBy(
  database: Transaction,
  definition: Definition,
  perspective: Perspective,
  groupKeys: readonly GroupKey[],
  options: GroupOptions,
): Promise<Grouping> {
  const keys = checkedKeys(groupKeys);
  const { sql, parameters } = rows(perspective, asksForDeceased(definition), (statement) => [
    ...keyColumns(keys, statement),
    { name: 'verdict', sql: condition(definition, statement) },
  ]);
  const { values, joins } = keyValues(keys);
  const none = keys.map(() => 'null').join(', ');
  const named = keys.map((_, index) => `v${index}`).join(', ');
  const found = await database.query<Row>(
    `with evaluated as materialized (${sql})
     select part, ${named}, members from (
       select 'cell' as part, ${values}, count(*) as members from evaluated ${joins} where verdict group by ${values}
       union all select 'in', ${none}, count(*) from evaluated where verdict
       union all select 'unknown', ${none}, count(*) from evaluated where verdict is null
     ) counted (part, ${named}, members)`,
    parameters,
  );
  const of = (part: Row['part']): number => Number(found.rows.find((row) => row.part === part)?.members ?? 0);
  const cells = found.rows
    .filter(({ part }) => part === 'cell')
    .map((row): Counted => ({ values: valuesOf(row, keys), count: Number(row.members) }));
  return {
    ...(await arranged(database, cells, keys, definition, perspective, options, (of) => ({ values: of, count: 0 }))),
    total: of('in'),
    unknown: of('unknown'),
  };
}

export const valuesOf = (row: { readonly v0: string | null; readonly v1?: string | null }, keys: readonly Key[]) =>
  [row.v0, row.v1 ?? null].slice(0, keys.length);

/** Cells filled up, named, put in order and cut to the limit. */
export async function arranged<Found extends Counted>(
  database: Transaction,
  cells: readonly Found[],
  keys: readonly Key[],
  definition: Definition,
  perspective: Perspective,
  { vocabulary, limit, order }: GroupOptions,
  empty: (values: readonly (string | null)[]) => Found,
): Promise<Pick<Grouping<Found & Cell>, 'keys' | 'cells' | 'leftOut' | 'overlaps'>> {
  const filled = withEmptyPeriods(cells, keys, definition, perspective.calendar, empty);
  const labels = await labelsOf(database, keys, filled, vocabulary, perspective);
  const sorted = inOrder(filled, keys, labels, order).map((cell) => ({
    ...cell,
    labels: cell.values.map((value, index) => labels(index, value)),
  }));
  const shown = sorted.slice(0, limit);
  const rest = sorted.slice(shown.length);
  return {
    keys: keys.map((key) => ({ field: key.field.name, label: keyLabel(key), ...(key.by && { by: key.by }) })),
    cells: shown,
    overlaps: keys.some(({ field }) => field.type === 'set'),
    ...(rest.length > 0 && {
      leftOut: { cells: rest.length, count: rest.reduce((sum, { count }) => sum + count, 0) },
    }),
  };
}
