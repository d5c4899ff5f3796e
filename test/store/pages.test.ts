import { afterAll, beforeAll, expect, test } from 'vitest';
import { readPages, readRows } from '../../src/store/pages.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';

interface Row extends Record<string, unknown> {
  readonly day: string;
  readonly id: string;
}

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
  await store.query(`create table visit as
    select date '2026-01-01' + n / 10 as day, lpad((n * 7919 % 1000)::text, 3, '0') as id from generate_series(0, 249) n`);
});
afterAll(() => store.close());

const visits = {
  sql: 'select day, id from visit where day >= $1',
  parameters: ['2026-01-03'],
  key: ['day', 'id'],
} as const;

test('pages hold every row once and in order, whatever the size of a page', async () => {
  const expected = (await store.query<Row>(`${visits.sql} order by day, id`, ['2026-01-03'])).rows;
  for (const size of [1, 7, 46, 230, 1_000]) {
    const rows: Row[] = [];
    for await (const row of readRows<Row>(store, { ...visits, size })) rows.push(row);
    expect(rows).toEqual(expected);
  }
  expect(expected).toHaveLength(230);
});

test('rows written and removed between two pages shift nothing', async () => {
  const seen: string[] = [];
  for await (const page of readPages<Row>(store, { ...visits, size: 50 })) {
    seen.push(...page.map(({ day, id }) => `${day} ${id}`));
    if (seen.length === 50) await store.query(`delete from visit where day = '2026-01-03'`);
  }
  expect(new Set(seen).size).toBe(230);
});

test('a key that could skip rows is refused', async () => {
  const byInstant = { sql: 'select now() as at from visit', key: ['at'], size: 10 } as const;
  await expect(
    readPages(store, byInstant)
      .next()
      .then(() => readAll(byInstant)),
  ).rejects.toThrow('page key at');
});

async function readAll(statement: Parameters<typeof readPages>[1]): Promise<void> {
  for await (const _ of readPages(store, statement));
}
