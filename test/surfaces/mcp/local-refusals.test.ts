/* What keeps the program of a client from serving it: said before it answers at all, else to whoever waits, and its end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import { type Bundle, bundle } from '../../fixtures/bundle.js';
import { initialize, legacy, modern } from './raw.js';

const cli = join(packageRoot, 'src/commands/cli.ts');
const SLOW = 120_000;
const dataDir = mkdtempSync(join(tmpdir(), 'copilot-refused-'));
const children: ChildProcess[] = [];
let programs: Bundle;

beforeAll(async () => {
  programs = await bundle(cli);
}, SLOW);
afterAll(() => {
  for (const child of children) child.kill('SIGKILL');
  programs.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

interface Answer {
  readonly id?: unknown;
  readonly result?: Record<string, unknown>;
  readonly error?: { readonly message: string };
}

interface Started {
  readonly child: ChildProcess;
  readonly answers: Answer[];
  readonly ended: Promise<{ code: number | null; stderr: string }>;
}

/** The program as a client starts it; its end of the line stays open. */
function started(options: readonly string[], environment: Readonly<Record<string, string>> = {}): Started {
  const { PATH, HOME } = process.env;
  const child = spawn(process.execPath, [programs.fileOf(cli), 'mcp', ...options], {
    env: { PATH, HOME, DATA_DIR: dataDir, SANDBOX_PORT: '0', ...environment },
  });
  children.push(child);
  const answers: Answer[] = [];
  let stderr = '';
  createInterface({ input: child.stdout }).on('line', (line) => answers.push(JSON.parse(line) as Answer));
  child.stderr.on('data', (text) => {
    stderr += text;
  });
  return { child, answers, ended: new Promise((end) => child.once('close', (code) => end({ code, stderr }))) };
}

const realSite = {
  IMIS_URL: 'https://imis.example.org',
  IMIS_READ_USER: 'reader',
  IMIS_READ_PASSWORD: 'of no use here',
};

test.each<[string, readonly string[], Readonly<Record<string, string>>, RegExp]>([
  ['a misspelt toolset', ['--as', 'membership', '--toolsets', 'figure'], {}, /There is no toolset "figure"/],
  ['a misspelt tool to leave out', ['--as', 'membership', '--exclude', 'find_member'], {}, /no tool "find_member"/],
  ['a misspelt setting', ['--as', 'membership'], { MCP_TOOLSETS: 'peoples' }, /There is no toolset "peoples"/],
  ['nobody to speak for', [], {}, /Nothing says for whom this client speaks/],
  ['a name with a real site', ['--as', 'membership'], realSite, /nobody can choose who they are/],
])(
  '%s ends it with the reason before it answers anybody',
  { timeout: SLOW },
  async (_, options, environment, reason) => {
    const { child, answers, ended } = started(options, environment);
    child.stdin?.on('error', () => undefined);
    child.stdin?.write(`${JSON.stringify(initialize)}\n`);
    const { code, stderr } = await ended;
    expect([code, answers]).toEqual([1, []]);
    expect(stderr).toMatch(reason);
  },
);

test.each([
  ['of 2025-11-25', [{ ...initialize, id: 'who' }, legacy('tools/list', {}, 'a'), legacy('prompts/list', {}, 'b')]],
  [
    'of 2026-07-28',
    [modern('server/discover', {}, 'who'), modern('tools/list', {}, 'a'), modern('tools/list', {}, 'b')],
  ],
])(
  'a client %s that waits for a database which cannot be opened is told so, and the program ends',
  {
    timeout: SLOW,
  },
  async (_, messages) => {
    // Nobody listens there.
    const { child, answers, ended } = started(['--as', 'membership'], {
      DATABASE_URL: 'postgres://copilot:secret-of-nobody@127.0.0.1:1/copilot',
    });
    for (const message of messages) child.stdin?.write(`${JSON.stringify(message)}\n`);
    const { code, stderr } = await ended;
    expect(code).toBe(1);
    expect(answers.find(({ id }) => id === 'who')?.result).toBeDefined();
    const told = ['a', 'b'].map((id) => answers.find((answer) => answer.id === id)?.error?.message);
    const [reason] = stderr.split('\n').filter((line) => line.startsWith('The database'));
    expect(reason).toBeDefined();
    for (const words of told) expect(words).toContain(reason);
    expect(JSON.stringify(answers)).not.toContain('secret-of-nobody');
  },
);
