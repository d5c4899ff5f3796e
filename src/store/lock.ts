/*
 * Who owns a data directory. Its folder holds `lock.1`, `lock.2` ...: the file of the highest number names the owner.
 * A process takes over by creating the next number, which only one can do, and only when the owner of the highest one
 * is gone; then it makes sure that its own is the highest. The highest file is never removed, so no reader that looked
 * a moment ago can create a number that was in use. A lock file that had to be removed to be taken over would let
 * two processes that found it stale remove each other's.
 */
import { readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { DatabaseUnavailable } from './errors.js';
import { codeOf, notReadable } from './file-access.js';
import { ownIdentity, type ProcessIdentity, stateOf } from './process-identity.js';

const HEARTBEAT_MILLIS = 2_000;
// Only for an owner in another container, whose pid cannot be looked up: it touches its file every two seconds.
const SILENT_MILLIS = 20_000;
// Between creating the file and writing it lie microseconds.
const UNWRITTEN_MILLIS = 5_000;

const Content = z.object({
  pid: z.number().int().positive(),
  started: z.string(),
  machine: z.string(),
  socket: z.string(),
  released: z.boolean(),
});

export interface Holder {
  readonly number: number;
  readonly isGone: boolean;
  /** Undefined while the file is being written. */
  readonly process?: ProcessIdentity;
  readonly socket?: string;
}

/** What the highest lock file says; undefined when nobody ever owned the directory. Throws DatabaseUnavailable. */
export function holderOf(directory: string): Holder | undefined {
  const number = highest(directory);
  if (number === 0) return undefined;
  const path = pathOf(directory, number);
  try {
    const silent = Date.now() - statSync(path).mtimeMs;
    const parsed = Content.safeParse(asJson(readFileSync(path, 'utf8')));
    if (!parsed.success) return { number, isGone: silent > UNWRITTEN_MILLIS };
    const { socket, released, ...process } = parsed.data;
    const state = stateOf(process);
    const isGone = released || state === 'ended' || (state === 'elsewhere' && silent > SILENT_MILLIS);
    return { number, isGone, process, socket };
  } catch (error) {
    // Removed meanwhile, which only the owner of a higher one does.
    if (codeOf(error) === 'ENOENT') return holderOf(directory);
    throw notReadable(`The lock file ${path}`, error);
  }
}

export interface Lock {
  /** Tells others that they may take over. */
  release(): void;
}

/** Takes the directory over after `holder`, which must be gone; undefined when another process was quicker. */
export function takeLock(directory: string, holder: Holder | undefined, socket: string): Lock | undefined {
  const number = (holder?.number ?? 0) + 1;
  const path = pathOf(directory, number);
  const content = (released: boolean) => JSON.stringify({ ...ownIdentity(), socket, released });
  try {
    writeFileSync(path, content(false), { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return undefined;
    throw new DatabaseUnavailable(
      `The lock file ${path} cannot be made (${codeOf(error)}).`,
      'See that the disk has room and that this account may write there, or set DATA_DIR to a folder of its own.',
      error,
    );
  }
  if (highest(directory) !== number) {
    rmSync(path, { force: true });
    return undefined;
  }
  for (const lower of numbersIn(directory)) if (lower < number) rmSync(pathOf(directory, lower), { force: true });
  const heartbeat = setInterval(() => touch(path), HEARTBEAT_MILLIS);
  heartbeat.unref();
  return {
    release() {
      clearInterval(heartbeat);
      writeFileSync(`${path}.released`, content(true), { mode: 0o600 });
      renameSync(`${path}.released`, path);
    },
  };
}

const pathOf = (directory: string, number: number): string => join(directory, `lock.${number}`);
function numbersIn(directory: string): number[] {
  try {
    return readdirSync(directory).flatMap((name) =>
      /^lock\.\d+$/.test(name) ? [Number(name.slice('lock.'.length))] : [],
    );
  } catch (error) {
    throw notReadable(`The data directory ${directory}`, error);
  }
}
const highest = (directory: string): number => Math.max(0, ...numbersIn(directory));

function touch(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // Taken over, or the folder is gone: there is nobody left to tell.
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
