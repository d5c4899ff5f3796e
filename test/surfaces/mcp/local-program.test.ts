/* The program a client starts on its own machine: on a new data folder, among malformed lines, and to its end. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import { type Bundle, bundle } from '../../fixtures/bundle.js';
import { prepareDirectory } from '../../fixtures/prepared-directory.js';
import { malformedLines } from './malformed.js';
import { initialize, legacy } from './raw.js';

const cli = join(packageRoot, 'src/commands/cli.ts');
const SLOW = 120_000;
const LINES = 300;
const dataDir = mkdtempSync(join(tmpdir(), 'copilot-local-'));
let programs: Bundle;
let child: ChildProcess;
const lines: string[] = [];
let stderr = '';
let exited: Promise<number | null>;

beforeAll(async () => {
  [programs] = await Promise.all([bundle(cli), prepareDirectory(dataDir)]);
  const { PATH, HOME } = process.env;
  child = spawn(process.execPath, [programs.fileOf(cli), 'mcp', '--as', 'membership'], {
    env: { PATH, HOME, DATA_DIR: dataDir, SANDBOX_PORT: '0', SANDBOX_MEMBERS: '300' },
  });
  exited = new Promise((resolve) => child.once('exit', (code) => resolve(code)));
  createInterface({ input: child.stdout as NodeJS.ReadableStream }).on('line', (line) => lines.push(line));
  child.stderr?.on('data', (text) => {
    stderr += text;
  });
}, SLOW);
afterAll(() => {
  child.kill('SIGKILL');
  programs.remove();
  rmSync(dataDir, { recursive: true, force: true });
});

const write = (message: unknown) => child.stdin?.write(`${JSON.stringify(message)}\n`);
const answerTo = (id: unknown) =>
  lines
    .map((line) => JSON.parse(line) as { id?: unknown; result?: Record<string, unknown> })
    .find((one) => one.id === id);

/** Sends a request and waits for its answer. */
async function answered(message: ReturnType<typeof legacy>): Promise<Record<string, unknown> | undefined> {
  write(message);
  await expect.poll(() => answerTo(message.id), { timeout: SLOW, interval: 20 }).toBeDefined();
  return answerTo(message.id)?.result;
}

test('says who it is before anything is read, and answers when somebody is known', { timeout: SLOW }, async () => {
  expect(await answered({ ...initialize, id: 'first' })).toMatchObject({ serverInfo: { name: 'imis-copilot' } });
  write({ jsonrpc: '2.0', method: 'notifications/initialized' });
  expect(await answered(legacy('tools/list', {}, 'second'))).toMatchObject({
    tools: expect.arrayContaining([expect.objectContaining({ name: 'count_members' })]),
  });
});

test(`goes on after ${LINES} malformed lines, answers in the protocol only, and shows nothing of its inside`, {
  timeout: SLOW,
}, async () => {
  const before = lines.length;
  for (const line of malformedLines(LINES, 7)) child.stdin?.write(Buffer.concat([line, Buffer.from('\n')]));
  const counted = await answered(legacy('tools/call', { name: 'what_can_you_do', arguments: {} }, 'after all of them'));
  expect(counted?.['isError']).toBeFalsy();
  for (const line of lines.slice(before)) {
    expect(JSON.parse(line)).toMatchObject({ jsonrpc: '2.0' });
    expect(line).not.toMatch(/\\n\s+at |node_modules|\.[tj]s:\d|syntax error at|"code":-32603/);
  }
  // The client's faults are no defects of ours.
  expect(stderr).not.toMatch(/"level":[56]0/);
});

test('ends by itself when the client closes its end', { timeout: SLOW }, async () => {
  child.stdin?.end();
  expect(await exited).toBe(0);
});
