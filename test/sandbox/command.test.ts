import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { packageRoot } from '../../src/package-root.js';

const dataDir = mkdtempSync(join(tmpdir(), 'sandbox-command-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

function command(...options: string[]): ChildProcess {
  const cli = join(packageRoot, 'src/commands/cli.ts');
  return spawn(process.execPath, ['--import', 'tsx', cli, 'sandbox', ...options], {
    cwd: packageRoot,
    env: { ...process.env, DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Its first JSON value, as soon as it is whole. */
async function facts(child: ChildProcess): Promise<{ url: string; accounts: string }> {
  let text = '';
  for await (const part of child.stdout ?? []) {
    text += String(part);
    if (text.trim().endsWith('}')) return JSON.parse(text);
  }
  throw new Error(`it ended without a word: ${text}`);
}

test('it says where it is, answers there, keeps what is written through kill -9, and Ctrl-C ends it with 0', async () => {
  const first = command('--port', '0', '--members', '60', '--as-of', '2026-11-21', '--json');
  const told = await facts(first);
  expect(statSync(told.accounts).mode & 0o777).toBe(0o600);
  const token = await signIn(told.url);
  expect((await post(told.url, token)).status).toBe(201);
  first.kill('SIGKILL');
  await once(first, 'exit');

  const second = command('--port', '0', '--members', '60', '--as-of', '2026-11-21', '--json');
  const again = await facts(second);
  const headers = { authorization: `Bearer ${await signIn(again.url)}` };
  const found = await (await fetch(`${again.url}/api/Activity?UF_1=kept`, { headers })).json();
  expect((found as { TotalCount: number }).TotalCount).toBe(1);
  second.kill('SIGINT');
  expect(await once(second, 'exit')).toEqual([0, null]);
});

test('wrong usage ends with 2', async () => {
  const child = command('--as-of', 'yesterday');
  expect((await once(child, 'exit'))[0]).toBe(2);
});

async function signIn(url: string): Promise<string> {
  const { sandboxAccounts } = await import('../../src/sandbox/accounts.js');
  const { user, password } = sandboxAccounts(join(dataDir, 'sandbox')).write;
  const body = new URLSearchParams({ grant_type: 'password', username: user, password: password.reveal() });
  const answer = (await (await fetch(`${url}/token`, { method: 'POST', body })).json()) as { access_token: string };
  return answer.access_token;
}

const post = (url: string, token: string): Promise<Response> =>
  fetch(`${url}/api/Activity`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({
      $type: 'Asi.Soa.Core.DataContracts.GenericEntityData, Asi.Contracts',
      EntityTypeName: 'Activity',
      Properties: {
        $values: [
          { Name: 'PartyId', Value: '100104' },
          { Name: 'ACTIVITY_TYPE', Value: 'NOTE' },
          { Name: 'TRANSACTION_DATE', Value: '2026-11-21T00:00:00' },
          { Name: 'UF_1', Value: 'kept' },
        ],
      },
    }),
  });
