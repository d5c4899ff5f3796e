import { tmpdir } from 'node:os';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { getDefaultEnvironment, StdioClientTransport } from '@modelcontextprotocol/client/stdio';

interface Started {
  readonly command: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}
interface Called {
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** An AI client that was given the settings as the page shows them, and knows nothing else of the copilot. */
export async function clientOf(settings: string): Promise<Client> {
  const server = JSON.parse(settings).mcpServers['imis-copilot'] as Started | Called;
  const client = new Client({ name: 'desktop assistant', version: '1' });
  await client.connect(
    'url' in server
      ? new StreamableHTTPClientTransport(new URL(server.url), { requestInit: { headers: server.headers } })
      : // Clients start a program in a folder of their own, with a few variables of the person's.
        new StdioClientTransport({ ...server, env: { ...getDefaultEnvironment(), ...server.env }, cwd: tmpdir() }),
  );
  return client;
}
