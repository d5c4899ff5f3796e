import type { Settings } from '../settings.js';
import { openEmbedded } from './embedded.js';
import { openNative } from './native.js';
import type { Store } from './store.js';

export type { Store } from './store.js';

const SERVER_CONNECTIONS = 8;

export interface OpenOptions {
  /** Told, in words for a log, when a connection is lost or the embedded database is reopened. */
  readonly log?: (message: string) => void;
  /** Connections at most; unset: 8 for a server or an owner, 3 for a process that joined. */
  readonly connections?: number;
}

/**
 * The database of these settings: the server of DATABASE_URL, else the embedded one in DATA_DIR. It is not migrated:
 * `migrate` does that. A server is connected to at the first statement; the embedded one answers when this returns.
 */
export async function openStore(
  settings: Pick<Settings, 'database' | 'dataDir'>,
  options: OpenOptions = {},
): Promise<Store> {
  const { url, statementMillis } = settings.database;
  const { connections, log } = options;
  if (!url)
    return await openEmbedded({
      directory: settings.dataDir,
      statementMillis,
      ...(connections && { connections }),
      ...(log && { log }),
    });
  return openNative({
    url: url.reveal(),
    statementMillis,
    connections: connections ?? SERVER_CONNECTIONS,
    ...(log && { onLost: (error) => log(`lost a connection: ${error.message}`) }),
  });
}
