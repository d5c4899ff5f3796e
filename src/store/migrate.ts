import { ExpectedError } from '../errors.js';
import type { Database, Transaction } from './database.js';
import { type MigrationFile, readMigrations } from './migration-files.js';
import { assureServer } from './requirements.js';

export class MigrationEdited extends ExpectedError {
  readonly kind = 'migration_edited';
  constructor(name: string) {
    super(
      `The migration ${name} was changed after it had run on this database.`,
      'Put the file back as it was, and write the change as a new migration.',
    );
  }
}

export class MigrationOutOfOrder extends ExpectedError {
  readonly kind = 'migration_out_of_order';
  constructor(name: string, after: string) {
    super(
      `The migration ${name} has not run on this database although the later ${after} has.`,
      'Give it the next free number: migrations only ever go forward.',
    );
  }
}

export class DatabaseNewer extends ExpectedError {
  readonly kind = 'database_newer';
  constructor(name: string) {
    super(
      `The database was migrated by a newer version: ${name} is not known here.`,
      'Start the newer version, or use another database. Nothing was changed.',
    );
  }
}

// Any number of our own; two processes that migrate at once take turns by it.
const LOCK = 4_714_120_365;

/**
 * Brings the database up to the files of the folder, all in one transaction, and answers the names of those that ran.
 * Throws MigrationEdited, MigrationOutOfOrder, DatabaseNewer, or what requirements.ts says, with nothing changed.
 */
export async function migrate(
  database: Database,
  files: readonly MigrationFile[] = readMigrations(),
): Promise<readonly string[]> {
  return await database.withTransaction(async (transaction) => {
    await transaction.query('select pg_advisory_xact_lock($1)', [LOCK]);
    const applied = await appliedIn(transaction);
    const waiting = notYetRun(files, applied ?? []);
    if (waiting.length > 0) await assureServer(transaction);
    if (!applied) await transaction.query(CREATE_RECORD);
    for (const file of waiting) {
      await transaction.query(file.sql);
      await transaction.query('insert into store.migrations (number, name, sha256) values ($1, $2, $3)', [
        file.number,
        file.name,
        file.sha256,
      ]);
    }
    return waiting.map(({ name }) => name);
  });
}

type Applied = Pick<MigrationFile, 'number' | 'name' | 'sha256'>;

const CREATE_RECORD = `
  create schema store;
  create table store.migrations (
    number integer primary key,
    name text not null,
    sha256 text not null,
    applied_at timestamptz not null default now()
  )`;

/** Undefined in a database that was never migrated. */
async function appliedIn(transaction: Transaction): Promise<Applied[] | undefined> {
  const { rows } = await transaction.query<{ found: boolean }>(
    `select to_regclass('store.migrations') is not null as found`,
  );
  if (!rows[0]?.found) return undefined;
  return (await transaction.query<Applied>('select number, name, sha256 from store.migrations order by number')).rows;
}

function notYetRun(files: readonly MigrationFile[], applied: readonly Applied[]): readonly MigrationFile[] {
  const known = new Map(files.map((file) => [file.number, file]));
  for (const { number, name, sha256 } of applied) {
    const file = known.get(number);
    if (!file) throw new DatabaseNewer(name);
    if (file.sha256 !== sha256) throw new MigrationEdited(file.name);
  }
  const latest = applied.at(-1);
  const waiting = files.filter((file) => !applied.some(({ number }) => number === file.number));
  const late = waiting.find((file) => latest && file.number < latest.number);
  if (late && latest) throw new MigrationOutOfOrder(late.name, latest.name);
  return waiting;
}
