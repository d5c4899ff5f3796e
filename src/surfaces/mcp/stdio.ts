/* MCP over stdin and stdout, for a client that starts us itself: one person, one connection. */
import { once } from 'node:events';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import type { Caller, McpParts } from './parts.js';
import { mcpServer } from './server.js';

/**
 * Serves until the client closes its end or `signal` says so. `caller` is asked at every request, so that a right or a
 * token that was taken away counts at once. Nothing but the protocol may be written to stdout meanwhile.
 */
export async function serveOverStdio(
  parts: McpParts,
  caller: () => Promise<Caller>,
  signal: AbortSignal,
): Promise<void> {
  const served = serveStdio(() => mcpServer(parts, caller), {
    onerror: (error) => parts.onDefect(error, 'stdio'),
  });
  const ended = [once(process.stdin, 'end', { signal }), once(process.stdin, 'close', { signal })];
  await Promise.race(ended).catch((error: unknown) => {
    if (!signal.aborted) throw error;
  });
  await served.close();
}
