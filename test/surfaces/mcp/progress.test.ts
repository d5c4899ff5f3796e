import type { ServerContext } from '@modelcontextprotocol/server';
import { afterEach, expect, test, vi } from 'vitest';
import { withProgress } from '../../../src/surfaces/mcp/progress.js';

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

test('a timer that comes late and then early tells no second twice', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const told: number[] = [];
  const context = {
    mcpReq: {
      _meta: { progressToken: 1 },
      notify: async ({ params }: { params: { progress: number } }) => void told.push(params.progress),
    },
  } as unknown as ServerContext;
  const times = [0, 400, 2600, 3400, 3400, 4100];
  vi.spyOn(performance, 'now').mockImplementation(() => times.shift() ?? 0);
  let end: () => void = () => undefined;
  const work = withProgress(context, 'Count', () => new Promise<void>((resolve) => (end = resolve)));
  await vi.advanceTimersByTimeAsync(5000);
  end();
  await work;
  expect(told).toEqual([0, 3, 4]);
});
