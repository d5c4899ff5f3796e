import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate } from '../../src/store/migrate.js';
import { openStore, type Store } from '../../src/store/open.js';
import { createQueue, type Queue } from '../../src/work/queue.js';
import { freshDatabase } from '../fixtures/database.js';
import { preparedDirectory, removeFolderOf } from '../fixtures/prepared-directory.js';

type Work = { note: { readonly id: string } };
const native = process.env['TEST_DATABASE_URL'] !== undefined;
const processes: ChildProcess[] = [];
let directory = '';
let store: Store;
let queue: Queue<Work>;
const done: string[] = [];
beforeAll(async () => {
  if (!native) directory = await preparedDirectory();
  store = native
    ? await freshDatabase()
    : await openStore({ dataDir: directory, database: { statementMillis: 30_000 } });
  await migrate(store);
  queue = await createQueue<Work>(store, {
    note: async ({ id }, { attempt }) => void done.push(`${id} ${attempt}`),
  });
});
afterAll(async () => {
  await Promise.all(processes.map(kill));
  await queue.stop();
  await store.close();
  if (directory) removeFolderOf(directory);
});

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
function start() {
  const where = native ? (store.pool.options.connectionString ?? '') : directory;
  const script = fileURLToPath(new URL('./queue-process.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', script, where], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  return { child, line: async () => (await lines.next()).value };
}

test('a job whose process is killed in the middle is run again as soon as anybody looks, and only then', async () => {
  const { child, line } = start();
  expect(await line()).toBe('started');
  await store.withTransaction((transaction) => queue.enqueue(transaction, 'note', { id: 'held' }));
  expect(await line()).toBe('held 1');

  await queue.runUntilIdle();
  expect(done).toEqual([]);
  expect(await queue.waiting()).toMatchObject({ running: 1, due: 0 });

  await kill(child);
  await queue.runUntilIdle();
  expect(done).toEqual(['held 2']);
  expect(await queue.waiting()).toEqual({ due: 0, running: 0, later: 0, failed: 0 });
}, 60_000);
