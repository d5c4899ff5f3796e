import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** One run of one process: a pid alone may have been given to another since. */
export interface ProcessIdentity {
  readonly pid: number;
  /** When it began, as the system tells it. */
  readonly started: string;
  /** Where the pid means something: this boot of this machine, and in Linux this container. */
  readonly machine: string;
}

let own: ProcessIdentity | undefined;

export function ownIdentity(): ProcessIdentity {
  own ??= { pid: process.pid, started: startOf(process.pid) ?? '', machine: machine() };
  return own;
}

/** 'elsewhere': its pid belongs to another machine or container, so nobody here can tell. */
export function stateOf(identity: ProcessIdentity): 'running' | 'ended' | 'elsewhere' {
  if (identity.machine !== ownIdentity().machine) return 'elsewhere';
  if (!isThere(identity.pid)) return 'ended';
  return startOf(identity.pid) === identity.started ? 'running' : 'ended';
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/** Undefined when there is no such process; the empty text where the system does not tell. */
function startOf(pid: number): string | undefined {
  if (process.platform === 'win32') return '';
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || undefined;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name, in brackets, may hold anything; starttime is field 22, so the 20th after it. Z: killed, and
    // not yet waited for by its parent.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? undefined : fields[19];
  } catch {
    return undefined;
  }
}

function machine(): string {
  try {
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${readlinkSync('/proc/self/ns/pid')}`;
  } catch {
    return hostname();
  }
}
