/*
 * actor       who asks: a signed-in member of staff, an AI client on behalf of one, or a member in the portal
 * role        what the association's iMIS roles are mapped to
 * permission  one thing a role may do; tools and kinds of change name the one they need
 * scope       which rows an actor may see: everything, or the members of some chapters
 */
export const roles = [
  'membership',
  'marketing',
  'finance',
  'community',
  'leadership',
  'chapter_manager',
  'administrator',
] as const;
export type Role = (typeof roles)[number];

export const permissions = [
  'people.read',
  'aggregates.read',
  'invoices.read',
  'feedback.read',
  'scores.read',
  'notes.propose',
  'tasks.propose',
  'contacts.propose',
  'segments.propose',
  'outreach.propose',
  'settings.manage',
  'audit.read',
] as const;
export type Permission = (typeof permissions)[number];

/** `chapters` holds group ids; a person is in scope by any active membership in one of them. */
export type Scope = { readonly kind: 'everyone' } | { readonly kind: 'chapters'; readonly chapters: readonly string[] };

export type SurfaceName = 'cli' | 'console' | 'teams' | 'mcp' | 'portal' | 'job';

export interface Actor {
  /** iMIS party id of the person. */
  readonly id: string;
  /** iMIS user name, used in journals and audit instead of the name. */
  readonly userName: string;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<Permission>;
  readonly scope: Scope;
  readonly surface: SurfaceName;
}
