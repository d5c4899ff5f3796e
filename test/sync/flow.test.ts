import { expect, test } from 'vitest';
import { createFlow, eachOf, together } from '../../src/sync/flow.js';

const pause = () => new Promise((resume) => setTimeout(resume, 1));

test('however slowly pages are applied, only so many are held in memory', async () => {
  const flow = createFlow(4);
  let [held, most] = [0, 0];
  await eachOf(Array.from({ length: 60 }).keys(), 30, async () => {
    await flow.inPlace(async () => {
      held += 1;
      most = Math.max(most, held);
      await flow.inTurn(pause);
      held -= 1;
    });
  });
  expect(most).toBe(4);
});

test('what writes is done one after the other, and a failure does not stop the next', async () => {
  const flow = createFlow(4);
  const order: string[] = [];
  const write = (name: string) =>
    flow.inTurn(async () => {
      order.push(`${name} begins`);
      await pause();
      order.push(`${name} ends`);
      if (name === 'one') throw new Error('one failed');
    });
  const ended = await Promise.allSettled([write('one'), write('two')]);
  expect(ended.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect(order).toEqual(['one begins', 'one ends', 'two begins', 'two ends']);
});

test('small items that wait are worked on together, and each learns how its own work ended', async () => {
  const flow = createFlow(4);
  const batches: (readonly number[])[] = [];
  const add = together<number>(
    flow,
    10,
    (item) => item,
    async (items) => {
      await pause();
      batches.push(items);
      if (items.includes(7)) throw new Error('seven');
    },
  );
  const ended = await Promise.allSettled([3, 3, 3, 7, 2, 20, 1].map(add));
  expect(batches).toEqual([[3, 3, 3], [7, 2], [20], [1]]);
  expect(ended.map(({ status }) => status === 'fulfilled')).toEqual([true, true, true, false, false, true, true]);
});

test('after a stop nothing more is begun', async () => {
  const flow = createFlow(1);
  flow.stop(new Error('stopped'));
  await expect(flow.inPlace(pause)).rejects.toThrow('stopped');
  await expect(flow.inTurn(pause)).rejects.toThrow('stopped');
});
