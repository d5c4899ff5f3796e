import type { ProposalDesk } from '../src/approvals/looking.js';
import type { Clock } from '../src/clock.js';
import type { Actor } from '../src/domain/actor.js';
import type { Vocabulary } from '../src/population/vocabulary.js';
import type { Typed } from '../src/privacy/typed.js';
import type { Settings } from '../src/settings.js';
import type { Database } from '../src/store/database.js';

/** What a call needs besides its arguments. */
export interface CallContext {
  readonly actor: Actor;
  readonly thread: string;
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly proposals: ProposalDesk;
  /** True where a number is only computed again to be compared: its receipts are answered and not stored. */
  readonly isRehearsal?: boolean;
  /** What the actor typed lately, where the call comes from a conversation. */
  readonly typed?: readonly Typed[];
  readonly signal?: AbortSignal;
  /** The association's own names, where somebody keeps them between calls; left out: read for each call that needs them. */
  readonly vocabulary?: (() => Promise<Vocabulary>) | undefined;
  /** The note of a first sync that has not ended, where several calls of one turn share it; left out: looked up. */
  readonly partial?: (() => Promise<string | undefined>) | undefined;
  /** How long a tool may take; left out: 30 seconds. */
  readonly timeoutMillis?: number;
  /** Told of defects of ours; expected errors go to the caller alone. */
  readonly onDefect?: (error: unknown, tool: string) => void;
}
