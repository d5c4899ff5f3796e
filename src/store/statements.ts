import { setTimeout as pause } from 'node:timers/promises';
import type pg from 'pg';
import type { QueryResult, QueryResultRow } from 'pg';
import { beginWaiting, endWaiting } from './after-commit.js';
import { connectFailure, isReopening, statementFailure } from './connection-failures.js';
import type { Database, Transaction } from './database.js';
import { TransactionAborted } from './errors.js';

export interface StatementLimits {
  readonly statementMillis: number;
  /** How often a connection is asked for while the embedded database is being reopened. */
  readonly connectAttempts: number;
}

const RECONNECT_MILLIS = 100;

/** Statements and transactions over a pool, with failures of the connection as errors a caller can act on. */
export function statementsOver(pool: pg.Pool, { statementMillis, connectAttempts }: StatementLimits): Database {
  const connect = async () => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await pool.connect();
      } catch (error) {
        if (attempt === connectAttempts || !isReopening(error)) throw connectFailure(error);
        await pause(RECONNECT_MILLIS);
      }
    }
  };
  const send: Send = async (client, sql, parameters, mayHaveHappened) => {
    const began = performance.now();
    try {
      // Without parameters the simple protocol is used, which takes several statements at once.
      return await (parameters ? client.query(sql, [...parameters]) : client.query(sql));
    } catch (error) {
      throw statementFailure(error, { began, statementMillis, mayHaveHappened });
    }
  };
  return {
    async query<Row extends QueryResultRow>(sql: string, parameters?: readonly unknown[]) {
      const client = await connect();
      try {
        return (await send(client, sql, parameters, true)) as QueryResult<Row>;
      } finally {
        client.release();
      }
    },
    async withTransaction<T>(work: (transaction: Transaction) => Promise<T>) {
      return await inTransaction(await connect(), send, work);
    },
  };
}

type Send = (
  client: pg.PoolClient,
  sql: string,
  parameters: readonly unknown[] | undefined,
  mayHaveHappened: boolean,
) => Promise<QueryResult>;

async function inTransaction<T>(
  client: pg.PoolClient,
  send: Send,
  work: (transaction: Transaction) => Promise<T>,
): Promise<T> {
  const { transaction, end } = statementsInTurn(client, send);
  let committed = false;
  // Outside any transaction again: only such a connection goes back to the pool.
  let clean = false;
  try {
    await send(client, 'begin', undefined, false);
    beginWaiting(transaction);
    const value = await work(transaction);
    await end();
    // After a failed statement PostgreSQL answers a commit with ROLLBACK, and no error.
    const { command } = await send(client, 'commit', undefined, true);
    clean = true;
    if (command !== 'COMMIT') throw new TransactionAborted();
    committed = true;
    return value;
  } catch (error) {
    await end();
    clean ||= await send(client, 'rollback', undefined, false).then(
      () => true,
      () => false,
    );
    throw error;
  } finally {
    client.release(!clean);
    endWaiting(transaction, committed);
  }
}

/** The statements of one transaction, one after the other whatever its caller does, and refused once it is over. */
function statementsInTurn(client: pg.PoolClient, send: Send) {
  let over = false;
  let last: Promise<unknown> = Promise.resolve();
  const transaction: Transaction = {
    query<Row extends QueryResultRow>(sql: string, parameters?: readonly unknown[]) {
      const turn = last.then(() => {
        if (over) throw new Error('the transaction is over');
        return send(client, sql, parameters, false) as Promise<QueryResult<Row>>;
      });
      last = turn.catch(() => undefined);
      return turn;
    },
  };
  const end = async () => {
    over = true;
    await last;
  };
  return { transaction, end };
}
