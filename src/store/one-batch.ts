import type { PGlite } from '@electric-sql/pglite';

/** Told what the one session of the embedded database is doing, so that another thread can see it being stuck. */
export interface Watch {
  began(): void;
  ended(inTransaction: boolean): void;
}

// Parse, Bind, Describe, Execute, Close, Flush: messages of the extended protocol, whose batch ends with Sync.
const EXTENDED = new Set([...'PBDECH'].map((letter) => letter.charCodeAt(0)));

/**
 * PGlite as pglite-socket should see it: one caller's batch at a time. The socket server stays with a client only while
 * `isInTransaction()`, and between Parse and Sync that is false, so with three clients it binds one caller's values to
 * another's statement (976 wrong rows of 2,000 with a pool of 3; none with this).
 */
export function oneBatchAtATime(database: PGlite, watch: Watch): PGlite {
  let open = false;
  return new Proxy(database, {
    get(target, key) {
      const inTransaction = () => open || target.isInTransaction();
      if (key === 'isInTransaction') return inTransaction;
      if (key === 'execProtocolRawStream')
        return async (message: Uint8Array, options: Parameters<PGlite['execProtocolRawStream']>[1]) => {
          open = EXTENDED.has(message[0] ?? 0);
          watch.began();
          try {
            return await target.execProtocolRawStream(message, options);
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
          return await target.exec(...statement).finally(() => watch.ended(inTransaction()));
        };
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
