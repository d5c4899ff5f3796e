/* MCP over stdin and stdout, for a client that starts us itself: one person, one connection. */
import { StdioServerTransport, serveStdio } from '@modelcontextprotocol/server/stdio';
import type { McpIdentity } from './parts.js';
import { reportTo } from './refusals.js';
import { mcpServer, type Serving } from './server.js';

/**
 * Serves until the connection is over or `signal` says so. A client gives up within seconds, so who we are is answered
 * at once; `serving` is asked at every request and may wait until there is something to serve, so that a right or a token
 * that was taken away counts at once. Nothing but the protocol may be written to stdout meanwhile.
 */
export async function serveOverStdio(
  identity: McpIdentity,
  serving: () => Promise<Serving>,
  signal: AbortSignal,
): Promise<void> {
  const transport = new StdioServerTransport();
  const served = serveStdio(() => mcpServer(identity, serving), {
    transport,
    onerror: reportTo((error) => identity.onDefect(error, 'stdio')),
  });
  await Promise.race([closed(transport), abortOf(signal)]);
  await served.close();
}

/**
 * When the connection is over: the client closed its end, nobody reads our answers any more, or a line was longer than the
 * transport takes. In the last two cases it stops reading, and stdin itself never says that it has ended.
 */
function closed(transport: StdioServerTransport): Promise<void> {
  const { onclose } = transport;
  return new Promise((resolve) => {
    transport.onclose = () => {
      onclose?.();
      resolve();
    };
  });
}

const abortOf = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
