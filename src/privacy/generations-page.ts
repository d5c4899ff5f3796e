/* The log of model calls, page by page, for administrators. */
import { requirePermission } from '../access/require.js';
import type { Actor } from '../domain/actor.js';
import type { Transaction } from '../store/database.js';
import type { Generation } from './generations.js';

export interface LoggedGeneration extends Generation {
  readonly id: number;
}

export interface GenerationQuery {
  /** Rows before this id: the `older` of the page before. */
  readonly before?: number;
  readonly limit?: number;
  readonly thread?: string;
  readonly actorId?: string;
  readonly outcome?: Generation['outcome'];
}

export interface GenerationPage {
  readonly generations: readonly LoggedGeneration[];
  /** Give it as `before` for the next page; absent on the last. */
  readonly older?: number;
}

type Row = {
  generation_id: number;
  at: Date;
  kind: Generation['kind'];
  actor_id: string;
  thread: string;
  model: string;
  model_version: string | null;
  is_offline: boolean;
  prompt_id: string | null;
  prompt_version: number | null;
  outcome: Generation['outcome'];
  failure: string | null;
  milliseconds: number;
  messages: number;
  prompt_bytes: number;
  reply_bytes: number;
  input_tokens: number | null;
  output_tokens: number | null;
  tools: string[];
  records: string[];
};

const PAGE = 50;
const MOST_ROWS = 500;

/** A page of the log, newest first, for whoever may read the audit. Throws NotPermitted. */
export async function generationsPage(
  database: Transaction,
  actor: Actor,
  { before, limit = PAGE, thread, actorId, outcome }: GenerationQuery = {},
): Promise<GenerationPage> {
  requirePermission(actor, 'audit.read');
  const rows = Math.min(Math.max(1, limit), MOST_ROWS);
  const found = await database.query<Row>(
    `select generation_id, at, kind, actor_id, thread, model, model_version, is_offline, prompt_id, prompt_version,
            outcome, failure, milliseconds, messages, prompt_bytes, reply_bytes, input_tokens, output_tokens, tools, records
     from copilot.generations
     where ($1::bigint is null or generation_id < $1) and ($2::text is null or thread = $2)
       and ($3::text is null or actor_id = $3) and ($4::text is null or outcome = $4)
     order by generation_id desc limit $5`,
    [before ?? null, thread ?? null, actorId ?? null, outcome ?? null, rows + 1],
  );
  const generations = found.rows.slice(0, rows).map(toGeneration);
  const last = generations.at(-1);
  return { generations, ...(found.rows.length > rows && last && { older: last.id }) };
}

const toGeneration = (row: Row): LoggedGeneration => ({
  id: row.generation_id,
  at: row.at,
  kind: row.kind,
  actorId: row.actor_id,
  thread: row.thread,
  model: row.model,
  ...(row.model_version !== null && { modelVersion: row.model_version }),
  isOffline: row.is_offline,
  ...(row.prompt_id !== null &&
    row.prompt_version !== null && { prompt: { id: row.prompt_id, version: row.prompt_version } }),
  outcome: row.outcome,
  ...(row.failure !== null && { failure: row.failure }),
  milliseconds: row.milliseconds,
  messages: row.messages,
  promptBytes: row.prompt_bytes,
  replyBytes: row.reply_bytes,
  ...(row.input_tokens !== null && { inputTokens: row.input_tokens }),
  ...(row.output_tokens !== null && { outputTokens: row.output_tokens }),
  tools: row.tools,
  records: row.records,
});
