import type { QueryResult, QueryResultRow } from 'pg';

/**
 * What every part holds of the store: statements with parameters, and transactions. Both kinds of database serve it;
 * every statement has a deadline on our side. A date column arrives as a Day text, timestamp as ISO text without zone,
 * timestamptz as a Date, int8 (counts, amounts) as a number, numeric as a text. Without parameters, a text may hold
 * several statements.
 */
export interface Database {
  query<Row extends QueryResultRow = QueryResultRow>(
    sql: string,
    parameters?: readonly unknown[],
  ): Promise<QueryResult<Row>>;
  /**
   * Runs `work` in one transaction: committed when it returns, rolled back when it throws. Keep it short, and never
   * await the database itself inside: on the embedded one that waits for ever. Use the `transaction` given.
   */
  withTransaction<T>(work: (transaction: Transaction) => Promise<T>): Promise<T>;
}

/** Statements inside one transaction. */
export type Transaction = Pick<Database, 'query'>;
