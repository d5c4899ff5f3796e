import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { DatabaseNewer, MigrationEdited, MigrationOutOfOrder, migrate } from '../../src/store/migrate.js';
import { type MigrationFile, readMigrations } from '../../src/store/migration-files.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';

let store: Store;
const ours = readMigrations();
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store.close());
afterEach(async () => {
  await store.query('delete from store.migrations where number >= 9000');
  await store.query('drop table if exists one, two, three');
});

const file = (number: number, sql: string): MigrationFile => ({
  number,
  name: `${number}-test.sql`,
  sql,
  sha256: createHash('sha256').update(sql).digest('hex'),
});
const one = file(9001, 'create table one (n integer); insert into one values (1)');
const two = file(9002, 'create table two (n integer)');
const exists = async (table: string) =>
  (await store.query('select to_regclass($1) is not null as found', [table])).rows[0]?.['found'];

test('the migrations of the house have run, in order, and running them again does nothing', async () => {
  expect(await migrate(store)).toEqual([]);
  const { rows } = await store.query('select name from store.migrations order by number');
  expect(rows.map(({ name }) => name)).toEqual(ours.map(({ name }) => name));
});

test('only what has not run yet is run', async () => {
  expect(await migrate(store, [...ours, one])).toEqual(['9001-test.sql']);
  expect(await migrate(store, [...ours, one, two])).toEqual(['9002-test.sql']);
  expect((await store.query('select n from one')).rows).toEqual([{ n: 1 }]);
});

test('one that fails leaves nothing of itself or of those before it', async () => {
  const broken = file(9002, 'create table two (n integer); select no_such_column');
  await expect(migrate(store, [...ours, one, broken])).rejects.toThrow('no_such_column');
  expect([await exists('one'), await exists('two')]).toEqual([false, false]);
});

test('a file that was edited after it ran is refused by name', async () => {
  await migrate(store, [...ours, one]);
  const edited = migrate(store, [...ours, file(9001, 'create table one (n bigint)'), two]);
  await expect(edited).rejects.toThrow('9001-test.sql');
  await expect(edited).rejects.toBeInstanceOf(MigrationEdited);
  expect(await exists('two')).toBe(false);
});

test('a file put in below one that ran is refused', async () => {
  await migrate(store, [...ours, two]);
  await expect(migrate(store, [...ours, one, two])).rejects.toBeInstanceOf(MigrationOutOfOrder);
  expect(await exists('one')).toBe(false);
});

test('a database that a newer version migrated is refused', async () => {
  await migrate(store, [...ours, one, two]);
  await expect(migrate(store, [...ours, one])).rejects.toBeInstanceOf(DatabaseNewer);
});

test('several that migrate at once run each file once', async () => {
  const three = file(9003, 'create table three (n integer); select pg_sleep(0.05)');
  const ran = await Promise.all([1, 2, 3, 4].map(() => migrate(store, [...ours, one, two, three])));
  expect(ran.flat().sort()).toEqual(['9001-test.sql', '9002-test.sql', '9003-test.sql']);
});

test('a later migration may add a column to a synced table and its history: versions go on being kept', async () => {
  class Undone extends Error {}
  const kept: unknown[] = [];
  const tried = store.withTransaction(async (transaction) => {
    for (const schema of ['imis', 'imis_history'])
      await transaction.query(`alter table ${schema}.tiers add column colour text`);
    await transaction.query(
      `insert into imis.tiers (tier_code, name, rank, is_organization, colour, content_hash)
       values ('REG', 'Regular', 1, false, 'green', 'before')`,
    );
    await transaction.query(`update imis.tiers set colour = 'blue', content_hash = 'after'`);
    await transaction.query('delete from imis.tiers');
    const history = 'select tier_code, colour, is_gone from imis_history.tiers order by superseded_at';
    kept.push(...(await transaction.query(history)).rows);
    throw new Undone();
  });
  await expect(tried).rejects.toBeInstanceOf(Undone);
  expect(kept).toEqual([
    { tier_code: 'REG', colour: 'green', is_gone: false },
    { tier_code: 'REG', colour: 'blue', is_gone: true },
  ]);
});
