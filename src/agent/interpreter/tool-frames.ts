/* Tools as the interpreter reads them: frames whose slots are the typed parameters of the schema. */
import * as z from 'zod';
import type { Tool } from '../../../tools/define.js';
import { type Frame, type Slot, slots } from '../../../tools/parameters.js';

export interface ToolFrame {
  readonly tool: Tool;
  readonly parameters: ReadonlyMap<string, Slot>;
  /** Of each list at least one parameter must be given. */
  readonly needs: readonly (readonly string[])[];
  /** Of each list exactly one. */
  readonly alternatives: readonly (readonly string[])[];
  readonly bare: ReadonlySet<Slot>;
}

export function toolFrame(tool: Tool): ToolFrame {
  const { input } = tool;
  if (!(input instanceof z.ZodObject)) throw new TypeError(`${tool.name}: a tool's input is an object`);
  const shape: Readonly<Record<string, z.core.$ZodType>> = input.shape;
  const parameters = new Map<string, Slot>();
  const required: string[][] = [];
  for (const [name, schema] of Object.entries(shape)) {
    const slot = slotOf(schema);
    if (slot) parameters.set(name, slot);
    if (!z.safeParse(schema, undefined).success) required.push([name]);
  }
  const frame = (z.globalRegistry.get(input) as { frame?: Frame } | undefined)?.frame ?? {};
  const alternatives = frame.oneOf ?? [];
  return { tool, parameters, needs: [...required, ...alternatives], alternatives, bare: new Set(frame.bare ?? []) };
}

/** The slot of a parameter, looking through optional and default. */
function slotOf(schema: z.core.$ZodType): Slot | undefined {
  const slot = z.globalRegistry.get(schema)?.['slot'];
  if (typeof slot === 'string') return slots.find((known) => known === slot);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return slotOf(schema.unwrap());
  return undefined;
}
