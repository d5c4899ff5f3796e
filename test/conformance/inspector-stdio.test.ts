/* The public inspector starts the program itself, as an AI client would, with a sandbox that nobody has read yet. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';
import { type Bundle, bundle } from '../fixtures/bundle.js';
import { prepareDirectory } from '../fixtures/prepared-directory.js';
import { active, inspect, NO_FAULT, namesOf } from './inspector.js';

const SLOW = 120_000;
const home = mkdtempSync(join(tmpdir(), 'copilot-inspector-'));
const dataDir = mkdtempSync(join(tmpdir(), 'copilot-inspected-'));
const settings = { DATA_DIR: dataDir, SANDBOX_MEMBERS: '60', SANDBOX_PORT: '0', PORT: '0' };
let commands: Bundle;
let target: readonly string[];
beforeAll(async () => {
  const cli = join(packageRoot, 'src/commands/cli.ts');
  await prepareDirectory(dataDir);
  commands = await bundle(cli);
  const given = Object.entries(settings).flatMap(([name, value]) => ['-e', `${name}=${value}`]);
  target = [process.execPath, commands.fileOf(cli), 'mcp', '--as', 'membership', ...given];
}, SLOW);
afterAll(() => {
  commands.remove();
  for (const folder of [dataDir, home]) rmSync(folder, { recursive: true, force: true });
});

test('it starts the program, lists its tools without a fault, and calls one', { timeout: 2 * SLOW }, async () => {
  const listed = await inspect(home, target, '--method', 'tools/list', '--strict');
  expect(listed.code, listed.stderr).toBe(NO_FAULT);
  expect(namesOf(listed.result)).toContain('propose_note');
  const call = ['--method', 'tools/call', '--tool-name', 'count_members', '--tool-args-json', active];
  const { code, result, stderr } = await inspect(home, target, '--protocol-era', 'modern', ...call);
  expect(code, stderr).toBe(0);
  expect((result['structuredContent'] as { counts: { in: number } }).counts.in).toBeGreaterThan(0);
});
