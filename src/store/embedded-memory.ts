import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONNECT_ATTEMPTS, embeddedPool, SOCKET_NAME } from './embedded-pool.js';
import { startEmbeddedServer } from './embedded-server.js';
import { statementsOver } from './statements.js';
import type { Store } from './store.js';

export interface MemoryStore extends Store {
  /** The whole database as a tar that `loadFrom` takes. */
  dump(): Promise<Uint8Array>;
}

const CONNECTIONS = 8;
const MAX_CONNECTIONS = 40;

/** An embedded database without a folder: gone when it is closed or has to be restarted. Tests and benchmarks use it. */
export async function openMemory(options: {
  readonly loadFrom?: string;
  readonly statementMillis: number;
}): Promise<MemoryStore> {
  const folder = mkdtempSync(join(tmpdir(), 'imis-copilot-'));
  const socket = join(folder, SOCKET_NAME);
  const server = startEmbeddedServer({ ...options, directory: 'memory://', socket, maxConnections: MAX_CONNECTIONS });
  const pool = embeddedPool(socket, options.statementMillis, { max: CONNECTIONS, ready: server.ready });
  let closed: Promise<void> | undefined;
  const close = () => {
    closed ??= end();
    return closed;
  };
  const end = async () => {
    await pool.end();
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await server.ready();
  } catch (error) {
    await close();
    throw error;
  }
  const statements = statementsOver(pool, {
    statementMillis: options.statementMillis,
    connectAttempts: CONNECT_ATTEMPTS,
  });
  return { kind: 'embedded', role: 'owner', pool, ...statements, dump: server.dump, close };
}
