import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type NextFunction, type Request, type Response } from 'express';
import { render } from 'preact-render-to-string';
import { ZodError } from 'zod';
import { ExpectedError, report } from '../errors.js';
import { hostGuard, secureHeaders } from './console/guard.js';
import { renderPage } from './console/pages/layout.js';
import type { ConsoleParts } from './console/parts.js';
import { consoleRoutes } from './console/routes.js';
import { type OidcParts, oidcRoutes } from './identity/oidc.js';
import { PATH as MCP, type McpRoutes } from './mcp/http.js';

/** Whether the house can answer, and if not, why. */
export interface Readiness {
  readonly ready: boolean;
  readonly reason?: string;
}

export interface HttpParts {
  readonly console: ConsoleParts;
  /** Sign-in by the association's provider, where one is set. */
  readonly oidc?: OidcParts;
  /** AI clients at /mcp. */
  readonly mcp?: Pick<McpRoutes, 'router' | 'faults'>;
  readonly log: { error(facts: object, message: string): void };
  readiness(): Promise<Readiness>;
}

export class PortInUse extends ExpectedError {
  readonly kind = 'port_in_use';
  constructor(port: number) {
    super(
      `Port ${port} is taken by another program.`,
      'End that program, or set PORT to another number, and start again.',
    );
  }
}

/** One Express application for every surface that speaks http. */
export function createHttp(parts: HttpParts): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(secureHeaders);
  app.use(hostGuard(parts.console.host, parts.console.publicUrl));
  app.get('/healthz', (_request, response) => {
    response.json({ status: 'alive' });
  });
  app.get('/readyz', async (_request, response) => {
    const { ready, reason } = await parts.readiness();
    response.status(ready ? 200 : 503).json(ready ? { status: 'ready' } : { status: 'not ready', reason });
  });
  if (parts.mcp) app.use(parts.mcp.router);
  if (parts.oidc) app.use(oidcRoutes(parts.oidc));
  app.use(consoleRoutes(parts.console));
  app.use((_request, response) => {
    fault(response, parts, 404, { message: 'There is no such page.', next: 'Go to the start page.' });
  });
  // Also a guard before it answers a client as the protocol has it.
  if (parts.mcp) app.use(MCP, parts.mcp.faults);
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) => {
    const status = statusOf(error);
    if (status === 500) parts.log.error({ error, path: request.path }, 'a page failed');
    const facts =
      error instanceof ZodError
        ? { message: 'The form was not complete.', next: 'Go back, fill in what is missing and send it again.' }
        : status === 413
          ? { message: 'This is more than one form can carry.', next: 'Shorten the text and send it again.' }
          : report(error);
    const isPart = request.headers['hx-request'] === 'true';
    // A poll that failed is asked again by itself; only what a person did is answered where it is seen.
    if (isPart && request.method === 'GET') response.status(204).end();
    else if (isPart)
      response
        .status(200)
        .set('HX-Retarget', '#alerts')
        .set('HX-Reswap', 'innerHTML')
        .type('html')
        .send(
          render(
            <p class="partial" role="alert">
              {facts.message} {facts.next}
            </p>,
          ),
        );
    else fault(response, parts, status, facts);
  });
  return app;
}

function fault(response: Response, parts: HttpParts, status: number, facts: { message: string; next: string }): void {
  response
    .status(status)
    .type('html')
    .send(
      renderPage({
        title: 'Not possible',
        association: parts.console.association,
        children: (
          <div class="card" role="alert">
            <h1>{facts.message}</h1>
            <p>{facts.next}</p>
            <p>
              <a href="/">Start page</a>
            </p>
          </div>
        ),
      }),
    );
}

const statuses: Readonly<Record<string, number>> = {
  not_signed_in: 401,
  foreign_request: 403,
  not_permitted: 403,
  proposal_unknown: 404,
  receipt_unknown: 404,
  token_unknown: 404,
};

function statusOf(error: unknown): number {
  if (error instanceof ZodError) return 400;
  if (error instanceof ExpectedError) return statuses[error.kind] ?? 409;
  const status = (error as { status?: unknown } | undefined)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

/** Listens on one address; port 0 takes a free one. Throws PortInUse. */
export async function listen(app: Express, host: string, port: number): Promise<{ server: Server; url: string }> {
  const server = createServer(app);
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      reject(error.code === 'EADDRINUSE' ? new PortInUse(port) : error),
    );
    server.listen(port, host, resolve);
  });
  const { port: taken } = server.address() as AddressInfo;
  return { server, url: `http://${host.includes(':') ? `[${host}]` : host}:${taken}` };
}
