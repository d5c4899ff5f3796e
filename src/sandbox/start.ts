import type { Clock } from '../clock.js';
import { type Accounts, sandboxAccounts } from './accounts.js';
import { createFaults, type Fault, type FaultControl } from './faults.js';

export interface SandboxOptions {
  /** 0 or undefined: any free port. */
  readonly port?: number;
  /** People and organisations, staff not counted; more join as days go by. */
  readonly members: number;
  readonly seed: number;
  readonly clock: Clock;
  /** Waited before each answer. Default 0. */
  readonly latencyMillis?: number;
  /** Where accounts and writes are kept; undefined: in memory. */
  readonly dataDir?: string;
  readonly faults?: readonly Fault[];
}

export interface Sandbox {
  /** http://127.0.0.1:PORT, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly accounts: Accounts;
  readonly faults: FaultControl;
  close(): Promise<void>;
}

/** An iMIS site of a generated association on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions): Promise<Sandbox> {
  const accounts = sandboxAccounts(options.dataDir);
  const faults = createFaults(options.seed, options.faults);
  return { url: 'http://127.0.0.1:0', port: 0, accounts, faults, close: async () => {} };
}
