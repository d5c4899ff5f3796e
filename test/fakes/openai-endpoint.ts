/**
 * An OpenAI-compatible server that says what a test tells it to: chat completions, streamed or whole, and every way in
 * which one may go wrong. It keeps each byte that was sent to it.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface WireCall {
  readonly tool: string;
  /** A text is sent as it stands: nonsense instead of JSON. */
  readonly args: unknown;
  /** Given by the server when left out; null: none at all. */
  readonly id?: string | null;
}

export interface Said {
  readonly says?: string;
  readonly calls?: readonly WireCall[];
  readonly refuses?: string;
  /** Instead of an answer. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Instead of an answer: these bytes. */
  readonly body?: string;
  /** 'connection': the line goes dead after half of it; 'end': it ends without saying why. */
  readonly cut?: 'connection' | 'end';
  /** Before the answer begins. */
  readonly afterMillis?: number;
  /** The whole answer at once, though a stream was asked for. */
  readonly whole?: boolean;
  readonly finish?: string;
  readonly withoutUsage?: boolean;
}

export interface WireMessage {
  readonly role: string;
  readonly content?: string | null;
  readonly tool_calls?: readonly { id: string; function: { name: string; arguments: string } }[];
  readonly tool_call_id?: string;
}

export interface WireRequest {
  readonly model: string;
  readonly stream?: boolean;
  readonly messages: readonly WireMessage[];
  readonly tools?: readonly { function: { name: string; description: string; parameters: unknown } }[];
}

export type Script = readonly Said[] | ((request: WireRequest, count: number) => Said | Promise<Said>);

export interface OpenAiEndpoint {
  /** To be given as LLM_URL. */
  readonly url: string;
  readonly requests: readonly WireRequest[];
  /** Paths with their queries, and headers, one a request. */
  readonly heads: readonly { readonly path: string; readonly headers: Readonly<Record<string, unknown>> }[];
  /** Every byte sent to it since it began or was last told what to say: lines, headers, bodies. */
  received(): string;
  /** What to say from now on; the last of a list is repeated. */
  say(script: Script): void;
  close(): Promise<void>;
}

export async function openAiEndpoint(script: Script = [{ says: 'Hello.' }]): Promise<OpenAiEndpoint> {
  let next = script;
  const requests: WireRequest[] = [];
  const heads: { path: string; headers: Record<string, unknown> }[] = [];
  const chunks: Buffer[] = [];
  let answered = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body: Buffer[] = [];
    for await (const chunk of request) body.push(chunk as Buffer);
    chunks.push(Buffer.from(`${request.url}\n${request.rawHeaders.join('\n')}\n`), ...body, Buffer.from('\n'));
    heads.push({ path: request.url ?? '', headers: request.headers });
    const asked = JSON.parse(Buffer.concat(body).toString('utf8')) as WireRequest;
    requests.push(asked);
    const count = ++answered;
    const said = typeof next === 'function' ? await next(asked, count) : (next[count - 1] ?? next.at(-1) ?? {});
    if (said.afterMillis) await new Promise((done) => setTimeout(done, said.afterMillis));
    send(said, asked, count, response);
  }

  const server = createServer((request, response) => {
    answer(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    heads,
    received: () => Buffer.concat(chunks).toString('utf8'),
    say(script) {
      next = script;
      answered = 0;
      requests.length = 0;
      heads.length = 0;
      chunks.length = 0;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

function send(said: Said, asked: WireRequest, count: number, response: ServerResponse): void {
  if (said.status !== undefined) {
    response.writeHead(said.status, { 'content-type': 'application/json', ...said.headers });
    response.end(said.body ?? JSON.stringify({ error: { message: 'secret words of the endpoint', type: 'error' } }));
    return;
  }
  const isStream = asked.stream === true && !said.whole;
  if (said.body !== undefined) {
    response.writeHead(200, { 'content-type': isStream ? 'text/event-stream' : 'application/json' });
    response.end(said.body);
    return;
  }
  if (!isStream) {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify(completion(said, asked, count)));
    return;
  }
  response.writeHead(200, { 'content-type': 'text/event-stream' });
  const events = eventsOf(said, asked, count);
  const kept = said.cut ? events.slice(0, Math.ceil(events.length / 2)) : events;
  for (const event of kept) response.write(`data: ${JSON.stringify(event)}\n\n`);
  // Time for what was written to leave before the line goes dead.
  if (said.cut === 'connection') setTimeout(() => response.destroy(), 20);
  else if (said.cut === 'end') response.end();
  else response.end('data: [DONE]\n\n');
}

const usage = (said: Said) => ({
  prompt_tokens: 900,
  completion_tokens: Math.ceil((said.says ?? said.refuses ?? 'call').length / 4),
  total_tokens: 900 + Math.ceil((said.says ?? said.refuses ?? 'call').length / 4),
});

const finishOf = (said: Said): string => said.finish ?? (said.calls ? 'tool_calls' : 'stop');

const callsOf = (said: Said, count: number) =>
  (said.calls ?? []).map(({ tool, args, id }, index) => ({
    index,
    ...(id === null ? {} : { id: id ?? `call_${count}_${index}` }),
    type: 'function',
    function: { name: tool, arguments: typeof args === 'string' ? args : JSON.stringify(args) },
  }));

const completion = (said: Said, asked: WireRequest, count: number) => ({
  id: `chatcmpl-${count}`,
  object: 'chat.completion',
  created: 0,
  model: `${asked.model}-2026-01-01`,
  choices: [
    {
      index: 0,
      message: {
        role: 'assistant',
        content: said.says ?? null,
        refusal: said.refuses ?? null,
        ...(said.calls && { tool_calls: callsOf(said, count).map(({ index: _, ...call }) => call) }),
      },
      finish_reason: finishOf(said),
    },
  ],
  ...(said.withoutUsage ? {} : { usage: usage(said) }),
});

function eventsOf(said: Said, asked: WireRequest, count: number): object[] {
  const head = {
    id: `chatcmpl-${count}`,
    object: 'chat.completion.chunk',
    created: 0,
    model: `${asked.model}-2026-01-01`,
  };
  const event = (delta: object, finish: string | null = null) => ({
    ...head,
    choices: [{ index: 0, delta, finish_reason: finish }],
  });
  return [
    event({ role: 'assistant', content: '' }),
    ...inPieces(said.says).map((content) => event({ content })),
    ...inPieces(said.refuses).map((refusal) => event({ refusal })),
    ...callsOf(said, count).flatMap(({ function: { name, arguments: args }, ...call }) => [
      event({ tool_calls: [{ ...call, function: { name, arguments: '' } }] }),
      ...inPieces(args).map((piece) => event({ tool_calls: [{ index: call.index, function: { arguments: piece } }] })),
    ]),
    event({}, finishOf(said)),
    ...(said.withoutUsage ? [] : [{ ...head, choices: [], usage: usage(said) }]),
  ];
}

/** Pieces cut inside words, as tokens are: a stand-in may be split between two. */
const inPieces = (text = ''): string[] => text.match(/[\s\S]{1,7}/g) ?? [];
