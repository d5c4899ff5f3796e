import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseUnavailable } from '../../src/store/errors.js';
import { migrate } from '../../src/store/migrate.js';
import { openNative } from '../../src/store/native.js';
import {
  DatabaseNotUnicode,
  DatabaseTooOld,
  MayNotCreate,
  type ServerFacts,
  serverFacts,
  serverFaults,
  VectorMissing,
  VectorTooOld,
} from '../../src/store/requirements.js';
import { freshDatabase } from '../fixtures/database.js';

const url = process.env['TEST_DATABASE_URL'] ?? '';
const options = { statementMillis: 5_000, connections: 2 };

test('a server that is not there is named without its address', async () => {
  const store = openNative({ url: 'postgresql://someone:hunter2@127.0.0.1:1/database', ...options });
  const failed = store.query('select 1');
  await expect(failed).rejects.toBeInstanceOf(DatabaseUnavailable);
  await expect(failed).rejects.not.toThrow(/hunter2|someone/);
  await store.close();
});

test('the database we run on brings what is needed', async () => {
  const store = await freshDatabase();
  expect(serverFaults(await serverFacts(store))).toEqual([]);
  await store.close();
});

const fit: ServerFacts = {
  version: '15.4',
  version_number: 150_004,
  encoding: 'UTF8',
  knows_case: true,
  may_create: true,
  vector: '0.8.0',
  vector_available: '0.8.0',
  vector_allowed: false,
};

test.each<[string, Partial<ServerFacts>, abstract new (...facts: never[]) => Error, string]>([
  ['an old server', { version: '14.9', version_number: 140_009 }, DatabaseTooOld, 'PostgreSQL 15 or later'],
  ['another encoding', { encoding: 'LATIN1', knows_case: false }, DatabaseNotUnicode, 'create database'],
  ['an account without rights', { may_create: false }, MayNotCreate, 'grant create on database'],
  ['no pgvector on the server', { vector: null, vector_available: null }, VectorMissing, 'Install pgvector 0.8'],
  ['pgvector that only others may create', { vector: null }, VectorMissing, 'create extension vector'],
  ['an old pgvector to create', { vector: null, vector_available: '0.7.4' }, VectorTooOld, 'Install pgvector 0.8'],
  ['an old pgvector with a new one beside', { vector: '0.5.1' }, VectorTooOld, 'alter extension vector update'],
  ['an old pgvector alone', { vector: '0.5.1', vector_available: '0.5.1' }, VectorTooOld, 'Install pgvector 0.8'],
])('%s is told with its mend', (_, facts, kind, mend) => {
  const [fault, ...others] = serverFaults({ ...fit, ...facts });
  expect(fault).toBeInstanceOf(kind);
  expect(fault?.next).toContain(mend);
  expect(others).toEqual([]);
});

test('everything that is wrong is told at once', () => {
  expect(serverFaults({ ...fit, may_create: false, knows_case: false, vector: null })).toHaveLength(3);
  expect(serverFaults({ ...fit, vector: null, vector_allowed: true })).toEqual([]);
  expect(serverFaults({ ...fit, vector: '1.0.0' })).toEqual([]);
});

describe.skipIf(url === '')('a PostgreSQL server', () => {
  const name = `copilot_limited_${randomBytes(6).toString('hex')}`;
  const limited = new URL(url || 'postgresql://unused');
  let server: pg.Client;
  beforeAll(async () => {
    server = new pg.Client({ connectionString: url });
    await server.connect();
    await server.query(`create role ${name} login`);
    await server.query(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`);
    limited.username = name;
    limited.pathname = `/${name}`;
  });
  afterAll(async () => {
    await server.query(`drop database ${name} with (force)`);
    await server.query(`drop role ${name}`);
    await server.end();
  });

  test('that does not let its account create schemas says what an administrator has to do', async () => {
    const store = openNative({ url: limited.href, ...options });
    await expect(migrate(store)).rejects.toBeInstanceOf(MayNotCreate);
    await store.close();
  });

  test('whose account may create, but is no superuser, is migrated once somebody has created the extension', async () => {
    await server.query(`grant create on database ${name} to ${name}`);
    const creator = new URL(limited);
    creator.username = new URL(url).username;
    const administrator = openNative({ url: creator.href, ...options });
    await administrator.query('create extension if not exists vector');
    await administrator.close();
    const store = openNative({ url: limited.href, ...options });
    expect((await migrate(store)).length).toBeGreaterThan(0);
    await store.close();
  });

  test('that writes days in another style hands them over as days all the same', async () => {
    await server.query(`alter database ${name} set datestyle = 'SQL, DMY'`);
    const store = openNative({ url: limited.href, ...options });
    const { rows } = await store.query(`select date '2026-03-04' as day, timestamp '2026-03-04 05:06' as time`);
    expect(rows).toEqual([{ day: '2026-03-04', time: '2026-03-04T05:06:00' }]);
    await store.close();
  });

  test('whose locale does not know the letters of names is refused before anything is made', async () => {
    const plain = new URL(url);
    plain.pathname = `/${name}_c`;
    await server.query(`create database ${name}_c template template0 encoding 'UTF8' locale 'C'`);
    const store = openNative({ url: plain.href, ...options });
    await expect(migrate(store)).rejects.toBeInstanceOf(DatabaseNotUnicode);
    expect((await store.query(`select to_regclass('store.migrations') as made`)).rows).toEqual([{ made: null }]);
    await store.close();
    await server.query(`drop database ${name}_c with (force)`);
  });

  test('without the database that was named says so', async () => {
    const missing = new URL(url);
    missing.pathname = '/no_such_database';
    const store = openNative({ url: missing.href, ...options });
    await expect(store.query('select 1')).rejects.toThrow('does not exist');
    await store.close();
  });
});
