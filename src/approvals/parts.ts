import type { Clock } from '../clock.js';
import type { Money } from '../domain/money.js';
import type { Database, Transaction } from '../store/database.js';
import type { ChangeKind, ChangeReader, ImisHand, Phase } from './port.js';

/** Kinds of change by name, as main registers them. */
export type ChangeKinds = ReadonlyMap<string, ChangeKind>;

/** What approvals asks of the durable queue: a job that exists exactly when the transaction commits. */
export interface ProposalQueue {
  enqueue(transaction: Transaction, task: 'execute_proposal', payload: { readonly proposalId: string }): Promise<void>;
}

/** What proposing and deciding need. */
export interface ApprovalParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly kinds: ChangeKinds;
  readonly queue: ProposalQueue;
  /** Where no administrator has set a phase. */
  readonly defaultPhase: Phase;
  /** False: nothing can be carried out in iMIS, so no phase of such changes is raised. Left out: it is there. */
  readonly hasWritingAccount?: boolean;
  /** Up to this total whoever asked for a change of money may approve it too; left out: never. */
  readonly moneyLimit?: Money;
}

/** What preparing a proposal needs. */
export type PreparingParts = Pick<ApprovalParts, 'database' | 'clock' | 'kinds' | 'defaultPhase'>;

/** A record to read again after a write. */
export type Touched = ReturnType<ChangeKind['touched']>[number];

/** What carrying out needs: main alone builds it, because it holds the hand. */
export interface ExecutorParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly kinds: ChangeKinds;
  readonly defaultPhase: Phase;
  readonly hand: ImisHand;
  readonly reader: ChangeReader;
  /** Reads records again from iMIS, so that the next answer is true. */
  readonly refresh: (records: readonly Touched[]) => Promise<void>;
  /** Milliseconds between looks after an uncertain answer; tests leave it out. */
  readonly pause?: (millis: number) => Promise<void>;
}
