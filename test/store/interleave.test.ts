import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store.close());

test.each([1, 3, 8])('with %i connections every caller gets its own rows while transactions run', async (max) => {
  const pool = new pg.Pool({ ...store.pool.options, max });
  const wrong: unknown[] = [];
  await Promise.all(
    Array.from({ length: 800 }, async (_, n) => {
      if (n % 4 > 0) {
        // Two shapes, so that values bound to another's statement cannot fit by chance.
        const { rows } =
          n % 2 > 0
            ? await pool.query('select $1::text as text, $2::int as n', [`x${n}`, n])
            : await pool.query('select $1::int as n, $2::text as text, 1 as one', [n, `x${n}`]);
        if (rows[0]?.text !== `x${n}` || rows[0]?.n !== n) wrong.push(rows);
        return;
      }
      const client = await pool.connect();
      await client.query('begin');
      const { rows } = await client.query('select $1::int as a, $2::int as b', [n, n + 1]);
      await client.query(n % 8 > 0 ? 'commit' : 'rollback');
      client.release();
      if (rows[0]?.a !== n || rows[0]?.b !== n + 1) wrong.push(rows);
    }),
  );
  await pool.end();
  expect(wrong).toEqual([]);
});

test('clients that vanish in the middle of a transaction leave nothing behind and disturb nobody', async () => {
  await store.query('create table kept (n integer primary key)');
  const { host, port, user, database, connectionString } = store.pool.options;
  const where = connectionString ? { connectionString } : { host, port, user, database, password: 'none' };
  const wrong: unknown[] = [];
  await Promise.all([
    ...Array.from({ length: 12 }, async (_, n) => {
      const client = new pg.Client(where);
      client.on('error', () => undefined);
      await client.connect();
      await client.query('begin');
      await client.query('insert into kept values ($1)', [n]);
      // Destroys the socket with a statement under way.
      client.query('select pg_sleep(0.001), $1::int', [n]).catch(() => undefined);
      await client.end().catch(() => undefined);
    }),
    ...Array.from({ length: 200 }, async (_, n) => {
      const { rows } = await store.query('select $1::int as n', [n]);
      if (rows[0]?.['n'] !== n) wrong.push(rows);
    }),
  ]);
  expect(wrong).toEqual([]);
  expect((await store.query('select count(*) as n from kept')).rows).toEqual([{ n: 0 }]);
});
