/* The format of a case, checked as it is read; evals/README.md describes it. */
import * as z from 'zod';

const Queries = z.record(z.string(), z.string().min(1));

const Write = z.strictObject({ entity: z.string(), member: z.string(), contains: z.string() });

export const Expectation = z.strictObject({
  /** Of a turn; of a decision the proposal's status afterwards. */
  status: z.string().optional(),
  facts: z.array(z.union([z.string(), z.number()])).default([]),
  /** One-row queries over `reporting`, run after the turn. */
  sql: Queries.default({}),
  writes: z.array(Write).optional(),
});
export type Expectation = z.infer<typeof Expectation>;

const Decision = z.union([
  z.strictObject({ approve: z.literal('last'), as: z.string(), count: z.number().int().optional() }),
  z.strictObject({ reject: z.literal('last'), as: z.string() }),
  z.strictObject({ undo: z.literal('last'), as: z.string() }),
]);
export type Decision = z.infer<typeof Decision>;

export const Case = z.strictObject({
  id: z.string().min(1),
  /** User name of the member of staff who asks. */
  as: z.string().min(1),
  bind: Queries.default({}),
  turns: z.array(z.union([z.string(), Decision])).min(1),
  /** Of the last question and the whole case, or one for each turn. */
  expect: z.union([Expectation, z.array(Expectation)]),
});
export type Case = z.infer<typeof Case>;

/** The cases of a JSONL file; throws with the number of the line that does not fit. */
export function parseCases(jsonl: string): Case[] {
  return jsonl.split(/\r?\n/).flatMap((line, at) => {
    if (!line.trim()) return [];
    const parsed = Case.safeParse(jsonOf(line, at));
    if (parsed.success) return [parsed.data];
    const [issue] = parsed.error.issues;
    throw new TypeError(`line ${at + 1}: ${issue?.path.join('.')}: ${issue?.message}`);
  });
}

function jsonOf(line: string, at: number): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new TypeError(`line ${at + 1}: not JSON`);
  }
}
