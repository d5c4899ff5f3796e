/*
 * What one turn of the agent costs beside the model: a bare two-node LangGraph loop with the same durability, the same
 * checkpointer, the same scripted model and the same tool's `run` is the peer; the same loop with LangGraph's own saver,
 * and with its defaults too, stands beside it. Processor time of the whole process, database included, turn by turn in
 * one process; then our turn's parts alone, to see where the difference goes.
 */
import { AIMessage, HumanMessage, ToolMessage } from '@langchain/core/messages';
import { END, MessagesAnnotation, START, StateGraph } from '@langchain/langgraph';
import type { BaseCheckpointSaver } from '@langchain/langgraph-checkpoint';
import { PostgresSaver } from '@langchain/langgraph-checkpoint-postgres';
import { rights } from '../src/access/roles.js';
import { createAgent } from '../src/agent/agent.js';
import { Checkpoints } from '../src/agent/checkpoints.js';
import { pinnedClock } from '../src/clock.js';
import type { Actor } from '../src/domain/actor.js';
import { day } from '../src/domain/day.js';
import { forbidTracing } from '../src/main/tracing.js';
import { keptVocabulary } from '../src/main/vocabulary.js';
import type { ChatModel } from '../src/models/ports.js';
import type { Vocabulary } from '../src/population/vocabulary.js';
import { guardModel } from '../src/privacy/guard.js';
import { hide } from '../src/privacy/hide.js';
import { parseSettings } from '../src/settings.js';
import { writeAssociation } from '../src/store/association.js';
import { openMemory } from '../src/store/embedded-memory.js';
import { migrate } from '../src/store/migrate.js';
import type { Store } from '../src/store/store.js';
import { entities } from '../src/sync/report.js';
import { catalog } from '../tools/catalog.js';
import { runTool } from '../tools/run.js';
import type { BenchRow } from './run.js';

const MEMBERS = 1000;
const RUNS = Number(process.env['BENCH_RUNS'] ?? 25);
const TODAY = '2026-11-21';
const QUESTION = 'How many active members do we have?';
const definition = { op: 'field', field: 'status', test: { in: ['active'] } };

const filling = [
  `insert into imis.parties (member_id, kind, status, state)
   select 'P' || n, 'person', 'active', (array['TX', 'OH', 'CA', 'NY', 'FL'])[1 + abs(hashint4(n)) % 5]
   from generate_series(1, ${MEMBERS}) n`,
  `insert into imis.identity (member_id, full_name, first_name, last_name, address_lines)
   select 'P' || n, 'First' || n % 300 || ' Last' || n, 'First' || n % 300, 'Last' || n, '{}'
   from generate_series(1, ${MEMBERS}) n`,
  `insert into imis.contacts (member_id, member_type, joined_on, paid_through)
   select 'P' || n, 'IND', date '2015-01-01' + n % 4000, date '${TODAY}' - 200 + n % 500
   from generate_series(1, ${MEMBERS}) n`,
  // As on any day after the first: everything has been read once.
  `insert into copilot.sync_entities (entity, full_started_at, full_at, read_at)
   select entity, now(), now(), now() from unnest('{${entities.join(',')}}'::text[]) entity`,
  // As sync does after a run.
  'vacuum (analyze)',
];

const settings = parseSettings({});
const clock = pinnedClock(day(TODAY));
const actor: Actor = {
  id: 'P1',
  userName: 'bench',
  roles: ['membership'],
  permissions: new Set(rights.membership),
  scope: { kind: 'everyone' },
  surface: 'cli',
};

const none = () => Promise.reject(new Error('nothing is proposed here'));
const proposals = { propose: none, list: none, count: none, show: none };

/** Calls the tool once, then says how it went: what a model would do, without its time. */
function reply(messages: readonly { getType(): string }[]): AIMessage {
  if (messages.at(-1)?.getType() === 'tool') return new AIMessage('That many, as of today.');
  const call = { id: `c-${messages.length}`, name: 'count_members', args: { definition }, type: 'tool_call' as const };
  return new AIMessage({ content: '', tool_calls: [call] });
}

export async function bench(): Promise<{ rows: BenchRow[]; notes: string[] }> {
  forbidTracing();
  const store = await openMemory({ statementMillis: 120_000 });
  try {
    await migrate(store);
    await writeAssociation(store, settings.association, clock);
    for (const statement of filling) await store.query(statement);
    // Kept between calls by both, as the program does.
    const vocabulary = keptVocabulary(store, clock);
    const named: readonly (readonly [string, Turn])[] = [
      ['a turn with one tool', await ourTurn(store, vocabulary)],
      ['a turn with one tool', bareTurn(store, vocabulary, new Checkpoints(store.pool), 'exit')],
      ["beside LangGraph's own saver", bareTurn(store, vocabulary, ownSaver(store), 'exit')],
      ['beside its defaults', bareTurn(store, vocabulary, ownSaver(store))],
    ];
    const spent = named.map((): number[] => []);
    // The first turns build what is kept: tables of checkpoints, cards, plans of statements.
    for (let run = -3; run < RUNS; run++)
      for (const [at, [, turn]] of named.entries()) {
        const cpu = await cpuOf(() => turn(`T-${at}-${run}`));
        if (run >= 0) spent[at]?.push(cpu);
      }
    const [ours = 0, ...peers] = spent.map(median);
    const rows: BenchRow[] = peers.map((peer, at) => ({
      name: named[at + 1]?.[0] ?? '',
      ours,
      peer,
      ratio: ours / peer,
      unit: 'ms of processor',
      runs: RUNS,
    }));
    for (const [name, work] of partsOf(store, vocabulary)) {
      const spent: number[] = [];
      for (let run = 0; run < RUNS; run++) spent.push(await cpuOf(work));
      rows.push({ name, ours: median(spent), peer: null, ratio: null, unit: 'ms of processor', runs: RUNS });
    }
    return { rows, notes: [`${MEMBERS} members on the embedded database, which works in the same process.`] };
  } finally {
    await store.close();
  }
}

type Turn = (thread: string) => Promise<void>;
type Kept = () => Promise<Vocabulary>;

const ownSaver = (store: Store): PostgresSaver => new PostgresSaver(store.pool, undefined, { schema: 'copilot' });

async function ourTurn(store: Store, vocabulary: Kept): Promise<Turn> {
  const agent = await createAgent({
    database: store,
    pool: store.pool,
    clock,
    settings,
    proposals,
    vocabulary,
    model: guardModel(scripted(), { database: store, clock }),
    catalog,
  });
  return async (thread) => {
    const { status, answer } = await agent.ask({ text: QUESTION, actor, thread });
    if (status !== 'answer') throw new Error(answer);
  };
}

const scripted = (): ChatModel => ({
  name: 'scripted',
  isOffline: false,
  think: async ({ messages }) => reply(messages),
});

function bareTurn(store: Store, vocabulary: Kept, checkpointer: BaseCheckpointSaver, durability?: 'exit'): Turn {
  const graph = new StateGraph(MessagesAnnotation)
    .addNode('model', async ({ messages }) => ({ messages: [reply(messages)] }))
    .addNode('tools', async ({ messages }) => {
      const last = messages.at(-1);
      const calls = last instanceof AIMessage ? (last.tool_calls ?? []) : [];
      return {
        messages: await Promise.all(
          calls.map(async ({ id }) => toolMessage(await toolRun(store, vocabulary), id ?? '')),
        ),
      };
    })
    .addEdge(START, 'model')
    .addConditionalEdges('model', ({ messages }) => {
      const last = messages.at(-1);
      return last instanceof AIMessage && last.tool_calls?.length ? 'tools' : END;
    })
    .addEdge('tools', 'model')
    .compile({ checkpointer });
  return async (thread) => {
    await graph.invoke(
      { messages: [new HumanMessage(QUESTION)] },
      { configurable: { thread_id: thread }, ...(durability && { durability }) },
    );
  };
}

const toolMessage = (content: string, tool_call_id: string): ToolMessage => new ToolMessage({ content, tool_call_id });

/** The tool's own work: `run` and its words, receipts not stored. */
async function toolRun(store: Store, vocabulary: Kept): Promise<string> {
  const tool = catalog.find(({ name }) => name === 'count_members');
  if (!tool) throw new Error('the catalogue has no count_members');
  const output = await tool.run(tool.input.parse({ definition }), {
    actor,
    thread: 'bare',
    database: store,
    clock,
    settings,
    typed: [],
    proposals,
    vocabulary,
    receipt: async () => undefined,
  });
  return tool.words(output);
}

/** What our turn does that the bare loop does not, each alone. */
function partsOf(store: Store, vocabulary: Kept): readonly (readonly [string, () => Promise<unknown>])[] {
  const tool = catalog.find(({ name }) => name === 'count_members');
  if (!tool) throw new Error('the catalogue has no count_members');
  const guarded = guardModel(scripted(), { database: store, clock });
  const messages = [new HumanMessage(QUESTION)];
  return [
    ['names looked for in the question', () => hide(store, QUESTION)],
    ['guard and log, of two a turn', () => guarded.think({ messages, tools: [], thread: 'part', actorId: actor.id })],
    ['the tool run alone, which both do', () => toolRun(store, vocabulary)],
    [
      'the tool through runTool: right, receipts, partial note',
      () =>
        runTool(
          tool,
          { definition },
          { actor, thread: 'part', database: store, clock, settings, proposals, vocabulary },
        ),
    ],
  ];
}

async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (values: readonly number[]): number =>
  [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? 0;
