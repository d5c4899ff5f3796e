/*
 * Which era a message is of, as the SDK tells it. The SDK looks at it again for messages of the current era, and its look
 * is a good part of a call: what every client sends all day is told by a few fields, everything else by the SDK.
 */
import { classifyInboundRequest } from '@modelcontextprotocol/server';

export interface Inbound {
  readonly httpMethod: string;
  /** MCP-Protocol-Version and Mcp-Method. */
  readonly version: string | undefined;
  readonly method: string | undefined;
  readonly body: unknown;
}

const CURRENT = '2026-07-28';
const FORMER: ReadonlySet<string> = new Set(['2025-11-25', '2025-06-18', '2025-03-26']);
const REQUEST_FIELDS: ReadonlySet<string> = new Set(['jsonrpc', 'id', 'method', 'params']);

/** Whether it is answered in a session, as 2025-11-25 and before are. */
export function isLegacy(inbound: Inbound): boolean {
  const { httpMethod, version, method, body } = inbound;
  if (httpMethod === 'POST' && isFields(body)) {
    // A single message under this header is of the current era, or refused by it; replies to us are of the former ones.
    if (version === CURRENT && !('result' in body) && !('error' in body)) return false;
    if (version !== undefined && FORMER.has(version) && isPlainRequest(body)) return true;
  }
  return (
    classifyInboundRequest({
      httpMethod,
      ...(version !== undefined && { protocolVersionHeader: version }),
      ...(method !== undefined && { mcpMethodHeader: method }),
      body,
    }).kind === 'legacy'
  );
}

/** Well-formed beyond doubt, and without the fields in which a message of the current era says so. */
function isPlainRequest(body: Readonly<Record<string, unknown>>): boolean {
  const { jsonrpc, id, method, params = {} } = body;
  return (
    jsonrpc === '2.0' &&
    (typeof id === 'string' || (typeof id === 'number' && Number.isSafeInteger(id))) &&
    typeof method === 'string' &&
    isFields(params) &&
    !('_meta' in params) &&
    Object.keys(body).every((field) => REQUEST_FIELDS.has(field))
  );
}

const isFields = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype;
