/* Who is shown which tools: by right and by surface. Policy only; tools do not know where they appear. */
import type { Actor, SurfaceName } from '../src/domain/actor.js';
import { mayUse, type Tool } from './define.js';

/** A model chooses badly among more. */
const MOST_SHOWN = 20;

/** Surfaces on which nothing may be proposed: a member's portal has proposals of its own, a job has no person. */
const readOnlySurfaces: ReadonlySet<SurfaceName> = new Set(['portal', 'job']);

export const toolsFor = (actor: Actor, catalog: readonly Tool[]): readonly Tool[] =>
  catalog
    .filter((tool) => mayUse(tool, actor) && !(tool.effect === 'propose' && readOnlySurfaces.has(actor.surface)))
    .slice(0, MOST_SHOWN);
