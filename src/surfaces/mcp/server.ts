/*
 * The product as an MCP server, of either era: what it lists and what it answers. Schemas and lists are made once and
 * shared, since a stateless server is made anew for each request. It holds no rule: tools, rights and words are below.
 */
import {
  type CallToolResult,
  type ClientCapabilities,
  isInputRequiredResult,
  type Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { completed } from './completions.js';
import { instructionsFor } from './instructions.js';
import type { Caller, McpIdentity, McpParts } from './parts.js';
import { PlainServer } from './plain-server.js';
import { getPrompt, listedPrompts } from './prompts.js';
import { inWords, protocolError, TooManyCalls } from './refusals.js';
import { listedResources, listedTemplates, readResource } from './resources.js';
import { callTool } from './tool-calls.js';
import { listed, shownTo } from './tool-list.js';

/** Who is served, and with what. */
export interface Serving {
  readonly parts: McpParts;
  readonly caller: Caller;
}

/**
 * Asked at every request: over HTTP by its token; over stdio for the one person of the client, who is answered who we are
 * while the house is still being opened. Throws what access throws.
 */
export type ServingOf = (context: ServerContext) => Promise<Serving>;

// What a list holds changes with a release or with rights; a minute late is soon enough, and nobody shares another's.
const cache = { ttlMs: 60_000, cacheScope: 'private' } as const;

/** A server for one request (2026-07-28) or one session (2025-11-25 and before). */
export function mcpServer(identity: McpIdentity, servingOf: ServingOf): Server {
  const { association, version, onDefect } = identity;
  const server = new PlainServer(
    { name: 'imis-copilot', title: `${association} copilot`, version },
    {
      capabilities: { tools: {}, resources: {}, prompts: {}, completions: {} },
      instructions: instructionsFor(association),
      cacheHints: {
        'tools/list': cache,
        'resources/list': cache,
        'resources/templates/list': cache,
        'prompts/list': cache,
      },
    },
  );
  const serve = async <Result>(
    context: ServerContext,
    answer: (parts: McpParts, caller: Caller) => Result | Promise<Result>,
    refused?: (words: string) => Result,
  ): Promise<Result> => {
    try {
      const { parts, caller } = await servingOf(context);
      const limit = counted(parts, caller, context.mcpReq.method);
      if (limit && refused) return refused(inWords(limit));
      if (limit) throw limit;
      return await answer(parts, caller);
    } catch (error) {
      throw protocolError(error, (defect) => onDefect(defect, context.mcpReq.method));
    }
  };
  server.setRequestHandler('tools/list', (_request, context) =>
    serve(context, (parts, caller) => ({ tools: [...listed(shownTo(parts, caller))] })),
  );
  server.setRequestHandler('tools/call', ({ params }, context) =>
    serve(
      context,
      async (parts, caller) => {
        const result = await callTool(parts, caller, params, context, showsForms(server.getClientCapabilities()));
        // What is asked back has no content; a result gets what its era expects.
        return isInputRequiredResult(result)
          ? result
          : server.projectCallToolResult(result as CallToolResult, undefined);
      },
      // A model reads a result, and an error of the protocol not everywhere.
      (words) => ({ isError: true, content: [{ type: 'text', text: words }] }),
    ),
  );
  server.setRequestHandler('resources/list', (_request, context) =>
    serve(context, () => ({ resources: [...listedResources()] })),
  );
  server.setRequestHandler('resources/templates/list', (_request, context) =>
    serve(context, (parts, caller) => ({ resourceTemplates: [...listedTemplates(parts, caller)] })),
  );
  server.setRequestHandler('resources/read', ({ params }, context) =>
    serve(context, (parts, caller) => readResource(parts, caller, params.uri, context.mcpReq.signal)),
  );
  server.setRequestHandler('prompts/list', (_request, context) =>
    serve(context, ({ prompts }) => ({ prompts: [...listedPrompts(prompts)] })),
  );
  server.setRequestHandler('prompts/get', ({ params }, context) =>
    serve(context, ({ prompts }) => getPrompt(prompts, params.name, params.arguments ?? {})),
  );
  server.setRequestHandler('completion/complete', ({ params }, context) =>
    serve(context, async (parts, caller) => ({ completion: await completed(parts, caller, params) })),
  );
  return server;
}

/** A client that names no way of asking shows forms; one that only opens pages does not. */
const showsForms = ({ elicitation }: ClientCapabilities = {}): boolean =>
  elicitation !== undefined && (elicitation.form !== undefined || elicitation.url === undefined);

// What asks iMIS data; the rest lists what there is to ask, and is counted by itself: whoever may ask no more for a
// minute may still be told what there is.
const ASKING: ReadonlySet<string> = new Set(['tools/call', 'resources/read', 'completion/complete']);

/** Counts a request, and gives the refusal of one too many. */
function counted(parts: McpParts, { actor }: Caller, method: string): TooManyCalls | undefined {
  try {
    if (ASKING.has(method)) parts.countCall(actor.id);
    else parts.countListing(actor.id);
    return undefined;
  } catch (error) {
    if (error instanceof TooManyCalls) return error;
    throw error;
  }
}
