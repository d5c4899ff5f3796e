/*
 * MCP over Streamable HTTP at /mcp, for both eras through one stack: 2026-07-28 without sessions, 2025-11-25 and before
 * with them, since word of progress and questions back reach older clients only within a session. The factory is handed
 * in: what certifies this stack serves another one through it.
 */
import { randomUUID } from 'node:crypto';
import { NodeStreamableHTTPServerTransport, toNodeHandler } from '@modelcontextprotocol/node';
import {
  type AuthInfo,
  createMcpHandler,
  isInitializeRequest,
  type McpServerFactory,
  ProtocolErrorCode,
} from '@modelcontextprotocol/server';
import express, { type NextFunction, type Request, type Response, Router } from 'express';
import type { ScopeName } from '../../access/token-scopes.js';
import { ExpectedError, report } from '../../errors.js';
import { metadataRoute } from '../identity/protected.js';
import { ScopeMissing } from '../identity/token-refused.js';
import { carried } from './carried.js';
import { challengeOf, type Door, enter, isRefusedToken, requireScopes } from './door.js';
import { type Inbound, isLegacy } from './era.js';
import { takeIds } from './ids-in-use.js';
import type { Caller } from './parts.js';
import { inWords, reportTo } from './refusals.js';
import { Sessions } from './sessions.js';

export const PATH = '/mcp';
// Arguments are words and conditions; the longest note is 4,000 characters.
const LONGEST_BODY = '256kb';

export interface McpHttpParts {
  readonly factory: McpServerFactory;
  readonly door: Door;
  readonly association: string;
  /** Scopes a message needs beyond reading, as for a tool that proposes. */
  readonly needed: (message: unknown) => readonly ScopeName[];
  readonly onDefect: (error: unknown, where: string) => void;
}

export interface McpRoutes {
  readonly router: Router;
  /** Answers what goes wrong under /mcp, also before it is reached, as the protocol has it. */
  readonly faults: (error: unknown, request: Request, response: Response, next: NextFunction) => void;
  close(): Promise<void>;
}

type Entered = Request & { auth?: AuthInfo };

export function mcpRoutes(parts: McpHttpParts): McpRoutes {
  const { factory, door, association } = parts;
  const sessions = new Sessions();
  const onerror = reportTo((error) => parts.onDefect(error, 'mcp'));
  const modern = createMcpHandler(factory, { legacy: 'reject', onerror });
  const answerModern = toNodeHandler(modern, { onerror });
  const router = Router();
  if (door.verifier) router.use(metadataRoute(door.verifier, association));
  router.all(
    PATH,
    async (request: Entered, _response, next) => {
      request.auth = await enter(door, request.headers.authorization);
      next();
    },
    express.json({ limit: LONGEST_BODY, type: () => true }),
    async (request: Entered, response: Response) => {
      const { body } = request;
      // Whoever went away while the token was looked at is answered nothing; the rest of the message never comes.
      if (request.socket.destroyed) return;
      if (request.auth) requireScopes(request.auth, ['copilot.read', ...neededBy(body, parts)]);
      if (isLegacy(inboundOf(request))) await answerLegacy(request, response);
      else await answerModern(request, response, body);
    },
  );

  /** One session of an older client: opened by its first request, and only ever its opener's. */
  async function answerLegacy(request: Entered, response: Response): Promise<void> {
    const id = header(request, 'mcp-session-id');
    const actorId = (request.auth?.extra?.['caller'] as Caller | undefined)?.actor.id ?? '';
    const known = id === undefined ? undefined : sessions.of(id, actorId);
    if (known && !takeIds(known, request.body, response))
      fault(response, 400, ProtocolErrorCode.InvalidRequest, 'A request of this id is still being answered.');
    else if (known) await known.handleRequest(request, response, request.body);
    else if (id !== undefined) fault(response, 404, SESSION_UNKNOWN, 'There is no such session. Open another one.');
    else if (isInitializeRequest(request.body)) await openSession(request, response, actorId);
    else fault(response, 400, SESSION_MISSING, 'Bad request: a session is opened by initialize first.');
  }

  async function openSession(request: Entered, response: Response, actorId: string): Promise<void> {
    const transport = new NodeStreamableHTTPServerTransport({
      sessionIdGenerator: () => randomUUID(),
      onsessioninitialized: (opened) => sessions.add(opened, actorId, transport),
    });
    transport.onclose = () => {
      if (transport.sessionId !== undefined) sessions.forget(transport.sessionId);
    };
    const server = await factory({ era: 'legacy', ...(request.auth && { authInfo: request.auth }) });
    ('server' in server ? server.server : server).onerror = onerror;
    await server.connect(transport);
    await transport.handleRequest(request, response, request.body);
  }

  return {
    router,
    faults: (error, _request, response, _next) => answerFault(parts, error, response),
    async close() {
      await Promise.allSettled([modern.close(), sessions.close()]);
    },
  };
}

// As the SDK's own session transport answers.
const SESSION_UNKNOWN = -32_001;
const SESSION_MISSING = -32_000;

const header = (request: Request, name: string): string | undefined => {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
};

const inboundOf = (request: Request): Inbound => ({
  httpMethod: request.method,
  version: header(request, 'mcp-protocol-version'),
  method: header(request, 'mcp-method'),
  body: request.body,
});

/** Of several messages sent together, what any of them needs. */
const neededBy = (body: unknown, { needed }: McpHttpParts): readonly ScopeName[] =>
  Array.isArray(body) ? body.flatMap((message) => needed(message)) : needed(body);

function fault(response: Response, status: number, code: number, message: string): void {
  if (response.headersSent) response.end();
  else response.status(status).json({ jsonrpc: '2.0', error: { code, message }, id: null });
}

/** 401 and 403 say what is lacking and where to get it, 503 to try again; a defect says nothing of its inside. */
function answerFault({ door, onDefect }: McpHttpParts, error: unknown, response: Response): void {
  if (error instanceof ExpectedError) {
    if (isRefusedToken(error) || error instanceof ScopeMissing)
      response.set('WWW-Authenticate', challengeOf(door, error));
    const told = report(error);
    const { status, code } = carried(told.kind);
    fault(response, status, code, inWords(told));
    return;
  }
  const { status, type } = (error ?? {}) as { status?: unknown; type?: unknown };
  const isTheirs = typeof status === 'number' && status >= 400 && status < 500;
  if (!isTheirs) onDefect(error, 'mcp');
  if (type === 'entity.parse.failed') fault(response, 400, ProtocolErrorCode.ParseError, 'The message is no JSON.');
  else if (isTheirs) fault(response, status, ProtocolErrorCode.InvalidRequest, refused[status] ?? refused[400] ?? '');
  else fault(response, 500, ProtocolErrorCode.InternalError, 'Something went wrong on our side. Try again.');
}

const refused: Readonly<Record<number, string>> = {
  400: 'The message cannot be read.',
  413: 'The message is too long; shorten what it carries.',
};
