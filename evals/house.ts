/*
 * The running product as a suite needs it: ask, decide, read the store, and see over the wire what iMIS gained. It is
 * composed as `start` composes it, on a store and a sandbox of its own that end with the run.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { actorFor } from '../src/access/actors.js';
import type { Agent } from '../src/agent/agent.js';
import { proposeUndo } from '../src/approvals/undo.js';
import type { Actor } from '../src/domain/actor.js';
import { panelSources } from '../src/imis/pack.js';
import type { ImisReader, Page, PanelReader, PanelRow } from '../src/imis/port.js';
import { createReader } from '../src/imis/read.js';
import { approveAndCarryOut, rejectProposal } from '../src/main/decisions.js';
import { createLog } from '../src/main/log.js';
import { localCaller, mcpParts } from '../src/main/mcp.js';
import { compose } from '../src/main.js';
import { parseSettings } from '../src/settings.js';
import type { Database } from '../src/store/database.js';
import type { Serving } from '../src/surfaces/mcp/server.js';

/** A record we wrote, as iMIS holds it. */
export interface WrittenRecord {
  /** The iMIS entity: 'Activity', 'AI_StaffTask', 'Party' ... */
  readonly entity: string;
  readonly key: string;
  readonly member: string;
  /** Where `contains` of a case is looked for. */
  readonly text: string;
}

export interface House {
  readonly agent: Agent;
  readonly database: Database;
  /** Tools as a client of this person is served them over MCP. */
  served(userName: string): Promise<Serving>;
  /** The signed-in member of staff with this user name. Throws UnknownUser and its like. */
  actorFor(userName: string): Promise<Actor>;
  /** Returns when the proposal has been carried out. */
  approve(proposalId: string, actor: Actor, count?: number): Promise<void>;
  reject(proposalId: string, actor: Actor): Promise<void>;
  /** Answers the id of the proposal that takes it back. */
  undo(proposalId: string, actor: Actor): Promise<string>;
  /**
   * Everything the copilot can have written into iMIS, read over its REST API. A party stands here with the contact
   * details it has now: one that was changed has another key afterwards.
   */
  written(): Promise<readonly WrittenRecord[]>;
  close(): Promise<void>;
}

export interface HouseOptions {
  readonly seed: number;
  /** YYYY-MM-DD: what the whole house takes for today. */
  readonly asOf: string;
  readonly members: number;
  readonly onProgress?: (words: string) => void;
  /** Further settings, such as an endpoint of a language model. */
  readonly environment?: Readonly<Record<string, string>>;
}

export async function openHouse({ seed, asOf, members, onProgress, environment }: HouseOptions): Promise<House> {
  const dataDir = await mkdtemp(join(tmpdir(), 'imis-copilot-eval-'));
  const settings = parseSettings({
    DATA_DIR: dataDir,
    SANDBOX_PORT: '0',
    SANDBOX_SEED: String(seed),
    SANDBOX_AS_OF: asOf,
    SANDBOX_MEMBERS: String(members),
    LOG_LEVEL: 'error',
    ...environment,
  });
  const house = await compose(settings, createLog(settings));
  const close = async () => {
    await house.close();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await house.reading.run({
      full: true,
      onProgress: ({ entity }) => onProgress?.(`Reading ${entity.replaceAll('_', ' ')}`),
    });
  } catch (error) {
    await close();
    throw error;
  }
  const parts = mcpParts(house);
  const imis = createReader({ url: house.site.url, credentials: house.site.read, ...settings.imisLimits });
  return {
    agent: house.agent,
    database: house.database,
    served: async (user) => ({ parts, caller: await localCaller(house, user, undefined)() }),
    actorFor: (userName) => actorFor(house.database, userName, 'cli'),
    approve: (id, actor, count) => approveAndCarryOut(house, { id, actor, ...(count !== undefined && { count }) }),
    reject: (id, actor) => rejectProposal(house, { id, actor }),
    undo: async (id, actor) => (await proposeUndo(house.approvals, { id, actor })).id,
    written: async () => [...(await notes(imis)), ...(await panelRows(imis)), ...(await contactDetails(imis))],
    close,
  };
}

/** Only we write a change key into an activity. */
async function notes(imis: ImisReader): Promise<WrittenRecord[]> {
  const records: WrittenRecord[] = [];
  for await (const { rows } of imis.pages('Activity'))
    for (const row of rows)
      if (row.fits && row.value.changeKey)
        records.push({
          entity: 'Activity',
          key: row.value.changeKey,
          member: row.value.partyId,
          text: JSON.stringify(row.value),
        });
  return records;
}

async function panelRows(imis: PanelReader): Promise<WrittenRecord[]> {
  const records: WrittenRecord[] = [];
  for (const { name } of panelSources) {
    for (let offset: number | undefined = 0; offset !== undefined; ) {
      const page: Page<PanelRow> = await imis.panelPage(name, { offset });
      for (const row of page.rows)
        if (row.fits)
          records.push({
            entity: name,
            key: `${name} ${String(row.value.values['ChangeKey'] ?? row.value.rowId)}`,
            member: row.value.partyId,
            text: JSON.stringify(row.value),
          });
      offset = page.nextOffset;
    }
  }
  return records;
}

async function contactDetails(imis: ImisReader): Promise<WrittenRecord[]> {
  const records: WrittenRecord[] = [];
  for await (const { rows } of imis.pages('Party'))
    for (const row of rows)
      if (row.fits) {
        const { partyId, email, phone, address } = row.value;
        const text = JSON.stringify({ email, phone, address });
        records.push({ entity: 'Party', key: `${partyId} ${text}`, member: partyId, text });
      }
  return records;
}
