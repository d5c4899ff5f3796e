import type { PGlite } from '@electric-sql/pglite';

/** Told what the one session of the embedded database is doing, so that another thread can see it being stuck. */
export interface Watch {
  began(): void;
  ended(inTransaction: boolean): void;
}

const codes = (letters: string): ReadonlySet<number> => new Set([...letters].map((letter) => letter.charCodeAt(0)));
// Parse, Bind, Describe, Execute, Close, Flush: messages of the extended protocol, whose batch ends with Sync.
const EXTENDED = codes('PBDECH');
// Nobody can see what came of these before Flush or Sync, so they wait for it: PGlite is entered once a statement instead
// of five times, which halves the processor time of a small one.
const DEFERRED = codes('PBDEC');
const TERMINATE = 'X'.charCodeAt(0);

/**
 * PGlite as pglite-socket should see it: one caller's batch at a time. The socket server stays with a client only while
 * `isInTransaction()`, and between Parse and Sync that is false, so with three clients it binds one caller's values to
 * another's statement (976 wrong rows of 2,000 with a pool of 3; none with this).
 */
export function oneBatchAtATime(database: PGlite, watch: Watch): PGlite {
  let open = false;
  let waiting: Uint8Array[] = [];
  return new Proxy(database, {
    get(target, key) {
      const inTransaction = () => open || target.isInTransaction();
      if (key === 'isInTransaction') return inTransaction;
      if (key === 'execProtocolRawStream')
        return async (message: Uint8Array, options: Parameters<PGlite['execProtocolRawStream']>[1]) => {
          const code = message[0] ?? 0;
          open = EXTENDED.has(code);
          if (DEFERRED.has(code)) {
            waiting.push(message);
            watch.ended(true);
            return;
          }
          const batch = waiting.length > 0 && code !== TERMINATE ? Buffer.concat([...waiting, message]) : message;
          waiting = [];
          watch.began();
          try {
            return await target.execProtocolRawStream(batch, options);
          } catch (error) {
            // The WASM program has ended, and the socket server would leave every client waiting: end the thread,
            // its owner reopens the database.
            setImmediate(() => {
              throw error;
            });
            throw error;
          } finally {
            watch.ended(inTransaction());
          }
        };
      if (key === 'exec')
        return async (...statement: Parameters<PGlite['exec']>) => {
          // The server's ROLLBACK for a client that died. After an error inside a batch the first message up to Sync is
          // skipped, so an empty one goes before it.
          if (open) await target.exec('').catch(() => undefined);
          open = false;
          waiting = [];
          return await target.exec(...statement).finally(() => watch.ended(inTransaction()));
        };
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
