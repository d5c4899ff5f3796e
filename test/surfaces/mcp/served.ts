/* The product's own HTTP stack with /mcp, over the real store, tools and approvals, and clients that speak to it. */
import { Client, type ClientCapabilities, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { actorFor } from '../../../src/access/actors.js';
import { mintToken } from '../../../src/access/personal-tokens.js';
import type { ScopeName } from '../../../src/access/token-scopes.js';
import { consoleParts } from '../../../src/main/console.js';
import { mcpOverHttp } from '../../../src/main/mcp.js';
import type { House } from '../../../src/main.js';
import { vocabularyOf } from '../../../src/population/vocabulary.js';
import { parseSettings } from '../../../src/settings.js';
import type { Store } from '../../../src/store/store.js';
import { createHttp, listen } from '../../../src/surfaces/http.js';
import { approvalsOf, clock } from '../../agent/office.js';

export interface Served {
  readonly url: string;
  readonly house: House;
  /** A personal token of a member of the staff. */
  token(user: string, scopes?: readonly ScopeName[]): Promise<string>;
  close(): Promise<void>;
}

/** Serves an association's store; `environment` holds settings as an operator would give them. */
export async function served(store: Store, environment: Readonly<Record<string, string>> = {}): Promise<Served> {
  const defects: unknown[] = [];
  // A person has few tokens at a time.
  const tokens = new Map<string, string>();
  const settings = parseSettings(environment);
  const house = {
    database: store,
    clock,
    settings,
    approvals: approvalsOf(store),
    vocabulary: () => vocabularyOf(store),
    site: { isSandbox: settings.imis === undefined },
    log: { error: ({ error }: { error?: unknown }) => void defects.push(error) },
  } as unknown as House;
  const mcp = mcpOverHttp(house);
  const app = createHttp({
    console: consoleParts(house),
    mcp,
    log: { error: ({ error }: { error?: unknown }) => void defects.push(error) },
    readiness: async () => ({ ready: true }),
  });
  const { server, url } = await listen(app, '127.0.0.1', 0);
  return {
    url,
    house,
    async token(user, scopes = ['copilot.read', 'copilot.propose']) {
      const name = `${user} ${scopes.join(' ')}`;
      const actor = await actorFor(store, user, 'console');
      const token = tokens.get(name) ?? (await mintToken(store, actor, { name, scopes, days: 1 }, clock)).token;
      tokens.set(name, token);
      return token;
    },
    async close() {
      await mcp.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      if (defects.length > 0) throw new AggregateError(defects, 'defects while serving');
    },
  };
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

export type Era = '2026-07-28' | '2025-11-25';
export const eras: readonly Era[] = ['2026-07-28', '2025-11-25'];

/** A client of the current SDK, of either era. */
export async function connected(
  url: string,
  token: string,
  { era = '2026-07-28', capabilities = {} }: { era?: Era; capabilities?: ClientCapabilities } = {},
): Promise<Client> {
  const client = new Client(
    { name: 'test', version: '1' },
    { capabilities, versionNegotiation: { mode: era === '2026-07-28' ? { pin: era } : 'legacy' } },
  );
  const transport = new StreamableHTTPClientTransport(new URL(`${url}/mcp`), {
    requestInit: { headers: bearer(token) },
  });
  await client.connect(transport);
  return client;
}

/** The words of a result, as a model reads them. */
export const wordsOf = (result: { content?: unknown }): string =>
  (result.content as readonly { type: string; text?: string }[]).map(({ text = '' }) => text).join('\n');
