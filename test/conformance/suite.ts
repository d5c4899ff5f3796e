/* The public conformance suite as a process of its own, and what its files say of each check. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

export const program = join(packageRoot, 'node_modules/@modelcontextprotocol/conformance/dist/index.js');
const glob = join(packageRoot, 'test/conformance/node20-glob.mjs');
const LONGEST_MILLIS = 110_000;

export type Revision = '2025-11-25' | '2026-07-28';

export interface Check {
  readonly scenario: string;
  readonly id: string;
  readonly status: 'SUCCESS' | 'FAILURE' | 'WARNING' | 'SKIPPED' | 'INFO';
  readonly errorMessage?: string;
}

export interface Verdict {
  readonly code: number;
  readonly said: string;
  readonly checks: readonly Check[];
}

/** Runs what `revision` requires against the server at `url`. `baseline` is a file of checks that may fail. */
export async function conformance(url: string, revision: Revision, baseline?: string): Promise<Verdict> {
  const folder = mkdtempSync(join(tmpdir(), 'copilot-conformance-'));
  const excused = baseline === undefined ? [] : ['--expected-failures', baseline];
  try {
    const words = ['server', '--url', `${url}/mcp`, '--requirements', revision, '-o', folder, ...excused];
    const { code, said } = await run(['--import', glob, program, ...words], folder);
    return { code, said, checks: checksIn(folder) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const run = (words: readonly string[], folder: string): Promise<{ code: number; said: string }> =>
  new Promise((resolve) => {
    const options = { cwd: folder, env: { PATH: process.env['PATH'], HOME: folder }, timeout: LONGEST_MILLIS };
    execFile(process.execPath, words, { ...options, maxBuffer: 2 ** 26 }, (error, stdout, stderr) => {
      resolve({ code: error ? Number(error.code ?? 1) : 0, said: `${stdout}${stderr}` });
    });
  });

/** A folder for each scenario, named server-SCENARIO-TIME, with one file in it. */
const checksIn = (folder: string): readonly Check[] =>
  readdirSync(folder).flatMap((name) => {
    const scenario = /^server-(.+?)-\d{4}-\d{2}-\d{2}T/.exec(name)?.[1];
    if (scenario === undefined) return [];
    const checks = JSON.parse(readFileSync(join(folder, name, 'checks.json'), 'utf8')) as Omit<Check, 'scenario'>[];
    return checks.map((check) => ({ ...check, scenario }));
  });
