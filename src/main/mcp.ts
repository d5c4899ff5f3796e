/* The house as the MCP surface sees it: over HTTP at the console's door, and over stdio for one person. */
import { catalog } from '../../tools/catalog.js';
import { isReadOnly, type Tool } from '../../tools/define.js';
import { definitionFor } from '../../tools/receipts/definition-for.js';
import { runTool } from '../../tools/run.js';
import { type Narrowing, narrowed } from '../../tools/toolsets.js';
import { actorFor } from '../access/actors.js';
import { actorOfPersonalToken } from '../access/personal-tokens.js';
import { rateLimit } from '../access/rate-limit.js';
import { proposalsFor } from '../approvals/propose.js';
import type { House } from '../main.js';
import { reveal } from '../privacy/reveal.js';
import { mcpPrompts } from '../prompts.js';
import type { Settings } from '../settings.js';
import { actorOfToken, bearerVerifier } from '../surfaces/identity/bearer.js';
import { callerIn, callerOfRequest, type Door } from '../surfaces/mcp/door.js';
import { type McpRoutes, mcpRoutes, PATH } from '../surfaces/mcp/http.js';
import type { Caller, McpParts } from '../surfaces/mcp/parts.js';
import { TooManyCalls } from '../surfaces/mcp/refusals.js';
import { mcpServer } from '../surfaces/mcp/server.js';
import { completionsIn } from './completions.js';
import { fieldsInWords } from './fields.js';
import { speakerOf } from './local-client.js';
import { mcpIdentity } from './mcp-identity.js';
import { keptPartialNote } from './partial.js';
import { TokenMissing } from './refusals.js';
import { providerOf, takesPersonalTokens } from './token-issuers.js';

const SURFACE = 'mcp';

export interface McpOptions extends Narrowing {
  /** False: pseudonyms, also where the settings allow names. */
  readonly showsNames?: boolean;
  /** False: a program of its own, beside which the console may not run. */
  readonly isConsoleHere?: boolean;
  /** The port the console took; undefined until it is open. */
  readonly portTaken?: () => number | undefined;
}

/**
 * What the surface is lent. `options` may narrow what the settings allow and never widen it. Throws ToolsetUnknown and
 * ExcludedUnknown for a name that means nothing.
 */
export function mcpParts(
  house: House,
  { showsNames = true, isConsoleHere = true, portTaken, ...narrowing }: McpOptions = {},
): McpParts {
  const { settings, database, clock, approvals, vocabulary, log } = house;
  const { mcp } = settings;
  const desk = proposalsFor(approvals);
  const partial = keptPartialNote(database, clock);
  const namesPeople = mcp.people === 'names' && showsNames;
  return {
    tools: narrowed(catalog, mcp, narrowing),
    prompts: mcpPrompts(),
    consoleAddress: () => consoleAddress(settings, portTaken?.() ?? settings.http.port),
    isConsoleHere,
    countCall: rateLimit(mcp.callsPerMinute, tooManyCalls),
    countListing: rateLimit(mcp.callsPerMinute, tooManyCalls),
    call: (tool: Tool, input: unknown, { actor, thread }: Caller, signal: AbortSignal) =>
      runTool(tool, input, {
        actor,
        thread,
        database,
        clock,
        settings,
        proposals: desk,
        vocabulary,
        partial,
        signal,
        onDefect: (error, name) => log.error({ part: 'mcp', tool: name, error }, 'a tool failed'),
      }),
    told: async (value, actor) => (namesPeople ? await reveal(database, value, actor) : value),
    definition: (id, { actor, thread }) => definitionFor(id, { actor, thread, database, clock, settings, vocabulary }),
    fields: fieldsInWords,
    completions: completionsIn(house, desk),
  };
}

const tooManyCalls = (most: number, seconds: number) => new TooManyCalls(most, seconds);

/** /mcp of the running product. Throws what `mcpParts` throws: nothing is served under a setting that means nothing. */
export function mcpOverHttp(house: House, parts: McpParts = mcpParts(house)): McpRoutes {
  const identity = mcpIdentity(house.settings, house.log);
  // A tool that is not served is unknown to whoever calls it, whatever the token allows.
  const proposing = new Set(parts.tools.filter((tool) => !isReadOnly(tool)).map(({ name }) => name));
  return mcpRoutes({
    factory: ({ era, authInfo }) => {
      // A server of this era is a session, which is kept.
      if (era === 'legacy') parts.countListing(callerIn(authInfo).actor.id);
      return mcpServer(identity, async (context) => ({ parts, caller: await callerOfRequest(context) }));
    },
    door: doorOf(house),
    association: identity.association,
    needed: (message) => (proposing.has(calledTool(message)) ? ['copilot.propose'] : []),
    onDefect: identity.onDefect,
  });
}

/** With a provider its tokens, meant for this address; else personal tokens, where they are taken at all. */
function doorOf({ database, clock, settings, site }: House): Door {
  const provider = providerOf(settings);
  if (provider) {
    const { oidc, publicUrl } = provider;
    const verifier = bearerVerifier({
      issuer: oidc.issuer,
      audience: `${publicUrl}${PATH}`,
      ...(settings.mcp.audience && { alsoAudience: settings.mcp.audience }),
      claim: oidc.claim,
    });
    return {
      verifier,
      async admit(token) {
        const verified = await verifier.verify(token);
        const { scopes, clientId = 'client', expiresAt } = verified;
        return { actor: await actorOfToken(database, verified, SURFACE), scopes, clientId, expiresAt };
      },
    };
  }
  return {
    async admit(token) {
      if (!takesPersonalTokens({ settings, site })) throw new TokenMissing('http');
      const { actor, tokenId, scopes, expiresAt } = await actorOfPersonalToken(database, token, SURFACE, clock);
      return { actor, scopes, clientId: tokenId, expiresAt: Math.floor(expiresAt.getTime() / 1000) };
    },
  };
}

/** Whom a local client speaks for: by the token it was given, or with the sandbox by name. Asked at every request. */
export function localCaller(
  house: House,
  asUser: string | undefined,
  token: string | undefined,
): () => Promise<Caller> {
  const { database, clock, settings } = house;
  const speaker = speakerOf(settings, asUser, token);
  if ('user' in speaker)
    return async () => {
      const actor = await actorFor(database, speaker.user, SURFACE);
      return { actor, thread: `mcp:${actor.id}:local` };
    };
  return async () => {
    const { actor, tokenId } = await actorOfPersonalToken(database, speaker.token, SURFACE, clock);
    return { actor, thread: `mcp:${actor.id}:${tokenId}` };
  };
}

function calledTool(message: unknown): string {
  const { method, params } = (message ?? {}) as { method?: unknown; params?: { name?: unknown } | null };
  return method === 'tools/call' && typeof params?.name === 'string' ? params.name : '';
}

/** Where a person decides what was proposed; undefined where only the process that took any free port knows. */
function consoleAddress({ publicUrl, http: { host } }: Settings, port: number): string | undefined {
  const reached = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return publicUrl ?? (port === 0 ? undefined : `http://${reached.includes(':') ? `[${reached}]` : reached}:${port}`);
}
