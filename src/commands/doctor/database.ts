import { ExpectedError } from '../../errors.js';
import type { Database } from '../../store/database.js';
import { type ServerFacts, serverFacts, serverFaults } from '../../store/requirements.js';
import { type Finding, fromFailure, good, note, toMend } from './finding.js';

/** Whether migrations can run on the database, its versions, and whether the tables are there. */
export async function checkDatabase(database: Database & { readonly kind: 'embedded' | 'native' }): Promise<Finding[]> {
  try {
    const facts = await serverFacts(database);
    const { rows } = await database.query<{ migrated: boolean }>(
      `select to_regclass('copilot.association') is not null as migrated`,
    );
    return judged(facts, database.kind, rows[0]?.migrated === true);
  } catch (error) {
    if (error instanceof ExpectedError) return [fromFailure('database', error)];
    return [
      toMend(
        'database',
        'The database cannot be asked.',
        'Check that the server of DATABASE_URL is up and lets this account in; unset DATABASE_URL for the embedded one.',
      ),
    ];
  }
}

export function judged(server: ServerFacts, kind: 'embedded' | 'native', isMigrated: boolean): Finding[] {
  const { version, vector, vector_available: available } = server;
  const name = kind === 'embedded' ? 'embedded PostgreSQL' : 'PostgreSQL';
  const extension = vector ?? (available === null ? undefined : `${available}, not yet created in this database`);
  const tables = isMigrated
    ? good('database', 'The tables are there.')
    : note('database', 'The tables are not there yet: start or sync makes them.');
  const faults = serverFaults(server).map((fault) => fromFailure('database', fault));
  if (faults.length > 0) return [...faults, tables];
  return [good('database', `${name} ${version}.`), good('database', `pgvector ${extension}.`), tables];
}
