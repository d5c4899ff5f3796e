import type { Tool } from '../../../tools/define.js';
import type { ProposalDesk } from '../../approvals/looking.js';
import type { Clock } from '../../clock.js';
import type { ChatModel } from '../../models/ports.js';
import type { Settings } from '../../settings.js';
import type { Database } from '../../store/database.js';

/** What the steps of a turn work with. */
export interface NodeParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: Settings;
  readonly proposals: ProposalDesk;
  /** Already behind privacy's guard. */
  readonly model: ChatModel;
  readonly catalog: readonly Tool[];
  /** Told of defects of ours, for the log. */
  readonly onDefect?: (error: unknown, where: string) => void;
}
