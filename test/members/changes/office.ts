/** A sandbox iMIS behind its wire, its copy in a store, staff with their rights, and the executor with the one hand. */
import { actorFor } from '../../../src/access/actors.js';
import { approve } from '../../../src/approvals/decide.js';
import { type ExecutionReport, execute } from '../../../src/approvals/execute.js';
import { looking } from '../../../src/approvals/looking.js';
import type { ApprovalParts } from '../../../src/approvals/parts.js';
import { proposalsFor } from '../../../src/approvals/propose.js';
import { changeReader } from '../../../src/approvals/reader.js';
import { ticket } from '../../../src/approvals/ticket.js';
import { proposeUndo } from '../../../src/approvals/undo.js';
import { shiftedClock } from '../../../src/clock.js';
import { day } from '../../../src/domain/day.js';
import { createReader } from '../../../src/imis/read.js';
import { createWriter } from '../../../src/imis/write.js';
import { memberChangeKinds } from '../../../src/members/changes/kinds.js';
import { hide } from '../../../src/privacy/hide.js';
import { pseudonymOf } from '../../../src/privacy/pseudonyms.js';
import { startSandbox } from '../../../src/sandbox/start.js';
import { parseSettings } from '../../../src/settings.js';
import { createSync } from '../../../src/sync/sync.js';
import type { Tool } from '../../../tools/define.js';
import { runTool, type ToolReply } from '../../../tools/run.js';
import { freshDatabase } from '../../fixtures/database.js';

export const TODAY = day('2026-11-21');
export const settings = parseSettings({});

export async function openOffice() {
  const clock = shiftedClock(TODAY, 'America/Chicago');
  const [store, sandbox] = await Promise.all([freshDatabase(), startSandbox({ members: 60, seed: 3, clock })]);
  await sandbox.ready();
  const options = {
    url: sandbox.url,
    credentials: sandbox.accounts.read,
    currency: 'USD',
    timeoutMillis: 5_000,
    retry: { repeats: 8, firstMillis: 2, longestMillis: 50 },
  };
  const reader = createReader(options);
  const writer = createWriter({ ...options, credentials: sandbox.accounts.write });
  const sync = createSync({ imis: reader, database: store, clock, association: settings.association });
  await sync.run();
  const kinds = new Map(memberChangeKinds.map((kind) => [kind.kind, kind]));
  const parts: ApprovalParts = {
    database: store,
    clock,
    kinds,
    queue: { enqueue: async () => undefined },
    defaultPhase: 'assisted',
  };
  const executor = {
    ...parts,
    hand: writer,
    reader: changeReader(store, reader),
    refresh: sync.refresh,
    pause: async () => undefined,
  };
  const defects: unknown[] = [];
  const actor = (userName: string) => actorFor(store, userName, 'cli');

  return {
    store,
    sandbox,
    reader,
    writer,
    sync,
    clock,
    defects,
    parts,
    executor,
    actor,
    /** Calls a tool as a model would after the actor typed `words`: it has heard them with stand-ins alone. */
    async call(
      as: string,
      tool: Tool,
      input: Record<string, unknown> | ((heard: string) => Record<string, unknown>),
      words = '',
    ): Promise<ToolReply> {
      const hidden = await hide(store, words);
      return await runTool(tool, typeof input === 'function' ? input(hidden.text) : input, {
        actor: await actor(as),
        thread: 'T-1',
        database: store,
        clock,
        settings,
        proposals: { ...proposalsFor(parts), ...looking(parts) },
        typed: [{ words, hidden }],
        onDefect: (error) => defects.push(error),
      });
    },
    async approve(id: string, as: string) {
      const who = await actor(as);
      const { hash, nonce } = await ticket(parts, id, who);
      await approve(parts, { id, hash, nonce, actor: who });
    },
    execute: (id: string): Promise<ExecutionReport> => execute(executor, id),
    async undo(id: string, as: string): Promise<string> {
      return (await proposeUndo(parts, { id, actor: await actor(as) })).id;
    },
    async change(id: string) {
      const found = await store.query<{ state: string; reason: string | null; reference: string | null }>(
        'select state, reason, reference from copilot.changes where proposal_id = $1',
        [id],
      );
      return found.rows[0];
    },
    pseudonym: (memberId: string) => pseudonymOf(store, memberId),
    idOf: async (userName: string) => (await actor(userName)).id,
    async close() {
      await sandbox.close();
      await store.close();
    },
  };
}
export type Office = Awaited<ReturnType<typeof openOffice>>;
