import { expect, test } from 'vitest';
import { OfflineInterpreter } from '../../../src/agent/interpreter/model.js';
import { pinnedClock } from '../../../src/clock.js';
import { day } from '../../../src/domain/day.js';
import { parseSettings } from '../../../src/settings.js';
import { catalog } from '../../../tools/catalog.js';
import type { Tool } from '../../../tools/define.js';
import { vocabulary } from './vocabulary.js';

test('people with different rights who take turns do not have the lexicon built anew at each turn', {
  timeout: 120_000,
}, async () => {
  let read = 0;
  const tools = catalog.slice(0, 3).map(
    (tool): Tool => ({
      ...tool,
      get triggers() {
        read += 1;
        return tool.triggers;
      },
    }),
  );
  const interpreter = new OfflineInterpreter({
    tools,
    clock: pinnedClock(day('2026-11-21')),
    settings: parseSettings({}),
    vocabulary: async () => vocabulary,
  });
  const [all, some] = [tools.map(({ name }) => name), tools.slice(2).map(({ name }) => name)];
  const turn = async (names: readonly string[]): Promise<number> => {
    const before = read;
    await interpreter.understood(['help'], [], names);
    return read - before;
  };
  expect(await turn(all)).toBeGreaterThan(0);
  expect(await turn(some)).toBeGreaterThan(0);
  expect([await turn(all), await turn(some), await turn(all)]).toEqual([0, 0, 0]);
});
