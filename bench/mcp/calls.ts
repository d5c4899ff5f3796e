/* A client that waits for every reply, reads it whole and checks it, over connections that stay open. */
import { Agent, request } from 'node:http';

export type Era = '2026-07-28' | '2025-11-25';

/** Who calls where: a token, and in the older era the session it opened. */
export interface Caller {
  readonly address: string;
  readonly token?: string;
  readonly session?: string;
}

export interface Asked {
  readonly method: 'tools/call' | 'tools/list';
  readonly params: Readonly<Record<string, unknown>>;
  /** Throws where the result is not what was asked for. */
  check(result: Readonly<Record<string, unknown>>): void;
}

/** Of the count that both servers are asked for. */
export const COUNTED = { definition: { op: 'field', field: 'status', test: { in: ['active'] } } };

const AT_ONCE = 8;
let lastId = 0;

/** `times` calls, eight at a time, each by the next of the callers. Throws at the first reply that is wrong. */
export async function closedLoop(callers: readonly Caller[], asked: Asked, times: number): Promise<void> {
  let left = times;
  // Made anew each time: a server closes a connection that was silent while the other one had its turn.
  const agent = new Agent({ keepAlive: true });
  const worker = async () => {
    while (left > 0) {
      left -= 1;
      const caller = callers[left % callers.length] as Caller;
      asked.check(await ask(agent, caller, asked));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker)).finally(() => agent.destroy());
}

async function ask(
  agent: Agent,
  caller: Caller,
  { method, params }: Asked,
): Promise<Readonly<Record<string, unknown>>> {
  const era = caller.session === undefined ? '2026-07-28' : '2025-11-25';
  const { body } = await send(
    agent,
    caller,
    { id: ++lastId, method, params: era === '2026-07-28' ? modern(params) : params },
    era,
  );
  const reply = JSON.parse(body) as { id?: number; result?: Record<string, unknown> };
  if (!reply.result) throw new Error(`${method} was answered ${body.slice(0, 500)}`);
  return reply.result;
}

const modern = (params: Readonly<Record<string, unknown>>) => ({
  ...params,
  _meta: {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'bench', version: '1' },
    'io.modelcontextprotocol/clientCapabilities': {},
  },
});

/** Opens a session of the older era. */
export async function opened(caller: Caller): Promise<Caller> {
  const params = { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'bench', version: '1' } };
  const { session } = await send(undefined, caller, { id: ++lastId, method: 'initialize', params }, '2025-11-25');
  if (session === undefined) throw new Error('no session was opened');
  const own = { ...caller, session };
  await send(undefined, own, { method: 'notifications/initialized' }, '2025-11-25');
  return own;
}

interface Message {
  readonly id?: number;
  readonly method: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

async function send(
  agent: Agent | undefined,
  { address, token, session }: Caller,
  message: Message,
  era: Era,
): Promise<{ readonly body: string; readonly session: string | undefined }> {
  const body = JSON.stringify({ jsonrpc: '2.0', ...message });
  const { name } = (message.params ?? {}) as { name?: string };
  return await new Promise((resolve, reject) => {
    const sent = request(address, {
      ...(agent && { agent }),
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'content-length': Buffer.byteLength(body),
        accept: 'application/json, text/event-stream',
        'mcp-protocol-version': era,
        ...(era === '2026-07-28' && { 'mcp-method': message.method, ...(name !== undefined && { 'mcp-name': name }) }),
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(session !== undefined && { 'mcp-session-id': session }),
      },
    });
    sent.on('error', reject);
    sent.on('response', (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        const status = response.statusCode ?? 0;
        if (status >= 300) reject(new Error(`${message.method} was answered ${status}: ${text.slice(0, 500)}`));
        else {
          const isStream = response.headers['content-type']?.startsWith('text/event-stream');
          const id = response.headers['mcp-session-id'];
          resolve({ body: isStream ? lastOf(text) : text, session: typeof id === 'string' ? id : undefined });
        }
      });
    });
    sent.end(body);
  });
}

/** The last message of a stream, which is the reply. */
const lastOf = (events: string): string =>
  events
    .split('\n')
    .filter((line) => line.startsWith('data: {'))
    .at(-1)
    ?.slice('data: '.length) ?? '';
