/* The public inspector as a person types it: one call of the product, from a process of its own. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';

const program = join(packageRoot, 'node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js');
const LONGEST_MILLIS = 90_000;

/** How it ends with --strict where no schema has a fault, and where one has. */
export const NO_FAULT = 0;
export const FAULT = 6;

export interface Inspected {
  readonly code: number;
  readonly result: Readonly<Record<string, unknown>>;
  /** With --strict: what it finds in schemas, down to what a model of some provider may not take. */
  readonly findings: readonly unknown[];
  readonly stderr: string;
}

/** `home` is a folder it may write to: it keeps a catalogue of servers in the home folder of whoever calls it. */
export const inspect = (home: string, target: readonly string[], ...words: string[]): Promise<Inspected> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [program, '--cli', ...target, '--format', 'json', '--connect-timeout', String(LONGEST_MILLIS), ...words],
      { cwd: home, env: { PATH: process.env['PATH'], HOME: home }, timeout: LONGEST_MILLIS, maxBuffer: 2 ** 26 },
      (error, stdout, stderr) => {
        const told = stdout === '' ? {} : (JSON.parse(stdout) as Partial<Inspected> & { schemaFindings?: unknown[] });
        const { result = {}, schemaFindings = [] } = told;
        resolve({ code: error ? Number(error.code ?? 1) : 0, result, findings: schemaFindings, stderr });
      },
    );
  });

export const namesOf = ({ tools }: Inspected['result']): readonly string[] =>
  (tools as readonly { name: string }[]).map(({ name }) => name);

/** Arguments of a count of active members. */
export const active = JSON.stringify({ definition: { op: 'field', field: 'status', test: { in: ['active'] } } });
