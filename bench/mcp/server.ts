/* A server of the benchmark as a process of its own, compiled as the product is run. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Part, Ready, Request } from './told.js';

export interface MeasuredServer extends Ready {
  /** Milliseconds of processor it has taken so far, all its threads together. */
  cpu(): Promise<number>;
  parts(): Promise<readonly Part[]>;
  end(): Promise<void>;
}

/** Starts it and waits until it listens. Throws where it ends instead. */
export async function startServer(
  script: string,
  environment: Readonly<Record<string, string>>,
): Promise<MeasuredServer> {
  const profile = process.env['BENCH_PROFILE'];
  const child = fork(script, {
    env: { ...process.env, ...environment },
    execArgv: profile ? ['--cpu-prof', `--cpu-prof-dir=${profile}`] : [],
  });
  const exited = once(child, 'exit');
  const { ready } = await answer<{ ready: Ready }>(child, exited);
  const asked = async <Answer>(request: Request): Promise<Answer> => {
    child.send(request);
    return await answer<Answer>(child, exited);
  };
  return {
    ...ready,
    cpu: async () => (await asked<{ cpu: number }>('cpu')).cpu,
    parts: async () => (await asked<{ parts: readonly Part[] }>('parts')).parts,
    async end() {
      child.send('end' satisfies Request);
      await exited;
      if (child.exitCode !== 0) throw new Error(`a server of the benchmark ended with ${child.exitCode}`);
    },
  };
}

async function answer<Answer>(child: ChildProcess, exited: Promise<unknown>): Promise<Answer> {
  const ended = exited.then(() => Promise.reject(new Error('a server of the benchmark ended by itself')));
  ended.catch(() => undefined);
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message as Answer;
}
