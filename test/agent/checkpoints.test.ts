import { HumanMessage } from '@langchain/core/messages';
import { END, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Checkpoints } from '../../src/agent/checkpoints.js';
import type { Store } from '../../src/store/store.js';
import { freshDatabase } from '../fixtures/database.js';

let store: Store;
beforeAll(async () => {
  store = await freshDatabase();
});
afterAll(() => store.close());

/** A graph of a process of its own: it shares nothing with the other but the database. */
async function process(checkpoints: Checkpoints) {
  await checkpoints.setup();
  const graph = new StateGraph(MessagesAnnotation)
    .addNode('answer', async () => ({ messages: [] }))
    .addEdge(START, 'answer')
    .addEdge('answer', END)
    .compile({ checkpointer: checkpoints });
  const configurable = { thread_id: 'T-1' };
  return {
    ask: (text: string) =>
      graph.invoke({ messages: [new HumanMessage(text)] }, { configurable, durability: 'exit' as const }),
    said: async () => {
      const { messages } = (await graph.getState({ configurable })).values as typeof MessagesAnnotation.State;
      return messages.map((message) => message.text);
    },
  };
}

test('of two turns that two processes began from the same state, the later one stands whole', async () => {
  const [first, second] = [new Checkpoints(store.pool), new Checkpoints(store.pool)];
  const [one, other] = [await process(first), await process(second)];
  await one.ask('hello');
  // Both have read the thread before either has ended its turn.
  await first.beginning('T-1', () =>
    second.beginning('T-1', async () => {
      await one.ask('said in the first');
      await other.ask('said in the second');
    }),
  );
  expect(await one.said()).toEqual(['hello', 'said in the second']);
});

test('two processes that start on a new database at once both find the tables made', async () => {
  const { rows } = await store.query<{ name: string }>(
    "select table_name as name from information_schema.tables where table_schema = 'copilot' and table_name like 'checkpoint%'",
  );
  expect(rows.map(({ name }) => name)).toContain('checkpoint_blobs');
  await store.query(`drop table ${rows.map(({ name }) => `copilot.${name}`).join(', ')}`);
  const started = await Promise.all([1, 2, 3].map(() => process(new Checkpoints(store.pool))));
  await started[0]?.ask('hello');
  expect(await started[2]?.said()).toEqual(['hello']);
});
