import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inTemporaryFolder, preparedDirectory, removeFolderOf } from './prepared-directory.js';
import { type StoreProcess, startProcess } from './start-process.js';

let directory: string;
let processes: StoreProcess[];
beforeEach(async () => {
  directory = await preparedDirectory();
  processes = [];
});
afterEach(async () => {
  await Promise.all(processes.map((one) => one.kill()));
  removeFolderOf(directory);
});

const start = (statementMillis?: number) => {
  const one = startProcess(directory, statementMillis);
  processes.push(one);
  return one;
};
const count = { do: 'query', sql: 'select count(*) as n from written' } as const;
const write = (n: number) => ({ do: 'query', sql: 'insert into written values ($1)', parameters: [n] }) as const;
const create = { do: 'query', sql: 'create table written (n integer primary key)' } as const;

describe.skipIf(process.env['TEST_DATABASE_URL'] !== undefined)('processes that share a data directory', () => {
  test('of three processes started at once one owns the database, and all three migrate and use it', async () => {
    const all = [start(), start(), start()];
    const roles = await Promise.all(all.map((one) => one.ask({ do: 'open' })));
    expect([...roles].sort()).toEqual(['joined', 'joined', 'owner']);
    const ran = (await Promise.all(all.map((one) => one.ask({ do: 'migrate' })))) as string[][];
    expect(ran.map((names) => names.length > 0).filter(Boolean)).toHaveLength(1);
    await all[0]?.ask(create);
    await Promise.all(Array.from({ length: 60 }, (_, n) => all[n % 3]?.ask(write(n))));
    expect(await Promise.all(all.map((one) => one.ask(count)))).toEqual([[{ n: 60 }], [{ n: 60 }], [{ n: 60 }]]);
  }, 90_000);

  test('when the owner is killed a joined process takes over, nothing committed is lost, and its open transaction can be tried again', async () => {
    const owner = start();
    const joined = start();
    await owner.ask({ do: 'open' });
    await owner.ask(create);
    await joined.ask({ do: 'open' });
    for (let n = 0; n < 20; n++) await joined.ask(write(n));
    const open = joined.ask({ do: 'transaction', sql: 'insert into written values (1000)', waitMillis: 1_500 });
    const failed = expect(open).rejects.toThrow('database_interrupted');
    await joined.ask({ do: 'role' });
    await new Promise((resolve) => setTimeout(resolve, 300));
    await owner.kill();
    await failed;
    expect(await joined.ask(count)).toEqual([{ n: 20 }]);
    expect(await joined.ask({ do: 'role' })).toBe('owner');
    await joined.ask(write(20));
    const next = start();
    expect(await next.ask({ do: 'open' })).toBe('joined');
    expect(await next.ask(count)).toEqual([{ n: 21 }]);
  }, 90_000);

  test('an owner that closes hands over to one of those who joined, and the others follow it', async () => {
    const [owner, first, second] = [start(), start(), start()];
    await owner.ask({ do: 'open' });
    await owner.ask(create);
    await first.ask({ do: 'open' });
    await second.ask({ do: 'open' });
    await second.ask(count);
    await owner.ask({ do: 'close' });
    const counts = await Promise.all([first.ask(count), second.ask(count)]);
    expect(counts).toEqual([[{ n: 0 }], [{ n: 0 }]]);
    const roles = await Promise.all([first.ask({ do: 'role' }), second.ask({ do: 'role' })]);
    expect([...roles].sort()).toEqual(['joined', 'owner']);
  }, 90_000);

  test('killed at any moment of writing, a database opens again with everything that was confirmed', async () => {
    const first = start();
    await first.ask({ do: 'open' });
    await first.ask(create);
    await first.kill();
    let confirmed = 0;
    for (let round = 0; round < 2; round++) {
      const writer = start();
      await writer.ask({ do: 'open' });
      const found = ((await writer.ask(count)) as { n: number }[])[0]?.n ?? 0;
      // The last one asked for before the kill may or may not have been written.
      expect([confirmed, confirmed + 1]).toContain(found);
      confirmed = found;
      const killed = new Promise((resolve) => setTimeout(resolve, 150 + 130 * round)).then(() => writer.kill());
      try {
        for (;;) {
          await writer.ask(write(confirmed));
          confirmed += 1;
        }
      } catch (error) {
        expect(String(error)).toContain('the process ended');
      }
      await killed;
    }
    expect(confirmed).toBeGreaterThan(0);
  }, 120_000);

  test('a creation that was killed half-way is done again', async () => {
    removeFolderOf(directory);
    directory = inTemporaryFolder();
    const first = start();
    first.ask({ do: 'open' }).catch(() => undefined);
    // The system catalogue is being written, and nothing says yet that it is complete.
    while (!existsSync(join(directory, 'database', 'base'))) await new Promise((resolve) => setTimeout(resolve, 10));
    await first.kill();
    expect(existsSync(join(directory, 'database.creating'))).toBe(true);
    const second = start();
    expect(await second.ask({ do: 'open' })).toBe('owner');
    expect(existsSync(join(directory, 'database.creating'))).toBe(false);
    expect(await second.ask({ do: 'query', sql: 'select 1 as one' })).toEqual([{ one: 1 }]);
  }, 90_000);
});
