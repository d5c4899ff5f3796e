/** What rules of the copilot have in common: they are signed by whoever approved them. */
import type { Transaction } from '../store/database.js';
import type { Change } from './port.js';

export const proposalOf = ({ id }: Pick<Change, 'id'>): string => id.split('/')[0] ?? '';

/** Who approved a proposal, and when: the signature of what it sets. */
export async function approverOf(
  database: Transaction,
  proposalId: string,
): Promise<{ readonly id: string; readonly at: Date }> {
  const found = await database.query<{ id: string; at: Date }>(
    `select actor_id as id, at from copilot.decisions where proposal_id = $1 and decision = 'approve' for update`,
    [proposalId],
  );
  const [approver] = found.rows;
  if (!approver) throw new Error('a rule is carried out that nobody approved');
  return approver;
}
