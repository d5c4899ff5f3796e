import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { makeDirectory, socketFor } from '../../src/store/data-directory.js';
import { openEmbedded } from '../../src/store/embedded.js';
import {
  DatabaseUnavailable,
  DataDirectoryDamaged,
  DataDirectoryInUse,
  DataDirectoryNewer,
} from '../../src/store/errors.js';
import { openStore } from '../../src/store/open.js';
import { openFailure } from '../../src/store/open-failure.js';
import { ownIdentity } from '../../src/store/process-identity.js';
import { copy, inTemporaryFolder, preparedDirectory, removeFolderOf } from '../fixtures/prepared-directory.js';

const directories: string[] = [];
afterEach(() => {
  for (const directory of directories.splice(0)) removeFolderOf(directory);
});
const prepared = async () => {
  const directory = await preparedDirectory();
  directories.push(directory);
  return directory;
};
const open = (dataDir: string) => openStore({ dataDir, database: { statementMillis: 30_000 } });
const contents = (directory: string) =>
  readdirSync(join(directory, 'database'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => `${path} ${statSync(path).size} ${statSync(path).mtimeMs}`);

describe.skipIf(process.env['TEST_DATABASE_URL'] !== undefined)('a data directory', () => {
  test('keeps what was written from one start to the next, also when the process that held it has only its number left', async () => {
    const directory = await prepared();
    const first = await open(directory);
    await first.query('create table kept as select 7 as n');
    await first.close();
    const [name = ''] = readdirSync(directory).filter((file) => file.startsWith('lock.'));
    const lock = JSON.parse(readFileSync(join(directory, name), 'utf8'));
    // This very process, but as if begun at another time.
    writeFileSync(join(directory, name), JSON.stringify({ ...lock, started: '1', released: false }));
    const second = await open(directory);
    expect(second.role).toBe('owner');
    expect((await second.query('select n from kept')).rows).toEqual([{ n: 7 }]);
    await second.close();
  });

  test('is readable by its account alone', async () => {
    const directory = inTemporaryFolder();
    directories.push(directory);
    makeDirectory(directory);
    const modes = [directory, dirname(socketFor(directory))].map((path) => statSync(path).mode & 0o077);
    expect(modes).toEqual([0, 0]);
  });

  test('of a newer version is refused and left as it is', async () => {
    const directory = await prepared();
    writeFileSync(join(directory, 'database.json'), '{"format": 99, "postgres": 18}');
    const before = contents(directory);
    await expect(open(directory)).rejects.toBeInstanceOf(DataDirectoryNewer);
    writeFileSync(join(directory, 'database.json'), '{"format": 1, "postgres": 21}');
    await expect(open(directory)).rejects.toBeInstanceOf(DataDirectoryNewer);
    expect(contents(directory)).toEqual(before);
  });

  test.each([
    ['whose version cannot be read', (at: string) => writeFileSync(join(at, 'database.json'), '{"for')],
    ['whose version is missing', (at: string) => rmSync(join(at, 'database.json'))],
    ['without its cluster', (at: string) => rmSync(join(at, 'database/PG_VERSION'))],
    ['without its log', (at: string) => rmSync(join(at, 'database/pg_wal'), { recursive: true })],
  ])('%s is called damaged and left as it is', async (_, damage) => {
    const directory = await prepared();
    damage(directory);
    const before = contents(directory);
    await expect(open(directory)).rejects.toBeInstanceOf(DataDirectoryDamaged);
    expect(contents(directory)).toEqual(before);
  });

  test('whose control file was cut short is called damaged, and nothing of it is removed', async () => {
    const directory = await prepared();
    truncateSync(join(directory, 'database/global/pg_control'), 100);
    await expect(open(directory)).rejects.toBeInstanceOf(DataDirectoryDamaged);
    expect(existsSync(join(directory, 'database/base'))).toBe(true);
  });

  test('with a path too long for a socket works all the same', async () => {
    const directory = await prepared();
    const long = join(directory, ...Array.from({ length: 6 }, () => 'a-folder-with-a-long-name'));
    mkdirSync(long, { recursive: true });
    for (const part of ['database', 'database.json']) copy(join(directory, part), long);
    const store = await open(long);
    expect((await store.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await store.close();
  });

  test('whose owner lives but does not answer is said to be in use, with the number of that process', async () => {
    const directory = await prepared();
    const silent = { ...ownIdentity(), socket: join(directory, 'nobody-listens'), released: false };
    writeFileSync(join(directory, 'lock.1'), JSON.stringify(silent));
    const opening = openEmbedded({ directory, statementMillis: 1_000, joinMillis: 200 });
    await expect(opening).rejects.toBeInstanceOf(DataDirectoryInUse);
    await expect(opening).rejects.toThrow(String(process.pid));
  });

  test('whose database is too slow to start is not called damaged, and opens the next time', async () => {
    const directory = await prepared();
    const opening = openEmbedded({ directory, statementMillis: 30_000, startMillis: 1 });
    await expect(opening).rejects.toBeInstanceOf(DatabaseUnavailable);
    await expect(opening).rejects.toThrow('no answer within');
    const store = await open(directory);
    expect((await store.query('select 1 as one')).rows).toEqual([{ one: 1 }]);
    await store.close();
  });

  test('whose version may not be read is not called damaged', async () => {
    const directory = await prepared();
    rmSync(join(directory, 'database.json'));
    mkdirSync(join(directory, 'database.json'));
    await expect(open(directory)).rejects.toThrow(/database\.json cannot be read \(EISDIR\)/);
  });

  test.each([
    ['the disk gave out', Object.assign(new Error('write'), { code: 'ENOSPC' }), DatabaseUnavailable],
    ['too many files are open', Object.assign(new Error('open'), { code: 'EMFILE' }), DatabaseUnavailable],
    ['memory gave out', new RangeError('WebAssembly.Memory(): could not allocate memory'), DatabaseUnavailable],
    ['its files are broken', new Error('PANIC: could not locate a valid checkpoint record'), DataDirectoryDamaged],
  ])('that does not open because %s is told so', async (_, error, kind) => {
    expect(openFailure(await prepared(), false, error)).toBeInstanceOf(kind);
  });

  test('that cannot be made is named, with what to do', async () => {
    const directory = inTemporaryFolder();
    directories.push(directory);
    writeFileSync(directory, 'a file where the folder should be');
    await expect(open(directory)).rejects.toBeInstanceOf(DatabaseUnavailable);
  });
});
