import { ExpectedError } from '../errors.js';
import type { Transaction } from './database.js';

export class DatabaseTooOld extends ExpectedError {
  readonly kind = 'database_too_old';
  constructor(found: string) {
    super(`The database server is PostgreSQL ${found}.`, 'Use PostgreSQL 15 or later.');
  }
}

export class VectorMissing extends ExpectedError {
  readonly kind = 'vector_missing';
  constructor(next: string) {
    super('The database has no pgvector extension.', next);
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

type Row = {
  readonly version: string;
  readonly is_old: boolean;
  readonly may_create: boolean;
  readonly has_vector: boolean;
  readonly vector_available: boolean;
  readonly vector_allowed: boolean;
};

const sql = `select current_setting('server_version') as version,
                    current_setting('server_version_num')::int < 150000 as is_old,
                    has_database_privilege(current_database(), 'create') as may_create,
                    exists (select from pg_extension where extname = 'vector') as has_vector,
                    exists (select from pg_available_extensions where name = 'vector') as vector_available,
                    (select rolsuper from pg_roles where rolname = current_user)
                      or exists (select from pg_available_extension_versions where name = 'vector' and trusted)
                      as vector_allowed`;

/** Throws DatabaseTooOld, MayNotCreate or VectorMissing where migrations cannot run. */
export async function assureServer(transaction: Transaction): Promise<void> {
  const server = (await transaction.query<Row>(sql)).rows[0];
  if (!server) return;
  if (server.is_old) throw new DatabaseTooOld(server.version);
  if (!server.may_create) throw new MayNotCreate();
  if (server.has_vector) return;
  if (!server.vector_available) throw new VectorMissing('Install pgvector 0.8 on the database server and try again.');
  if (!server.vector_allowed)
    throw new VectorMissing('Let an administrator run "create extension vector" in this database, once.');
}
