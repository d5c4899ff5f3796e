import { once } from 'node:events';
import type { Clock } from '../clock.js';
import { ExpectedError } from '../errors.js';
import type { SiteProfile } from '../imis/contracts/site-profile.js';
import { type Accounts, sandboxAccounts } from './accounts.js';
import { HISTORY_BEGINS } from './association.js';
import { behaviourOf } from './behaviour.js';
import { numberOf, textOf } from './calendar.js';
import { createDrifts } from './drift.js';
import { createFaults, type Fault, type FaultControl } from './faults.js';
import { MOST_MEMBERS } from './life.js';
import { openOverlay } from './overlay.js';
import { createSandboxServer } from './server.js';
import { createSite } from './site.js';
import { createTokens } from './tokens.js';

export interface SandboxOptions {
  /** 0 or undefined: any free port. */
  readonly port?: number;
  /** People and organisations by the end of October 2026, staff not counted; more join as days go by. */
  readonly members: number;
  readonly seed: number;
  readonly clock: Clock;
  /** Waited before each answer. Default 0. */
  readonly latencyMillis?: number;
  /** Where accounts and writes are kept; undefined: in memory. */
  readonly dataDir?: string;
  readonly faults?: readonly Fault[];
  /** The site to behave like, in what the documentation leaves open. */
  readonly profile?: SiteProfile;
  /** Told how many members have been generated, while the first answers wait for it. */
  readonly onProgress?: (done: number, all: number) => void;
}

export interface Sandbox {
  /** http://127.0.0.1:PORT, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly accounts: Accounts;
  readonly faults: FaultControl;
  /** Fulfilled when every member has been generated; requests wait for it by themselves. */
  ready(): Promise<void>;
  close(): Promise<void>;
}

export class SandboxPortTaken extends ExpectedError {
  readonly kind = 'sandbox_port_taken';
  /** As Node names it: a caller may go on with whoever listens there. */
  readonly code = 'EADDRINUSE';
  constructor(port: number) {
    super(`Port ${port} is in use.`, 'End the process that uses it, or give another with SANDBOX_PORT or --port.');
  }
}

export class SandboxOutOfRange extends ExpectedError {
  readonly kind = 'sandbox_out_of_range';
}

/** An iMIS site of a generated association, on 127.0.0.1 only. Listens at once; its first answers wait for `ready`. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const { members, seed, clock, port = 0, latencyMillis = 0, dataDir, onProgress } = options;
  refuseImpossible(options);
  const accounts = sandboxAccounts(dataDir);
  const faults = createFaults(seed, options.faults);
  const overlay = openOverlay(dataDir);
  const site = createSite({ seed, members, clock, overlay, ...(onProgress && { onProgress }) });
  const tokens = createTokens(accounts, clock);
  const behaviour = behaviourOf(options.profile);
  const drifts = createDrifts();
  const server = createSandboxServer({ site, accounts, tokens, faults, behaviour, latencyMillis, drifts });
  server.listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch (error) {
    overlay.close();
    throw isTaken(error) ? new SandboxPortTaken(port) : error;
  }
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  const ready = site.open();
  return {
    url: `http://127.0.0.1:${listening}`,
    port: listening,
    accounts,
    faults,
    ready: async () => {
      await ready;
    },
    async close() {
      site.end();
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
      overlay.close();
    },
  };
}

function refuseImpossible({ members, clock }: SandboxOptions): void {
  if (!Number.isInteger(members) || members < 1 || members > MOST_MEMBERS)
    throw new SandboxOutOfRange(
      `The sandbox cannot serve ${members} members.`,
      `Give a number from 1 to ${MOST_MEMBERS} with SANDBOX_MEMBERS or --members.`,
    );
  if (numberOf(clock.today()) < HISTORY_BEGINS)
    throw new SandboxOutOfRange(
      `The sandbox has no history before ${textOf(HISTORY_BEGINS)}.`,
      'Give a later day with SANDBOX_AS_OF or --as-of.',
    );
}

const isTaken = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
