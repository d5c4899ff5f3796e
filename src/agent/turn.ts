/** What one question comes to: the JSON of `ask --json` (docs/contracts.md) and what every surface renders. */
import type { Risk } from '../approvals/port.js';
import type { Receipt } from '../receipts/receipt.js';

export interface Choice {
  readonly text: string;
  /** What to say or click to complete the question: a sentence the copilot itself understands. */
  readonly completes: string;
}

export interface Question {
  readonly text: string;
  /** Parts that were understood, in English. */
  readonly understood: readonly string[];
  /** Words nothing explained. */
  readonly unexplained: readonly string[];
  readonly choices: readonly Choice[];
}

export interface Turn {
  readonly status: 'answer' | 'clarify' | 'refuse' | 'proposal' | 'error';
  readonly thread: string;
  /** Plain text; names are in it only for an actor who may see them. */
  readonly answer: string;
  readonly sources: readonly string[];
  readonly receipts: readonly Receipt[];
  readonly toolCalls: readonly { readonly tool: string; readonly arguments: unknown }[];
  /** Questions that follow naturally and are understood. */
  readonly next: readonly string[];
  readonly question?: Question;
  readonly proposal?: {
    readonly id: string;
    readonly hash: string;
    readonly risks: readonly Risk[];
    readonly count: number;
    readonly summary: string;
  };
}
