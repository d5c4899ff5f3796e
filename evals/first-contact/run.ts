/*
 * npm run first-contact -- FILE [--seed N] [--as-of DAY]
 *
 * What people say who know neither grammar nor lexicon: every request is asked once, and where a question comes back,
 * each of its choices is taken in a conversation of its own. A person reads what is printed and judges; README.md says how.
 */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import type { Turn } from '../../src/agent/turn.js';
import { type House, openHouse } from '../house.js';

const Request = z.strictObject({
  id: z.string(),
  /** User name of the member of staff who asks. */
  as: z.string(),
  /** One request, or the turns of a conversation. */
  says: z.union([z.string(), z.array(z.string()).min(1)]),
  /** What the writer meant, in words: for whoever judges. */
  means: z.string(),
});
type Request = z.infer<typeof Request>;

const MEMBERS = 1000;
/** A person looks at the first few choices. */
const CHOICES_TAKEN = 4;

interface Shown {
  readonly says: string;
  readonly status: Turn['status'];
  readonly answer: string;
  readonly calls: Turn['toolCalls'];
  readonly question?: Turn['question'];
  /** What each choice leads to. */
  readonly afterOneChoice?: readonly {
    readonly choice: string;
    readonly answer: string;
    readonly calls: Turn['toolCalls'];
  }[];
}

async function held(request: Request, house: House): Promise<Shown[]> {
  const actor = await house.actorFor(request.as);
  const sentences = [request.says].flat();
  const shown: Shown[] = [];
  let thread: string | undefined;
  for (const [at, says] of sentences.entries()) {
    const turn = await house.agent.ask({ text: says, actor, ...(thread && { thread }) });
    thread = turn.thread;
    const choices = turn.question?.choices.slice(0, CHOICES_TAKEN) ?? [];
    const taken = [];
    for (const { completes } of choices) {
      const other = await again(sentences.slice(0, at + 1), house, request.as);
      const after = await house.agent.ask({ text: completes, actor, thread: other });
      taken.push({ choice: completes, answer: brief(after.answer), calls: after.toolCalls });
    }
    shown.push({
      says,
      status: turn.status,
      answer: brief(turn.answer),
      calls: turn.toolCalls,
      ...(turn.question && { question: turn.question, afterOneChoice: taken }),
    });
  }
  return shown;
}

/** The same conversation once more, up to the question. */
async function again(sentences: readonly string[], house: House, as: string): Promise<string> {
  const actor = await house.actorFor(as);
  let thread = '';
  for (const text of sentences) thread = (await house.agent.ask({ text, actor, ...(thread && { thread }) })).thread;
  return thread;
}

const MOST_SHOWN = 3000;
const brief = (text: string): string => (text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { seed: { type: 'string', default: '1' }, 'as-of': { type: 'string', default: '2026-11-21' } },
});
const requests = (await readFile(positionals[0] ?? '', 'utf8'))
  .split(/\r?\n/)
  .filter((line) => line.trim())
  .map((line) => Request.parse(JSON.parse(line)));
const house = await openHouse({ seed: Number(values.seed), asOf: values['as-of'], members: MEMBERS });
try {
  for (const request of requests)
    process.stdout.write(`${JSON.stringify({ ...request, turns: await held(request, house) }, undefined, 1)}\n`);
} finally {
  await house.close();
}
