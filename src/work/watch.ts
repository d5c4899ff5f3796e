// Six signs of life missed in a row.
const SILENT_SIGNS = 6;

/** How far this runner can tell that others, on other machines, are silent. */
export interface Watch {
  /** The database answered just now. */
  reached(): void;
  /** It did not: rethrows the error. */
  lost(error: unknown): never;
  /** A runner not seen for so many milliseconds is gone; undefined where nobody here can tell yet. */
  silence(): number | undefined;
}

/**
 * After the database was out of reach everybody looks silent to the first one back. So silence counts only when the
 * database has been within our own reach for twice as long, in which a statement that hung has ended on the others' side.
 */
export function createWatch(signOfLifeMillis: number): Watch {
  const silentMillis = SILENT_SIGNS * signOfLifeMillis;
  let since: number | undefined;
  let last = 0;
  return {
    reached() {
      const now = performance.now();
      // Not having looked for long is no different: this process, or its machine, was asleep.
      if (since === undefined || now - last > silentMillis / 2) since = now;
      last = now;
    },
    lost(error) {
      since = undefined;
      throw error;
    },
    silence() {
      const now = performance.now();
      const isAwake = now - last <= silentMillis / 2;
      return since !== undefined && isAwake && now - since > 2 * silentMillis ? silentMillis : undefined;
    },
  };
}
