import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { afterCommit } from '../../src/store/after-commit.js';
import { TransactionAborted } from '../../src/store/errors.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
  await store.query('create table counted (n integer primary key)');
});
afterAll(() => store.close());

const count = async () => (await store.query<{ n: number }>('select count(*) as n from counted')).rows[0]?.n;

test('columns arrive as days, site time, numbers and instants', async () => {
  const { rows } = await store.query(
    `select $1::date as day, $2::timestamp as site_time, 12345678901::int8 as amount, '2026-03-08T12:00:00Z'::timestamptz
     as at, 1.50::numeric as rate, array['2026-02-28'::date, null] as days, array[1::int8] as ids`,
    ['2026-03-08', '2026-03-08T02:30:00'],
  );
  expect(rows).toEqual([
    {
      day: '2026-03-08',
      site_time: '2026-03-08T02:30:00',
      amount: 12345678901,
      at: new Date('2026-03-08T12:00:00Z'),
      rate: '1.50',
      days: ['2026-02-28', null],
      ids: [1],
    },
  ]);
});
test('a number too large to be exact is refused rather than rounded', async () => {
  await expect(store.query('select 9007199254740993::int8')).rejects.toThrow(/too large/);
});

describe('a transaction', () => {
  test('is committed when its work returns, and tells who waited for it', async () => {
    const told: string[] = [];
    const before = await count();
    const value = await store.withTransaction(async (transaction) => {
      await transaction.query('insert into counted select coalesce(max(n), 0) + 1 from counted');
      afterCommit(transaction, () => told.push('committed'));
      return 'done';
    });
    expect([value, told, await count()]).toEqual(['done', ['committed'], (before ?? 0) + 1]);
  });
  test('is rolled back when its work throws, and tells nobody', async () => {
    const told: string[] = [];
    const before = await count();
    const work = store.withTransaction(async (transaction) => {
      await transaction.query('insert into counted select coalesce(max(n), 0) + 1 from counted');
      afterCommit(transaction, () => told.push('committed'));
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect([told, await count()]).toEqual([[], before]);
  });
  test('whose failed statement was swallowed does not pretend to have committed', async () => {
    const work = store.withTransaction(async (transaction) => {
      await transaction.query('select 1 / 0').catch(() => undefined);
    });
    await expect(work).rejects.toBeInstanceOf(TransactionAborted);
    expect((await store.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
  });
  test('cannot be used after it is over', async () => {
    const leaked = await store.withTransaction(async (transaction) => transaction);
    await expect(leaked.query('select 1')).rejects.toThrow('the transaction is over');
  });
  test('sends statements one after the other when they are asked for at once', async () => {
    const rows = await store.withTransaction((transaction) =>
      Promise.all([1, 2, 3].map(async (n) => (await transaction.query('select $1::int as n', [n])).rows[0])),
    );
    expect(rows).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });
});
