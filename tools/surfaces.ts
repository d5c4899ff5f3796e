/* Who is shown which tools: by right and by surface. Policy only; tools do not know where they appear. */
import type { Actor, SurfaceName } from '../src/domain/actor.js';
import { mayUse, type Tool } from './define.js';

/** A model chooses badly among more. */
const MOST_SHOWN = 20;

/** Surfaces on which nothing may be proposed: a member's portal has proposals of its own, a job has no person. */
const readOnlySurfaces: ReadonlySet<SurfaceName> = new Set(['portal', 'job']);

export const toolsFor = (actor: Actor, catalog: readonly Tool[]): readonly Tool[] =>
  catalog.filter((tool) => mayUse(tool, actor) && worksOn(actor.surface, tool)).slice(0, MOST_SHOWN);

/** Also a call that names a tool nobody showed, or takes up what was offered on another surface, stops here. */
export const worksOn = (surface: SurfaceName, { effect }: Pick<Tool, 'effect'>): boolean =>
  effect === 'read' || !readOnlySurfaces.has(surface);
