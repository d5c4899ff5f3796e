/* MCP over stdin and stdout, for a client that starts us itself: one person, one connection. */
import { once } from 'node:events';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { McpIdentity } from './parts.js';
import { isRefusedMessage } from './refusals.js';
import { mcpServer, type Serving } from './server.js';

/**
 * Serves until the client closes its end or `signal` says so. A client gives up within seconds, so who we are is answered
 * at once; `serving` is asked at every request and may wait until there is something to serve, so that a right or a token
 * that was taken away counts at once. Nothing but the protocol may be written to stdout meanwhile.
 */
export async function serveOverStdio(
  identity: McpIdentity,
  serving: () => Promise<Serving>,
  signal: AbortSignal,
): Promise<void> {
  const served = serveStdio(() => mcpServer(identity, serving), {
    onerror: (error) => {
      if (!isRefusedMessage(error)) identity.onDefect(error, 'stdio');
    },
  });
  const ended = [once(process.stdin, 'end', { signal }), once(process.stdin, 'close', { signal })];
  await Promise.race(ended).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  await served.close();
}
