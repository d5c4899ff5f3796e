import { createConnection } from 'node:net';
import { join } from 'node:path';
import type { Clock } from '../clock.js';
import type { SiteProfile } from '../imis/contracts/site-profile.js';
import { sandboxAccounts } from '../sandbox/accounts.js';
import { startSandbox } from '../sandbox/start.js';
import type { Credentials, Settings } from '../settings.js';
import { SandboxOfAnother } from './refusals.js';
import { profileOfSettings } from './site-profile.js';

/** The iMIS this process works with. */
export interface Site {
  readonly url: string;
  readonly isSandbox: boolean;
  readonly read: Credentials;
  /** Absent: nothing can be written. */
  readonly write?: Credentials;
  /** What is known of its ways; absent: nothing. */
  readonly profile?: SiteProfile;
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
  const profile = profileOfSettings(settings);
  const site = await openUnprofiled(settings, clock, profile);
  return profile ? { ...site, profile } : site;
}

async function openUnprofiled(settings: Settings, clock: Clock, profile: SiteProfile | undefined): Promise<Site> {
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
  if (port !== 0 && (await answers(port))) return await joinSandbox(port, dataDir);
  try {
    const behaves = profile && { profile };
    const sandbox = await startSandbox({ port, members, seed, clock, latencyMillis, dataDir, ...behaves });
    return { url: sandbox.url, isSandbox: true, words, ...sandbox.accounts, close: () => sandbox.close() };
  } catch (error) {
    // Another command opened one in the meantime.
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    return await joinSandbox(port, dataDir);
  }
}

/** The sandbox of another process; throws SandboxOfAnother where the accounts of our data folder do not sign in. */
async function joinSandbox(port: number, dataDir: string): Promise<Site> {
  const accounts = sandboxAccounts(dataDir);
  const { user, password } = accounts.read;
  const body = new URLSearchParams({ grant_type: 'password', username: user, password: password.reveal() });
  // Any program may answer 200: only an access token proves the sandbox of this folder.
  const token = await fetch(`http://127.0.0.1:${port}/token`, { method: 'POST', body })
    .then((reply) => reply.json() as Promise<{ access_token?: unknown }>)
    .catch(() => undefined);
  if (typeof token?.access_token !== 'string') throw new SandboxOfAnother(port);
  return {
    url: `http://127.0.0.1:${port}`,
    isSandbox: true,
    words: `Sandbox association run by another process on port ${port}`,
    ...accounts,
    close: nothingToClose,
  };
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
