import { dirname } from 'node:path';
import type pg from 'pg';
import { createPool, type PoolOptions } from './pool.js';

// pg builds the socket's path from host and port.
const PORT = 5432;
// Ten times 100 ms: longer than it takes to notice a restart, after which a connection waits until it is done.
export const CONNECT_ATTEMPTS = 10;
export const SOCKET_NAME = `.s.PGSQL.${PORT}`;

/**
 * A pool on the socket of the embedded database. A statement is ended there after `statementMillis`; on this side it
 * may also have waited for another that long, and for a restart.
 */
export function embeddedPool(
  socket: string,
  statementMillis: number,
  options: Pick<PoolOptions, 'max' | 'ready' | 'onLost'>,
): pg.Pool {
  const wait = 2 * statementMillis + 10_000;
  return createPool({
    ...options,
    host: dirname(socket),
    port: PORT,
    user: 'postgres',
    database: 'postgres',
    password: 'none is asked for',
    query_timeout: wait,
    connectionTimeoutMillis: wait,
  });
}
