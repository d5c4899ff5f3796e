/* What the benchmark calls: a tool that says its argument again, alone or among as many others as a client is served. */
import * as z from 'zod';
import { catalog } from '../../tools/catalog.js';
import { defineTool, type Tool } from '../../tools/define.js';

// Both servers are given the same schemas, made once.
export const EchoInput = z.strictObject({ text: z.string().max(4000).describe('What to say again.') });
export const EchoOutput = z.strictObject({ text: z.string() });

export const echo = defineTool({
  name: 'echo',
  title: 'Say it again',
  description: 'Says the text again.',
  input: EchoInput,
  output: EchoOutput,
  effect: 'read',
  permission: 'people.read',
  triggers: [],
  examples: [],
  run: async ({ text }) => ({ text }),
  words: ({ text }) => text,
}) as unknown as Tool;

/** The catalogue after the echo. */
export const usual: readonly Tool[] = [echo, ...catalog];

/** The same, and tools of the catalogue under further names until there are 60. */
export const sixty: readonly Tool[] = Array.from({ length: 60 }, (_, place): Tool => {
  const tool = usual[place] ?? (catalog[place % catalog.length] as Tool);
  return place < usual.length ? tool : { ...tool, name: `${tool.name}_${place}` };
});
