import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { type Bundle, bundle } from '../fixtures/bundle.js';
import type { Reply, Request } from './store-process.js';

export interface StoreProcess {
  readonly pid: number;
  /** Resolves to the value, or rejects with the kind of the error as message. */
  ask(request: Request): Promise<unknown>;
  /** Ends it at once (SIGKILL) and waits until it has ended. */
  kill(): Promise<void>;
}

const script = fileURLToPath(new URL('./store-process.ts', import.meta.url));

/** The program of these processes; remove it at the end. */
export const storeProgram = (): Promise<Bundle> => bundle(script);

export function startProcess(program: Bundle, dataDir: string, statementMillis = 60_000): StoreProcess {
  const child = spawn(process.execPath, [program.fileOf(script), dataDir, String(statementMillis)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let asked = 0;
  createInterface(child.stdout).on('line', (line) => {
    const reply = JSON.parse(line) as Reply;
    const waiter = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ('error' in reply) waiter?.reject(new Error(reply.error));
    else waiter?.resolve(reply.value);
  });
  const ended = once(child, 'exit');
  void ended.then(() => {
    for (const { reject } of waiting.values()) reject(new Error('the process ended'));
  });
  return {
    pid: child.pid ?? 0,
    async ask(request) {
      asked += 1;
      const id = asked;
      const answer = new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
      child.stdin.write(`${JSON.stringify({ id, ...request })}\n`);
      return await answer;
    },
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
  };
}
