import type { BaseMessage } from '@langchain/core/messages';
import type { Tool } from '../../../tools/define.js';
import type { ProposalDesk } from '../../approvals/looking.js';
import type { Clock } from '../../clock.js';
import type { ChatModel } from '../../models/ports.js';
import type { Vocabulary } from '../../population/vocabulary.js';
import type { Settings } from '../../settings.js';
import type { Database } from '../../store/database.js';

/** What the steps of a turn work with. */
export interface NodeParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly proposals: ProposalDesk;
  /** The association's own names, kept between calls; left out: each call reads them. */
  readonly vocabulary?: () => Promise<Vocabulary>;
  /** Already behind privacy's guard. */
  readonly model: ChatModel;
  /** The guarded interpreter, which takes over a turn where `model` is an endpoint that fails. */
  readonly standIn?: ChatModel;
  /** Those of some sentences that the interpreter would read as one call after these messages. */
  readonly understood?: (
    sentences: readonly string[],
    messages: readonly BaseMessage[],
    tools: readonly string[],
  ) => Promise<readonly string[]>;
  readonly catalog: readonly Tool[];
  /** Told of defects of ours, for the log. */
  readonly onDefect?: (error: unknown, where: string) => void;
}
