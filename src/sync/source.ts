/*
 * source     how one entity is listed, what changed in it, and how a row of the site becomes rows of ours
 * partition  one list of an entity that can only be listed under a filter: the members of one group
 * outcome    a row of the site as rows of our tables, or as a reject
 */
import { fromMajor, type Money } from '../domain/money.js';
import { UPDATED_ON } from '../imis/filters.js';
import { type IqaDefinition, type QueryName, queries } from '../imis/pack.js';
import type {
  ContractName,
  Contracts,
  ImisReader,
  IqaRow,
  IqaValue,
  ListOptions,
  Page,
  Reading,
} from '../imis/port.js';
import type { Database, Transaction } from '../store/database.js';
import type { Entity } from './report.js';
import type { Table } from './tables.js';

export type Value = string | number | boolean | readonly string[] | undefined;
export type Row = Readonly<Record<string, Value>>;

export interface Fitting {
  readonly key: string;
  /** Site-local time without zone. */
  readonly updatedOn?: string;
  /** One row a table of the source, in the same order; undefined where this record has none. */
  readonly rows: readonly (Row | undefined)[];
}

export interface Rejected {
  readonly key: string;
  readonly reasons: readonly string[];
  readonly row: unknown;
}

export type Outcome = Fitting | Rejected;
export const fits = (outcome: Outcome): outcome is Fitting => 'rows' in outcome;

export interface OutcomePage {
  readonly outcomes: readonly Outcome[];
  readonly total: number;
}

export interface ChangedKey {
  readonly id: string;
  readonly updatedOn?: string;
}

/** What a source may look at while it reads. */
export interface ReadContext {
  readonly imis: ImisReader;
  readonly database: Database;
  readonly currency: string;
  /** Customer types of staff, in capitals. */
  readonly staffTypes: readonly string[];
}

/** `offset`, `limit` and `signal` of a page; `updatedSince` in site-local time. */
export interface PageRequest {
  readonly offset: number;
  readonly limit: number;
  readonly signal?: AbortSignal;
}

export interface Source {
  readonly entity: Entity;
  readonly tables: readonly [Table, ...Table[]];
  /** Entities that must have been read before this one. */
  readonly after: readonly Entity[];
  /** SQL over `t`, the main table: which of its rows come from this source, where another one writes there too. */
  readonly owns?: string;
  /** Values of the filter without which the site lists nothing; unpartitioned sources have none. */
  partitions?(database: Database): Promise<readonly string[]>;
  /** With `since`, which only a `filterable` source takes: the rows changed since, whole. */
  list(context: ReadContext, partition: string, request: PageRequest, since?: string): Promise<OutcomePage>;
  /** Entity whose own filter on UpdatedOn may stand for `changedIds`, where the site is known to honour it. */
  readonly filterable?: ContractName;
  /** One record by its source key; undefined when the site has none such. Absent for queries. */
  get?(context: ReadContext, key: string): Promise<Outcome | undefined>;
  /** Rows changed since, whole. */
  listChanged?(context: ReadContext, since: string, request: PageRequest): Promise<OutcomePage>;
  /** Ids of the records changed since, to be fetched by `get`. */
  changedIds?(
    context: ReadContext,
    since: string,
    request: PageRequest,
  ): Promise<{ readonly ids: readonly ChangedKey[]; readonly total: number }>;
  /** Further statements in the transaction that applies the outcomes. */
  alongside?(transaction: Transaction, outcomes: readonly Outcome[]): Promise<void>;
  /** For a query the association may leave out: what is then not known. */
  readonly unknownWithout?: string;
  /** Keys to read again at the end of a run because another entity's rows arrived after theirs. */
  unsettled?(context: ReadContext): Promise<readonly string[]>;
}

interface Common {
  readonly entity: Entity;
  readonly tables: readonly [Table, ...Table[]];
  readonly after?: readonly Entity[];
  readonly owns?: string;
}

interface ContractParts<N extends ContractName> extends Common {
  readonly contract: N;
  readonly orderBy: string;
  readonly partition?: { readonly property: string; of(database: Database): Promise<readonly string[]> };
  readonly changed?: {
    readonly query: QueryName;
    id(row: IqaRow): string;
    /** The query also tells of what is no column of the row: a filter on the row's UpdatedOn cannot stand for it. */
    readonly tellsMore?: true;
  };
  rows(value: Contracts[N], key: string): readonly (Row | undefined)[];
}

/** A source over a typed endpoint: listed in pages, changes found by a query of the pack and fetched by id. */
export function contractSource<N extends ContractName>(parts: ContractParts<N>): Source {
  const { contract, orderBy, partition, changed } = parts;
  const outcome = (reading: Reading<Contracts[N]>): Outcome => outcomeOf(reading, parts.rows);
  return {
    entity: parts.entity,
    tables: parts.tables,
    after: parts.after ?? [],
    ...(parts.owns && { owns: parts.owns }),
    ...(partition && { partitions: (database: Database) => partition.of(database) }),
    // Of a partitioned entity one filtered list a partition would be more requests than one query.
    ...(changed && !changed.tellsMore && !partition && { filterable: contract }),
    list: async ({ imis }, of, request, since) => {
      const filters = partition ? { [partition.property]: `eq:${of}` } : since ? changedSince(since) : undefined;
      const page = await imis.page(contract, {
        ...request,
        orderBy,
        ...(filters && { filters }),
      } satisfies ListOptions);
      return outcomePage(page, outcome);
    },
    get: async ({ imis }, key) => {
      const reading = await imis.get(contract, key);
      return reading && outcome(reading);
    },
    ...(changed && {
      changedIds: async ({ imis }: ReadContext, since: string, request: PageRequest) =>
        changedPage(await imis.queryPage(changed.query, { ...request, updatedSince: since }), changed.id),
    }),
  };
}

/** The filter of a list that gives what changed since. */
export const changedSince = (since: string): Readonly<Record<string, string>> => ({ [UPDATED_ON]: `ge:${since}` });

interface QueryParts extends Common {
  readonly query: QueryName;
  rows(row: IqaRow, key: string, context: ReadContext): readonly (Row | undefined)[];
}

/** A source over a query of the pack: the rows themselves, all of them or those changed since. */
export function querySource(parts: QueryParts): Source {
  const page = async (context: ReadContext, options: ListOptions & { readonly updatedSince?: string }) =>
    outcomePage(await context.imis.queryPage(parts.query, options), (reading) =>
      outcomeOf(reading, (row, key) => parts.rows(row, key, context)),
    );
  const defined: IqaDefinition | undefined = queries.find(({ name }) => name === parts.query);
  return {
    entity: parts.entity,
    tables: parts.tables,
    after: parts.after ?? [],
    ...(parts.owns && { owns: parts.owns }),
    ...(defined?.unknownWithout && { unknownWithout: defined.unknownWithout }),
    list: (context, _partition, request) => page(context, request),
    listChanged: (context, since, request) => page(context, { ...request, updatedSince: since }),
  };
}

const outcomePage = <T>(page: Page<T>, outcome: (reading: Reading<T>) => Outcome): OutcomePage => ({
  outcomes: page.rows.map(outcome),
  total: page.total,
});

const changedPage = (page: Page<IqaRow>, id: (row: IqaRow) => string) => ({
  ids: page.rows.flatMap((reading): ChangedKey[] =>
    reading.fits ? [{ id: id(reading.value), ...(text(reading.value['UpdatedOn']) && updated(reading.value)) }] : [],
  ),
  total: page.total,
});

const updated = (row: IqaRow) => ({ updatedOn: String(row['UpdatedOn']) });

export function outcomeOf<T>(
  reading: Reading<T>,
  rows: (value: T, key: string) => readonly (Row | undefined)[],
): Outcome {
  if (!reading.fits) return reading;
  try {
    const value = reading.value as { readonly updatedOn?: string; readonly UpdatedOn?: string };
    const updatedOn = value.updatedOn ?? value.UpdatedOn;
    return { key: reading.key, rows: rows(reading.value, reading.key), ...(updatedOn && { updatedOn }) };
  } catch (error) {
    if (!(error instanceof RowUnfit)) throw error;
    return { key: reading.key, reasons: [error.message], row: reading.value };
  }
}

/** Thrown while a row is mapped when a value has no place in our tables: the row goes to the reject table. */
export class RowUnfit extends Error {}

export const text = (value: IqaValue): string | undefined => (value === undefined ? undefined : String(value));

/** A column the pack declares as required. */
export function need(row: IqaRow, column: string): string {
  const value = row[column];
  if (value === undefined || value === '') throw new RowUnfit(`${column} is missing`);
  return String(value);
}

/** Amount and Currency of a row, in minor units. */
export function amount(row: IqaRow, context: ReadContext): Money {
  const currency = need({ Currency: context.currency, ...row }, 'Currency').toUpperCase();
  if (!/^[A-Z]{3}$/.test(currency)) throw new RowUnfit('Currency is no ISO 4217 code');
  return fromMajor(Number(need(row, 'Amount')), currency);
}

/** A required number: quantities, hours, credits. */
export function numeric(row: IqaRow, column: string): number {
  const value = Number(need(row, column));
  if (!Number.isFinite(value)) throw new RowUnfit(`${column} is no number`);
  return value;
}

export function oneOf(row: IqaRow, column: string, known: readonly string[]): string {
  const value = need(row, column).toLowerCase();
  if (!known.includes(value)) throw new RowUnfit(`${column} is an unknown code`);
  return value;
}
