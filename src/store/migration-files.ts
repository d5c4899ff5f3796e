import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../package-root.js';

export interface MigrationFile {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

// .sql files are not compiled: they are read from the source tree, which is shipped beside dist.
export const migrationFolder = join(packageRoot, 'src/store/migrations');

/** The numbered .sql files of a folder, in order. Two files with one number are a defect of ours. */
export function readMigrations(folder: string = migrationFolder): MigrationFile[] {
  const names = readdirSync(folder).filter((name) => /^\d{4}-.+\.sql$/.test(name));
  const files = names.sort().map((name) => {
    // A checkout that turned line ends into CRLF holds the same migration.
    const sql = readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
    const sha256 = createHash('sha256').update(sql).digest('hex');
    return { number: Number(name.slice(0, 4)), name, sql, sha256 };
  });
  const twice = files.find((file, at) => files[at - 1]?.number === file.number);
  if (twice) throw new Error(`two migrations have the number of ${twice.name}`);
  return files;
}
