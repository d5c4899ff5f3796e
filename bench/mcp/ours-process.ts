/*
 * The product's own stack with the echo in its catalogue, in a process of its own: by tokens of a provider and by personal
 * tokens, with the usual tools and with 60; and the surface alone, without token, audit and database.
 */
import { actorFor } from '../../src/access/actors.js';
import { actorOfPersonalToken, mintToken } from '../../src/access/personal-tokens.js';
import { scopeNames } from '../../src/access/token-scopes.js';
import { consoleParts } from '../../src/main/console.js';
import { mcpOverHttp, mcpParts } from '../../src/main/mcp.js';
import { mcpIdentity } from '../../src/main/mcp-identity.js';
import { keptVocabulary } from '../../src/main/vocabulary.js';
import type { House } from '../../src/main.js';
import { parseSettings } from '../../src/settings.js';
import { createHttp, listen } from '../../src/surfaces/http.js';
import { actorOfToken, bearerVerifier } from '../../src/surfaces/identity/bearer.js';
import { callerOfRequest } from '../../src/surfaces/mcp/door.js';
import { type McpRoutes, mcpRoutes } from '../../src/surfaces/mcp/http.js';
import { mcpServer } from '../../src/surfaces/mcp/server.js';
import type { Tool } from '../../tools/define.js';
import { clock, openDatabase, staffNamed } from './database.js';
import { echo, sixty, usual } from './echo.js';
import { type Part, processorMillis, serveMeasuring } from './told.js';

const { ISSUER = '', PUBLIC_URL = '', PROVIDER_TOKEN = '', CALLERS = '1' } = process.env;
const PARTS_CALLS = 300;

const database = await openDatabase();
const defects: unknown[] = [];
const log = { error: ({ error }: { error?: unknown }) => void defects.push(error) };
const limits = { MCP_CALLS_PER_MINUTE: '10000' };
const signIn = { OIDC_ISSUER: ISSUER, OIDC_CLIENT_ID: 'copilot', OIDC_CLIENT_SECRET: 'secret', PUBLIC_URL };

function houseWith(environment: Readonly<Record<string, string>>): House {
  return {
    database,
    clock,
    settings: parseSettings({ ...limits, ...environment }),
    approvals: {},
    vocabulary: keptVocabulary(database, clock),
    site: { isSandbox: !('OIDC_ISSUER' in environment) },
    log,
  } as unknown as House;
}

const byProvider = houseWith(signIn);
const byToken = houseWith({});
const open: { close(): Promise<void> }[] = [];
const addresses: Record<string, string> = {};

async function serve(name: string, house: House, mcp: McpRoutes): Promise<void> {
  const app = createHttp({ console: consoleParts(house), mcp, log, readiness: async () => ({ ready: true }) });
  const { server, url } = await listen(app, '127.0.0.1', 0);
  addresses[name] = `${url}/mcp`;
  open.push({
    async close() {
      await mcp.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}

const withTools = (house: House, tools: readonly Tool[]): McpRoutes =>
  mcpOverHttp(house, { ...mcpParts(house), tools });

/** The protocol's own work and ours around it: everybody comes in, the tool runs without runTool. */
async function surfaceAlone(): Promise<McpRoutes> {
  const actor = await actorFor(database, staffNamed(0), 'mcp');
  const identity = mcpIdentity(byToken.settings, byToken.log);
  const parts = {
    ...mcpParts(byToken),
    tools: usual,
    countCall: () => undefined,
    call: async (tool: Tool, input: unknown) => {
      const output = await tool.run(input as never, {} as never);
      return {
        tool: tool.name,
        arguments: input,
        ok: true,
        words: tool.words(output),
        output,
        receipts: [],
        proposals: [],
      };
    },
  };
  return mcpRoutes({
    factory: () => mcpServer(identity, async (context) => ({ parts, caller: await callerOfRequest(context) })),
    door: {
      admit: async () => ({ actor, scopes: scopeNames, clientId: 'bench', expiresAt: Number.MAX_SAFE_INTEGER }),
    },
    association: identity.association,
    needed: () => [],
    onDefect: identity.onDefect,
  });
}

await serve('provider', byProvider, withTools(byProvider, usual));
await serve('provider, 60', byProvider, withTools(byProvider, sixty));
await serve('personal', byToken, withTools(byToken, usual));
await serve('alone', byToken, await surfaceAlone());

const tokens: string[] = [];
for (let place = 0; place < Number(CALLERS); place++) {
  const actor = await actorFor(database, staffNamed(place), 'console');
  tokens.push((await mintToken(database, actor, { name: 'bench', scopes: scopeNames, days: 30 }, clock)).token);
}

/** What a call does beside the protocol, each alone and one after the other. */
async function partsOfACall(): Promise<readonly Part[]> {
  const verifier = bearerVerifier({ issuer: ISSUER, audience: `${PUBLIC_URL}/mcp`, claim: 'preferred_username' });
  const verified = await verifier.verify(PROVIDER_TOKEN);
  const actor = await actorOfToken(database, verified, 'mcp');
  const parts = mcpParts(byProvider);
  const signal = new AbortController().signal;
  const named: readonly (readonly [string, () => Promise<unknown>])[] = [
    ["a provider's token verified", () => verifier.verify(PROVIDER_TOKEN)],
    ['its actor, with the rights of this moment', () => actorOfToken(database, verified, 'mcp')],
    ['a personal token and its actor', () => actorOfPersonalToken(database, tokens[0] ?? '', 'mcp', clock)],
    ['echo through runTool', () => parts.call(echo, { text: 'Hello' }, { actor, thread: 'mcp:bench' }, signal)],
    ['one statement that asks nothing', () => database.query('select $1::int', [1])],
  ];
  const measured: Part[] = [];
  for (const [name, work] of named) {
    for (let call = 0; call < PARTS_CALLS; call++) await work();
    const before = processorMillis();
    for (let call = 0; call < PARTS_CALLS; call++) await work();
    measured.push({ name, millis: (processorMillis() - before) / PARTS_CALLS });
  }
  return measured;
}

serveMeasuring({ addresses, tokens }, partsOfACall, async () => {
  await Promise.all(open.map((one) => one.close()));
  await database.close();
  if (defects.length > 0) throw new AggregateError(defects, 'defects while serving');
});
