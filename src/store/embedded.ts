import { connect } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import {
  beginCreation,
  clusterOf,
  completeCreation,
  inspect,
  makeDirectory,
  removeSocketFolder,
  socketFor,
} from './data-directory.js';
import { CONNECT_ATTEMPTS, embeddedPool } from './embedded-pool.js';
import { type EmbeddedServer, startEmbeddedServer } from './embedded-server.js';
import { DatabaseUnavailable, DataDirectoryInUse } from './errors.js';
import { type Holder, holderOf, type Lock, takeLock } from './lock.js';
import { openFailure, wordsOf } from './open-failure.js';
import { statementsOver } from './statements.js';
import type { Store } from './store.js';

export interface EmbeddedOptions {
  readonly directory: string;
  readonly statementMillis: number;
  readonly connections?: number;
  readonly log?: (message: string) => void;
  /** How long an owner that lives may be silent, as one is that creates the database; unset: two minutes. */
  readonly joinMillis?: number;
  /** How long the database may take to start; unset: two minutes. */
  readonly startMillis?: number;
}

// All processes together; the socket server drops whoever comes when it is full.
const MAX_CONNECTIONS = 40;
const OWNER_CONNECTIONS = 8;
const JOINED_CONNECTIONS = 3;
// As long as the owner may take to create a database on a busy machine.
const JOIN_MILLIS = 120_000;
const LOOK_EVERY_MILLIS = 50;
const CLOSE_MILLIS = 5_000;

/**
 * The database in a folder: owned by the first process that opens it, joined by the others through its socket. When the
 * owner ends, the next of them that needs a connection takes over. Throws DataDirectoryNewer, DataDirectoryDamaged,
 * DataDirectoryInUse or DatabaseUnavailable.
 */
export async function openEmbedded(options: EmbeddedOptions): Promise<Store> {
  const { directory, statementMillis, log = () => undefined, joinMillis = JOIN_MILLIS } = options;
  makeDirectory(directory);
  inspect(directory);
  let owned: Owned | undefined;
  let socket = socketFor(directory);
  let seeking: Promise<void> | undefined;
  let closing = false;
  let closed: Promise<void> | undefined;

  const ready = async () => {
    if (owned) return await answering(owned.server);
    seeking ??= seek().finally(() => {
      seeking = undefined;
    });
    await seeking;
  };

  const seek = async () => {
    const until = performance.now() + joinMillis;
    for (;;) {
      if (closing) throw new Error('the store was closed');
      const holder = holderOf(directory);
      if (!holder || holder.isGone) {
        owned = await own(options, holder);
        if (owned) return;
      } else if (holder.socket && (await answers(holder.socket))) {
        socket = holder.socket;
        return;
      }
      if (performance.now() > until) throw new DataDirectoryInUse(directory, holder?.process?.pid ?? 0);
      await pause(LOOK_EVERY_MILLIS);
    }
  };

  const close = async () => {
    closing = true;
    await Promise.race([pool.end(), pause(CLOSE_MILLIS, undefined, { ref: false })]);
    await seeking?.catch(() => undefined);
    if (!owned) return;
    await owned.server.close();
    // Before another process may take over and make it again.
    removeSocketFolder(socketFor(directory));
    owned.lock.release();
  };

  await ready();
  const max = options.connections ?? (owned ? OWNER_CONNECTIONS : JOINED_CONNECTIONS);
  const pool = embeddedPool(socket, statementMillis, {
    max,
    onLost: (error) => log(`lost a connection: ${error.message}`),
    ready: async () => {
      await ready();
      pool.options.host = dirname(socket);
    },
  });
  return {
    kind: 'embedded',
    get role() {
      return owned ? 'owner' : 'joined';
    },
    pool,
    ...statementsOver(pool, { statementMillis, connectAttempts: CONNECT_ATTEMPTS }),
    close() {
      closed ??= close();
      return closed;
    },
  };
}

interface Owned {
  readonly server: EmbeddedServer;
  readonly lock: Lock;
}

/** Takes over from `holder` and opens the database; undefined when another process was quicker. */
async function own(options: EmbeddedOptions, holder: Holder | undefined): Promise<Owned | undefined> {
  const { directory, statementMillis, log, startMillis } = options;
  const socket = socketFor(directory);
  const lock = takeLock(directory, holder, socket);
  if (!lock) return undefined;
  let server: EmbeddedServer | undefined;
  let state: ReturnType<typeof inspect> | undefined;
  try {
    state = inspect(directory);
    if (state === 'new') beginCreation(directory);
    server = startEmbeddedServer({
      directory: clusterOf(directory),
      socket,
      maxConnections: MAX_CONNECTIONS,
      statementMillis,
      ...(startMillis !== undefined && { startMillis }),
      onRestart: (reason) => log?.(`the embedded database is reopened: ${reason}`),
    });
    await server.ready();
    if (state === 'new') completeCreation(directory);
    return { server, lock };
  } catch (error) {
    await server?.close();
    lock.release();
    if (!server) throw error;
    throw openFailure(directory, state === 'new', error);
  }
}

async function answering(server: EmbeddedServer): Promise<void> {
  try {
    await server.ready();
  } catch (error) {
    throw new DatabaseUnavailable(
      `The embedded database does not reopen (${wordsOf(error)}).`,
      'Try again; if it lasts, end this process and start it again.',
      error,
    );
  }
}

async function answers(socket: string): Promise<boolean> {
  return await new Promise((resolve) => {
    const probe = connect(socket);
    probe.setTimeout(1_000);
    const done = (answered: boolean) => () => {
      probe.destroy();
      resolve(answered);
    };
    probe.once('connect', done(true)).once('error', done(false)).once('timeout', done(false));
  });
}
