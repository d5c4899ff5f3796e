import { createConnection } from 'node:net';
import { join } from 'node:path';
import type { Clock } from '../clock.js';
import { sandboxAccounts } from '../sandbox/accounts.js';
import { startSandbox } from '../sandbox/start.js';
import type { Credentials, Settings } from '../settings.js';

/** The iMIS this process works with. */
export interface Site {
  readonly url: string;
  readonly isSandbox: boolean;
  readonly read: Credentials;
  /** Absent: nothing can be written. */
  readonly write?: Credentials;
  /** For a person: 'Sandbox association of 3,000, seed 1'. */
  readonly words: string;
  close(): Promise<void>;
}

const nothingToClose = async (): Promise<void> => {};

/**
 * iMIS of the settings; else the sandbox that another process runs on its port; else a sandbox of our own, which ends
 * with this process.
 */
export async function openSite(settings: Settings, clock: Clock): Promise<Site> {
  if (settings.imis)
    return {
      ...settings.imis,
      isSandbox: false,
      words: `iMIS at ${new URL(settings.imis.url).host}`,
      close: nothingToClose,
    };
  const { port, members, seed, latencyMillis } = settings.sandbox;
  const dataDir = join(settings.dataDir, 'sandbox');
  const words = `Sandbox association of ${members.toLocaleString('en-US')} people and organisations (seed ${seed})`;
  const running = { url: `http://127.0.0.1:${port}`, isSandbox: true, words, close: nothingToClose };
  if (port !== 0 && (await answers(port))) return { ...running, ...sandboxAccounts(dataDir) };
  try {
    const sandbox = await startSandbox({ port, members, seed, clock, latencyMillis, dataDir });
    return { url: sandbox.url, isSandbox: true, words, ...sandbox.accounts, close: () => sandbox.close() };
  } catch (error) {
    // Another command opened one in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return { ...running, ...sandboxAccounts(dataDir) };
  }
}

/** True when somebody listens on this port of this machine. */
const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = createConnection({ port, host: '127.0.0.1' });
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });
