import { AIMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MOST_STEPS } from '../../src/agent/budgets.js';
import { notify } from '../../src/notices/notify.js';
import { pseudonymOf } from '../../src/privacy/pseudonyms.js';
import type { Store } from '../../src/store/store.js';
import { catalog } from '../../tools/catalog.js';
import { toolsFor } from '../../tools/surfaces.js';
import { actorWith, agentWith, calls, clock, openOffice, scriptedModel } from './office.js';

let store: Store;
const membership = actorWith('membership');
const active = { op: 'field', field: 'status', test: { in: ['active'] } };
const lapsed = { op: 'field', field: 'status', test: { in: ['lapsed'] } };
const done = (text: string) => new AIMessage(text);

beforeAll(async () => {
  store = await openOffice();
});
afterAll(() => store.close());

describe('a turn with a model', () => {
  test('shows it the tools of the actor, the pseudonyms and the receipts, and never a name', async () => {
    const model = scriptedModel((_, turn) =>
      turn === 1 ? calls(['count_members', { definition: active }]) : done('There are 3 of them.'),
    );
    const { ask } = await agentWith(store, model);
    const turn = await ask({ text: 'How many active members, apart from Sandra Ortega?', actor: membership });
    expect(turn).toMatchObject({ status: 'answer', answer: 'There are 3 of them.' });
    expect(model.asked[0]?.tools.map(({ name }) => name)).toEqual(
      toolsFor(membership, catalog).map(({ name }) => name),
    );
    const seen = model.asked.flatMap(({ messages }) => messages.map((message) => message.text)).join('\n');
    expect(seen).toMatch(/apart from M-[0-9A-Z]{6}\?/);
    expect(seen).toMatch(/\[R-[0-9A-Z]{6}: 3 members\]/);
    expect(seen).not.toMatch(/Sandra|Ortega/);
  });

  test('runs several reads at once and gives every result back to its call', async () => {
    const model = scriptedModel((_, turn) =>
      turn === 1
        ? calls(['count_members', { definition: active }], ['count_members', { definition: lapsed }])
        : done('3 active and 1 lapsed.'),
    );
    const { ask } = await agentWith(store, model);
    const turn = await ask({ text: 'active and lapsed?', actor: membership });
    expect(turn.answer).toBe('3 active and 1 lapsed.');
    expect(turn.toolCalls).toHaveLength(2);
    const results = model.asked[1]?.messages
      .filter((message) => message instanceof ToolMessage)
      .map((message) => message.text);
    expect(results?.[0]).toContain('3 active members');
    expect(results?.[1]).toContain('lapsed member');
  });

  test('tells it what was wrong with arguments, and with a tool that does not exist', async () => {
    const model = scriptedModel((_, turn) =>
      turn === 1
        ? calls(['count_members', { definition: { op: 'field', field: 'status' } }], ['drop_database', {}])
        : turn === 2
          ? calls(['count_members', { definition: { op: 'field', field: 'shoe_size', test: { in: ['44'] } } }])
          : done('I cannot.'),
    );
    const { ask, defects } = await agentWith(store, model);
    const turn = await ask({ text: 'how many?', actor: membership });
    const told = model.asked[2]?.messages.map((message) => message.text).join('\n');
    expect(turn.status).toBe('answer');
    expect(told).toContain('The arguments of count_members do not fit');
    expect(told).toContain('There is no tool "drop_database"');
    expect(told).toContain('shoe_size');
    expect(defects).toEqual([]);
  });

  test('takes out a number no receipt holds, and says so', async () => {
    const model = scriptedModel((_, turn) =>
      turn === 1 ? calls(['count_members', { definition: active }]) : done('There are 3, about 75 percent of 4.'),
    );
    const { ask } = await agentWith(store, model);
    const { answer } = await ask({ text: 'how many active members?', actor: membership });
    expect(answer).toContain('There are 3, about [number removed] percent of [number removed].');
    expect(answer).toContain('2 numbers were removed');
  });

  test('ends with the proposal, which nobody but a person decides', async () => {
    const sandra = await pseudonymOf(store, '101');
    const model = scriptedModel(() =>
      calls(['propose_note', { member: sandra, text: 'one' }], ['propose_note', { member: sandra, text: 'two' }]),
    );
    const { ask } = await agentWith(store, model);
    const turn = await ask({ text: 'two notes please', actor: membership });
    expect(turn.status).toBe('proposal');
    expect(model.asked).toHaveLength(1);
    const stored = await store.query('select status from copilot.proposals where proposal_id = $1', [
      turn.proposal?.id,
    ]);
    expect(stored.rows).toEqual([{ status: 'waiting' }]);
    expect(turn.answer).toContain('one proposal a turn');
  });

  test('stops a model that never comes to an end, and the conversation goes on', async () => {
    let isEndless = true;
    const model = scriptedModel(() =>
      isEndless ? calls(['count_members', { definition: active }]) : done('Back again.'),
    );
    const { ask } = await agentWith(store, model);
    const { thread, status, answer } = await ask({ text: 'loop', actor: membership });
    expect(status).toBe('error');
    expect(answer).toContain(`stopped after ${MOST_STEPS} steps`);
    expect(model.asked).toHaveLength(MOST_STEPS);
    isEndless = false;
    expect(await ask({ text: 'and now?', actor: membership, thread })).toMatchObject({
      status: 'answer',
      answer: 'Back again.',
    });
    const last = model.asked.at(-1)?.messages ?? [];
    const open = last.flatMap((message) => (message instanceof AIMessage ? (message.tool_calls ?? []) : []));
    const answered = last.flatMap((message) => (message instanceof ToolMessage ? [message.tool_call_id] : []));
    expect(open.map(({ id }) => id)).toEqual(answered);
  });

  test('that fails says so without a detail, and the conversation goes on', async () => {
    const model = scriptedModel((_, turn) => {
      if (turn === 1) throw new Error('connect ECONNREFUSED secret-token');
      return done('Fine now.');
    });
    const { ask, defects } = await agentWith(store, model);
    const failed = await ask({ text: 'hello there', actor: membership });
    expect(failed.status).toBe('error');
    expect(failed.answer).not.toContain('secret');
    expect(defects).toHaveLength(1);
    expect(await ask({ text: 'again', actor: membership, thread: failed.thread })).toMatchObject({
      status: 'answer',
      answer: 'Fine now.',
    });
    expect(model.asked[1]?.messages.filter((message) => message instanceof HumanMessage)).toHaveLength(2);
  });

  test('that says nothing is an error', async () => {
    const { ask } = await agentWith(
      store,
      scriptedModel(() => done('  ')),
    );
    expect((await ask({ text: 'anything', actor: membership })).answer).toContain('gave no answer');
  });

  test('is told first what was decided elsewhere, once', async () => {
    const { ask } = await agentWith(
      store,
      scriptedModel(() => done('Good.')),
    );
    const { thread } = await ask({ text: 'hello', actor: membership });
    const facts = { proposal: 'P-7F3KQ2', summary: 'Add a note to member M-7F3KQ2', done: 1 };
    await store.withTransaction((transaction) =>
      notify(transaction, { thread, kind: 'proposal_executed', facts, at: clock.now() }),
    );
    const told = await ask({ text: 'and?', actor: membership, thread });
    expect(told.answer).toBe(
      'Since your last message: P-7F3KQ2 (Add a note to member M-7F3KQ2) was carried out: 1 done.\n\nGood.',
    );
    expect((await ask({ text: 'and?', actor: membership, thread })).answer).toBe('Good.');
  });

  test('refuses a tool the role does not have, and the refusal is in the audit', async () => {
    const sandra = await pseudonymOf(store, '101');
    const model = scriptedModel((_, turn) =>
      turn === 1 ? calls(['propose_note', { member: sandra, text: 'x' }]) : done('I may not.'),
    );
    const { ask } = await agentWith(store, model);
    const turn = await ask({ text: 'note', actor: actorWith('marketing', { id: '204' }) });
    expect(turn.status).toBe('answer');
    expect(model.asked[0]?.tools.map(({ name }) => name)).not.toContain('propose_note');
    expect(model.asked[1]?.messages.at(-1)?.text).toContain('Your role may not propose or decide notes');
    const audit = await store.query("select subject from copilot.audit where kind = 'refusal' and actor_id = '204'");
    expect(audit.rows).toEqual([{ subject: 'propose_note' }]);
  });
});
