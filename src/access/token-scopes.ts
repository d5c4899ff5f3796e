/* What a token may carry: never more than its person's own rights, and no administration. */
import { type Actor, type Permission, permissions } from '../domain/actor.js';

/** What a scope of a token lets its person do; nothing administers by token. */
export const scopes = {
  'copilot.read': permissions.filter((one) => one.endsWith('.read') && one !== 'audit.read'),
  'copilot.propose': permissions.filter((one) => one.endsWith('.propose')),
} as const satisfies Record<string, readonly Permission[]>;
export type ScopeName = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as ScopeName[];

/** The person's rights, less what the scopes leave out. */
export function withinScopes(actor: Actor, names: readonly ScopeName[]): Actor {
  const granted = new Set(names.flatMap((scope): readonly Permission[] => scopes[scope]));
  return { ...actor, permissions: new Set([...actor.permissions].filter((one) => granted.has(one))) };
}
