import { createServer } from 'node:net';
import { type Clock, shiftedClock, systemClock } from '../../clock.js';
import { isDay } from '../../domain/day.js';
import { sandboxAccounts } from '../../sandbox/accounts.js';
import { startSandbox } from '../../sandbox/start.js';
import type { Settings } from '../../settings.js';
import type { ExaminedSite } from './run.js';

export interface OpenSite extends ExaminedSite {
  close(): Promise<void>;
}

/** iMIS of the settings, else the sandbox that runs on this machine, else one of our own for as long as it is asked. */
export async function openSite(settings: Settings): Promise<OpenSite> {
  if (settings.imis) return { ...settings.imis, close: async () => {} };
  const { port, members, seed, latencyMillis } = settings.sandbox;
  if (port !== 0 && !(await isFree(port)))
    return { url: `http://127.0.0.1:${port}`, ...sandboxAccounts(settings.dataDir), close: async () => {} };
  const sandbox = await startSandbox({
    port: 0,
    members,
    seed,
    latencyMillis,
    clock: clockOf(settings),
    dataDir: settings.dataDir,
  });
  return { url: sandbox.url, ...sandbox.accounts, close: () => sandbox.close() };
}

function clockOf({ sandbox: { asOf }, association: { timeZone } }: Settings): Clock {
  return asOf !== undefined && isDay(asOf) ? shiftedClock(asOf, timeZone) : systemClock(timeZone);
}

/** True when nobody listens on this port of this machine. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
