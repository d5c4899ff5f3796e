import { AIMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { forbidTracing } from '../../src/main/tracing.js';
import { createChatModel } from '../../src/models/endpoint.js';
import type { ChatRequest } from '../../src/models/ports.js';
import type { LlmSettings } from '../../src/settings/llm.js';
import { Secret } from '../../src/settings/secret.js';
import { type OpenAiEndpoint, openAiEndpoint } from '../fakes/openai-endpoint.js';

let endpoint: OpenAiEndpoint;
beforeAll(async () => {
  forbidTracing();
  endpoint = await openAiEndpoint();
});
afterAll(() => endpoint.close());
beforeEach(() => endpoint.say([{ says: 'Hello there.' }]));

const settings = (more: Partial<LlmSettings> = {}): LlmSettings => ({
  kind: 'compatible',
  url: endpoint.url,
  model: 'test-model',
  apiKey: new Secret('key-of-ours'),
  timeoutMillis: 5000,
  retries: 2,
  contextTokens: 32_000,
  ...more,
});
const model = (more: Partial<LlmSettings> = {}) => createChatModel(settings(more), { pauseMillis: 5 });
const tool = { name: 'count_members', title: 'Count', description: 'Counts.', parameters: { type: 'object' } };
const request = (more: Partial<ChatRequest> = {}): ChatRequest => ({
  messages: [new HumanMessage('hello')],
  tools: [tool],
  thread: 'T-1',
  actorId: '1',
  ...more,
});

describe('an endpoint', () => {
  test('gives its words piece by piece, then the whole with what it cost and which model it was', async () => {
    const pieces: string[] = [];
    const reply = await model().think(request({ onText: (text) => pieces.push(text) }));
    expect(reply.text).toBe('Hello there.');
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('')).toBe('Hello there.');
    expect(reply.usage_metadata).toMatchObject({ input_tokens: 900, output_tokens: 3 });
    expect(reply.response_metadata).toEqual({ finish_reason: 'stop', model_name: 'test-model-2026-01-01' });
    expect(reply).toBeInstanceOf(AIMessage);
  });

  test('may ask for several tools at once, each call with an id of its own', async () => {
    endpoint.say([
      {
        says: 'Let me look.',
        calls: [
          { tool: 'count_members', args: { a: 1 } },
          { tool: 'count_members', args: { a: 2 } },
        ],
      },
    ]);
    const streamed = await model().think(request());
    expect(streamed.tool_calls?.map(({ args }) => args)).toEqual([{ a: 1 }, { a: 2 }]);
    endpoint.say([
      {
        whole: true,
        calls: [
          { tool: 'count_members', args: { a: 1 }, id: 'same' },
          { tool: 'count_members', args: { a: 2 }, id: 'same' },
          { tool: 'count_members', args: { a: 3 }, id: null },
        ],
      },
    ]);
    const { tool_calls: calls = [] } = await model().think(request());
    expect(calls.map(({ args }) => args)).toEqual([{ a: 1 }, { a: 2 }, { a: 3 }]);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(3);
    expect(calls.every(({ id }) => id)).toBe(true);
  });

  test('that answers whole although a stream was asked for is understood, and no longer asked to stream', async () => {
    endpoint.say([{ says: 'All at once.', whole: true }]);
    const whole = model();
    expect((await whole.think(request())).text).toBe('All at once.');
    expect((await whole.think(request())).text).toBe('All at once.');
    expect(endpoint.requests.map(({ stream }) => stream)).toEqual([true, false, false]);
  });

  test('that refuses is heard', async () => {
    endpoint.say([{ refuses: 'I will not help with that.' }]);
    const refused = await model().think(request());
    expect(refused.text).toBe('I will not help with that.');
    expect(refused.additional_kwargs).toEqual({ refusal: true });
    endpoint.say([{ refuses: 'Nor whole.', whole: true }]);
    expect((await model().think(request())).text).toBe('Nor whole.');
  });

  test.each([
    ['does not know our key', [{ status: 401 }], 'model_refused_key', 1],
    ['does not know the model', [{ status: 404 }], 'model_not_there', 1],
    ['refuses the request', [{ status: 400 }], 'model_refused_request', 1],
    ['stays busy', [{ status: 429 }], 'model_busy', 3],
    ['keeps failing', [{ status: 500 }], 'model_failed', 3],
    ['is busy for longer than anybody waits', [{ status: 429, headers: { 'retry-after': '3600' } }], 'model_busy', 1],
    ['cuts the line in mid-answer', [{ says: 'x'.repeat(300), cut: 'connection' }], 'model_unreachable', 1],
    ['ends in mid-answer', [{ says: 'x'.repeat(300), cut: 'end' }], 'model_unreachable', 1],
    ['says nothing', [{ says: '' }], 'model_unreadable', 1],
    ['filters its answer', [{ says: '', finish: 'content_filter' }], 'model_unreadable', 1],
    ['answers what is no JSON', [{ body: 'data: {"choices": [oops\n\n' }], 'model_unreadable', 1],
    ['answers a page', [{ body: '<html>Welcome</html>' }], 'model_unreadable', 2],
    ['calls with nonsense', [{ calls: [{ tool: 'count_members', args: '{"a": oops' }] }], 'model_unreadable', 1],
    ['redirects elsewhere', [{ status: 307, headers: { location: 'https://example.org/' } }], 'model_unreachable', 3],
  ] as const)('that %s is a typed error with a next step', async (_, script, kind, requests) => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    endpoint.say(script);
    const failed = await model()
      .think(request())
      .catch((error: unknown) => error);
    expect(failed).toMatchObject({ kind, next: expect.stringMatching(/\.$/) });
    expect(String((failed as Error).message)).not.toMatch(/secret words|key-of-ours/);
    expect(endpoint.requests).toHaveLength(requests);
    vi.restoreAllMocks();
  });

  test('that is busy is asked again after the time it names', async () => {
    endpoint.say([{ status: 429, headers: { 'retry-after': '0.02' } }, { status: 503 }, { says: 'At last.' }]);
    expect((await model().think(request())).text).toBe('At last.');
    endpoint.say([{ status: 429, headers: { 'retry-after-ms': '5' } }, { says: 'Azure too.' }]);
    expect((await model().think(request())).text).toBe('Azure too.');
  });

  test('that is slow is given up, and one that a person no longer waits for too', async () => {
    endpoint.say([{ says: 'late', afterMillis: 3000 }]);
    await expect(model({ timeoutMillis: 60 }).think(request())).rejects.toMatchObject({ kind: 'model_too_slow' });
    const stop = new AbortController();
    const asked = model().think(request(), stop.signal);
    stop.abort(new RangeError('stopped'));
    await expect(asked).rejects.toThrow('stopped');
  });

  test('nobody listens at is a typed error', async () => {
    await expect(model({ url: 'http://127.0.0.1:9/v1', retries: 0 }).think(request())).rejects.toMatchObject({
      kind: 'model_unreachable',
    });
  });

  test('that never ends is cut off', async () => {
    endpoint.say([{ says: 'x'.repeat(4_100_000), whole: true }]);
    await expect(model().think(request())).rejects.toMatchObject({ kind: 'model_unreadable' });
  });
});

describe('what is sent', () => {
  test('goes to one path with our key alone, whatever the environment says', async () => {
    for (const [name, value] of [
      ['OPENAI_ORG_ID', 'org-elsewhere'],
      ['OPENAI_ORGANIZATION', 'org-elsewhere'],
      ['OPENAI_PROJECT_ID', 'project-elsewhere'],
      ['OPENAI_BASE_URL', 'http://127.0.0.1:9/elsewhere'],
      ['OPENAI_API_KEY', 'key-elsewhere'],
      ['OPENAI_CUSTOM_HEADERS', 'X-Elsewhere: elsewhere'],
      ['AZURE_OPENAI_BASE_PATH', 'http://127.0.0.1:9/elsewhere'],
      ['AZURE_OPENAI_API_KEY', 'key-elsewhere'],
      ['AZURE_OPENAI_API_VERSION', 'elsewhere'],
    ] as const)
      vi.stubEnv(name, value);
    await model().think(request());
    await model({ kind: 'azure', url: endpoint.url, azure: { deployment: 'ours', apiVersion: '2024-10-21' } }).think(
      request(),
    );
    vi.unstubAllEnvs();
    expect(endpoint.heads.map(({ path }) => path)).toEqual([
      '/v1/chat/completions',
      '/v1/openai/deployments/ours/chat/completions?api-version=2024-10-21',
    ]);
    expect(endpoint.heads.map(({ headers }) => [headers['authorization'], headers['api-key']])).toEqual([
      ['Bearer key-of-ours', undefined],
      [undefined, 'key-of-ours'],
    ]);
    expect(endpoint.received()).not.toContain('elsewhere');
  });

  test('is the conversation with each result beside its call', async () => {
    const call = { id: 'c1', name: 'count_members', args: { a: 1 }, type: 'tool_call' as const };
    await model({ model: 'gpt-5.2-pro' }).think(
      request({
        messages: [
          new HumanMessage('hello'),
          new AIMessage({ content: '', tool_calls: [call] }),
          new ToolMessage({ content: '3', tool_call_id: 'c1' }),
        ],
      }),
    );
    const [sent] = endpoint.requests;
    expect(sent?.messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'tool']);
    expect(sent?.tools?.map((one) => one.function.name)).toEqual(['count_members']);
    // Some names of models lead LangChain to another path, which compatible servers do not have.
    expect(endpoint.heads[0]?.path).toBe('/v1/chat/completions');
  });

  test('goes nowhere else: no tokeniser is fetched where the answer tells no usage', async () => {
    const fetched: string[] = [];
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) => {
      fetched.push(new URL(input instanceof Request ? input.url : String(input)).origin);
      return real(input, init);
    });
    endpoint.say([{ says: 'No usage told.', withoutUsage: true }]);
    const { usage_metadata: usage } = await model().think(request());
    vi.unstubAllGlobals();
    expect(usage).toBeUndefined();
    expect(fetched).toEqual([new URL(endpoint.url).origin]);
  });
});
