import { createPool } from './pool.js';
import { statementsOver } from './statements.js';
import type { Store } from './store.js';

export interface NativeOptions {
  readonly url: string;
  readonly statementMillis: number;
  readonly connections: number;
  readonly onLost?: (error: Error) => void;
}

const CONNECT_MILLIS = 15_000;
// The server ends a statement by itself; only an answer that is lost on the way needs our own clock.
const ANSWER_MILLIS = 5_000;

/** A PostgreSQL server. Connects at the first statement. */
export function openNative({ url, statementMillis, connections, onLost }: NativeOptions): Store {
  const pool = createPool({
    connectionString: url,
    max: connections,
    statement_timeout: statementMillis,
    idle_in_transaction_session_timeout: statementMillis,
    query_timeout: statementMillis + ANSWER_MILLIS,
    connectionTimeoutMillis: CONNECT_MILLIS + statementMillis,
    // The server, its database or the account may have another style, in which days would not arrive as we read them.
    options: '-c timezone=UTC -c datestyle=ISO',
    ...(onLost && { onLost }),
  });
  let closed: Promise<void> | undefined;
  return {
    kind: 'native',
    role: 'server',
    pool,
    ...statementsOver(pool, { statementMillis, connectAttempts: 1 }),
    close() {
      closed ??= pool.end();
      return closed;
    },
  };
}
