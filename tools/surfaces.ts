/* Who is shown which tools: by right and by surface. Policy only; tools do not know where they appear. */
import * as z from 'zod';
import type { Actor, SurfaceName } from '../src/domain/actor.js';
import type { ToolCard } from '../src/models/ports.js';
import { mayUse, type Tool } from './define.js';

/** A model chooses badly among more. */
const MOST_SHOWN = 20;

/** Surfaces on which nothing may be proposed: a member's portal has proposals of its own, a job has no person. */
const readOnlySurfaces: ReadonlySet<SurfaceName> = new Set(['portal', 'job']);

export const toolsFor = (actor: Actor, catalog: readonly Tool[]): readonly Tool[] =>
  catalog
    .filter((tool) => mayUse(tool, actor) && !(tool.effect === 'propose' && readOnlySurfaces.has(actor.surface)))
    .slice(0, MOST_SHOWN);

/** A tool as models and clients are shown it: the input side of its schema, without what only the interpreter reads. */
export function cardOf({ name, title, description, input }: Tool): ToolCard {
  const { $schema: _, ...parameters } = z.toJSONSchema(input, {
    io: 'input',
    override: ({ jsonSchema }) => {
      for (const key of ['slot', 'frame']) delete jsonSchema[key];
    },
  });
  // A recursive parameter is written out beside its reference: the reference is enough, and half as long.
  for (const property of Object.values(parameters.properties ?? {}))
    if (typeof property === 'object' && property.$ref) delete property.anyOf;
  return { name, title, description, parameters };
}
