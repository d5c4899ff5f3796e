/* One client of an AI program, whichever SDK it was built with and however it reaches the product. */
import type { ChildProcess } from 'node:child_process';
import { Client as CurrentClient, StreamableHTTPClientTransport as CurrentHttp } from '@modelcontextprotocol/client';
import { StdioClientTransport as CurrentStdio } from '@modelcontextprotocol/client/stdio';
import { Client as FormerClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as FormerStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport as FormerHttp } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import type { Command } from '../../e2e/running-house.js';
import { bearer, wordsOf } from './served.js';

/** SDK 1 speaks 2025-11-25; SDK 2 is held to 2026-07-28. */
export type Sdk = 'SDK 1' | 'SDK 2';

export interface Called {
  readonly words: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly isError: boolean;
}

export interface StaffClient {
  /** Of the server, as it told of itself. */
  readonly server: string;
  readonly speaks: string;
  tools(): Promise<readonly string[]>;
  resources(): Promise<readonly string[]>;
  templates(): Promise<readonly string[]>;
  prompts(): Promise<readonly string[]>;
  prompt(name: string, args: Record<string, string>): Promise<string>;
  call(name: string, args?: Record<string, unknown>): Promise<Called>;
  read(uri: string): Promise<string>;
  complete(uri: string, typed: string): Promise<readonly string[]>;
  close(): Promise<void>;
}

/** The process a client started, with every line it wrote to stdout. */
export interface Started {
  readonly stdout: () => string;
  readonly stderr: () => string;
  readonly exited: Promise<number | null>;
}

const INFO = { name: 'a staff assistant', version: '1' };

export async function overHttp(sdk: Sdk, url: string, token: string): Promise<StaffClient> {
  const address = new URL(`${url}/mcp`);
  const requestInit = { headers: bearer(token) };
  return sdk === 'SDK 1'
    ? await opened(former(), new FormerHttp(address, { requestInit }))
    : await opened(current(), new CurrentHttp(address, { requestInit }));
}

/** Starts the program as the settings of a client name it. */
export async function overStdio(
  sdk: Sdk,
  { command, args, env }: Command,
): Promise<{ client: StaffClient; started: Started }> {
  const settings = { command, args: [...args], env: env as Record<string, string>, stderr: 'pipe' as const };
  const transport = sdk === 'SDK 1' ? new FormerStdio(settings) : new CurrentStdio(settings);
  const [told, listens] = toldBy(transport);
  const client = await (sdk === 'SDK 1' ? opened(former(), listens) : opened(current(), listens));
  return { client, started: told };
}

/** Neither SDK tells how the program ended, nor of a line that is none of the protocol. */
function toldBy(transport: FormerStdio | CurrentStdio): [Started, FormerStdio | CurrentStdio] {
  let [stdout, stderr] = ['', ''];
  let ended: (code: number | null) => void;
  const exited = new Promise<number | null>((resolve) => {
    ended = resolve;
  });
  const start = transport.start.bind(transport);
  transport.start = async () => {
    await start();
    const child = (transport as unknown as { _process: ChildProcess })._process;
    child.once('exit', (code) => ended(code));
    child.stdout?.on('data', (text) => {
      stdout += text;
    });
    child.stderr?.on('data', (text) => {
      stderr += text;
    });
  };
  return [{ stdout: () => stdout, stderr: () => stderr, exited }, transport];
}

const former = () => new FormerClient(INFO, { capabilities: {} });
const current = () =>
  new CurrentClient(INFO, { capabilities: {}, versionNegotiation: { mode: { pin: '2026-07-28' } } });

type Client = FormerClient | CurrentClient;
type Transport = FormerHttp | CurrentHttp | FormerStdio | CurrentStdio;

async function opened(client: Client, transport: Transport): Promise<StaffClient> {
  await (client as CurrentClient).connect(transport as CurrentHttp);
  // What is called here has the same name and the same shape in both.
  const asked = client as CurrentClient;
  const named = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  return {
    server: client.getServerVersion()?.name ?? '',
    speaks: client instanceof CurrentClient ? (client.getNegotiatedProtocolVersion() ?? '') : 'until 2025-11-25',
    tools: async () => named((await asked.listTools()).tools),
    resources: async () => (await asked.listResources()).resources.map(({ uri }) => uri),
    templates: async () => (await asked.listResourceTemplates()).resourceTemplates.map((one) => one.uriTemplate),
    prompts: async () => named((await asked.listPrompts()).prompts),
    async prompt(name, args) {
      const { messages } = await asked.getPrompt({ name, arguments: args });
      return messages.map(({ content }) => ('text' in content ? content.text : '')).join('\n');
    },
    async call(name, args = {}) {
      const result = await asked.callTool({ name, arguments: args });
      const data = (result.structuredContent ?? {}) as Readonly<Record<string, unknown>>;
      return { words: wordsOf(result), data, isError: result.isError === true };
    },
    async read(uri) {
      const { contents } = await asked.readResource({ uri });
      return contents.map((content) => ('text' in content ? content.text : '')).join('\n');
    },
    async complete(uri, value) {
      const { completion } = await asked.complete({
        ref: { type: 'ref/resource', uri },
        argument: { name: 'id', value },
      });
      return completion.values;
    },
    close: () => client.close(),
  };
}
