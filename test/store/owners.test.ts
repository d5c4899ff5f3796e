import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Bundle } from '../fixtures/bundle.js';
import { inTemporaryFolder, preparedDirectory, removeFolderOf } from '../fixtures/prepared-directory.js';
import { type StoreProcess, startProcess, storeProgram } from './start-process.js';

const native = process.env['TEST_DATABASE_URL'] !== undefined;
const processes: StoreProcess[] = [];
let directory = '';
let program: Bundle;
beforeAll(async () => {
  if (!native) [directory, program] = await Promise.all([preparedDirectory(), storeProgram()]);
});
afterAll(async () => {
  await Promise.all(processes.map((one) => one.kill()));
  if (directory) removeFolderOf(directory);
  program?.remove();
});

function start(where = directory): StoreProcess {
  const one = startProcess(program, where);
  processes.push(one);
  return one;
}
const count = { do: 'query', sql: 'select count(*) as n from written' } as const;
const write = (n: number) => ({ do: 'query', sql: 'insert into written values ($1)', parameters: [n] }) as const;
const rolesOf = (all: readonly StoreProcess[]) => Promise.all(all.map((one) => one.ask({ do: 'role' })));

/** One story, each test going on where the one before it ended: starting a process costs seconds. */
describe.skipIf(native)('processes that share a data directory', () => {
  let all: StoreProcess[];
  async function ownerAndOthers(): Promise<{ owner: StoreProcess; others: StoreProcess[] }> {
    const roles = await rolesOf(all);
    const owner = all[roles.indexOf('owner')];
    if (!owner) throw new Error('nobody owns the database');
    return { owner, others: all.filter((one) => one !== owner) };
  }

  test('of three started at once one owns the database, and all three migrate and use it', async () => {
    all = [start(), start(), start()];
    const roles = await Promise.all(all.map((one) => one.ask({ do: 'open' })));
    expect([...roles].sort()).toEqual(['joined', 'joined', 'owner']);
    const ran = (await Promise.all(all.map((one) => one.ask({ do: 'migrate' })))) as string[][];
    expect(ran.filter((names) => names.length > 0)).toHaveLength(1);
    await all[0]?.ask({ do: 'query', sql: 'create table written (n integer primary key)' });
    await Promise.all(Array.from({ length: 60 }, (_, n) => all[n % 3]?.ask(write(n))));
    expect(await Promise.all(all.map((one) => one.ask(count)))).toEqual([[{ n: 60 }], [{ n: 60 }], [{ n: 60 }]]);
  }, 90_000);

  test('an owner that closes hands over to one of those who joined, and the other follows it', async () => {
    const { owner, others } = await ownerAndOthers();
    await owner.ask({ do: 'close' });
    await owner.kill();
    all = others;
    expect(await Promise.all(all.map((one) => one.ask(count)))).toEqual([[{ n: 60 }], [{ n: 60 }]]);
    expect([...(await rolesOf(all))].sort()).toEqual(['joined', 'owner']);
  }, 90_000);

  test('an owner that is killed is followed too: nothing committed is lost, an open transaction can be tried again', async () => {
    const { owner, others } = await ownerAndOthers();
    const [joined] = others;
    if (!joined) throw new Error('nobody joined');
    await joined.ask(write(60));
    const open = joined.ask({ do: 'transaction', sql: 'insert into written values (1000)', waitMillis: 2_000 });
    const failed = expect(open).rejects.toThrow('database_interrupted');
    await pause(300);
    await owner.kill();
    await failed;
    expect(await joined.ask(count)).toEqual([{ n: 61 }]);
    expect(await joined.ask({ do: 'role' })).toBe('owner');
    const next = start();
    expect(await next.ask({ do: 'open' })).toBe('joined');
    expect(await next.ask(count)).toEqual([{ n: 61 }]);
    await next.kill();
    await joined.kill();
  }, 90_000);

  test('killed at any moment of writing, the database opens again with everything that was confirmed', async () => {
    let confirmed = 61;
    for (const millis of [150, 400]) {
      const writer = start();
      await writer.ask({ do: 'open' });
      const found = ((await writer.ask(count)) as { n: number }[])[0]?.n ?? 0;
      // The last one asked for before the kill may or may not have been written.
      expect([confirmed, confirmed + 1]).toContain(found);
      confirmed = found;
      const killed = pause(millis).then(() => writer.kill());
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
    expect(confirmed).toBeGreaterThan(61);
  }, 90_000);

  test('a creation that was killed half-way is done again', async () => {
    const fresh = inTemporaryFolder();
    const first = start(fresh);
    first.ask({ do: 'open' }).catch(() => undefined);
    // The system catalogue is being written, and nothing says yet that it is complete.
    while (!existsSync(join(fresh, 'database', 'base'))) await pause(10);
    await first.kill();
    expect(existsSync(join(fresh, 'database.creating'))).toBe(true);
    const second = start(fresh);
    expect(await second.ask({ do: 'open' })).toBe('owner');
    expect(existsSync(join(fresh, 'database.creating'))).toBe(false);
    expect(await second.ask({ do: 'query', sql: 'select 1 as one' })).toEqual([{ one: 1 }]);
    await second.kill();
    removeFolderOf(fresh);
  }, 90_000);
});
