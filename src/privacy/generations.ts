/* The log of prompts, generations and inferences: who, which model, how much, which records; never the words. */
import type { Clock } from '../clock.js';
import type { Transaction } from '../store/database.js';

/** One call of a model, without its words. */
export interface Generation {
  readonly at: Date;
  /** 'chat': an answer or calls of tools; 'inference': a score, a label, a vector. */
  readonly kind: 'chat' | 'inference';
  readonly actorId: string;
  readonly thread: string;
  readonly model: string;
  /** What the endpoint says answered, where its name is an alias. */
  readonly modelVersion?: string;
  readonly isOffline: boolean;
  /** The file of prompts/ that led the messages. */
  readonly prompt?: { readonly id: string; readonly version: number };
  readonly outcome: 'answered' | 'refused' | 'failed';
  /** Kind of the refusal or failure, a word of ours. */
  readonly failure?: string;
  readonly milliseconds: number;
  readonly messages: number;
  readonly promptBytes: number;
  readonly replyBytes: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  /** Names of the tools the reply calls. */
  readonly tools: readonly string[];
  /** Pseudonyms and placeholders in what was sent. */
  readonly records: readonly string[];
}

// A prompt of a list of fifty has fifty; a row of the log stays small.
const MOST_RECORDS = 500;
const MOST_TOOLS = 50;
const LONGEST_NAME = 100;

export async function logGeneration(database: Transaction, generation: Generation): Promise<void> {
  await database.query(
    `insert into copilot.generations (at, actor_id, thread, model, is_offline, outcome, milliseconds, messages,
                                      prompt_bytes, reply_bytes, input_tokens, output_tokens, tools, kind,
                                      model_version, prompt_id, prompt_version, records, failure)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)`,
    [
      generation.at,
      generation.actorId,
      generation.thread,
      generation.model,
      generation.isOffline,
      generation.outcome,
      generation.milliseconds,
      generation.messages,
      generation.promptBytes,
      generation.replyBytes,
      generation.inputTokens ?? null,
      generation.outputTokens ?? null,
      generation.tools.slice(0, MOST_TOOLS).map((name) => name.slice(0, LONGEST_NAME)),
      generation.kind,
      generation.modelVersion ?? null,
      generation.prompt?.id ?? null,
      generation.prompt?.version ?? null,
      generation.records.slice(0, MOST_RECORDS),
      generation.failure ?? null,
    ],
  );
}

const ROWS_AT_ONCE = 5000;

/** Forgets what is older than `days` (settings.modelLogDays), some thousand rows at a time. Returns how many. */
export async function forgetGenerations(database: Transaction, clock: Clock, days: number): Promise<number> {
  const until = new Date(clock.now().getTime() - days * 86_400_000);
  for (let gone = 0; ; ) {
    const { rowCount } = await database.query(
      `delete from copilot.generations where generation_id in
         (select generation_id from copilot.generations where at < $1 order by at limit ${ROWS_AT_ONCE})`,
      [until],
    );
    gone += rowCount ?? 0;
    if ((rowCount ?? 0) < ROWS_AT_ONCE) return gone;
  }
}
