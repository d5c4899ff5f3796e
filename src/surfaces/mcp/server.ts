/*
 * The product as an MCP server, of either era: what it lists and what it answers. Schemas and lists are made once and
 * shared, since a stateless server is made anew for each request. It holds no rule: tools, rights and words are below.
 */
import {
  type CallToolResult,
  isInputRequiredResult,
  type Server,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { completed } from './completions.js';
import { instructionsFor } from './instructions.js';
import type { Caller, McpIdentity, McpParts } from './parts.js';
import { PlainServer } from './plain-server.js';
import { getPrompt, listedPrompts } from './prompts.js';
import { protocolError } from './refusals.js';
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
  ): Promise<Result> => {
    try {
      const { parts, caller } = await servingOf(context);
      return await answer(parts, caller);
    } catch (error) {
      throw protocolError(error, (defect) => onDefect(defect, context.mcpReq.method));
    }
  };
  server.setRequestHandler('tools/list', (_request, context) =>
    serve(context, (parts, caller) => ({ tools: [...listed(shownTo(parts, caller))] })),
  );
  server.setRequestHandler('tools/call', ({ params }, context) =>
    serve(context, async (parts, caller) => {
      const canAsk = server.getClientCapabilities()?.elicitation !== undefined;
      const result = await callTool(parts, caller, params, context, canAsk);
      // What is asked back has no content; a result gets what its era expects.
      return isInputRequiredResult(result) ? result : server.projectCallToolResult(result as CallToolResult, undefined);
    }),
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
