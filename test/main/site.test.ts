import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import { openSite } from '../../src/main/site.js';
import { parseSettings } from '../../src/settings.js';

const clock = pinnedClock(day('2026-11-21'));
const settingsOf = (dataDir: string, port: number) =>
  parseSettings({ DATA_DIR: dataDir, SANDBOX_PORT: String(port), SANDBOX_MEMBERS: '60' });

test('a second process finds the sandbox of its data folder; another folder is told whose port it is', async () => {
  const [own, other] = [mkdtempSync(join(tmpdir(), 'site-')), mkdtempSync(join(tmpdir(), 'site-'))];
  const first = await openSite(settingsOf(own, 0), clock);
  const port = Number(new URL(first.url).port);
  try {
    const joined = await openSite(settingsOf(own, port), clock);
    expect(joined).toMatchObject({ url: first.url, isSandbox: true });
    expect(joined.words).toContain('another process');
    await expect(openSite(settingsOf(other, port), clock)).rejects.toMatchObject({ kind: 'sandbox_of_another' });
  } finally {
    await first.close();
    for (const folder of [own, other]) rmSync(folder, { recursive: true, force: true });
  }
});

test('a program that is no sandbox on the port is not taken for one', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  const server = createServer((_request, response) => response.end('<html>hello</html>'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    const { port } = server.address() as AddressInfo;
    // It answers 200 to anything: only an access token is believed.
    await expect(openSite(settingsOf(folder, port), clock)).rejects.toMatchObject({ kind: 'sandbox_of_another' });
  } finally {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
