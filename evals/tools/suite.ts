/* Which tool is called first for a question, and with which arguments. Definitions are compared by their normal form. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import { Definition } from '../../src/population/definition.js';
import { normal } from '../../src/population/normal.js';
import { openHouse } from '../house.js';
import type { Suite } from '../suite.js';

const MEMBERS = 1000;

const Case = z.strictObject({
  question: z.string().min(1),
  tool: z.string().min(1),
  arguments: z.record(z.string(), z.unknown()),
});
type Case = z.infer<typeof Case>;

/** The cases of a JSONL file; throws with the number of the line that does not fit. */
export const parseCases = (jsonl: string): Case[] =>
  jsonl.split(/\r?\n/).flatMap((line, at) => {
    if (!line.trim()) return [];
    try {
      return [Case.parse(JSON.parse(line))];
    } catch {
      throw new TypeError(`line ${at + 1}: give {"question", "tool", "arguments"}`);
    }
  });

/** Arguments with every definition in its normal form, so that two ways to write the same people are the same. */
export const comparable = (given: unknown): unknown =>
  typeof given !== 'object' || given === null
    ? given
    : Object.fromEntries(
        Object.entries(given).map(([name, value]) => {
          const definition = name === 'definition' ? Definition.safeParse(value) : undefined;
          return [name, definition?.success ? normal(definition.data) : value];
        }),
      );

export const toolChoice: Suite = {
  name: 'tools',
  about: 'The tool called first for a question, and its arguments.',
  async run({ casesFile, seed, asOf, onProgress }) {
    const cases = parseCases(await readFile(casesFile ?? join(import.meta.dirname, 'cases.jsonl'), 'utf8'));
    const house = await openHouse({ seed, asOf, members: MEMBERS, onProgress });
    const failures: unknown[] = [];
    let [rightTool, rightArguments] = [0, 0];
    try {
      const actor = await house.actorFor('membership');
      for (const [at, { question, tool, arguments: wanted }] of cases.entries()) {
        onProgress(`${at + 1} of ${cases.length}`);
        const { toolCalls, status, answer } = await house.agent.ask({ text: question, actor });
        const first = toolCalls[0];
        const isTool = first?.tool === tool;
        const isSame = isTool && isDeepStrictEqual(comparable(first.arguments), comparable(wanted));
        if (isTool) rightTool += 1;
        if (isSame) rightArguments += 1;
        else failures.push({ question, expected: { tool, arguments: wanted }, got: first ?? `${status}: ${answer}` });
      }
    } finally {
      await house.close();
    }
    const share = (right: number): number => right / Math.max(cases.length, 1);
    return { cases: cases.length, metrics: { top1: share(rightTool), args: share(rightArguments) }, failures };
  },
};
