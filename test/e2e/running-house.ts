import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { packageRoot } from '../../src/package-root.js';
import { type Bundle, bundle } from '../fixtures/bundle.js';
import { prepareDirectory } from '../fixtures/prepared-directory.js';

const cli = join(packageRoot, 'src/commands/cli.ts');
const READY_SECONDS = 90;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });

export interface Ran {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: NodeJS.ProcessEnv;
}

/** The product as a person runs it: real processes, a folder of its own, free ports. */
export class RunningHouse {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'copilot-e2e-'));
  url = '';
  imisUrl = '';
  #environment: NodeJS.ProcessEnv = {};
  #process: ChildProcess | undefined;
  #commands: Promise<Bundle> | undefined;

  /** `settings` are environment variables. With `isNew` it also creates its database, which takes ten seconds of a core. */
  async start(settings: Record<string, string> = {}, { isNew = false } = {}): Promise<void> {
    if (!isNew) await prepareDirectory(this.dataDir);
    const [port, sandboxPort] = [await freePort(), await freePort()];
    this.url = `http://127.0.0.1:${port}`;
    this.imisUrl = `http://127.0.0.1:${sandboxPort}`;
    this.#environment = {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      DATA_DIR: this.dataDir,
      PORT: String(port),
      SANDBOX_PORT: String(sandboxPort),
      SANDBOX_MEMBERS: '300',
      ...settings,
    };
    await this.again();
  }

  /** Starts once more, on the same data. */
  async again(): Promise<void> {
    const child = spawn(process.execPath, ['--import', 'tsx', cli, 'start'], {
      env: this.#environment,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#process = child;
    let said = '';
    child.stderr.on('data', (text) => {
      said += text;
    });
    child.stdout.resume();
    for (let tries = 0; tries < READY_SECONDS * 4; tries++) {
      if (child.exitCode !== null) throw new Error(`start ended with ${child.exitCode}: ${said}`);
      const ready = await fetch(`${this.url}/readyz`).catch(() => undefined);
      if (ready?.status === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    throw new Error(`not ready within ${READY_SECONDS} s: ${said}`);
  }

  /** How another program starts a command beside it; what was started is loaded from source, commands from one bundle. */
  async command(...words: string[]): Promise<Command> {
    this.#commands ??= bundle(cli);
    const program = (await this.#commands).fileOf(cli);
    return { command: process.execPath, args: [program, ...words], env: this.#environment };
  }

  /** Runs one command beside it. */
  async run(...words: string[]): Promise<Ran> {
    const { command, args, env } = await this.command(...words);
    return await new Promise((resolve) => {
      execFile(command, [...args], { env }, (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code ?? 1) : 0, stdout, stderr });
      });
    });
  }

  async json<T>(...words: string[]): Promise<T> {
    const { stdout, stderr } = await this.run(...words, '--json');
    try {
      return JSON.parse(stdout) as T;
    } catch {
      throw new Error(`not one JSON value: ${stdout}\n${stderr}`);
    }
  }

  /** Ends the process by a signal and answers its exit code, null where the signal killed it. */
  end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#process;
    if (!child || child.exitCode !== null) return Promise.resolve(child?.exitCode ?? null);
    return new Promise((resolve) => {
      child.once('exit', (code) => resolve(code));
      child.kill(signal);
    });
  }

  async close(): Promise<void> {
    await this.end('SIGTERM');
    (await this.#commands)?.remove();
    rmSync(this.dataDir, { recursive: true, force: true });
  }
}
