import type pg from 'pg';
import type { Database } from './database.js';

/** An open database. `role` changes from joined to owner when the process that owned the embedded one has ended. */
export interface Store extends Database {
  readonly kind: 'embedded' | 'native';
  readonly role: 'owner' | 'joined' | 'server';
  /**
   * For libraries that bring statements of their own (checkpoints, the queue). It stays the same when the embedded
   * database is reopened; its errors are pg's own. Everything else uses `query` and `withTransaction`.
   */
  readonly pool: pg.Pool;
  /** Ends every connection, and the embedded database if this process owns it. May be called again. */
  close(): Promise<void>;
}
