/*
 * All entities of a run, each as soon as those it waits for have ended. One that fails does not stop the others: a
 * missing query of the set-up pack must not keep the rest from being read.
 */
import { type ErrorReport, report } from '../errors.js';
import { readChanges } from './changes.js';
import { LeaseLost, SyncStopped } from './errors.js';
import { readFull } from './full.js';
import { isLeftOut } from './left-out.js';
import { readSingly } from './read-singly.js';
import type { Entity } from './report.js';
import { inTurn, type Run } from './run.js';
import { sources } from './sources/all.js';
import { type EntityState, statesOf } from './state.js';
import { deriveAllTerms, deriveTouchedTerms } from './terms.js';

export interface Demand {
  /** A full reading that began before this is not recent enough; undefined: none is. */
  readonly fullSince?: Date;
  /** Goes on with a full run: entities read in full since then are done. */
  readonly doneSince?: Date;
}

export interface EntitiesRead {
  readonly readings: ReadonlyMap<Entity, 'full' | 'changes'>;
  readonly failures: ReadonlyMap<Entity, ErrorReport>;
  readonly membersDerived: number;
}

export async function readEntities(run: Run, demand: Demand): Promise<EntitiesRead> {
  const states = await statesOf(run.database);
  const readings = new Map<Entity, 'full' | 'changes'>();
  const failures = new Map<Entity, unknown>();
  const ended = new Map<Entity, Promise<void>>();
  const after = (entities: readonly Entity[]) => Promise.all(entities.map((entity) => ended.get(entity)));

  for (const source of sources) {
    const { entity } = source;
    const reading = readingOf(states.get(entity), demand);
    readings.set(entity, reading === 'done' ? 'full' : reading);
    const read = async (): Promise<void> => {
      await after(source.after);
      if (reading === 'full') await readFull(run, source, states.get(entity));
      else if (reading === 'changes') await readChanges(run, source, states.get(entity));
    };
    ended.set(
      entity,
      read().catch(async (error: unknown) => {
        if (await isLeftOut(run, source, error).catch(() => false)) return;
        failures.set(entity, error);
        if (error instanceof LeaseLost || error instanceof SyncStopped) run.flow.stop(error);
      }),
    );
  }

  const derived = after(makingTerms).then(() => deriveTerms(run));
  // Its failure is looked at below, after the others have ended.
  derived.catch(() => undefined);
  await Promise.all(ended.values());
  const fatal = [...failures.values()].find((error) => error instanceof LeaseLost || error instanceof SyncStopped);
  if (fatal || failures.size === sources.length) throw fatal ?? failures.values().next().value;
  const membersDerived = await derived;
  for (const source of sources)
    if (source.unsettled && !failures.has(source.entity)) await readSingly(run, source, await source.unsettled(run));
  return {
    readings,
    failures: new Map([...failures].map(([entity, error]) => [entity, report(error)])),
    membersDerived,
  };
}

/** What terms are derived from: while one of these is on its way, what they would say is not the whole. */
const makingTerms = sources.filter(({ tables }) => tables.some(({ touches }) => touches)).map(({ entity }) => entity);

function readingOf(state: EntityState | undefined, demand: Demand): 'full' | 'changes' | 'done' {
  if (!state?.fullStartedAt || state.readingStartedAt) return 'full';
  if (demand.doneSince && state.fullStartedAt >= demand.doneSince) return 'done';
  return demand.fullSince && state.fullStartedAt >= demand.fullSince ? 'changes' : 'full';
}

async function deriveTerms(run: Run): Promise<number> {
  const readAt = run.clock.now().toISOString();
  const all = run.touches ? 0 : await deriveAllTerms((work) => inTurn(run, work), readAt);
  return all + (await deriveTouchedTerms((work) => inTurn(run, work), readAt));
}
