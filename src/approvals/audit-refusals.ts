import { append } from '../audit/append.js';
import { ExpectedError } from '../errors.js';
import type { ApprovalParts } from './parts.js';
import { ProposalUnknown } from './refusals.js';

export interface Step {
  readonly actorId: string;
  readonly proposalId: string;
  /** What was asked for. */
  readonly step: 'ticket' | 'approve' | 'reject' | 'edit' | 'continue' | 'end';
}

/**
 * Runs one step of a decision, whose transaction is its own. What it refuses is in the audit before it is thrown on; an id
 * that is nobody's is a typing error and is not.
 */
export async function auditingRefusals<Result>(
  { database, clock }: Pick<ApprovalParts, 'database' | 'clock'>,
  { actorId, proposalId, step }: Step,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ExpectedError && !(error instanceof ProposalUnknown))
      await database.withTransaction((transaction) =>
        append(transaction, {
          kind: 'refusal',
          actorId,
          subject: proposalId,
          facts: { step, why: error.kind },
          at: clock.now(),
        }),
      );
    throw error;
  }
}
