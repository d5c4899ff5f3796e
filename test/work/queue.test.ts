import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Store } from '../../src/store/store.js';
import { createQueue, type Queue } from '../../src/work/queue.js';
import type { RunnerOptions } from '../../src/work/runner.js';
import type { JobContext } from '../../src/work/task.js';
import { freshDatabase } from '../fixtures/database.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store.close());

type Work = { note: { readonly id: string } };
const queues: Queue<Work>[] = [];
afterEach(async () => {
  for (const queue of queues.splice(0)) await queue.stop();
  await store.query('delete from graphile_worker._private_jobs');
});

async function queueOf(
  run: (id: string, context: JobContext) => Promise<void> | void,
  options: RunnerOptions = {},
): Promise<Queue<Work>> {
  const queue = await createQueue<Work>(store, { note: async ({ id }, context) => await run(id, context) }, options);
  queues.push(queue);
  return queue;
}
const enqueue = (queue: Queue<Work>, id: string, options = {}) =>
  store.withTransaction((transaction) => queue.enqueue(transaction, 'note', { id }, options));
const until = async (condition: () => boolean | Promise<boolean>) => {
  while (!(await condition())) await new Promise((resolve) => setTimeout(resolve, 20));
};

test('what was committed is run once and what was rolled back never, with every caller reading its own rows', async () => {
  const done: string[] = [];
  const queue = await queueOf((id) => void done.push(id), { concurrency: 4 });
  await queue.start();
  const wrong: unknown[] = [];
  await Promise.all(
    Array.from({ length: 100 }, async (_, n) => {
      const added = store.withTransaction(async (transaction) => {
        await queue.enqueue(transaction, 'note', { id: `n${n}` });
        if (n % 10 === 9) throw new Error('changed my mind');
      });
      await added.catch(() => undefined);
      const { rows } = await store.query('select $1::int as n', [n]);
      if (rows[0]?.['n'] !== n) wrong.push(rows);
    }),
  );
  await until(() => done.length >= 90);
  await until(async () => (await queue.waiting()).running === 0);
  expect(wrong).toEqual([]);
  const committed = Array.from({ length: 100 }, (_, n) => `n${n}`).filter((id) => !id.endsWith('9'));
  expect(done.sort()).toEqual(committed.sort());
  expect(await queue.waiting()).toEqual({ due: 0, running: 0, later: 0, failed: 0 });
});

test('a running queue is woken by the commit, not only by its interval', async () => {
  const done: string[] = [];
  const queue = await queueOf((id) => void done.push(id), { pollMillis: 600_000 });
  await queue.start();
  await enqueue(queue, 'woken');
  await until(() => done.length > 0);
  expect(done).toEqual(['woken']);
});

test('a command runs what is due, and what that adds, and returns', async () => {
  const done: string[] = [];
  const queue: Queue<Work> = await queueOf(async (id) => {
    done.push(id);
    if (id === 'first') await enqueue(queue, 'second');
  });
  await enqueue(queue, 'first');
  await enqueue(queue, 'tomorrow', { runAt: new Date(Date.now() + 86_400_000) });
  await queue.runUntilIdle();
  expect(done).toEqual(['first', 'second']);
  expect(await queue.waiting()).toEqual({ due: 0, running: 0, later: 1, failed: 0 });
});

test('two processes that run the queue at once share the jobs and do none twice', async () => {
  const done: string[] = [];
  const slowly = async (id: string) => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push(id);
  };
  const [one, two] = [await queueOf(slowly), await queueOf(slowly)];
  for (let n = 0; n < 40; n++) await enqueue(one, `n${n}`);
  await Promise.all([one.runUntilIdle(), two.runUntilIdle()]);
  await until(() => done.length === 40);
  expect(new Set(done).size).toBe(40);
});

test('of jobs with one key only the latest waits', async () => {
  const done: string[] = [];
  const queue = await queueOf((id) => void done.push(id));
  await enqueue(queue, 'earlier', { jobKey: 'refresh' });
  await enqueue(queue, 'latest', { jobKey: 'refresh' });
  await queue.runUntilIdle();
  expect(done).toEqual(['latest']);
});

test('a failed attempt is told, pauses, is tried again, and is given up after the last one; its words are not kept', async () => {
  const attempts: number[] = [];
  const told: unknown[] = [];
  const queue = await queueOf(
    (_, { attempt }) => {
      attempts.push(attempt);
      throw new Error('Mary Smith has no address');
    },
    { onFailure: (task, error) => told.push([task, String(error)]) },
  );
  await enqueue(queue, 'failing', { maxAttempts: 2 });
  await queue.runUntilIdle();
  expect(await queue.waiting()).toEqual({ due: 0, running: 0, later: 1, failed: 0 });
  await store.query('update graphile_worker._private_jobs set run_at = now()');
  await queue.runUntilIdle();
  expect(attempts).toEqual([1, 2]);
  expect(told[0]).toEqual(['note', 'Error: Mary Smith has no address']);
  expect(await queue.waiting()).toEqual({ due: 0, running: 0, later: 0, failed: 1 });
  const { rows } = await store.query('select last_error from graphile_worker.jobs');
  expect(rows).toEqual([{ last_error: 'failed' }]);
});

test('a payload holds ids, never words about a person', async () => {
  const queue = await queueOf(() => undefined);
  await expect(enqueue(queue, 'Mary Smith')).rejects.toThrow('the payload');
  await expect(enqueue(queue, 'mary@example.org')).rejects.toThrow('the payload');
  expect(await queue.waiting()).toEqual({ due: 0, running: 0, later: 0, failed: 0 });
});

test('stop waits for the job under way and leaves the others', async () => {
  const done: string[] = [];
  let aborted = false;
  const queue = await queueOf(
    async (id, { signal }) => {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      aborted = signal.aborted;
      done.push(id);
    },
    { concurrency: 1 },
  );
  await enqueue(queue, 'under-way');
  await enqueue(queue, 'left');
  await queue.start();
  await until(async () => (await queue.waiting()).running === 1);
  await queue.stop();
  expect([done, aborted]).toEqual([['under-way'], true]);
  expect(await queue.waiting()).toMatchObject({ due: 1, running: 0 });
});

test('a runner that others took for gone takes no further jobs: each is run once, by its successor', async () => {
  const begun: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const queue = await queueOf(
    async (id, { attempt, signal }) => {
      begun.push(`${id} ${attempt}`);
      if (id !== 'held') return await new Promise((resolve) => setTimeout(resolve, 60));
      if (attempt > 1) return;
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      await held;
    },
    { concurrency: 1, signOfLifeMillis: 20, pollMillis: 10 },
  );
  await enqueue(queue, 'held');
  await queue.start();
  await until(() => begun.length > 0);
  await store.query('delete from copilot.queue_runners');
  await store.query(`select graphile_worker.force_unlock_workers(array_agg(locked_by)) from graphile_worker.jobs
                     where locked_by is not null`);
  await until(() => begun.length > 1);
  const later = ['a', 'b', 'c', 'd'];
  for (const id of later) await enqueue(queue, id);
  release();
  await until(async () => (await queue.waiting()).due + (await queue.waiting()).running === 0);
  expect(begun.slice(0, 2)).toEqual(['held 1', 'held 2']);
  expect(begun.slice(2).sort()).toEqual(later.map((id) => `${id} 1`));
});

test('a command tells others that it lives for as long as its job takes', async () => {
  const seen = async () =>
    (await store.query<{ at: string }>('select max(seen_at)::text as at from copilot.queue_runners')).rows[0]?.at ?? '';
  const queue = await queueOf(
    async () => {
      const before = await seen();
      await until(async () => (await seen()) > before);
    },
    { signOfLifeMillis: 20 },
  );
  await enqueue(queue, 'long');
  await queue.runUntilIdle();
  expect(await queue.waiting()).toEqual({ due: 0, running: 0, later: 0, failed: 0 });
});

test('a silent runner of another machine keeps its job until somebody has watched it being silent', async () => {
  const done: string[] = [];
  const first = await queueOf((id) => void done.push(id), { signOfLifeMillis: 20 });
  await enqueue(first, 'elsewhere');
  await store.query(`update graphile_worker._private_jobs set locked_at = now(), locked_by = 'runner-elsewhere/0'`);
  await store.query(`insert into copilot.queue_runners (runner_id, pid, started, machine, seen_at)
                     values ('runner-elsewhere', 1, '1', 'another machine', now() - interval '1 hour')`);
  await first.runUntilIdle();
  expect(done).toEqual([]);
  const watching = await queueOf((id) => void done.push(id), { signOfLifeMillis: 20, pollMillis: 10 });
  await watching.start();
  await until(() => done.length > 0);
  expect(done).toEqual(['elsewhere']);
});
