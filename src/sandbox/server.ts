/* The HTTP server: reads a request, lets faults have their way, and sends what the site answers. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Accounts } from './accounts.js';
import {
  type Answer,
  badRequest,
  forbidden,
  invalid,
  notFound,
  ok,
  serverError,
  tooLarge,
  unauthorized,
} from './answer.js';
import type { Behaviour } from './behaviour.js';
import type { Drifts } from './drift.js';
import { type Fault, type Faults, parseFaults } from './faults.js';
import { meddle } from './meddling.js';
import { type Asked, route } from './routes.js';
import { sendAnswer } from './sending.js';
import type { Site } from './site.js';
import type { Tokens } from './tokens.js';

export interface Serving {
  readonly site: Site;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly faults: Faults;
  readonly behaviour: Behaviour;
  readonly latencyMillis: number;
  readonly drifts: Drifts;
}

const LARGEST_BODY = 20 * 1024 * 1024;

export function createSandboxServer(serving: Serving): Server {
  const remembered = new Map<string, Answer>();
  return createServer((request, response) => {
    serve(serving, remembered, request, response).catch(() => {
      if (!response.headersSent) sendAnswer(response, serverError, []);
      else response.destroy();
    });
  });
}

async function serve(
  serving: Serving,
  remembered: Map<string, Answer>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const arrived = performance.now();
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', 'http://sandbox');
  const isControl = url.pathname === '/_sandbox/faults';
  const faults = isControl ? [] : serving.faults.hitting(method, url.pathname);
  const has = (kind: Fault['kind']): Fault | undefined => faults.find((fault) => fault.kind === kind);
  if (has('cut_before')) return void response.destroy();
  if (has('time_out')) return;
  const text = await bodyOf(request);
  const answer =
    text === undefined
      ? tooLarge
      : isControl
        ? control(serving.faults, request, text)
        : (early(serving.tokens, request, faults) ?? (await answerTo(serving, method, url, request, text, faults)));
  const kept = has('stale_query') && method === 'GET' ? firstAnswer(remembered, url, answer) : answer;
  const slowness = (has('latency')?.millis ?? (has('latency') ? 1000 : 0)) + serving.latencyMillis;
  const left = arrived + slowness - performance.now();
  if (left > 1 && !isControl) await pause(left);
  sendAnswer(response, kept, faults);
}

/** Answers of faults that keep a request from being looked at. */
function early(tokens: Tokens, request: IncomingMessage, faults: readonly Fault[]): Answer | undefined {
  for (const { kind, retryAfterSeconds } of faults) {
    if (kind === 'unauthorized') return unauthorized;
    if (kind === 'token_expires_early') {
      tokens.forget(request.headers.authorization);
      return unauthorized;
    }
    if (kind === 'too_many_requests')
      return {
        status: 429,
        reason: 'Too Many Requests',
        body: { Message: 'Too many requests.' },
        ...(retryAfterSeconds !== undefined && { headers: { 'retry-after': String(retryAfterSeconds) } }),
      };
    if (kind === 'server_error') return serverError;
    if (kind === 'validation_error') return invalid([{ field: 'Record', message: 'The record is not valid.' }]);
  }
  return undefined;
}

async function answerTo(
  { site, accounts, tokens, drifts, behaviour }: Serving,
  method: string,
  url: URL,
  request: IncomingMessage,
  text: string,
  faults: readonly Fault[],
): Promise<Answer> {
  if (/^\/token\/?$/i.test(url.pathname)) return method === 'POST' ? tokens.grant(text) : notFound;
  if (!/^\/api\//i.test(url.pathname)) return notFound;
  const body = parsed(text);
  if (text !== '' && body === undefined) return badRequest('The body is not JSON.');
  const path = partsOf(url.pathname);
  if (path === undefined) return badRequest('The address is not readable.');
  const has = (kind: Fault['kind']): boolean => faults.some((fault) => fault.kind === kind);
  const asked: Asked = {
    method,
    path,
    parameters: url.searchParams,
    body,
    holder: tokens.holder(request.headers.authorization),
    behaviour,
    shift: { drift: drifts.at(url, has('page_drift')), endless: has('endless_list') },
  };
  if (has('changed_between') && asked.holder !== undefined) meddle(site, await site.open(), asked);
  return route(site, accounts, asked);
}

function partsOf(pathname: string): readonly string[] | undefined {
  try {
    return pathname.split('/').slice(2).filter(Boolean).map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

function firstAnswer(remembered: Map<string, Answer>, url: URL, answer: Answer): Answer {
  const first = remembered.get(url.href);
  if (first === undefined) remembered.set(url.href, answer);
  return first ?? answer;
}

/** GET tells the faults and how often each has hit, POST replaces them: for other processes of this machine. */
function control(faults: Faults, request: IncomingMessage, text: string): Answer {
  // A page in a browser can reach this port, but not under these names nor with this type.
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  if (host !== '127.0.0.1' && host !== 'localhost') return forbidden();
  if (request.method === 'GET') return ok({ active: faults.active, hits: faults.hits });
  if (request.method !== 'POST') return notFound;
  if (!/^application\/json/.test(request.headers['content-type'] ?? '')) return badRequest('Send application/json.');
  try {
    faults.set(parseFaults(parsed(text)));
  } catch (error) {
    return badRequest(error instanceof RangeError ? error.message : 'The faults are not readable.');
  }
  return ok({ active: faults.active, hits: faults.hits });
}

const parsed = (text: string): unknown => {
  try {
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
};

async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of request) {
    size += (part as Buffer).length;
    if (size <= LARGEST_BODY) parts.push(part as Buffer);
  }
  return size > LARGEST_BODY ? undefined : Buffer.concat(parts).toString('utf8');
}
