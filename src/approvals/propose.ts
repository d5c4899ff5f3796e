import { HiddenByRights } from '../access/refusals.js';
import { requirePermission } from '../access/require.js';
import { membersInScope } from '../access/scope.js';
import { looking, type ProposalDesk } from './looking.js';
import type { ApprovalParts } from './parts.js';
import type { NewProposal, ProposalCard } from './port.js';
import { prepare } from './prepare.js';
import { storeProposal } from './store-proposal.js';

/** What tools hold: they may propose and look, and nothing else. */
export const proposalsFor = (parts: ApprovalParts): ProposalDesk => ({
  propose: (proposal) => propose(parts, proposal),
  ...looking(parts),
});

/**
 * Stores a proposal for a person to decide; in the read-only phase it can be looked at only, and says so. Summary,
 * warnings and reasons pass the pseudonym law; drafts and arguments are kept as they are, in copilot.changes. `undoes` is
 * the proposal this one takes back. Throws what access and prepare throw.
 */
export async function propose(parts: ApprovalParts, proposal: NewProposal, undoes?: string): Promise<ProposalCard> {
  const kind = parts.kinds.get(proposal.kind);
  if (kind) requirePermission(proposal.actor, kind.permission);
  await requireInScope(parts, proposal);
  const prepared = await prepare(parts, proposal, { isUndo: undoes !== undefined });
  return await parts.database.withTransaction((transaction) =>
    storeProposal(transaction, prepared, parts.clock.now(), undoes === undefined ? {} : { undoes }),
  );
}

async function requireInScope({ database }: ApprovalParts, { actor, drafts }: NewProposal): Promise<void> {
  const ids = drafts.map((draft) => draft.memberId);
  const scoped = await membersInScope(database, actor.scope, ids);
  if (ids.some((id) => !scoped.has(id))) throw new HiddenByRights();
}
