/*
 * Kills the write path at random instants, again and again, while a site in a process of its own cuts answers after the
 * write was done; then lets the last life end its work, and compares iMIS, over REST, with the journal: each change that is
 * done stands there once, and nothing else does.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { verify } from '../../src/audit/verify.js';
import { systemClock } from '../../src/clock.js';
import { createReader } from '../../src/imis/read.js';
import { type Sandbox, startSandbox } from '../../src/sandbox/start.js';
import { parseSettings } from '../../src/settings.js';
import { writeAssociation } from '../../src/store/association.js';
import { createSync } from '../../src/sync/sync.js';
import { bundle } from '../fixtures/bundle.js';
import { openPlace } from '../fixtures/open-place.js';
import { newPlace, type Place } from '../fixtures/place.js';

export interface KillReport {
  readonly database: Place['database'];
  readonly kills: number;
  /** Runs that died in the middle and were taken over. */
  readonly takenOver: number;
  /** Changes whose write was begun more than once, after looking. */
  readonly begunAgain: number;
  readonly proposals: number;
  readonly pilots: number;
  readonly changes: number;
  readonly done: number;
  readonly skipped: number;
  readonly failed: number;
  readonly uncertain: number;
  /** Why what is not done is not, and how often. */
  readonly reasons: Readonly<Record<string, number>>;
  /** Writes whose answer the site cut off. */
  readonly cuts: number;
  /** Changes the journal calls done that iMIS holds not once. */
  readonly wrong: readonly string[];
  /** Records with a key of ours in iMIS that the journal does not call done. */
  readonly unknown: readonly string[];
  readonly auditHolds: boolean;
  readonly millisPerKill: number;
}

export interface KillOptions {
  readonly kills: number;
  /** Told after each kill. */
  readonly onKill?: (done: number) => void;
  /** Ends early, after the kill under way, when it answers true. */
  readonly enough?: () => boolean;
}

const clock = systemClock('America/Chicago');
const script = fileURLToPath(new URL('./process.ts', import.meta.url));
/** The longest life after the first proposal was approved: several more in the middle. */
const LONGEST_LIFE_MILLIS = 1_000;

export async function killAgainAndAgain({ kills, onKill, enough }: KillOptions): Promise<KillReport> {
  const [place, program] = await Promise.all([newPlace(), bundle(script)]);
  // A thousand kills leave some 30,000 notes, and a contact of the sandbox holds 500 that were written.
  const sandbox = await startSandbox({ members: kills > 100 ? 240 : 60, seed: 7, clock });
  const start = (life: string, ...words: string[]) => startLife(program.fileOf(script), place, sandbox, life, words);
  try {
    await prepare(place, sandbox);
    sandbox.faults.set([
      { kind: 'cut_after', route: 'POST /api/Activity', rate: 0.2 },
      { kind: 'cut_before', route: 'POST /api/Activity', rate: 0.05 },
    ]);
    const began = performance.now();
    let done = 0;
    let next = start('0');
    for (; done < kills && !enough?.(); done += 1) {
      const life = next;
      next = start(String(done + 1));
      await lifeUntilKilled(life);
      onKill?.(done + 1);
    }
    next.kill('SIGKILL');
    const millisPerKill = (performance.now() - began) / Math.max(1, done);
    const { cut_after: cuts = 0 } = sandbox.faults.hits;
    sandbox.faults.clear();
    const last = start('last', 'last');
    const ended = once(last, 'exit');
    begin(last);
    const [code] = await ended;
    if (code !== 0) throw new Error(`the last life ended with ${code}`);
    return { database: place.database, kills: done, cuts, millisPerKill, ...(await compared(place, sandbox)) };
  } finally {
    await sandbox.close();
    await place.remove();
    program.remove();
  }
}

const readerOf = (sandbox: Sandbox) =>
  createReader({ url: sandbox.url, credentials: sandbox.accounts.read, currency: 'USD' });

async function prepare(place: Place, sandbox: Sandbox): Promise<void> {
  const database = await openPlace(place.environment);
  await writeAssociation(database, parseSettings({}).association, clock);
  const association = { timeZone: 'America/Chicago', currency: 'USD' };
  await createSync({ imis: readerOf(sandbox), database, clock, association }).run({ full: true });
  await database.close();
}

function startLife(
  program: string,
  place: Place,
  { url, accounts }: Sandbox,
  life: string,
  words: readonly string[],
): ChildProcess {
  const account = ({ user, password }: typeof accounts.read) => `${user} ${password.reveal()}`;
  return spawn(process.execPath, [program, ...words], {
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      ...place.environment,
      SITE: url,
      READ: account(accounts.read),
      WRITE: account(accounts.write),
      LIFE: life,
    },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
}

/** Its turn: what it says until then is that it is loaded. */
const begin = (child: ChildProcess): void => {
  child.stdin?.write('go\n');
};

async function lifeUntilKilled(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  const isOpen = saidBy(child, 'working');
  begin(child);
  if (!(await Promise.race([isOpen, ended.then(() => false)]))) throw new Error('a process ended before it was killed');
  await pause(Math.random() * LONGEST_LIFE_MILLIS);
  child.kill('SIGKILL');
  const [, signal] = await ended;
  if (signal !== 'SIGKILL') throw new Error('a process ended before it was killed');
}

const saidBy = (child: ChildProcess, word: string): Promise<true> =>
  new Promise((resolve) => {
    child.stdout?.on('data', (chunk) => {
      if (String(chunk).includes(word)) resolve(true);
    });
  });

type Journal = { change_key: string; state: string; attempts: number; reason: string | null };

async function compared(place: Place, sandbox: Sandbox) {
  const database = await openPlace(place.environment);
  try {
    const journal = await database.query<Journal>(`select change_key, state, attempts, reason from copilot.changes`);
    const proposals = await database.query<{ proposals: number; pilots: number; taken: number }>(
      `select count(*) as proposals, count(*) filter (where pilot_ended_at is not null) as pilots,
              (select count(*) from copilot.executions where outcome = 'taken over') as taken
       from copilot.proposals`,
    );
    const counts = await ourNotes(sandbox);
    const states = new Map(journal.rows.map((row) => [row.change_key, row.state]));
    const of = (state: string) => journal.rows.filter((row) => row.state === state).length;
    return {
      proposals: proposals.rows[0]?.proposals ?? 0,
      pilots: proposals.rows[0]?.pilots ?? 0,
      takenOver: proposals.rows[0]?.taken ?? 0,
      begunAgain: journal.rows.filter(({ attempts }) => attempts > 1).length,
      changes: journal.rows.length,
      done: of('done'),
      skipped: of('skipped'),
      failed: of('failed'),
      uncertain: of('uncertain'),
      reasons: reasonsOf(journal.rows),
      wrong: journal.rows
        .filter((row) => row.state === 'done' && counts.get(row.change_key) !== 1)
        .map((row) => row.change_key),
      unknown: [...counts.keys()].filter((key) => states.get(key) !== 'done'),
      auditHolds: (await verify(database)).ok,
    };
  } finally {
    await database.close();
  }
}

/** Why what is not done is not, and how often. */
function reasonsOf(rows: readonly Journal[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const { state, reason } of rows) {
    if (state === 'done') continue;
    // Each request has a number of its own.
    const told = `${state}: ${(reason ?? 'no reason').replace(/request [\w-]+/g, 'a request').replace(/:\d+/g, '')}`;
    counts[told] = (counts[told] ?? 0) + 1;
  }
  return counts;
}

/** How often each key of ours stands in iMIS. */
async function ourNotes(sandbox: Sandbox): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  for await (const page of readerOf(sandbox).pages('Activity', { limit: 500 }))
    for (const row of page.rows) {
      if (!row.fits) throw new Error('a record of the sandbox does not have the form we know');
      const key = row.value.changeKey;
      if (key?.startsWith('copilot/')) counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  return counts;
}
