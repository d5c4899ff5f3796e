/*
 * The thread that holds the embedded database and serves it on a socket. It is a program of its own: embedded-server.ts
 * starts, watches and restarts it.
 */
import { readFileSync, rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { vector } from '@electric-sql/pglite-pgvector';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import { oneBatchAtATime } from './one-batch.js';
import { beat, type Pulse } from './pulse.js';

export interface ThreadOptions {
  /** Folder of the cluster, or `memory://`. */
  readonly directory: string;
  readonly socket: string;
  readonly maxConnections: number;
  readonly pulse: Pulse;
  /** A tar of a data directory to begin with. */
  readonly loadFrom?: string;
}

export type ThreadRequest = 'close' | 'dump';
export type ThreadReply =
  | { readonly event: 'ready' | 'closed' }
  | { readonly event: 'dumped'; readonly tar: ArrayBuffer };

const options = workerData as ThreadOptions;
const tell = (reply: ThreadReply, transfer: ArrayBuffer[] = []) => parentPort?.postMessage(reply, transfer);

const database = await PGlite.create({
  dataDir: options.directory,
  extensions: { vector },
  ...(options.loadFrom !== undefined && { loadDataDir: new Blob([readFileSync(options.loadFrom)]) }),
});
await database.exec(`set timezone to 'UTC'`);
rmSync(options.socket, { force: true });
const server = new PGLiteSocketServer({
  db: oneBatchAtATime(database, beat(options.pulse)),
  path: options.socket,
  maxConnections: options.maxConnections,
});
await server.start();

parentPort?.on('message', async (request: ThreadRequest) => {
  if (request === 'dump') {
    const tar = await (await database.dumpDataDir('none')).arrayBuffer();
    tell({ event: 'dumped', tar }, [tar]);
  } else {
    await server.stop();
    await database.close();
    tell({ event: 'closed' });
  }
});
tell({ event: 'ready' });
