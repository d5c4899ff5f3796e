/*
 * Outcomes into tables. Rows and whatever says how far sync is are committed in one transaction, so a crash at any
 * moment loses nothing and repeating does nothing. A row the database refuses becomes a reject; the rest goes on.
 */
import type { Database, Transaction } from '../store/database.js';
import { clearRejects, keepRejects } from './rejects.js';
import { type Fitting, fits, type Outcome, type Rejected, type Row, type Source } from './source.js';
import type { Table } from './tables.js';
import { type KeyedRow, remove, type UpsertOptions, upsert } from './upsert.js';

// One statement carries at most this many characters, so that a page of long texts is not one huge message.
const BATCH_CHARACTERS = 4_000_000;

export interface Applied {
  readonly read: number;
  readonly added: number;
  readonly changed: number;
  readonly rejected: readonly Rejected[];
  /** Keys of rows that fit: the caller clears them from the rejects. */
  readonly fittingKeys: readonly string[];
  /** Keys of rows iMIS gave in an older state than ours. */
  readonly older: readonly string[];
  /** The latest UpdatedOn among them. */
  readonly newest?: string;
}

/** Applies outcomes and then `position`, together. */
export async function commitOutcomes(
  database: Database,
  source: Source,
  outcomes: readonly Outcome[],
  options: UpsertOptions,
  position?: (transaction: Transaction, applied: Applied) => Promise<void>,
): Promise<Applied> {
  const commit = (these: readonly Outcome[], last: boolean): Promise<Applied> =>
    database.withTransaction(async (transaction) => {
      const applied = await applyOutcomes(transaction, source, these, options);
      if (last) await position?.(transaction, applied);
      return applied;
    });
  const usable = outcomes.map(withoutNul);
  try {
    return await commit(usable, true);
  } catch (error) {
    if (refusal(error) === undefined) throw error;
    return commit(await sift(usable, (these) => commit(these, false)), true);
  }
}

/** The same outcomes with those the database refuses turned into rejects, found by halving. */
async function sift(
  outcomes: readonly Outcome[],
  commit: (outcomes: readonly Outcome[]) => Promise<unknown>,
): Promise<readonly Outcome[]> {
  try {
    await commit(outcomes);
    return outcomes;
  } catch (error) {
    const reason = refusal(error);
    if (reason === undefined) throw error;
    const [only] = outcomes;
    if (outcomes.length === 1 && only && fits(only)) return [rejectedFor(only, reason)];
    if (outcomes.length <= 1) throw error;
    const middle = outcomes.length >> 1;
    return [...(await sift(outcomes.slice(0, middle), commit)), ...(await sift(outcomes.slice(middle), commit))];
  }
}

/** SQLSTATE classes 22 (bad value) and 23 (constraint): the row is at fault, not the database. */
function refusal(error: unknown): string | undefined {
  const { code, column, constraint } = (error ?? {}) as { code?: unknown; column?: string; constraint?: string };
  if (typeof code !== 'string' || !/^2[23]/.test(code)) return undefined;
  return `the database refused ${constraint ?? column ?? 'a value'} (${code})`;
}

const rejectedFor = (outcome: Fitting, reason: string): Rejected => ({
  key: outcome.key,
  reasons: [reason],
  row: outcome.rows,
});

function withoutNul(outcome: Outcome): Outcome {
  if (!fits(outcome)) return outcome;
  for (const row of outcome.rows)
    for (const value of Object.values(row ?? {}))
      if (typeof value === 'string' && value.includes('\0'))
        return rejectedFor(outcome, 'a text holds a NUL character, which no database column takes');
  return outcome;
}

export async function applyOutcomes(
  transaction: Transaction,
  source: Source,
  outcomes: readonly Outcome[],
  options: UpsertOptions,
): Promise<Applied> {
  // The last of several with one key: a page read while rows moved may hold a row twice.
  const [main] = source.tables;
  const fitting = [...new Map(outcomes.filter(fits).map((one) => [one.rows[0]?.[main.key], one])).values()];
  const rejected = [...new Map(outcomes.filter(isRejected).map((one) => [one.key, one])).values()];
  let [added, changed] = [0, 0];
  const older = new Set<string>();
  for (const [place, table] of source.tables.entries()) {
    const present = fitting.filter(({ key }) => !older.has(key));
    for (const batch of batches(rowsOf(present, place, table))) {
      const counts = await upsert(transaction, table, batch, options);
      if (place === 0) {
        added += counts.added;
        changed += counts.changed;
      }
      for (const key of counts.older) older.add(key.slice((table.keyPrefix ?? '').length));
    }
    const without = present.filter(({ key, rows }) => rows[place] === undefined && !older.has(key));
    await remove(transaction, table, keysIn(table, keysOf(without)), options.touch);
  }
  await keepRejects(transaction, source.entity, rejected, options.readAt);
  await source.alongside?.(
    transaction,
    fitting.filter(({ key }) => !older.has(key)),
  );
  const newest = fitting.reduce<string | undefined>((latest, { updatedOn }) => later(latest, updatedOn), undefined);
  const counts = { read: outcomes.length, added, changed };
  return { ...counts, rejected, fittingKeys: keysOf(fitting), older: [...older], ...(newest && { newest }) };
}

/** Removes records that are gone in iMIS, from every table of their source. */
export async function removeRecords(
  transaction: Transaction,
  source: Source,
  keys: readonly string[],
  touch: boolean,
): Promise<number> {
  let gone = 0;
  for (const [place, table] of source.tables.entries()) {
    const removed = await remove(transaction, table, keysIn(table, keys), touch);
    if (place === 0) gone = removed;
  }
  await clearRejects(transaction, source.entity, keys);
  return gone;
}

export const later = (left: string | undefined, right: string | undefined): string | undefined =>
  left === undefined || (right !== undefined && right > left) ? right : left;

const isRejected = (outcome: Outcome): outcome is Rejected => !fits(outcome);
const keysOf = (outcomes: readonly Outcome[]): readonly string[] => outcomes.map(({ key }) => key);

const keysIn = ({ keyPrefix = '' }: Table, keys: readonly string[]): readonly string[] =>
  keyPrefix === '' ? keys : keys.map((key) => keyPrefix + key);

const rowsOf = (outcomes: readonly Fitting[], place: number, { keyPrefix = '' }: Table): readonly KeyedRow[] =>
  outcomes.flatMap(({ key, updatedOn, rows }) => {
    const row = rows[place];
    return row ? [{ sourceKey: keyPrefix + key, row, ...(updatedOn && { updatedOn }) }] : [];
  });

function* batches(rows: readonly KeyedRow[]): Generator<readonly KeyedRow[]> {
  let batch: KeyedRow[] = [];
  let characters = 0;
  for (const keyed of rows) {
    const weight = weightOf(keyed.row);
    if (batch.length > 0 && characters + weight > BATCH_CHARACTERS) {
      yield batch;
      [batch, characters] = [[], 0];
    }
    batch.push(keyed);
    characters += weight;
  }
  if (batch.length > 0) yield batch;
}

const weightOf = (row: Row): number =>
  Object.values(row).reduce<number>((sum, value) => sum + (typeof value === 'string' ? value.length : 8), 0);
