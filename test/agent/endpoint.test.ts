/** The agent before an endpoint that does everything an endpoint may do wrong. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOST_STEPS } from '../../src/agent/budgets.js';
import type { Progress } from '../../src/agent/progress.js';
import { createChatModel } from '../../src/models/endpoint.js';
import { pseudonymOf } from '../../src/privacy/pseudonyms.js';
import { Secret } from '../../src/settings/secret.js';
import type { Store } from '../../src/store/store.js';
import { type OpenAiEndpoint, openAiEndpoint, type Said, type Script } from '../fakes/openai-endpoint.js';
import { actorWith, agentWith, openOffice } from './office.js';

let store: Store;
let endpoint: OpenAiEndpoint;
let sandra: string;
const membership = actorWith('membership');
const active = { op: 'field', field: 'status', test: { in: ['active'] } };
const QUESTION = 'How many active members do we have?';
const counting: Said = { calls: [{ tool: 'count_members', args: { definition: active } }] };

beforeAll(async () => {
  store = await openOffice();
  endpoint = await openAiEndpoint();
  sandra = await pseudonymOf(store, '101');
});
afterAll(async () => {
  await endpoint.close();
  await store.close();
});

async function office(script: Script, timeoutMillis = 5000) {
  endpoint.say(script);
  const model = createChatModel(
    {
      kind: 'compatible',
      url: endpoint.url,
      model: 'test-model',
      apiKey: new Secret('k'),
      timeoutMillis,
      retries: 1,
      contextTokens: 128_000,
    },
    { pauseMillis: 2 },
  );
  return await agentWith(store, model, { standsIn: true });
}

const proposals = async (): Promise<number> =>
  (await store.query<{ count: number }>('select count(*) from copilot.proposals')).rows[0]?.count ?? 0;

describe('an endpoint that works', () => {
  test('reads several tools at once and answers in its own words, each number from a receipt', async () => {
    const lapsed = { op: 'field', field: 'status', test: { in: ['lapsed'] } };
    const { ask } = await office([
      { calls: [active, lapsed].map((definition) => ({ tool: 'count_members', args: { definition } })) },
      { says: 'There are 3 active members and 1 lapsed; that is 25% lapsed. Ninety-nine more will follow.' },
    ]);
    const turn = await ask({ text: 'Active and lapsed?', actor: membership });
    expect(turn.status).toBe('answer');
    expect(turn.answer).toContain('There are 3 active members and 1 lapsed; that is [number removed]% lapsed.');
    expect(turn.answer).toContain('[number removed] more will follow.');
    expect(turn.answer).toContain('2 numbers were removed');
    expect(turn.toolCalls).toHaveLength(2);
    const results = endpoint.requests[1]?.messages.filter(({ role }) => role === 'tool').map(({ content }) => content);
    for (const result of results ?? [])
      expect(result).toMatch(/^<data>\n[\s\S]*\n<\/data>\n\[R-[0-9A-Z]{6}: \d members\]/);
    expect(turn.next.length).toBeGreaterThanOrEqual(2);
  });

  test('is heard sentence by sentence, with names put in and checked numbers, while tools are shown at work', async () => {
    const { ask } = await office([
      { says: 'Let me look. ', ...counting },
      { says: `There are 3. One is ${sandra}! About 77 are not.\n1. ${sandra}` },
    ]);
    const told: Progress[] = [];
    const turn = await ask({ text: QUESTION, actor: membership, onProgress: (progress) => told.push(progress) });
    const tool = { kind: 'tool', tool: 'count_members', title: expect.any(String) };
    expect(told.filter(({ kind }) => kind !== 'text')).toEqual([
      { kind: 'thinking', model: 'test-model' },
      { ...tool, state: 'running' },
      { ...tool, state: 'done' },
      { kind: 'thinking', model: 'test-model' },
    ]);
    for (const one of told) if (one.kind === 'text') expect(one.text).toMatch(/[.!]\s*$|Ortega$/);
    const text = told.flatMap((one) => (one.kind === 'text' ? [one.text] : [])).join('');
    expect(text).toBe(
      'Let me look. There are 3. One is Sandra Ortega! About [number removed] are not.\n1. Sandra Ortega',
    );
    expect(turn.answer).toContain('One is Sandra Ortega! About [number removed]');
  });

  test('a surface that fails while it shows progress does not fail the turn', async () => {
    const { ask } = await office([counting, { says: 'There are 3.' }]);
    const onProgress = () => {
      throw new Error('the browser has gone');
    };
    expect((await ask({ text: QUESTION, actor: membership, onProgress })).answer).toBe('There are 3.');
  });

  test('that refuses is a refusal in its own words', async () => {
    const { ask } = await office([{ refuses: 'I cannot help with that.' }]);
    expect(await ask({ text: 'something odd', actor: membership })).toMatchObject({
      status: 'refuse',
      answer: 'I cannot help with that.',
    });
  });

  test('that answers without end is cut, and said so', async () => {
    const { ask } = await office([{ says: 'many words '.repeat(20_000), whole: true }]);
    const { answer } = await ask({ text: 'tell me everything', actor: membership });
    expect(answer.length).toBeLessThan(17_000);
    expect(answer).toContain('longer than can be shown');
  });
});

describe('an endpoint that fails', () => {
  test.each([
    ['refuses the request', [{ status: 400 }], 'refused the request (400)'],
    ['does not know our key', [{ status: 401 }], 'did not accept our key (401)'],
    ['is busy', [{ status: 429 }], 'is busy (429)'],
    ['breaks down', [{ status: 500 }], 'failed (500)'],
    ['is cut off in mid-answer', [{ says: 'There are 3 of th'.repeat(9), cut: 'connection' }], 'broke off'],
    ['ends in mid-answer', [{ says: 'There are 3 of th'.repeat(9), cut: 'end' }], 'broke off'],
    ['calls a tool with nonsense', [{ calls: [{ tool: 'count_members', args: '{"definition": ' }] }], 'no JSON'],
    ['says nothing', [{ says: '' }], 'it was empty'],
    ['fails after its first look', [counting, { status: 500 }], 'failed (500)'],
    ['is slow', [{ says: 'late', afterMillis: 2000 }], 'no whole answer within'],
  ] as const)('%s: the interpreter answers instead, with the reason and what to do', async (_, script, reason) => {
    const { ask, defects } = await office(script, reason.startsWith('no whole') ? 150 : 5000);
    const before = await proposals();
    const turn = await ask({ text: QUESTION, actor: membership });
    expect(turn.status).toBe('answer');
    expect(turn.answer).toContain('There are 3 active members');
    expect(turn.answer).toContain(reason);
    expect(turn.answer).toContain('The offline interpreter answered instead.');
    expect(turn.answer).not.toContain('secret words');
    expect(turn.toolCalls).toHaveLength(1);
    expect(await proposals()).toBe(before);
    endpoint.say([counting, { says: 'Still 3.' }]);
    const again = await ask({ text: 'and again?', actor: membership, thread: turn.thread });
    expect(again).toMatchObject({ status: 'answer', answer: 'Still 3.' });
    const sent = endpoint.requests[0]?.messages ?? [];
    const called = sent.flatMap(({ tool_calls: calls = [] }) => calls.map(({ id }) => id));
    expect(sent.flatMap(({ tool_call_id: id }) => (id ? [id] : []))).toEqual(called);
    expect(defects).toEqual([]);
  });

  test('calls tools that do not exist and with wrong arguments, is told, and comes round', async () => {
    const { ask } = await office([
      {
        calls: [
          { tool: 'drop_database', args: {} },
          { tool: 'count_members', args: { definition: { op: 'nonsense' } } },
        ],
      },
      counting,
      { says: 'There are 3.' },
    ]);
    const turn = await ask({ text: QUESTION, actor: membership });
    expect(turn.answer).toBe('There are 3.');
    const told = endpoint.requests[1]?.messages.map(({ content }) => content).join('\n');
    expect(told).toContain('There is no tool "drop_database"');
    expect(told).toContain('The arguments of count_members do not fit');
  });

  test('goes round in circles until its steps are spent, and the conversation goes on', async () => {
    const { ask } = await office([counting]);
    const turn = await ask({ text: QUESTION, actor: membership });
    expect(turn).toMatchObject({
      status: 'error',
      answer: expect.stringContaining(`stopped after ${MOST_STEPS} steps`),
    });
    expect(endpoint.requests).toHaveLength(MOST_STEPS);
    endpoint.say([{ says: 'Back.' }]);
    expect((await ask({ text: 'hello', actor: membership, thread: turn.thread })).answer).toBe('Back.');
  });

  test('fails while it proposes: one proposal or none, never half of one', async () => {
    const note = { tool: 'propose_note', args: { member: sandra, text: 'called' } };
    const { ask } = await office([{ calls: [note, note] }, { status: 500 }]);
    const before = await proposals();
    const turn = await ask({ text: 'note that she called', actor: membership });
    expect(turn.status).toBe('proposal');
    expect(await proposals()).toBe(before + 1);
    expect(endpoint.requests).toHaveLength(1);
  });

  test('is stopped by the person: nothing is changed, and the conversation goes on', async () => {
    const { ask } = await office([{ says: 'late', afterMillis: 2000 }]);
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 100);
    const turn = await ask({ text: QUESTION, actor: membership, signal: stop.signal });
    expect(turn).toMatchObject({
      status: 'error',
      answer: expect.stringContaining('stopped before there was an answer'),
    });
    endpoint.say([{ says: 'Here.' }]);
    expect((await ask({ text: 'hello', actor: membership, thread: turn.thread })).answer).toBe('Here.');
  });
});

test('whoever asks too often in a minute is told when to ask again, except on the command line', async () => {
  endpoint.say([{ says: 'Fine.' }]);
  const { ask } = await agentWith(store, undefined, { turnsPerMinute: 2 });
  const console = actorWith('membership', { surface: 'console' });
  await ask({ text: 'help', actor: console });
  const { thread } = await ask({ text: 'help', actor: console });
  const third = await ask({ text: 'help', actor: console, thread });
  expect(third.status).toBe('error');
  expect(third.answer).toMatch(/More than 2 questions within a minute\. Ask again in \d+ seconds\./);
  expect((await ask({ text: 'help', actor: actorWith('finance', { id: '209', surface: 'console' }) })).status).toBe(
    'answer',
  );
  expect((await ask({ text: 'help', actor: membership })).status).toBe('answer');
});
