import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseUnavailable } from '../../src/store/errors.js';
import { holderOf, takeLock } from '../../src/store/lock.js';
import { ownIdentity } from '../../src/store/process-identity.js';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'imis-copilot-lock-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const dead = { ...ownIdentity(), started: 'at another time', socket: '/s', released: false };
const writeLock = (number: number, content: object) =>
  writeFileSync(join(directory, `lock.${number}`), JSON.stringify(content));

test('the first to take it holds it, and nobody can take it from a holder that lives', () => {
  const lock = takeLock(directory, holderOf(directory), '/s');
  expect(lock).toBeDefined();
  expect(holderOf(directory)).toMatchObject({ number: 1, isGone: false, socket: '/s' });
  expect(takeLock(directory, undefined, '/other')).toBeUndefined();
  lock?.release();
  expect(holderOf(directory)).toMatchObject({ number: 1, isGone: true });
});

test('of two that saw the same dead holder one takes over, however late the other comes', () => {
  writeLock(4, dead);
  const seen = holderOf(directory);
  expect(seen).toMatchObject({ number: 4, isGone: true });
  const lock = takeLock(directory, seen, '/first');
  expect(lock).toBeDefined();
  expect(takeLock(directory, seen, '/second')).toBeUndefined();
  expect(readdirSync(directory)).toEqual(['lock.5']);
  lock?.release();
});

test('a process that looked long ago cannot slip in under a later holder', () => {
  writeLock(4, dead);
  const longAgo = holderOf(directory);
  takeLock(directory, longAgo, '/s')?.release();
  const present = takeLock(directory, holderOf(directory), '/present');
  expect(present).toBeDefined();
  expect(readdirSync(directory)).toEqual(['lock.6']);
  expect(takeLock(directory, longAgo, '/late')).toBeUndefined();
  expect(readdirSync(directory)).toEqual(['lock.6']);
  present?.release();
});

test('a holder in another container is believed as long as it gives signs of life', () => {
  writeLock(1, { ...dead, machine: 'another' });
  expect(holderOf(directory)).toMatchObject({ isGone: false });
  const aMinuteAgo = new Date(Date.now() - 60_000);
  utimesSync(join(directory, 'lock.1'), aMinuteAgo, aMinuteAgo);
  expect(holderOf(directory)).toMatchObject({ isGone: true });
});

test('a lock file that is only being written counts as held, and one left unwritten as gone', () => {
  writeFileSync(join(directory, 'lock.1'), '');
  expect(holderOf(directory)).toMatchObject({ isGone: false });
  const earlier = new Date(Date.now() - 10_000);
  utimesSync(join(directory, 'lock.1'), earlier, earlier);
  expect(holderOf(directory)).toMatchObject({ isGone: true });
});

test('a lock file that cannot be read is named, with what to do', () => {
  mkdirSync(join(directory, 'lock.1'));
  expect(() => holderOf(directory)).toThrow(DatabaseUnavailable);
  expect(() => holderOf(directory)).toThrow(/lock\.1 cannot be read \(EISDIR\)/);
});

test('a data directory that cannot be listed, or written to, is named too', () => {
  const file = join(directory, 'a file');
  writeFileSync(file, '');
  expect(() => holderOf(file)).toThrow(/data directory .* cannot be read \(ENOTDIR\)/);
  expect(() => takeLock(join(directory, 'gone'), undefined, '/s')).toThrow(/cannot be made \(ENOENT\)/);
});
