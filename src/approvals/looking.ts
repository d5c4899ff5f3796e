/* What may be looked at of proposals, by whoever made them or could decide them; nothing here decides. */
import type { Actor } from '../domain/actor.js';
import { countListed, type ListedProposal, type ListOptions, list, type Which } from './list.js';
import type { ApprovalParts } from './parts.js';
import type { Proposals } from './port.js';
import { type ShownProposal, show } from './show.js';

/** All a tool holds of approvals: it may propose and look, never decide. */
export interface ProposalDesk extends Proposals {
  /** Proposals the actor made or could decide, newest first. */
  list(actor: Actor, options?: ListOptions): Promise<readonly ListedProposal[]>;
  /** How many there are. */
  count(actor: Actor, which?: Which): Promise<number>;
  /** The whole proposal. Throws ProposalUnknown for whoever may not see it. */
  show(id: string, actor: Actor): Promise<ShownProposal>;
}

export const looking = (parts: ApprovalParts): Omit<ProposalDesk, 'propose'> => ({
  list: (actor, options) => list(parts, actor, options),
  count: (actor, which) => countListed(parts, actor, which),
  show: (id, actor) => show(parts, id, actor),
});
