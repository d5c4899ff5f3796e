/*
 * A first sync against what no client of this site can be quicker than: its pages, 250 ms each, five at once. The
 * sandbox and the sync are processes of their own; the memory is the peak of the syncing one, which holds the embedded
 * database too. BENCH_LARGE=1 adds 100,000 members, which takes most of an hour on two cores at the latency of a site.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import type { BenchRow } from './run.js';

const LATENCY_MILLIS = 250;
const AT_ONCE = 5;
const MEMBERS = Number(process.env['BENCH_MEMBERS'] ?? 10_000);
const LARGE = 100_000;

interface Measured {
  readonly seconds: number;
  readonly peakMegabytes: number;
  readonly rows: number;
  readonly pages: number;
}

export async function bench(): Promise<{ rows: BenchRow[]; notes: string[] }> {
  const small = await measure(MEMBERS);
  const rows = [timeRow(MEMBERS, small), memoryRow(MEMBERS, small)];
  const notes = [note(MEMBERS, small)];
  if (process.env['BENCH_LARGE']) {
    const large = await measure(LARGE);
    rows.push(timeRow(LARGE, large), memoryRow(LARGE, large, small));
    notes.push(note(LARGE, large));
  }
  return { rows, notes };
}

const timeRow = (members: number, { seconds, pages }: Measured): BenchRow => {
  const bound = (pages * LATENCY_MILLIS) / 1000 / AT_ONCE;
  return {
    name: `first sync of ${members} members, beside pages x 250 ms / 5`,
    ours: seconds,
    peer: bound,
    ratio: seconds / bound,
    unit: 's',
    runs: 1,
  };
};

const memoryRow = (members: number, { peakMegabytes }: Measured, beside?: Measured): BenchRow => ({
  name: `peak memory of the sync of ${members} members${beside ? `, beside ${MEMBERS}` : ''}`,
  ours: peakMegabytes,
  peer: beside?.peakMegabytes ?? null,
  ratio: beside ? peakMegabytes / beside.peakMegabytes : null,
  unit: 'MB',
  runs: 1,
});

const note = (members: number, { rows, pages, seconds }: Measured): string =>
  `${members} members: ${rows} rows in ${pages} pages, ${Math.round(rows / seconds)} rows a second.`;

async function measure(members: number): Promise<Measured> {
  const directory = mkdtempSync(join(tmpdir(), 'copilot-bench-'));
  const sandbox = start('./sync/sandbox-process.ts', [String(members), String(LATENCY_MILLIS)], {});
  try {
    const { url, user, password } = await firstLine<{ url: string; user: string; password: string }>(sandbox);
    const environment = { DATA_DIR: directory, SITE: url, READ_USER: user, READ_PASSWORD: password };
    const sync = start('./sync/sync-process.ts', [], environment);
    const ended = once(sync, 'exit');
    const measured = await firstLine<Measured>(sync);
    await ended;
    return measured;
  } finally {
    sandbox.stdin?.end();
    rmSync(directory, { recursive: true, force: true });
  }
}

const start = (script: string, words: readonly string[], environment: Record<string, string>): ChildProcess =>
  spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(script, import.meta.url)), ...words], {
    env: { ...process.env, ...environment },
    stdio: ['pipe', 'pipe', 'inherit'],
  });

/** The JSON value a process says first. */
async function firstLine<T>(child: ChildProcess): Promise<T> {
  if (!child.stdout) throw new Error('the process says nothing');
  const lines = createInterface({ input: child.stdout });
  for await (const line of lines) return JSON.parse(line) as T;
  throw new Error('a process of the benchmark ended without its figures');
}
