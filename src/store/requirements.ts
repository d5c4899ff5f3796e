/* What a database must bring before migrations can run. Doctor asks the same. */
import { ExpectedError } from '../errors.js';
import type { Database, Transaction } from './database.js';

export class DatabaseTooOld extends ExpectedError {
  readonly kind = 'database_too_old';
  constructor(version: string) {
    super(`The database is PostgreSQL ${version}, and 15 is needed.`, 'Point DATABASE_URL at PostgreSQL 15 or later.');
  }
}

/** Names are compared by the database, without case: in the C locale it knows the case of A to Z only. */
export class DatabaseNotUnicode extends ExpectedError {
  readonly kind = 'database_not_unicode';
  constructor(encoding: string) {
    super(
      `The database has the encoding ${encoding} and a locale that does not know letters beyond A to Z.`,
      "Create it anew: create database ... template template0 encoding 'UTF8' locale 'C.UTF-8' (or another UTF-8 locale).",
    );
  }
}

export class MayNotCreate extends ExpectedError {
  readonly kind = 'may_not_create';
  constructor() {
    super(
      'The account of DATABASE_URL may not create schemas in its database.',
      'Let an administrator run "grant create on database ... to ..." for it, once.',
    );
  }
}

export class VectorMissing extends ExpectedError {
  readonly kind = 'vector_missing';
  constructor(next: string) {
    super('The database has no pgvector extension.', next);
  }
}

export class VectorTooOld extends ExpectedError {
  readonly kind = 'vector_too_old';
  constructor(version: string, next: string) {
    super(`The database has pgvector ${version}, and 0.8 is needed.`, next);
  }
}

export interface ServerFacts {
  readonly version: string;
  readonly version_number: number;
  readonly encoding: string;
  /** Whether it knows that Ø is the capital of ø. */
  readonly knows_case: boolean;
  readonly may_create: boolean;
  /** Of pgvector, created in this database; null where it is not. */
  readonly vector: string | null;
  /** Of pgvector, installed on the server; null where it is not. */
  readonly vector_available: string | null;
  /** This account may create or update the extension. */
  readonly vector_allowed: boolean;
}

const sql = `select current_setting('server_version') as version,
                    current_setting('server_version_num')::int as version_number,
                    current_setting('server_encoding') as encoding,
                    current_setting('server_encoding') = 'UTF8' and lower(U&'\\00D8') = U&'\\00F8' as knows_case,
                    has_database_privilege(current_database(), 'create') as may_create,
                    (select extversion from pg_extension where extname = 'vector') as vector,
                    (select default_version from pg_available_extensions where name = 'vector') as vector_available,
                    (select rolsuper from pg_roles where rolname = current_user)
                      or exists (select from pg_available_extension_versions where name = 'vector' and trusted)
                      as vector_allowed`;

export async function serverFacts(database: Database | Transaction): Promise<ServerFacts> {
  const [facts] = (await database.query<ServerFacts & Record<string, unknown>>(sql)).rows;
  if (!facts) throw new Error('the database did not tell its version');
  return facts;
}

/** What stands in the way of migrations, each with its mend; [] when nothing does. */
export function serverFaults(server: ServerFacts): ExpectedError[] {
  const faults: ExpectedError[] = [];
  if (server.version_number < 150_000) faults.push(new DatabaseTooOld(server.version));
  if (!server.knows_case) faults.push(new DatabaseNotUnicode(server.encoding));
  if (!server.may_create) faults.push(new MayNotCreate());
  const vector = vectorFault(server);
  return vector ? [...faults, vector] : faults;
}

function vectorFault({ vector, vector_available, vector_allowed }: ServerFacts): ExpectedError | undefined {
  if (vector !== null && isNewEnough(vector)) return undefined;
  const byAdministrator = (statement: string) => `Let an administrator run "${statement}" in this database, once.`;
  const install = 'Install pgvector 0.8 or later on the database server and try again.';
  if (vector !== null)
    return new VectorTooOld(
      vector,
      vector_available !== null && isNewEnough(vector_available)
        ? byAdministrator('alter extension vector update')
        : `${install} Then run "alter extension vector update" in this database.`,
    );
  if (vector_available === null) return new VectorMissing(install);
  if (!isNewEnough(vector_available)) return new VectorTooOld(vector_available, install);
  return vector_allowed ? undefined : new VectorMissing(byAdministrator('create extension vector'));
}

function isNewEnough(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major > 0 || minor >= 8;
}

/** Throws the first of the faults where migrations cannot run. */
export async function assureServer(transaction: Transaction): Promise<void> {
  const [fault] = serverFaults(await serverFacts(transaction));
  if (fault) throw fault;
}
