/** A small association with people of known names, the real store, real tools and approvals, and whatever mind a test wants. */
import { AIMessage } from '@langchain/core/messages';
import { rights } from '../../src/access/roles.js';
import { createAgent } from '../../src/agent/agent.js';
import { INTERPRETER, OfflineInterpreter } from '../../src/agent/interpreter/model.js';
import type { ApprovalParts } from '../../src/approvals/parts.js';
import { proposalsFor } from '../../src/approvals/propose.js';
import { pinnedClock } from '../../src/clock.js';
import type { Actor, Role } from '../../src/domain/actor.js';
import { day } from '../../src/domain/day.js';
import { forbidTracing } from '../../src/main/tracing.js';
import { noteKind } from '../../src/members/changes/note.js';
import { chatModel } from '../../src/models/langchain.js';
import type { ChatModel, ChatRequest } from '../../src/models/ports.js';
import { vocabularyOf } from '../../src/population/vocabulary.js';
import { guardModel } from '../../src/privacy/guard.js';
import type { SealKey } from '../../src/privacy/sealed.js';
import { parseSettings } from '../../src/settings.js';
import type { Store } from '../../src/store/store.js';
import { entities } from '../../src/sync/report.js';
import { catalog } from '../../tools/catalog.js';
import { freshDatabase } from '../fixtures/database.js';
import { givenAssociation, givenChapters, givenPeople } from '../fixtures/people.js';

export const TODAY = day('2026-11-21');
export const clock = pinnedClock(TODAY);
export const settings = parseSettings({});

export async function openOffice(): Promise<Store> {
  forbidTracing();
  const store = await freshDatabase();
  await givenAssociation(store, TODAY);
  await givenChapters(store, { 'CH-TX': 'Texas Chapter', 'CH-OH': 'Ohio Chapter' });
  await store.query(
    "insert into imis.tiers (tier_code, name, rank, is_organization) values ('PRO', 'Professional', 1, false)",
  );
  const member = { tier: 'PRO', joined: '2020-01-01' } as const;
  await givenPeople(store, [
    {
      ...member,
      id: '101',
      name: 'Sandra Ortega',
      paidThrough: '2027-03-31',
      chapters: ['CH-TX'],
      state: 'TX',
      email: 'sandra@ortega.example',
    },
    { ...member, id: '102', name: 'Michael Chen', paidThrough: '2027-06-30', chapters: ['CH-TX'], state: 'TX' },
    { ...member, id: '103', name: 'Michael Chen', paidThrough: '2026-10-31', chapters: ['CH-TX'], state: 'TX' },
    {
      ...member,
      id: '104',
      name: 'Florence Nguyen',
      paidThrough: '2027-01-31',
      chapters: ['CH-OH'],
      state: 'OH',
      employer: '301',
    },
    { ...member, id: '105', name: 'Robert Quill', paidThrough: '2026-05-31', chapters: ['CH-OH'], state: 'OH' },
    { id: '301', name: 'Eastlake Power', kind: 'organization' },
    { id: '201', name: 'Dana Whitfield', user: { name: 'membership', roles: ['Membership'] } },
    { id: '202', name: 'Priya Raman', user: { name: 'chapter-oh', roles: ['ChapterManager'], manages: ['CH-OH'] } },
  ]);
  await givenReadOnce(store);
  return store;
}

/** As after a first sync that ended: every entity was read whole. */
export async function givenReadOnce(store: Store): Promise<void> {
  await store.query(
    `insert into copilot.sync_entities (entity, full_started_at, full_at, read_at)
     select entity, now(), now(), now() from unnest($1::text[]) entity on conflict (entity) do update set full_at = now()`,
    [entities],
  );
}

export const actorWith = (role: Role, more: Partial<Actor> = {}): Actor => ({
  id: '201',
  userName: 'membership',
  roles: [role],
  permissions: new Set(rights[role]),
  scope: { kind: 'everyone' },
  surface: 'cli',
  ...more,
});

/** A model that says what a test tells it to, and remembers what it was asked. */
export function scriptedModel(
  script: (request: ChatRequest, turn: number) => AIMessage | Promise<AIMessage>,
): ChatModel & { readonly asked: ChatRequest[] } {
  const asked: ChatRequest[] = [];
  return {
    name: 'scripted',
    isOffline: false,
    asked,
    async think(request) {
      asked.push(request);
      return await script(request, asked.length);
    },
  };
}

export const calls = (...named: readonly [tool: string, args: Record<string, unknown>][]): AIMessage =>
  new AIMessage({
    content: '',
    tool_calls: named.map(([name, args], index) => ({
      id: `c${index}-${Math.random()}`,
      name,
      args,
      type: 'tool_call' as const,
    })),
  });

export function approvalsOf(database: Store): ApprovalParts {
  return {
    database,
    clock,
    kinds: new Map([[noteKind.kind, noteKind as never]]),
    queue: { enqueue: async () => {} },
    defaultPhase: 'assisted',
  };
}

const interpreters = new WeakMap<Store, OfflineInterpreter>();

/** One a store: its lexicon takes long to build. */
function interpreterOf(database: Store): OfflineInterpreter {
  const known = interpreters.get(database);
  if (known) return known;
  let vocabulary: ReturnType<typeof vocabularyOf> | undefined;
  const interpreter = new OfflineInterpreter({
    tools: catalog,
    clock,
    settings,
    vocabulary: () => {
      vocabulary ??= vocabularyOf(database);
      return vocabulary;
    },
  });
  interpreters.set(database, interpreter);
  return interpreter;
}

export const offline = (database: Store): ChatModel =>
  chatModel(interpreterOf(database), { name: INTERPRETER, isOffline: true });

export interface AgentOptions {
  /** The interpreter takes over where the model fails. */
  readonly standsIn?: boolean;
  readonly key?: SealKey;
  readonly turnsPerMinute?: number;
}

export async function agentWith(
  database: Store,
  model: ChatModel = offline(database),
  { standsIn = false, key, turnsPerMinute }: AgentOptions = {},
) {
  const defects: unknown[] = [];
  const agent = await createAgent({
    database,
    pool: database.pool,
    clock,
    settings: { ...settings, ...(turnsPerMinute && { turnsPerMinute }) },
    proposals: proposalsFor(approvalsOf(database)),
    model: guardModel(model, { database, clock }),
    ...(standsIn && { standIn: guardModel(offline(database), { database, clock }) }),
    ...(key && { key }),
    understood: (sentences, messages, tools) => interpreterOf(database).understood(sentences, messages, tools),
    catalog,
    onDefect: (error) => defects.push(error),
  });
  return { ...agent, defects };
}
