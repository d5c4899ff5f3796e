import { expect, test } from 'vitest';
import { oneAtATime } from '../../src/agent/one-at-a-time.js';

const later = () => new Promise<void>((resolve) => setImmediate(resolve));

test('two questions of one conversation are answered one after the other, a failed one included', async () => {
  const inOrder = oneAtATime();
  const log: string[] = [];
  const work =
    (name: string, fails = false) =>
    async () => {
      log.push(`${name} begins`);
      await later();
      log.push(`${name} ends`);
      if (fails) throw new RangeError(name);
      return name;
    };
  const first = inOrder('T-1', work('first', true));
  const second = inOrder('T-1', work('second'));
  await expect(first).rejects.toThrow('first');
  expect(await second).toBe('second');
  expect(log).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('questions of different conversations are answered side by side', async () => {
  const inOrder = oneAtATime();
  const log: string[] = [];
  const work = (name: string) => async () => {
    log.push(`${name} begins`);
    await later();
    log.push(`${name} ends`);
  };
  await Promise.all([inOrder('T-1', work('one')), inOrder('T-2', work('two'))]);
  expect(log.slice(0, 2)).toEqual(['one begins', 'two begins']);
});
