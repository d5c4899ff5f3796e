import { once } from 'node:events';
import { chmodSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { ThreadOptions, ThreadReply, ThreadRequest } from './embedded-thread.js';
import { StartTooSlow } from './open-failure.js';
import { newPulse, type Pulse, stuckFor } from './pulse.js';

export interface ServerOptions extends Omit<ThreadOptions, 'pulse'> {
  /** A statement that runs longer, or a transaction left idle for longer, is ended by restarting the database. */
  readonly statementMillis: number;
  /** How long it may take to start; unset: two minutes. */
  readonly startMillis?: number;
  readonly onRestart?: (reason: string) => void;
}

/** The embedded database on its socket, in a thread of this process. */
export interface EmbeddedServer {
  /** Resolves once the socket answers; after a failed start it tries again. */
  ready(): Promise<void>;
  /** The data directory as an uncompressed tar. */
  dump(): Promise<Uint8Array>;
  close(): Promise<void>;
}

// The first start creates a cluster: 3 to 6 s on two idle cores, several times that on busy ones.
const START_MILLIS = 120_000;
// A statement under way can delay an orderly end; a thread ended harder loses nothing that was committed.
const CLOSE_MILLIS = 5_000;
const LOOK_EVERY_MILLIS = 200;

interface Thread {
  readonly worker: Worker;
  readonly pulse: Pulse;
}

/** Starts the database; `ready` tells when. It is reopened when a statement is stuck or its thread ends. */
export function startEmbeddedServer(options: ServerOptions): EmbeddedServer {
  let closing = false;
  let running: Thread | undefined;
  let current = begin();
  const watchdog = setInterval(look, Math.min(LOOK_EVERY_MILLIS, options.statementMillis / 4));
  watchdog.unref();

  function begin(): Promise<Thread> {
    const starting = launch(options).then((thread) => {
      running = thread;
      thread.worker.once('exit', () => reopen(thread, 'its thread ended'));
      return thread;
    });
    starting.catch(() => undefined);
    return starting;
  }

  function reopen(thread: Thread, reason: string): void {
    if (running !== thread || closing) return;
    running = undefined;
    options.onRestart?.(reason);
    const ended = thread.worker.terminate();
    current = ended.then(begin);
    current.catch(() => undefined);
  }

  function look(): void {
    const stuck = running ? stuckFor(running.pulse) : 0;
    if (running && stuck > options.statementMillis) reopen(running, `a statement was stuck for ${stuck} ms`);
  }

  return {
    async ready() {
      const waited = current;
      try {
        await waited;
      } catch (error) {
        if (closing) throw error;
        if (current === waited) current = begin();
        await current;
      }
    },
    async dump() {
      const { worker } = await current;
      const reply = replyOf(worker, 'dumped');
      worker.postMessage('dump' satisfies ThreadRequest);
      const dumped = await reply;
      return new Uint8Array('tar' in dumped ? dumped.tar : new ArrayBuffer(0));
    },
    async close() {
      closing = true;
      clearInterval(watchdog);
      const thread = await current.catch(() => undefined);
      if (!thread) return;
      const closed = replyOf(thread.worker, 'closed').catch(() => undefined);
      thread.worker.postMessage('close' satisfies ThreadRequest);
      await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSE_MILLIS).unref())]);
      await thread.worker.terminate();
    },
  };
}

async function launch(options: ServerOptions): Promise<Thread> {
  const pulse = newPulse();
  const { directory, socket, maxConnections, loadFrom } = options;
  const data: ThreadOptions = { directory, socket, maxConnections, pulse, ...(loadFrom && { loadFrom }) };
  const worker = newThread(data);
  // Without a listener the error of a thread that ends later would end this process; 'exit' follows and reopens it.
  worker.on('error', () => undefined);
  // What the WASM program prints about a crash is no log of ours.
  worker.stdout.resume();
  worker.stderr.resume();
  const startMillis = options.startMillis ?? START_MILLIS;
  let isTooSlow = false;
  const timer = setTimeout(() => {
    isTooSlow = true;
    void worker.terminate();
  }, startMillis);
  try {
    await replyOf(worker, 'ready');
  } catch (error) {
    await worker.terminate();
    throw isTooSlow ? new StartTooSlow(startMillis) : error;
  } finally {
    clearTimeout(timer);
  }
  chmodSync(socket, 0o600);
  return { worker, pulse };
}

function newThread(workerData: ThreadOptions): Worker {
  const shared = { workerData, stdout: true, stderr: true };
  if (!import.meta.url.endsWith('.ts')) return new Worker(new URL('./embedded-thread.js', import.meta.url), shared);
  // From source: a thread on Node 20 inherits no TypeScript loader, and `--import tsx` in execArgv installs none.
  const source = JSON.stringify(new URL('./embedded-thread.ts', import.meta.url).href);
  return new Worker(`import('tsx/esm/api').then((tsx) => { tsx.register(); return import(${source}); })`, {
    ...shared,
    eval: true,
  });
}

async function replyOf(worker: Worker, event: ThreadReply['event']): Promise<ThreadReply> {
  const stop = new AbortController();
  const ended = once(worker, 'exit', { signal: stop.signal }).then(() => {
    throw new Error('the thread of the embedded database ended');
  });
  ended.catch(() => undefined);
  try {
    for (;;) {
      const [reply] = (await Promise.race([once(worker, 'message', { signal: stop.signal }), ended])) as [ThreadReply];
      if (reply.event === event) return reply;
    }
  } finally {
    stop.abort();
  }
}
