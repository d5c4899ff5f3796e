/*
 * npm run tool-choice -- list              what a client is served: nothing else is known to who chooses
 * npm run tool-choice -- run FILE          runs the calls chosen and prints what came back, a line each
 *
 * Whether a reader who has nothing but the list calls what answers the question. README.md says how a round is held.
 */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { instructionsFor } from '../../src/surfaces/mcp/instructions.js';
import type { Serving } from '../../src/surfaces/mcp/server.js';
import { listed, shownTo } from '../../src/surfaces/mcp/tool-list.js';
import { resultOf } from '../../src/surfaces/mcp/tool-results.js';
import { catalog } from '../../tools/catalog.js';
import { openHouse } from '../house.js';

/** What a reader chose for one question: calls in their order, or words where nothing is to be called. */
const Choice = z.strictObject({
  id: z.string(),
  as: z.string(),
  says: z.string(),
  calls: z.array(z.strictObject({ tool: z.string(), arguments: z.record(z.string(), z.unknown()) })),
  /** What the reader would say instead of calling, or beside it. */
  instead: z.string().optional(),
});

const SEED = 1;
const MEMBERS = 1000;
const AS_OF = '2026-11-22';
const MOST_SHOWN = 2500;

async function main(what: string | undefined, file: string | undefined): Promise<void> {
  if (what === 'list') return print({ instructions: instructionsFor('the association'), tools: listed(catalog) });
  if (what !== 'run' || file === undefined) throw new Error('say list, or run and a file');
  const lines = (await readFile(file, 'utf8')).split('\n').filter((text) => text.trim() !== '');
  const choices = lines.map((line) => Choice.parse(JSON.parse(line)));
  const house = await openHouse({ seed: SEED, asOf: AS_OF, members: MEMBERS });
  try {
    for (const choice of choices)
      print({ ...choice, results: await carriedOut(choice, await house.served(choice.as)) });
  } finally {
    await house.close();
  }
}

const print = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

async function carriedOut({ calls }: z.output<typeof Choice>, { parts, caller }: Serving): Promise<readonly string[]> {
  const results: string[] = [];
  for (const { tool: name, arguments: given } of calls) {
    const tool = shownTo(parts, caller).find((one) => one.name === name);
    if (!tool) {
      results.push(`There is no tool ${name} for this person.`);
      continue;
    }
    const reply = await parts.call(tool, given, caller, AbortSignal.timeout(30_000));
    const { content, isError } = await resultOf(reply, parts, caller);
    const words = content.map((block) => (block.type === 'text' ? block.text : '')).join('\n');
    results.push(`${isError ? 'REFUSED ' : ''}${words.slice(0, MOST_SHOWN)}`);
  }
  return results;
}

const [what, file] = process.argv.slice(2);
await main(what, file);
