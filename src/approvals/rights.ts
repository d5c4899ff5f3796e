import { actorById } from '../access/actors.js';
import { HiddenByRights } from '../access/refusals.js';
import { may, requirePermission } from '../access/require.js';
import { membersInScope } from '../access/scope.js';
import type { Actor } from '../domain/actor.js';
import { ExpectedError } from '../errors.js';
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

/**
 * all: the changes too. header: whoever asked for it and has lost the right or the scope since; before and after are not
 * theirs to read any more. none: it is not theirs to know of.
 */
export type Sight = 'all' | 'header' | 'none';

/** Who proposed it sees it, and whoever could decide it. */
export async function sightOf(
  database: Transaction,
  kinds: ApprovalParts['kinds'],
  actor: Actor,
  proposal: StoredProposal,
  changes: readonly StoredChange[],
): Promise<Sight> {
  const kind = kinds.get(proposal.kind);
  const isAsker = proposal.actorId === actor.id;
  const present = isAsker ? await presentOf(database, actor) : actor;
  const hasRight = present && (kind ? may(present, kind.permission) : isAsker);
  if (hasRight && (await allInScope(database, present, changes))) return 'all';
  return isAsker ? 'header' : 'none';
}

export const maySee = async (...given: Parameters<typeof sightOf>): Promise<boolean> =>
  (await sightOf(...given)) !== 'none';

async function presentOf(database: Transaction, { id, surface }: Actor): Promise<Actor | undefined> {
  return await actorById(database, id, surface).catch((error: unknown) => {
    if (error instanceof ExpectedError) return undefined;
    throw error;
  });
}

async function allInScope(database: Transaction, actor: Actor, changes: readonly StoredChange[]): Promise<boolean> {
  const ids = changes.map((change) => change.memberId);
  const scoped = await membersInScope(database, actor.scope, ids);
  return ids.every((id) => scoped.has(id));
}
