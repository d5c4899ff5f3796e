/*
 * What was written to the sandbox: rows laid over the generated ones, kept as one JSON line each in a file that only
 * grows. A line is on the disk before the write is answered; a last line that was cut off was never answered.
 */
import { closeSync, existsSync, fsyncSync, ftruncateSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ExpectedError } from '../errors.js';

export interface Written {
  /** A table or panel source. */
  readonly table: string;
  /** Party the row belongs to. */
  readonly owner: string;
  readonly key: string;
  /** Site-local time. */
  readonly updatedOn: string;
  /** The whole row as it is now; null: deleted. */
  readonly value: object | null;
}

export interface Overlay {
  /** Rises with every write. */
  readonly version: number;
  /** The latest writing of each key, oldest first. */
  of(table: string, owner: string): readonly Written[];
  owners(): Iterable<string>;
  tablesOf(owner: string): Iterable<string>;
  /** Durable when it returns. */
  write(written: Written): void;
  close(): void;
}

export class SandboxWritesDamaged extends ExpectedError {
  readonly kind = 'sandbox_writes_damaged';
  constructor(line: number) {
    super(
      `Line ${line} of the sandbox's written rows is not readable.`,
      'Restore sandbox-writes.jsonl from a copy, or delete it to begin with the generated association.',
    );
  }
}

const Line = z.object({
  table: z.string(),
  owner: z.string(),
  key: z.string(),
  updatedOn: z.string(),
  value: z.record(z.string(), z.unknown()).nullable(),
});

const FILE = 'sandbox-writes.jsonl';

/** The writes of a data directory; without one they live as long as the process. */
export function openOverlay(dataDir?: string): Overlay {
  const rows = new Map<string, Map<string, Map<string, Written>>>();
  let version = 0;
  const lay = (written: Written): void => {
    const tables = rows.get(written.owner) ?? new Map<string, Map<string, Written>>();
    const keys = tables.get(written.table) ?? new Map<string, Written>();
    keys.set(written.key, written);
    tables.set(written.table, keys);
    rows.set(written.owner, tables);
    version++;
  };
  const file = dataDir === undefined ? undefined : openFile(dataDir, lay);
  return {
    get version() {
      return version;
    },
    of: (table, owner) => [...(rows.get(owner)?.get(table)?.values() ?? [])],
    owners: () => rows.keys(),
    tablesOf: (owner) => rows.get(owner)?.keys() ?? [],
    write(written) {
      if (file !== undefined) {
        writeSync(file, `${JSON.stringify(written)}\n`);
        fsyncSync(file);
      }
      lay(written);
    },
    close() {
      if (file !== undefined) closeSync(file);
    },
  };
}

function openFile(dataDir: string, lay: (written: Written) => void): number {
  mkdirSync(dataDir, { recursive: true });
  const path = join(dataDir, FILE);
  const kept = existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  const whole = kept.lastIndexOf('\n') + 1;
  const lines = kept.subarray(0, whole).toString('utf8').split('\n').slice(0, -1);
  lines.forEach((line, place) => {
    lay(readLine(line, place + 1));
  });
  const file = openSync(path, 'a', 0o600);
  if (whole < kept.length) ftruncateSync(file, whole);
  return file;
}

function readLine(line: string, number: number): Written {
  try {
    return Line.parse(JSON.parse(line));
  } catch {
    throw new SandboxWritesDamaged(number);
  }
}
