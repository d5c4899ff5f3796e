/* A real HTTP server on 127.0.0.1 that answers as each test scripts it; /token is answered unless the test does. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Wire } from '../../src/imis/contracts/wire.js';
import type { ImisOptions } from '../../src/imis/options.js';
import { Secret } from '../../src/settings/secret.js';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Answering = (asked: Asked, response: ServerResponse) => void | Promise<void>;

export interface Site extends AsyncDisposable {
  readonly url: string;
  /** Everything asked below /api/. */
  readonly asked: readonly Asked[];
  readonly signIns: readonly Asked[];
  readonly options: ImisOptions;
}

export const PASSWORD = 'correct horse battery';
export const TOKEN = 'AAEC-token-of-the-test';

export async function startSite(api: Answering, token: Answering = grantToken): Promise<Site> {
  const asked: Asked[] = [];
  const signIns: Asked[] = [];
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', 'http://site');
    let body = '';
    for await (const chunk of request) body += chunk;
    const { method = '', headers } = request;
    const one: Asked = { method, path: url.pathname, query: url.searchParams, headers, body };
    const isSignIn = url.pathname === '/token';
    (isSignIn ? signIns : asked).push(one);
    await (isSignIn ? token : api)(one, response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    signIns,
    options: {
      url,
      credentials: { user: 'SVC', password: new Secret(PASSWORD) },
      timeoutMillis: 2_000,
      retry: { repeats: 3, firstMillis: 1, longestMillis: 3_000 },
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}

export const json = (
  response: ServerResponse,
  status: number,
  wire: unknown,
  headers: Record<string, string> = {},
): void => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', ...headers });
  response.end(JSON.stringify(wire));
};

export const grantToken: Answering = (_asked, response) =>
  json(response, 200, { access_token: TOKEN, token_type: 'bearer', expires_in: 1199 });

/** A page as iMIS sends it, of rows cut from a whole list. */
export const pageOf = (rows: readonly Wire[], query: URLSearchParams, overrides: Wire = {}): Wire => {
  const offset = Number(query.get('offset'));
  const limit = Number(query.get('limit'));
  const next = offset + limit < rows.length ? offset + limit : 0;
  return {
    $type: 'Asi.Soa.Core.DataContracts.PagedResult`1, Asi.Contracts',
    Items: { $type: 'List', $values: rows.slice(offset, offset + limit) },
    Offset: offset,
    Limit: limit,
    Count: rows.slice(offset, offset + limit).length,
    TotalCount: rows.length,
    NextPageLink: null,
    HasNext: next !== 0,
    NextOffset: next,
    ...overrides,
  };
};
