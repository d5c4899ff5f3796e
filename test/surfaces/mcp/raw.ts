/* Messages sent to /mcp by hand, of either era, as no SDK would send them. */
import { bearer, type Era } from './served.js';

export interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The answer to the request; of a stream, the last message. */
  readonly message: {
    readonly result?: Record<string, unknown>;
    readonly error?: { readonly code: number; readonly message: string };
    readonly id?: unknown;
  };
}

export interface Sent {
  readonly token?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly era?: Era;
  readonly signal?: AbortSignal;
}

const ACCEPT = 'application/json, text/event-stream';

/** A request as 2026-07-28 has it: who asks stands in it. */
export const modern = (method: string, params: Record<string, unknown> = {}, id: unknown = 1) => ({
  jsonrpc: '2.0',
  id,
  method,
  params: {
    ...params,
    _meta: {
      'io.modelcontextprotocol/protocolVersion': '2026-07-28',
      'io.modelcontextprotocol/clientInfo': { name: 'by hand', version: '1' },
      'io.modelcontextprotocol/clientCapabilities': {},
      ...(params['_meta'] as object | undefined),
    },
  },
});

export const legacy = (method: string, params: Record<string, unknown> = {}, id: unknown = 1) => ({
  jsonrpc: '2.0',
  id,
  method,
  params,
});

export const initialize = legacy('initialize', {
  protocolVersion: '2025-11-25',
  capabilities: {},
  clientInfo: { name: 'by hand', version: '1' },
});

/** The headers 2026-07-28 asks for with a message. */
export function modernHeaders({ method, params }: { method: string; params: Record<string, unknown> }) {
  const name = params['name'] ?? params['uri'];
  return {
    'mcp-protocol-version': '2026-07-28',
    'mcp-method': method,
    ...(typeof name === 'string' && { 'mcp-name': name }),
  };
}

/** `body` is sent as it is where it is a text. */
export async function post(url: string, body: unknown, { token, headers, signal }: Sent = {}): Promise<Answered> {
  const response = await fetch(`${url}/mcp`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: ACCEPT,
      ...(token !== undefined && bearer(token)),
      ...headers,
    },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...(signal && { signal }),
  });
  return await answered(response);
}

/** One request of 2026-07-28 with its headers. */
export const ask = (url: string, method: string, params: Record<string, unknown>, sent: Sent = {}) => {
  const message = modern(method, params);
  return post(url, message, { ...sent, headers: { ...modernHeaders(message), ...sent.headers } });
};

/** Opens a session of 2025-11-25 and gives its headers. */
export async function session(url: string, token: string): Promise<Record<string, string>> {
  const { headers } = await post(url, initialize, { token });
  const named = { 'mcp-session-id': headers.get('mcp-session-id') ?? '', 'mcp-protocol-version': '2025-11-25' };
  await post(url, { jsonrpc: '2.0', method: 'notifications/initialized' }, { token, headers: named });
  return named;
}

export async function answered(response: Response): Promise<Answered> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, message: messageIn(text) };
}

function messageIn(text: string): Answered['message'] {
  const events = text.match(/^data: (.+)$/gm);
  try {
    return JSON.parse(events?.at(-1)?.slice(6) ?? text) as Answered['message'];
  } catch {
    return {};
  }
}

/** The tools of an answer to tools/list. */
export const toolNames = ({ message }: Answered): readonly string[] =>
  ((message.result?.['tools'] ?? []) as readonly { name: string }[]).map(({ name }) => name);
