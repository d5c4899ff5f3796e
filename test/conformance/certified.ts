/* The product's own HTTP stack with another server mounted at /mcp, behind a door that knows one token. */
import type { McpServerFactory } from '@modelcontextprotocol/server';
import type { Actor } from '../../src/domain/actor.js';
import type { ConsoleParts } from '../../src/surfaces/console/parts.js';
import { createHttp, listen } from '../../src/surfaces/http.js';
import { TokenRefused } from '../../src/surfaces/identity/token-refused.js';
import { mcpRoutes } from '../../src/surfaces/mcp/http.js';

export const TOKEN = 'conformance';

const actor: Actor = {
  id: '1',
  userName: 'suite',
  roles: [],
  permissions: new Set(),
  scope: { kind: 'everyone' },
  surface: 'mcp',
};

export interface Certified {
  readonly url: string;
  close(): Promise<void>;
}

/** Throws at `close` what went wrong on our side meanwhile. */
export async function certified(factory: McpServerFactory): Promise<Certified> {
  const defects: unknown[] = [];
  const mcp = mcpRoutes({
    factory,
    door: {
      async admit(token) {
        if (token !== TOKEN) throw new TokenRefused('signature');
        return { actor, scopes: ['copilot.read'], clientId: 'suite', expiresAt: 2 ** 32 };
      },
    },
    association: 'Conformance',
    needed: () => [],
    onDefect: (error) => defects.push(error),
  });
  const app = createHttp({
    console: { association: 'Conformance', host: '127.0.0.1' } as ConsoleParts,
    mcp,
    log: { error: ({ error }: { error?: unknown }) => void defects.push(error) },
    readiness: async () => ({ ready: true }),
  });
  const { server, url } = await listen(app, '127.0.0.1', 0);
  return {
    url,
    async close() {
      await mcp.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (defects.length > 0) throw new AggregateError(defects, 'defects while serving');
    },
  };
}
