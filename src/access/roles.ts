/** What an association's iMIS roles mean here, and what each of our roles may do: data that `docs` prints too. */
import type { Permission, Role } from '../domain/actor.js';

/** The names the set-up guide gives, compared without regard to case and spaces. A role that is not listed gives nothing. */
export const imisRoles: Readonly<Record<string, Role>> = {
  Membership: 'membership',
  Marketing: 'marketing',
  Finance: 'finance',
  Community: 'community',
  Leadership: 'leadership',
  ChapterManager: 'chapter_manager',
  Administrator: 'administrator',
};

const memberships: readonly Permission[] = [
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
];

export const rights: Readonly<Record<Role, readonly Permission[]>> = {
  membership: memberships,
  marketing: ['people.read', 'aggregates.read', 'feedback.read', 'segments.propose', 'outreach.propose'],
  finance: [
    'people.read',
    'aggregates.read',
    'invoices.read',
    'notes.propose',
    'tasks.propose',
    'contacts.propose',
    'segments.propose',
    'outreach.propose',
  ],
  community: ['people.read', 'aggregates.read', 'feedback.read', 'notes.propose', 'tasks.propose'],
  leadership: ['aggregates.read'],
  /** The same as membership, in the chapters this person manages. */
  chapter_manager: memberships,
  administrator: ['settings.manage', 'audit.read'],
};

/** Role in a chapter's group that makes a member its manager. */
export const CHAPTER_MANAGER = 'Chapter Manager';

/** What iMIS role names mean: our role, or null for nothing, by plain name. */
export type RoleMapping = ReadonlyMap<string, Role | null>;

/** iMIS compares names of roles without regard to case, and its lists show them with and without spaces. */
export const plainRole = (name: string): string => name.replace(/\s+/g, '').toLowerCase();

/** Where nobody has said otherwise. */
export const defaultMapping: RoleMapping = new Map(
  Object.entries(imisRoles).map(([name, role]) => [plainRole(name), role]),
);

/** Our roles for a user's iMIS roles, each once; unmapped names are dropped. */
export const rolesOf = (imisRoleNames: readonly string[], mapping: RoleMapping = defaultMapping): readonly Role[] => [
  ...new Set(
    imisRoleNames.flatMap((name) => {
      const role = mapping.get(plainRole(name));
      return role ? [role] : [];
    }),
  ),
];

export const rolesWith = (permission: Permission): readonly Role[] =>
  (Object.keys(rights) as Role[]).filter((role) => rights[role].includes(permission));
