import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DatabaseUnavailable } from '../../src/store/errors.js';
import { migrate } from '../../src/store/migrate.js';
import { openNative } from '../../src/store/native.js';
import { MayNotCreate } from '../../src/store/requirements.js';

const url = process.env['TEST_DATABASE_URL'] ?? '';
const options = { statementMillis: 5_000, connections: 2 };

test('a server that is not there is named without its address', async () => {
  const store = openNative({ url: 'postgresql://someone:hunter2@127.0.0.1:1/database', ...options });
  const failed = store.query('select 1');
  await expect(failed).rejects.toBeInstanceOf(DatabaseUnavailable);
  await expect(failed).rejects.not.toThrow(/hunter2|someone/);
  await store.close();
});

describe.skipIf(url === '')('a PostgreSQL server', () => {
  const limited = new URL(url || 'postgresql://unused');
  let server: pg.Client;
  beforeAll(async () => {
    server = new pg.Client({ connectionString: url });
    await server.connect();
    await server.query('create role copilot_limited login');
    await server.query('create database copilot_limited');
    limited.username = 'copilot_limited';
    limited.pathname = '/copilot_limited';
  });
  afterAll(async () => {
    await server.query('drop database copilot_limited with (force)');
    await server.query('drop role copilot_limited');
    await server.end();
  });

  test('that does not let its account create schemas says what an administrator has to do', async () => {
    const store = openNative({ url: limited.href, ...options });
    await expect(migrate(store)).rejects.toBeInstanceOf(MayNotCreate);
    await store.close();
  });

  test('whose account may create, but is no superuser, is migrated once somebody has created the extension', async () => {
    await server.query('grant create on database copilot_limited to copilot_limited');
    const creator = new URL(limited);
    creator.username = new URL(url).username;
    const administrator = openNative({ url: creator.href, ...options });
    await administrator.query('create extension if not exists vector');
    await administrator.close();
    const store = openNative({ url: limited.href, ...options });
    expect((await migrate(store)).length).toBeGreaterThan(0);
    await store.close();
  });

  test('without the database that was named says so', async () => {
    const missing = new URL(url);
    missing.pathname = '/no_such_database';
    const store = openNative({ url: missing.href, ...options });
    await expect(store.query('select 1')).rejects.toThrow('does not exist');
    await store.close();
  });
});
