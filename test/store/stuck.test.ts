import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseInterrupted, StatementTooLong } from '../../src/store/errors.js';
import { openStore, type Store } from '../../src/store/open.js';
import { freshDatabase } from '../fixtures/database.js';
import { preparedDirectory, removeFolderOf } from '../fixtures/prepared-directory.js';
import { startProcess, storeProgram } from './start-process.js';

const native = process.env['TEST_DATABASE_URL'] !== undefined;
const STATEMENT_MILLIS = 1_500;
const endless = 'with recursive e(n) as (select 1 union all select n + 1 from e) select count(*) from e where n < 0';

let directory: string | undefined;
let store: Store;
beforeAll(async () => {
  if (native) store = await freshDatabase({ statementMillis: STATEMENT_MILLIS });
  else {
    directory = await preparedDirectory();
    store = await openStore({ dataDir: directory, database: { statementMillis: STATEMENT_MILLIS } });
  }
  await store.query('create table kept (n integer primary key)');
  await store.query('insert into kept values (1)');
});
afterAll(async () => {
  await store.close();
  if (directory) removeFolderOf(directory);
});

/** What a caller does with an error that says it may be tried again. */
async function tryAgain<T>(work: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof DatabaseInterrupted || error instanceof StatementTooLong)) throw error;
    }
  }
}
const kept = async () => (await store.query<{ n: number }>('select count(*) as n from kept')).rows[0]?.n;

test('a statement without end is ended, others can go on, and nothing committed is lost', async () => {
  const { pool } = store;
  const stuck = expect(store.query(endless)).rejects.toBeInstanceOf(StatementTooLong);
  await pause(200);
  expect(await tryAgain(kept)).toBe(1);
  await stuck;
  expect(await kept()).toBe(1);
  expect(store.pool).toBe(pool);
});

test('inside a transaction it takes the transaction with it, and the connection is not used again', async () => {
  const work = store.withTransaction(async (transaction) => {
    await transaction.query('insert into kept values (2)');
    await transaction.query('select count(*) from generate_series(1, 1000000000000)');
  });
  await expect(work).rejects.toBeInstanceOf(StatementTooLong);
  expect(await kept()).toBe(1);
});

test('a transaction that is left open is ended, so that others can go on', async () => {
  const left = store.withTransaction(async (transaction) => {
    await transaction.query('insert into kept values (3)');
    await pause(2 * STATEMENT_MILLIS);
    await transaction.query('select 1');
  });
  const ended = expect(left).rejects.toBeInstanceOf(DatabaseInterrupted);
  expect(await tryAgain(kept)).toBe(1);
  await ended;
  expect(await kept()).toBe(1);
});

describe.skipIf(native)('on the embedded database', () => {
  test('a joined process that sends a statement without end does not stop the owner for longer', async () => {
    const program = await storeProgram();
    const joined = startProcess(program, directory ?? '', STATEMENT_MILLIS);
    expect(await joined.ask({ do: 'open' })).toBe('joined');
    const stuck = expect(joined.ask({ do: 'query', sql: endless })).rejects.toThrow('statement_too_long');
    await pause(300);
    expect(await tryAgain(kept)).toBe(1);
    await stuck;
    expect(await joined.ask({ do: 'query', sql: 'select n from kept' })).toEqual([{ n: 1 }]);
    await joined.kill();
    program.remove();
  });

  test('a statement that ends the database program itself fails, and the next one works', async () => {
    await expect(store.query('copy kept from stdin')).rejects.toBeInstanceOf(Error);
    expect(await tryAgain(kept)).toBe(1);
  });
});
