/*
 * Processes that are killed in the middle of a sync. SYNC_KILLS=200 kills two hundred of them, one after the other:
 *   SYNC_KILLS=200 npx vitest run test/sync/killed.test.ts
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemClock } from '../../src/clock.js';
import { createReader } from '../../src/imis/read.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import type { Database } from '../../src/store/database.js';
import { createSync } from '../../src/sync/sync.js';
import { type Bundle, bundle } from '../fixtures/bundle.js';
import { freshDatabase } from '../fixtures/database.js';
import { openPlace } from '../fixtures/open-place.js';
import { newPlace, type Place } from '../fixtures/place.js';
import { storedRows, unlike, versions } from './stored.js';

const KILLS = Number(process.env['SYNC_KILLS'] ?? 20);
const SECONDS_A_KILL = 15;
const clock = systemClock('America/Chicago');
const script = fileURLToPath(new URL('./sync-process.ts', import.meta.url));

let sandbox: Sandbox;
let place: Place;
let program: Bundle;
beforeAll(async () => {
  sandbox = await startSandbox({ members: 200, seed: 5, clock, latencyMillis: 5 });
  [place, program] = await Promise.all([newPlace(), bundle(script), sandbox.ready()]);
}, 120_000);
afterAll(async () => {
  await sandbox.close();
  await place.remove();
  program.remove();
});

const open = () => openPlace(place.environment);

const syncOf = (database: Database) =>
  createSync({
    imis: createReader({ url: sandbox.url, credentials: sandbox.accounts.read, currency: 'USD' }),
    database,
    clock,
    association: { timeZone: 'America/Chicago', currency: 'USD' },
  });

function start(...words: string[]): ChildProcess {
  const { user, password } = sandbox.accounts.read;
  const child = spawn(process.execPath, [program.fileOf(script), ...words], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ...place.environment,
      SITE: sandbox.url,
      READ_USER: user,
      READ_PASSWORD: password.reveal(),
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return child;
}

/** What the process says first. */
async function said(child: ChildProcess): Promise<string> {
  const [chunk] = (await Promise.race([once(child.stdout ?? child, 'data'), once(child, 'exit')])) as [unknown];
  return String(chunk);
}

test(`${KILLS} processes killed in the middle of a sync leave what one clean sync leaves`, {
  timeout: KILLS * SECONDS_A_KILL * 1000 + 120_000,
}, async () => {
  let killed = 0;
  for (let turn = 0; turn < KILLS; turn++) {
    const child = start('again');
    expect(await said(child)).toContain('syncing');
    // Spread over the length of a first sync of this size, which kills stretch over several processes.
    await new Promise((resume) => setTimeout(resume, 20 + Math.random() * 1500));
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    const [, signal] = await ended;
    if (signal === 'SIGKILL') killed += 1;
  }
  expect(killed).toBe(KILLS);

  const database = await open();
  const clean = await freshDatabase();
  try {
    const report = await syncOf(database).run({ full: true });
    expect(report.entities.filter(({ failure }) => failure)).toEqual([]);
    await syncOf(clean).run();
    // Compared row by row, since the difference of two whole stores is too long to be shown.
    expect(unlike(await storedRows(database), await storedRows(clean))).toEqual({});
    expect(await versions(database)).toEqual({});
    expect(await versions(clean)).toEqual({});
  } finally {
    await clean.close();
    await database.close();
  }
});

test('two processes that sync at once do no harm: the second waits and has the first one’s result', {
  timeout: 120_000,
}, async () => {
  const database = await open();
  try {
    const before = await storedRows(database);
    const others = [start(), start()];
    const ends = others.map((child) => once(child, 'exit'));
    const spoken = others.map((child) => {
      let text = '';
      child.stdout?.on('data', (chunk: Buffer) => {
        text += String(chunk);
      });
      return () => text;
    });
    const ours = syncOf(database).run({ full: true });
    expect((await Promise.all(ends)).map(([code]) => code)).toEqual([0, 0]);
    await ours;
    expect(spoken.map((text) => text()).join()).toContain('ended full');
    expect(await storedRows(database)).toEqual(before);
    expect(await versions(database)).toEqual({});
  } finally {
    await database.close();
  }
});
