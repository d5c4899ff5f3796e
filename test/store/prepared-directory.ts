import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/open.js';
import { preparedData } from '../fixtures/database.js';

const prepared = preparedData();

export const inTemporaryFolder = (): string => join(mkdtempSync(join(tmpdir(), 'imis-copilot-data-')), 'data');
/** A folder or file into a folder; `cp` does it several times faster than Node. */
export const copy = (from: string, into: string): void => void execFileSync('cp', ['-R', from, into]);
export const removeFolderOf = (directory: string): void =>
  rmSync(join(directory, '..'), { recursive: true, force: true });

/** A data directory with an empty, complete database: a copy of one that is made once, since making one takes seconds. */
export async function preparedDirectory(): Promise<string> {
  if (!existsSync(prepared)) {
    const made = inTemporaryFolder();
    const store = await openStore({ dataDir: made, database: { statementMillis: 60_000 } });
    await store.close();
    mkdirSync(join(prepared, '..'), { recursive: true, mode: 0o700 });
    try {
      renameSync(made, prepared);
    } catch {
      // Another test file was quicker.
    }
    removeFolderOf(made);
  }
  const directory = inTemporaryFolder();
  mkdirSync(directory, { mode: 0o700 });
  for (const part of ['database', 'database.json']) copy(join(prepared, part), directory);
  return directory;
}
