import type { Transaction } from '../store/database.js';

/** One call of a model, without its words. */
export interface Generation {
  readonly at: Date;
  readonly actorId: string;
  readonly thread: string;
  readonly model: string;
  readonly isOffline: boolean;
  readonly outcome: 'answered' | 'refused' | 'failed';
  readonly milliseconds: number;
  readonly messages: number;
  readonly promptBytes: number;
  readonly replyBytes: number;
  readonly inputTokens?: number;
  readonly outputTokens?: number;
  /** Names of the tools the reply calls. */
  readonly tools: readonly string[];
}

export async function logGeneration(database: Transaction, generation: Generation): Promise<void> {
  await database.query(
    `insert into copilot.generations (at, actor_id, thread, model, is_offline, outcome, milliseconds, messages,
                                      prompt_bytes, reply_bytes, input_tokens, output_tokens, tools)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
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
      generation.tools,
    ],
  );
}
