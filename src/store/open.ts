import type { Settings } from '../settings.js';
import { openNative } from './native.js';
import type { Store } from './store.js';

export type { Store } from './store.js';

export interface OpenOptions {
  /** Told, in words for a log, when a connection is lost or the embedded database is reopened. */
  readonly log?: (message: string) => void;
  /** Connections at most; unset: 8 for a server or an owner, 3 for a process that joined. */
  readonly connections?: number;
}

/** The database of these settings: the server of DATABASE_URL, else the embedded one in DATA_DIR. */
export async function openStore(
  settings: Pick<Settings, 'database' | 'dataDir'>,
  options: OpenOptions = {},
): Promise<Store> {
  const { url, statementMillis } = settings.database;
  if (url) return openNative({ url: url.reveal(), statementMillis, connections: options.connections ?? 8 });
  throw new Error('the embedded database on disk follows');
}
