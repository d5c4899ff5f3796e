import type { Clock } from '../clock.js';
import type { Transaction } from '../store/database.js';
import { type Applied, commitOutcomes } from './apply.js';
import type { Flow } from './flow.js';
import { renew } from './lease.js';
import { commitPosition, type Position } from './position.js';
import type { Progress } from './report.js';
import type { Outcome, ReadContext, Source } from './source.js';
import { newestOf } from './watermark.js';

/** What one run carries along. */
export interface Run extends ReadContext {
  readonly clock: Clock;
  readonly timeZone: string;
  readonly flow: Flow;
  /** Holder of the lease. */
  readonly holder: string;
  /** Differs from run to run. */
  readonly turn: number;
  /** False until terms were derived for everybody once. */
  readonly touches: boolean;
  readonly signal?: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

export interface CommitMore {
  readonly force?: boolean;
  readonly isFirst?: boolean;
  /** How many of the outcomes are counted as read; all unless given. */
  readonly read?: number;
  readonly total?: number;
  readonly pages?: Position['pages'];
  readonly met?: Position['met'];
}

/** Applies outcomes with their position, in its turn and while the lease is held. */
export const commitInTurn = (
  run: Run,
  source: Source,
  outcomes: readonly Outcome[],
  more: CommitMore = {},
): Promise<Applied> => run.flow.inTurn(() => commit(run, source, outcomes, more));

/** The same for work that has its turn already. */
export function commit(
  run: Run,
  source: Source,
  outcomes: readonly Outcome[],
  more: CommitMore = {},
): Promise<Applied> {
  const options = {
    readAt: run.clock.now().toISOString(),
    force: more.force ?? false,
    touch: run.touches,
    isFirst: more.isFirst ?? false,
  };
  return commitOutcomes(run.database, source, outcomes, options, async (transaction, applied) => {
    const newest = newestOf([applied.newest], run.clock.now(), run.timeZone);
    await commitPosition(transaction, {
      ...more,
      entity: source.entity,
      holder: run.holder,
      read: more.read ?? applied.read,
      added: applied.added,
      changed: applied.changed,
      gone: 0,
      fittingKeys: applied.fittingKeys,
      ...(newest && { newest }),
    });
  });
}

/** Statements in one transaction, in turn with the pages and while the lease is held. */
export const inTurn = <T>(run: Run, work: (transaction: Transaction) => Promise<T>): Promise<T> =>
  run.flow.inTurn(() =>
    run.database.withTransaction(async (transaction) => {
      await renew(transaction, run.holder);
      return work(transaction);
    }),
  );
