/* The loop that keeps what is held up to date, with a reading that is told of and minutes that last a few milliseconds. */
import { afterEach, expect, test } from 'vitest';
import { keepUp, type Upkeep, type UpkeepOptions } from '../../src/main/keep-up.js';
import type { House } from '../../src/main.js';
import { parseSettings } from '../../src/settings.js';

const SOON = { lookAgainMillis: 5, soonMillis: 1 };
const MINUTE = 60_000;
const NOW = new Date('2026-03-05T12:00:00Z').getTime();
const settings = parseSettings({});
let upkeep: Upkeep | undefined;
afterEach(() => upkeep?.stop());

interface World {
  runs: number;
  days: number;
  faults: number;
  dataReadAt: string | undefined;
  running: boolean;
  fails: boolean;
}

/** A house of which nothing but its data's age is real. */
function kept(everyMinutes: number, options: UpkeepOptions, begin: Partial<World> = {}): World {
  const world: World = {
    runs: 0,
    days: 0,
    faults: 0,
    dataReadAt: undefined,
    running: false,
    fails: false,
    ...begin,
  };
  const parts = {
    clock: { now: () => new Date(NOW), today: () => '2026-03-05' },
    settings: { ...settings, sync: { ...settings.sync, everyMinutes } },
    database: {
      async query() {
        world.days += 1;
        return { rows: [] };
      },
    },
    log: {
      error() {
        world.faults += 1;
      },
    },
    sync: {
      async status() {
        return { running: world.running, complete: true, entities: [], dataReadAt: world.dataReadAt };
      },
    },
    reading: {
      async run() {
        world.runs += 1;
        if (world.fails) throw new Error('iMIS is away');
      },
    },
  };
  upkeep = keepUp(parts as unknown as House, { ...SOON, ...options });
  return world;
}

const ago = (minutes: number): string => new Date(NOW - minutes * MINUTE).toISOString();
/** Several turns of the loop have gone by. */
const turns = async (world: World): Promise<void> => {
  const from = world.days;
  await expect.poll(() => world.days, { interval: 2 }).toBeGreaterThan(from + 4);
};

test('the program of a client reads again and again while it is served, each time when it is due', async () => {
  const world = kept(0.0002, { first: 'when due' }, { dataReadAt: ago(60) });
  await expect.poll(() => world.runs).toBeGreaterThan(3);
});

test('what another process has read lately is read by nobody else, until it is old', async () => {
  const world = kept(60, { first: 'when due' }, { dataReadAt: ago(59) });
  await upkeep?.settled;
  await turns(world);
  expect(world.runs).toBe(0);
  world.dataReadAt = ago(61);
  await expect.poll(() => world.runs).toBe(1);
});

test('while another process reads, it is waited for and not read a second time', async () => {
  const world = kept(60, { first: 'when due' }, { running: true });
  await turns(world);
  expect(world.runs).toBe(0);
  Object.assign(world, { running: false, dataReadAt: ago(0) });
  await upkeep?.settled;
  expect(world.runs).toBe(0);
});

test('the copilot itself reads at its start whatever is held, and then when that is due', async () => {
  const world = kept(60, { first: 'at once' }, { dataReadAt: ago(1) });
  await expect.poll(() => world.runs).toBe(1);
  await turns(world);
  expect(world.runs).toBe(1);
});

test('a reading that fails is tried for as long as it takes, and whoever waits for it waits for few attempts', async () => {
  const world = kept(60, { first: 'when due' }, { fails: true });
  await upkeep?.settled;
  expect(world.runs).toBe(5);
  await expect.poll(() => world.runs).toBeGreaterThan(8);
  expect(world.faults).toBeGreaterThan(7);
  Object.assign(world, { fails: false, runs: 0 });
  await expect.poll(() => world.runs).toBe(1);
  await turns(world);
  expect(world.runs).toBe(1);
});

test('the views are told of the day in every turn, also when nothing is due', async () => {
  const world = kept(60, { first: 'when due' }, { dataReadAt: ago(1) });
  await turns(world);
  expect(world.days).toBeGreaterThan(3);
});

test('data of a day to come are no reason to read never again', async () => {
  const world = kept(60, { first: 'when due' }, { dataReadAt: ago(-3 * 24 * 60) });
  await expect.poll(() => world.runs).toBe(1);
});
