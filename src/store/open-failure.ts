/*
 * Why the embedded database did not open. A directory is called damaged, which asks a person to replace it, only when
 * nothing of the machine explains it: slowness, a full disk, memory, files of another account.
 */
import { accessSync, constants, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { clusterOf } from './data-directory.js';
import { DatabaseUnavailable, DataDirectoryDamaged } from './errors.js';
import { codeOf } from './file-access.js';

/** The database did not answer within the time it has to start. */
export class StartTooSlow extends Error {
  constructor(millis: number) {
    super(`no answer within ${Math.round(millis / 1000)} s`);
    this.name = 'StartTooSlow';
  }
}

// PostgreSQL writes its log in segments of 16 MB and needs room for the next one.
const ROOM_BYTES = 32 * 1024 * 1024;

/** The failure to open `directory` as an error a person can act on; `isNew`: it was only being created. */
export function openFailure(directory: string, isNew: boolean, error: unknown): Error {
  const found = ofTheMachine(directory, error);
  if (found)
    return new DatabaseUnavailable(
      `The embedded database in ${directory} does not start: ${found.what}.`,
      found.next,
      error,
    );
  const words = wordsOf(error);
  return isNew
    ? new DatabaseUnavailable(
        `The embedded database could not be created in ${directory} (${words}).`,
        'See that the disk has 200 MB free and that this account may write there, and try again.',
        error,
      )
    : new DataDirectoryDamaged(directory, `its database does not open (${words})`, error);
}

interface Found {
  readonly what: string;
  readonly next: string;
}

function ofTheMachine(directory: string, error: unknown): Found | undefined {
  if (error instanceof StartTooSlow)
    return { what: error.message, next: 'Try again when the machine is less busy. Nothing was changed.' };
  if (roomOn(directory) < ROOM_BYTES) return { what: 'the disk is full', next: 'Make room on the disk and try again.' };
  const foreign = unusable(directory);
  if (foreign)
    return {
      what: `${foreign} may not be read or written`,
      next: 'Give this account the files of DATA_DIR, or set DATA_DIR to a folder of its own.',
    };
  const isOutOfMemory = error instanceof RangeError && /memory/i.test(error.message);
  if (isOutOfMemory || codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY')
    return { what: 'the memory is used up', next: 'Give the process 1 GB of memory and try again.' };
  // A code of the system, such as EMFILE: the machine refused something, whatever the files are like.
  if (/^E[A-Z0-9]+$/.test(codeOf(error)))
    return { what: `the system says ${codeOf(error)}`, next: 'Mend that and try again. Nothing was changed.' };
  return undefined;
}

function roomOn(directory: string): number {
  try {
    const { bavail, bsize } = statfsSync(directory);
    return bavail * bsize;
  } catch {
    // Not every file system tells.
    return Number.POSITIVE_INFINITY;
  }
}

/** The first part of the cluster that this account may not use. */
function unusable(directory: string): string | undefined {
  return ['', 'global/pg_control', 'base', 'pg_wal']
    .map((part) => join(clusterOf(directory), part))
    .find((path) => {
      try {
        accessSync(path, constants.R_OK | constants.W_OK);
        return false;
      } catch (error) {
        return ['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error));
      }
    });
}

export const wordsOf = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).slice(0, 200);
