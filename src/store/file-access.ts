import { statSync } from 'node:fs';
import { DatabaseUnavailable } from './errors.js';

/** The system's word for why a file could not be had, such as EACCES; '' for an error that is not the system's. */
export const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** As files of an account that once ran the copilot here, such as root's after sudo. */
export const notReadable = (what: string, cause: unknown): DatabaseUnavailable =>
  new DatabaseUnavailable(
    `${what} cannot be read (${codeOf(cause) || 'unknown'}).`,
    'Give this account the files of DATA_DIR, or set DATA_DIR to a folder of its own.',
    cause,
  );

/** Throws DatabaseUnavailable where it cannot be told: what may not be seen is not missing. */
export function isThere(path: string): boolean {
  try {
    statSync(path);
    return true;
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return false;
    throw notReadable(`The file ${path}`, error);
  }
}
