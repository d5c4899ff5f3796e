import { ExpectedError } from '../../errors.js';
import type { Database } from '../../store/database.js';
import { type Finding, fromFailure, good, note, toMend } from './finding.js';

const OLDEST_SERVER = 150_000;
const OLDEST_VECTOR = [0, 8] as const;

interface Row {
  server: string;
  number: number;
  vector: string | null;
  available: string | null;
  migrated: boolean;
}

const sql = `select current_setting('server_version') as server,
                    current_setting('server_version_num')::integer as number,
                    (select extversion from pg_extension where extname = 'vector') as vector,
                    (select default_version from pg_available_extensions where name = 'vector') as available,
                    to_regclass('copilot.association') is not null as migrated`;

/** Version of the database and of pgvector, and whether the tables are there. */
export async function checkDatabase(database: Database & { readonly kind: 'embedded' | 'native' }): Promise<Finding[]> {
  try {
    const { rows } = await database.query<Row>(sql);
    return rows.flatMap((row) => judged(row, database.kind));
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

function judged({ server, number, vector, available, migrated }: Row, kind: 'embedded' | 'native'): Finding[] {
  const name = kind === 'embedded' ? 'embedded PostgreSQL' : 'PostgreSQL';
  const extension = vector ?? available;
  return [
    number >= OLDEST_SERVER
      ? good('database', `${name} ${server}.`)
      : toMend('database', `${name} ${server} is too old.`, 'Move to PostgreSQL 15 or later.'),
    extension === null
      ? toMend('database', 'The extension pgvector is missing.', 'Install pgvector 0.8 or later on the server.')
      : isNewEnough(extension)
        ? good('database', `pgvector ${extension}${vector === null ? ', not yet created in this database' : ''}.`)
        : toMend(
            'database',
            `pgvector ${extension} is too old.`,
            'Install pgvector 0.8 or later, then alter extension.',
          ),
    migrated
      ? good('database', 'The tables are there.')
      : note('database', 'The tables are not there yet: start or sync makes them.'),
  ];
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > OLDEST_VECTOR[0] || (major === OLDEST_VECTOR[0] && minor >= OLDEST_VECTOR[1]);
}
