import { ExpectedError } from '../errors.js';
import type { Transaction } from './database.js';

export class VectorMissing extends ExpectedError {
  readonly kind = 'vector_missing';
  constructor(next: string) {
    super('The database has no pgvector extension.', next);
  }
}

interface Row {
  readonly installed: boolean;
  readonly available: boolean;
  readonly may_create: boolean;
}

const sql = `select exists (select from pg_extension where extname = 'vector') as installed,
                    exists (select from pg_available_extensions where name = 'vector') as available,
                    (select rolsuper from pg_roles where rolname = current_user)
                      or exists (select from pg_available_extension_versions where name = 'vector' and trusted)
                         and has_database_privilege(current_database(), 'create') as may_create`;

/** Throws VectorMissing where pgvector is neither there nor can be created with these rights. */
export async function assureVector(transaction: Transaction): Promise<void> {
  const { installed, available, may_create } = (await transaction.query<Row & Record<string, unknown>>(sql))
    .rows[0] ?? {
    installed: false,
    available: false,
    may_create: false,
  };
  if (installed) return;
  if (!available) throw new VectorMissing('Install pgvector 0.8 on the database server and try again.');
  if (!may_create)
    throw new VectorMissing('Let an administrator run "create extension vector" in this database, once.');
}
