/** What somebody may group by. */
import { requirePermission } from '../../src/access/require.js';
import type { Actor } from '../../src/domain/actor.js';
import type { GroupKey } from '../../src/population/definition.js';
import { keyIsMoney } from '../../src/population/money-asked.js';
import { requireMoney } from '../money.js';

/** Throws NotPermitted: groups by employer are one organisation each, and some say who owes or pays. */
export function requireKeys(actor: Actor, by: readonly GroupKey[] = []): void {
  if (by.some(keyIsMoney)) requireMoney(actor);
  if (by.some(({ field }) => field === 'employer')) requirePermission(actor, 'people.read');
}
