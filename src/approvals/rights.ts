import { actorById } from '../access/actors.js';
import { HiddenByRights } from '../access/refusals.js';
import { may, requirePermission } from '../access/require.js';
import { membersInScope } from '../access/scope.js';
import type { Actor } from '../domain/actor.js';
import type { Transaction } from '../store/database.js';
import type { ApprovalParts } from './parts.js';
import { KindUnknown } from './refusals.js';
import type { StoredChange, StoredProposal } from './stored.js';

/**
 * The right to decide, at this moment: whoever signed in an hour ago may have lost a role since. Throws what access
 * throws, and HiddenByRights when one record is outside the scope.
 */
export async function requireMayDecide(
  transaction: Transaction,
  kinds: ApprovalParts['kinds'],
  actor: Actor,
  proposal: StoredProposal,
  changes: readonly StoredChange[],
): Promise<Actor> {
  const kind = kinds.get(proposal.kind);
  if (!kind) throw new KindUnknown(proposal.kind);
  const present = await actorById(transaction, actor.id, actor.surface);
  requirePermission(present, kind.permission);
  if (!(await allInScope(transaction, present, changes))) throw new HiddenByRights();
  return present;
}

/** Who proposed it sees it, and whoever could decide it. */
export async function maySee(
  database: Transaction,
  kinds: ApprovalParts['kinds'],
  actor: Actor,
  proposal: StoredProposal,
  changes: readonly StoredChange[],
): Promise<boolean> {
  if (proposal.actorId === actor.id) return true;
  const kind = kinds.get(proposal.kind);
  return kind !== undefined && may(actor, kind.permission) && (await allInScope(database, actor, changes));
}

async function allInScope(database: Transaction, actor: Actor, changes: readonly StoredChange[]): Promise<boolean> {
  const ids = changes.map((change) => change.memberId);
  const scoped = await membersInScope(database, actor.scope, ids);
  return ids.every((id) => scoped.has(id));
}
