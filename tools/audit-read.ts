/* What was read, told to the audit: which tool, whose records, which description, how many rows; never a value. */
import { append } from '../src/audit/append.js';
import type { CallContext } from './call-context.js';

const PSEUDONYMS = /\bM-[0-9A-Z]{6}\b/g;
const DEFINITIONS = /\bD-[0-9a-f]{20}\b/g;
const MOST_NAMED = 60;

export async function auditRead(
  tool: string,
  output: unknown,
  { actor, clock, database, thread }: Pick<CallContext, 'actor' | 'clock' | 'database' | 'thread'>,
): Promise<void> {
  const text = JSON.stringify(output) ?? '';
  const records = [...new Set(text.match(PSEUDONYMS) ?? [])];
  const definitions = [...new Set(text.match(DEFINITIONS) ?? [])];
  await append(database, {
    kind: 'read',
    actorId: actor.id,
    subject: tool,
    facts: {
      thread,
      surface: actor.surface,
      rows: rowsOf(output),
      records: records.slice(0, MOST_NAMED),
      recordsInAll: records.length,
      ...(definitions.length > 0 && { definitions }),
    },
    at: clock.now(),
  });
}

/** Entries of the result's longest list; 1 for a result without one. */
function rowsOf(output: unknown): number {
  if (typeof output !== 'object' || output === null) return 1;
  const lengths = Object.values(output).flatMap((value) => (Array.isArray(value) ? [value.length] : []));
  return lengths.length > 0 ? Math.max(...lengths) : 1;
}
