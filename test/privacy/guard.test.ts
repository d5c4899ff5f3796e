import { AIMessage, HumanMessage, SystemMessage, ToolMessage } from '@langchain/core/messages';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { pinnedClock } from '../../src/clock.js';
import { day } from '../../src/domain/day.js';
import type { ChatModel, ChatRequest } from '../../src/models/ports.js';
import { guardModel, PersonalDetailsHeldBack } from '../../src/privacy/guard.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';
import { givenPeople } from '../fixtures/people.js';

let store: Store;
const seen: ChatRequest[] = [];
const model = (isOffline: boolean, reply = new AIMessage('ok')): ChatModel => ({
  name: isOffline ? 'offline' : 'endpoint 1',
  isOffline,
  think: async (request) => {
    seen.push(request);
    return reply;
  },
});
const guarded = (of: ChatModel) => guardModel(of, { database: store, clock: pinnedClock(day('2026-11-21')) });
const request = (messages: ChatRequest['messages'], tools: ChatRequest['tools'] = []): ChatRequest => ({
  messages,
  tools,
  thread: 'T-1',
  actorId: 's1',
});

beforeAll(async () => {
  store = await freshDatabase();
  await givenPeople(store, [{ id: '1', name: 'Mona Larkin', email: 'mona@example.org' }]);
});
beforeEach(async () => {
  seen.length = 0;
  await store.query('delete from copilot.generations');
});
afterAll(() => store.close());

describe('the guard', () => {
  test('names in what people typed, tools answered and models said are replaced on the way out', async () => {
    const call = { id: 'c1', name: 'find_member', args: { who: 'M-AAAAAA' }, type: 'tool_call' as const };
    await guarded(model(false)).think(
      request([
        new SystemMessage('You help staff.'),
        new HumanMessage({ id: 'h1', content: 'about mona larkin' }),
        new AIMessage({ content: 'Mona Larkin it is', tool_calls: [call] }),
        new ToolMessage({ content: 'mona@example.org', tool_call_id: 'c1', name: 'find_member' }),
      ]),
    );
    const sent = seen[0]?.messages ?? [];
    expect(JSON.stringify(sent)).not.toMatch(/larkin|example\.org/i);
    expect(sent[1]?.text).toMatch(/^about M-[0-9A-Z]{6}$/);
    expect(sent[1]?.id).toBe('h1');
    expect((sent[2] as AIMessage).tool_calls).toEqual([call]);
    expect(sent[3]).toMatchObject({ tool_call_id: 'c1', name: 'find_member' });
  });

  test.each([
    ['system words', request([new SystemMessage('Always greet Mona Larkin')])],
    ['a tool card', request([], [{ name: 't', title: 't', description: 'as Mona Larkin asked', parameters: {} }])],
  ])('a name in %s holds the request back from an endpoint', async (_, held) => {
    await expect(guarded(model(false)).think(held)).rejects.toThrow(PersonalDetailsHeldBack);
    expect(seen).toEqual([]);
    expect((await store.query('select outcome from copilot.generations')).rows).toEqual([{ outcome: 'refused' }]);
    await expect(guarded(model(true)).think(held)).resolves.toBeDefined();
  });

  test('a name in the arguments of an earlier call is replaced as in a text', async () => {
    const call = (mail: string) => ({
      id: 'c',
      name: 't',
      args: { to: { mail, all: ['about Mona Larkin', 5] } },
      type: 'tool_call' as const,
    });
    await guarded(model(false)).think(
      request([
        new AIMessage({
          content: 'Looking',
          tool_calls: [call('mona@example.org')],
          additional_kwargs: { tool_calls: [{ id: 'c', type: 'function', function: { name: 't', arguments: '{}' } }] },
        }),
        new ToolMessage({ content: 'nobody', tool_call_id: 'c' }),
      ]),
    );
    const [sent] = seen[0]?.messages ?? [];
    expect(JSON.stringify(seen[0]?.messages)).not.toMatch(/larkin|example\.org/i);
    expect((sent as AIMessage).tool_calls?.[0]).toMatchObject({
      id: 'c',
      args: { to: { mail: expect.stringMatching(/^M-/), all: [expect.stringMatching(/^about M-/), 5] } },
    });
    expect(sent?.text).toBe('Looking');
    expect((await store.query('select outcome from copilot.generations')).rows).toEqual([{ outcome: 'answered' }]);
  });

  test('a name for the name of a tool holds the request back', async () => {
    const keyed = new AIMessage({ content: '', tool_calls: [{ id: 'c', name: 'Mona Larkin', args: {} }] });
    await expect(guarded(model(false)).think(request([keyed]))).rejects.toThrow(PersonalDetailsHeldBack);
  });

  test('each call is logged for whom, with which model and how much, without its words', async () => {
    const reply = new AIMessage({
      content: '',
      tool_calls: [
        { id: 'c', name: 'count_members', args: {} },
        { id: 'd', name: 'email_mona_larkin', args: {} },
      ],
      response_metadata: { model_name: 'endpoint 1 of May' },
      usage_metadata: { input_tokens: 11, output_tokens: 5, total_tokens: 16 },
    });
    // The one of an example stands for nobody who was asked about.
    const card = { name: 'count_members', title: 't', description: 'as of M-BBBBBB', parameters: {} };
    await guarded(model(false, reply)).think({
      ...request([new HumanMessage('how many secretwords beside M-AAAAAA')], [card]),
      prompt: { id: 'copilot', version: 2 },
    });
    const [row] = (await store.query<Record<string, unknown>>('select * from copilot.generations')).rows;
    expect(row).toMatchObject({
      actor_id: 's1',
      thread: 'T-1',
      model: 'endpoint 1',
      is_offline: false,
      outcome: 'answered',
      messages: 1,
      input_tokens: 11,
      output_tokens: 5,
      tools: ['count_members', 'unknown'],
      kind: 'chat',
      model_version: 'endpoint 1 of May',
      prompt_id: 'copilot',
      prompt_version: 2,
      records: ['M-AAAAAA'],
      failure: null,
    });
    expect(row?.['prompt_bytes']).toBeGreaterThan(20);
    expect(JSON.stringify(row)).not.toMatch(/secretwords|larkin/);
  });

  test('a model that fails is logged as failed, and its failure goes on', async () => {
    const failing: ChatModel = { ...model(true), think: () => Promise.reject(new Error('down')) };
    await expect(guarded(failing).think(request([new HumanMessage('hello')]))).rejects.toThrow('down');
    expect((await store.query('select outcome, failure from copilot.generations')).rows).toEqual([
      { outcome: 'failed', failure: 'failed' },
    ]);
  });
});
