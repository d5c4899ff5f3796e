/* A local program whose connection breaks without its client closing stdin: it ends all the same. */
import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../../src/package-root.js';
import { type Bundle, bundle } from '../../fixtures/bundle.js';
import { initialize } from './raw.js';

const cli = join(packageRoot, 'src/commands/cli.ts');
const SLOW = 60_000;
const line = `${JSON.stringify(initialize)}\n`;
let programs: Bundle;
let child: ChildProcess;
beforeAll(async () => {
  programs = await bundle(cli);
}, SLOW);
afterEach(() => child.kill('SIGKILL'));
afterAll(() => programs.remove());

/** Who it is is answered before anything is opened, so nothing has to be there. */
async function started(): Promise<{ exited: Promise<number | null>; stderr: () => string }> {
  const { PATH, HOME } = process.env;
  child = spawn(process.execPath, [programs.fileOf(cli), 'mcp', '--as', 'membership'], { env: { PATH, HOME } });
  const exited = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  let stderr = '';
  child.stderr?.on('data', (text) => {
    stderr += text;
  });
  // What is written after the end goes nowhere.
  child.stdin?.on('error', () => undefined);
  child.stdin?.write(line);
  await new Promise((resolve) => child.stdout?.once('data', resolve));
  return { exited, stderr: () => stderr };
}

test('the program ends when nobody reads its answers any more', { timeout: SLOW }, async () => {
  const { exited, stderr } = await started();
  child.stdout?.destroy();
  child.stdin?.write(line.replace('"id":1', '"id":2'));
  expect(await exited).toBe(0);
  expect(stderr()).not.toMatch(/"level":[56]0/);
});

test('the program ends after a line longer than any message, though its client keeps the line open', {
  timeout: SLOW,
}, async () => {
  const { exited, stderr } = await started();
  child.stdin?.write('x'.repeat(11 * 1024 * 1024));
  expect(await exited).toBe(0);
  expect(stderr()).not.toMatch(/"level":[56]0/);
});
