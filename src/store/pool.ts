import pg from 'pg';
import { columnTypes } from './types.js';

export interface PoolOptions extends pg.PoolConfig {
  /** Awaited before each new connection: on the embedded database, until it answers again. */
  readonly ready?: () => Promise<void>;
  /** Told of a connection that was lost, whether idle or in use. */
  readonly onLost?: (error: Error) => void;
}

/** pg's own words for a statement that had no answer within `query_timeout`. */
export const NO_ANSWER = 'Query read timeout';

/**
 * A pool whose connections read columns as types.ts says, and are never used again after they were lost or after a
 * statement on them had no answer in time.
 */
export function createPool({ ready, onLost, ...config }: PoolOptions): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    types: columnTypes,
    keepAlive: true,
    application_name: 'imis-copilot',
    Client: clientOf(ready ?? (() => Promise.resolve())),
  });
  // Without listeners a lost connection ends the process: the pool tells of idle ones, the client of those in use.
  pool.on('error', (error) => onLost?.(error));
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}

function clientOf(ready: () => Promise<void>): typeof pg.Client {
  const { connect, query } = pg.Client.prototype;
  class Client extends pg.Client {}
  Object.defineProperties(Client.prototype, {
    connect: {
      value(this: pg.Client, callback?: (error: unknown) => void) {
        const connected = ready().then(() => Reflect.apply(connect, this, callback ? [callback] : []));
        if (!callback) return connected;
        connected.catch(callback);
        return undefined;
      },
    },
    query: {
      value(this: pg.Client, ...parts: unknown[]) {
        const result: unknown = Reflect.apply(query, this, parts);
        if (!(result instanceof Promise)) return result;
        return result.catch((error: unknown) => {
          // pg goes on waiting for the answer, and would give it to a later statement: end the connection.
          if (error instanceof Error && error.message === NO_ANSWER) void this.end().catch(() => undefined);
          throw error;
        });
      },
    },
  });
  return Client;
}
