/*
 * While a process runs: iMIS is read every so often, and the views of the store are told when the day turns. Two processes
 * may do so beside each other, the copilot and the program of an AI client; what one of them has read the other leaves.
 */
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { report } from '../errors.js';
import type { House } from '../main.js';
import { writeAssociation } from '../store/association.js';

type Parts = Pick<House, 'clock' | 'database' | 'log' | 'reading' | 'settings' | 'sync'>;

export interface UpkeepOptions {
  /** `when due`: another process may have read lately, and a person waits; so what fails is soon tried again. */
  readonly first: 'at once' | 'when due';
  readonly lookAgainMillis?: number;
  readonly soonMillis?: number;
}

export interface Upkeep {
  /** Resolves when there is something to answer from, or waiting for it makes no sense any more. */
  readonly settled: Promise<void>;
  stop(): Promise<void>;
}

const MINUTE = 60_000;
// After a sync that failed, and to see whether the association's day has turned.
const LOOK_AGAIN_MILLIS = MINUTE;
// The process that holds the embedded database may end meanwhile; what was read until then is kept.
const SOON_MILLIS = 2000;
const SOON_ATTEMPTS = 5;

/** Reads and reads again until stopped, however often it fails. */
export function keepUp(
  house: Parts,
  { first, lookAgainMillis = LOOK_AGAIN_MILLIS, soonMillis = SOON_MILLIS }: UpkeepOptions,
): Upkeep {
  const { clock, database, log, reading, settings } = house;
  const ending = new AbortController();
  const { signal } = ending;
  // Every request of a sync listens to it: many at once are no leak.
  setMaxListeners(0, signal);
  const everyMillis = settings.sync.everyMinutes * MINUTE;
  const { promise: settled, resolve: settle } = withResolvers();
  let isSettled = false;
  const conclude = (): void => {
    isSettled = true;
    settle();
  };
  let failures = 0;
  let next = 0;
  let isAtOnce = first === 'at once';

  async function look(): Promise<void> {
    await writeAssociation(database, settings.association, clock);
    if (performance.now() < next) return;
    const held = isAtOnce ? 'old' : await heldData(house, everyMillis);
    if (held === 'old') {
      await reading.run({ signal });
      isAtOnce = false;
      next = performance.now() + everyMillis;
    }
    if (held !== 'being read') conclude();
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        await look();
        failures = 0;
      } catch (error) {
        failures += 1;
        if (failures >= SOON_ATTEMPTS) conclude();
        if (!signal.aborted) log.error({ part: 'upkeep', ...report(error), error }, 'sync failed, tried again');
      }
      const isSoon = first === 'when due' && failures < SOON_ATTEMPTS && (failures > 0 || !isSettled);
      await pause(isSoon ? soonMillis : lookAgainMillis, undefined, { signal }).catch(() => undefined);
    }
    conclude();
  }

  const running = run();
  return {
    settled,
    stop: async () => {
      ending.abort();
      await running;
    },
  };
}

/** How what is held stands: as new as a sync would leave it, older than that, or being read by another process. */
async function heldData({ clock, sync }: Parts, everyMillis: number): Promise<'new' | 'old' | 'being read'> {
  const { dataReadAt, running } = await sync.status();
  if (running) return 'being read';
  if (dataReadAt === undefined) return 'old';
  const age = clock.now().getTime() - new Date(dataReadAt).getTime();
  // Of a day to come are data that were read when the sandbox took another day for today.
  return age >= 0 && age < everyMillis ? 'new' : 'old';
}

// Promise.withResolvers is of Node 22.
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
