import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { HumanMessage } from '@langchain/core/messages';
import { END, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { compose } from '../../src/main.js';
import { createChatModel } from '../../src/models/endpoint.js';
import { parseSettings } from '../../src/settings.js';
import { type OpenAiEndpoint, openAiEndpoint } from '../fakes/openai-endpoint.js';

let contacted: string[] = [];
let service: Server;
let endpoint: OpenAiEndpoint;

beforeAll(async () => {
  service = createServer((asked, answer) => {
    contacted.push(asked.url ?? '');
    answer.end('{}');
  });
  await new Promise<void>((done) => service.listen(0, '127.0.0.1', done));
  endpoint = await openAiEndpoint([{ says: 'Hello there.' }]);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(async () => {
  await endpoint.close();
  await new Promise((done) => service.close(done));
});

function tracingIsAskedFor(): void {
  const address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
  for (const library of ['LANGSMITH', 'LANGCHAIN']) {
    vi.stubEnv(`${library}_ENDPOINT`, address);
    vi.stubEnv(`${library}_API_KEY`, 'key');
    vi.stubEnv(`${library}_TRACING`, 'true');
    vi.stubEnv(`${library}_TRACING_V2`, 'true');
  }
  vi.stubEnv('LANGSMITH_GATEWAY', address);
  contacted = [];
}

/** A graph around a model at an endpoint: both would be traced. */
async function aRun(): Promise<string> {
  const settings = parseSettings({
    LLM_KIND: 'compatible',
    LLM_URL: endpoint.url,
    LLM_MODEL: 'scripted',
    LLM_API_KEY: 'key-of-ours',
  });
  if (!settings.llm) throw new Error('no endpoint is set');
  const model = createChatModel(settings.llm);
  const graph = new StateGraph(MessagesAnnotation)
    .addNode('model', async ({ messages }) => ({
      messages: [await model.think({ messages, tools: [], thread: 'T-1', actorId: '1' })],
    }))
    .addEdge(START, 'model')
    .addEdge('model', END)
    .compile();
  const { messages } = await graph.invoke({ messages: [new HumanMessage('hello')] });
  // Runs are sent in the background, some hundred milliseconds after they end.
  await new Promise((done) => setTimeout(done, 500));
  return messages.at(-1)?.text ?? '';
}

test('once the product is composed no run is sent to a tracing service, whatever the environment says', async () => {
  tracingIsAskedFor();
  const folder = mkdtempSync(join(tmpdir(), 'tracing-'));
  writeFileSync(join(folder, 'file'), '');
  // No store can be opened inside a file: tracing is off before anything is opened.
  await expect(compose(parseSettings({ DATA_DIR: join(folder, 'file'), LOG_LEVEL: 'silent' }))).rejects.toThrow();
  rmSync(folder, { recursive: true });
  expect(await aRun()).toBe('Hello there.');
  expect(contacted).toEqual([]);
});

test('the same run would be sent by a process in which nobody composed', async () => {
  tracingIsAskedFor();
  // The gateway would take the model's own call as well, which is not what is looked for here.
  vi.stubEnv('LANGSMITH_GATEWAY', undefined);
  await aRun();
  await vi.waitFor(() => expect(contacted).not.toEqual([]));
});
