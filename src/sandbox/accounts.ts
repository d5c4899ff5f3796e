/*
 * The two service accounts of the sandbox: one reads, one also writes. Their passwords are random for each data
 * directory and kept there, readable by the owner alone, so that other processes of the same person find them.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Secret } from '../settings/secret.js';
import type { Credentials } from '../settings.js';

export interface Accounts {
  readonly read: Credentials;
  readonly write: Credentials;
}
export type AccountRight = keyof Accounts;

const FILE = 'sandbox-accounts.json';
export const accountsFile = (dataDir: string): string => join(dataDir, FILE);

/** The accounts of a data directory, made on first use; without a directory they live as long as the process. */
export function sandboxAccounts(dataDir?: string): Accounts {
  if (dataDir === undefined) return accountsWith(newPassword(), newPassword());
  const path = accountsFile(dataDir);
  const kept = readAccounts(path);
  if (kept !== undefined) return kept;
  mkdirSync(dataDir, { recursive: true });
  const made = { read: newPassword(), write: newPassword() };
  // Written aside and renamed: a reader sees the whole file or none.
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, `${JSON.stringify(made)}\n`, { mode: 0o600 });
  renameSync(draft, path);
  return readAccounts(path) ?? accountsWith(made.read, made.write);
}

function readAccounts(path: string): Accounts | undefined {
  try {
    const kept: unknown = JSON.parse(readFileSync(path, 'utf8'));
    if (typeof kept !== 'object' || kept === null || !('read' in kept) || !('write' in kept)) return undefined;
    return accountsWith(String(kept.read), String(kept.write));
  } catch {
    return undefined;
  }
}

const newPassword = (): string => randomBytes(18).toString('base64url');
const accountsWith = (read: string, write: string): Accounts => ({
  read: { user: 'copilot-read', password: new Secret(read) },
  write: { user: 'copilot-write', password: new Secret(write) },
});

/** Which account this is, or undefined when name or password is wrong. */
export function signIn(accounts: Accounts, user: string, password: string): AccountRight | undefined {
  const rights: readonly AccountRight[] = ['read', 'write'];
  return rights.find(
    (right) =>
      accounts[right].user.toLowerCase() === user.toLowerCase() && same(accounts[right].password.reveal(), password),
  );
}

function same(kept: string, given: string): boolean {
  const left = Buffer.from(kept);
  const right = Buffer.from(given);
  return left.length === right.length && timingSafeEqual(left, right);
}
