import { actorById } from '../access/actors.js';
import { may } from '../access/require.js';
import type { Actor } from '../domain/actor.js';
import type { Transaction } from '../store/database.js';
import { NotAdministrator } from './boundary-refusals.js';

/** The right of this moment, not of the sign-in. Throws NotAdministrator, or what access throws. */
export async function requireAdministrator(database: Transaction, actor: Actor, what: string): Promise<void> {
  if (!may(await actorById(database, actor.id, actor.surface), 'settings.manage')) throw new NotAdministrator(what);
}
