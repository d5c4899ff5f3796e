/*
 * A data directory holds the cluster in `database/`, and `database.json`, which says that the cluster is complete and
 * what wrote it. While it is being created, `database.creating` stands beside it: whoever finds that starts afresh,
 * since nobody was ever given such a database.
 */
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import { SOCKET_NAME } from './embedded-pool.js';
import { DatabaseUnavailable, DataDirectoryDamaged, DataDirectoryNewer } from './errors.js';
import { codeOf, isThere, notReadable } from './file-access.js';

const FORMAT = 1;
// PGlite 0.5 is PostgreSQL 18; another major version cannot read its files.
const POSTGRES = 18;
// A socket's path may have 103 bytes on macOS, 107 on Linux.
const SOCKET_PATH_BYTES = 100;

const Version = z.object({ format: z.number().int(), postgres: z.number().int() });

const versionFile = (directory: string) => join(directory, 'database.json');
const creatingFile = (directory: string) => join(directory, 'database.creating');
export const clusterOf = (directory: string): string => join(directory, 'database');

/** Makes the folder, readable by this account alone. */
export function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new DatabaseUnavailable(
      `The data directory ${directory} cannot be made (${codeOf(error)}).`,
      'Set DATA_DIR to a folder this account may write to.',
      error,
    );
  }
}

/** Whether there is a database to open, changing nothing. Throws DataDirectoryNewer, DataDirectoryDamaged and DatabaseUnavailable. */
export function inspect(directory: string): 'ready' | 'new' {
  // In this order, another process that is creating it right now is never taken for damage.
  const hasCluster = isThere(clusterOf(directory));
  if (isThere(creatingFile(directory))) return 'new';
  const version = readVersion(directory);
  if (!version) {
    if (hasCluster) throw new DataDirectoryDamaged(directory, 'database.json is missing beside its database');
    return 'new';
  }
  if (version.format > FORMAT) throw new DataDirectoryNewer(directory, version.format, FORMAT);
  if (version.postgres > POSTGRES)
    throw new DataDirectoryNewer(directory, `PostgreSQL ${version.postgres}`, `PostgreSQL ${POSTGRES}`);
  if (version.format < FORMAT || version.postgres < POSTGRES)
    throw new DataDirectoryDamaged(directory, `it has format ${version.format} of PostgreSQL ${version.postgres}`);
  for (const part of ['PG_VERSION', 'global/pg_control', 'base', 'pg_wal'])
    if (!isThere(join(clusterOf(directory), part)))
      throw new DataDirectoryDamaged(directory, `database/${part} is missing`);
  return 'ready';
}

/** Clears away what an interrupted creation left. Only the owner of the lock may. */
export function beginCreation(directory: string): void {
  writeFileSync(creatingFile(directory), '', { mode: 0o600 });
  rmSync(clusterOf(directory), { recursive: true, force: true });
  rmSync(versionFile(directory), { force: true });
  mkdirSync(clusterOf(directory), { mode: 0o700 });
}

export function completeCreation(directory: string): void {
  const partial = `${versionFile(directory)}.partial`;
  writeFileSync(partial, JSON.stringify({ format: FORMAT, postgres: POSTGRES }), { mode: 0o600 });
  renameSync(partial, versionFile(directory));
  rmSync(creatingFile(directory));
}

/** Where the database of a folder listens, in a folder that only this account may enter. */
export function socketFor(directory: string): string {
  const beside = join(directory, 'socket', SOCKET_NAME);
  if (Buffer.byteLength(beside) <= SOCKET_PATH_BYTES) {
    mkdirSync(join(directory, 'socket'), { recursive: true, mode: 0o700 });
    return beside;
  }
  const account = process.getuid?.() ?? 0;
  const folder = join(
    tmpdir(),
    `imis-copilot-${account}-${createHash('sha256').update(directory).digest('hex').slice(0, 16)}`,
  );
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const { uid, mode } = lstatSync(folder);
  if (process.getuid && (uid !== account || (mode & 0o077) !== 0))
    throw new DatabaseUnavailable(
      `The folder ${folder} for the database's socket belongs to another account or is open to others.`,
      'Remove it, or set DATA_DIR to a folder with a shorter path.',
    );
  return join(folder, SOCKET_NAME);
}

/** Leaves nothing in the system's temporary folder once nobody listens. */
export function removeSocketFolder(socket: string): void {
  rmSync(dirname(socket), { recursive: true, force: true });
}

function readVersion(directory: string): z.infer<typeof Version> | undefined {
  let text: string;
  try {
    text = readFileSync(versionFile(directory), 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw notReadable(`The file ${versionFile(directory)}`, error);
  }
  try {
    return Version.parse(JSON.parse(text));
  } catch (error) {
    throw new DataDirectoryDamaged(directory, 'database.json cannot be read', error);
  }
}
