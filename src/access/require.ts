import type { Actor, Permission } from '../domain/actor.js';
import { NotPermitted } from './refusals.js';

export const may = (actor: Actor, permission: Permission): boolean => actor.permissions.has(permission);

/** Throws NotPermitted, which names the roles that may. */
export function requirePermission(actor: Actor, permission: Permission): void {
  if (!may(actor, permission)) throw new NotPermitted(permission);
}
