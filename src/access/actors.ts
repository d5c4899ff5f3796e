/** Actors, from users and roles as sync read them. */
import type { Actor, Permission, Role, Scope, SurfaceName } from '../domain/actor.js';
import type { Transaction } from '../store/database.js';
import { NoChapter, NoRole, UnknownUser, UserDisabled } from './refusals.js';
import { mappingWith, roleMapping, saidRoles } from './role-mapping.js';
import { CHAPTER_MANAGER, rights, rolesOf } from './roles.js';

export interface StaffMember {
  readonly id: string;
  readonly userName: string;
  readonly fullName: string;
  readonly roles: readonly Role[];
  /** Names of the chapters a chapter manager sees; empty for everybody else. */
  readonly chapters: readonly string[];
}

export interface User extends StaffMember {
  /** As iMIS names them. */
  readonly imisRoles: readonly string[];
  readonly isDisabled: boolean;
}

type Row = {
  member_id: string;
  user_name: string;
  full_name: string;
  disabled: boolean;
  roles: string[];
  chapter_ids: string[];
  chapter_names: string[];
};

/** One user with what an administrator said of the roles, as `userWith` selects them. */
export type ActorRow = Omit<Row, 'full_name' | 'chapter_names'> & {
  said_roles: Readonly<Record<string, Role | null>> | null;
};

// A manager's chapters are those where the own active membership says so, never those of the own address.
const users = `
  select u.member_id, i.user_name, i.full_name, u.disabled, u.roles,
         coalesce(c.ids, '{}') as chapter_ids, coalesce(c.names, '{}') as chapter_names
  from imis.users u
  join imis.identity i on i.member_id = u.member_id and i.user_name is not null
  left join lateral (
    select array_agg(k.group_id order by k.group_id) as ids, array_agg(k.name order by k.group_id) as names
    from imis.group_members g
    join imis.groups k on k.group_id = g.group_id and k.kind = 'chapter'
    where g.member_id = u.member_id and g.is_active and g.role = '${CHAPTER_MANAGER}'
  ) c on true`;

/** Users who meet a condition, each as an ActorRow: rights of this moment in one statement. */
export const userWith = (condition: string): string =>
  `select found.member_id, found.user_name, found.disabled, found.roles, found.chapter_ids,
          (${saidRoles}) as said_roles
   from (${users} where ${condition}) found`;

/**
 * The actor behind a verified user name, with the rights of this moment.
 * Throws UnknownUser, UserDisabled, NoRole, or NoChapter for a chapter manager without a chapter.
 */
export async function actorFor(database: Transaction, userName: string, surface: SurfaceName): Promise<Actor> {
  const found = await database.query<ActorRow>(userWith('lower(i.user_name) = lower($1)'), [userName]);
  return actorOf(found.rows[0], surface);
}

/** The same by iMIS party id: for sessions, and for rights at the moment a decision is carried out. */
export async function actorById(database: Transaction, memberId: string, surface: SurfaceName): Promise<Actor> {
  const found = await database.query<ActorRow>(userWith('u.member_id = $1'), [memberId]);
  return actorOf(found.rows[0], surface);
}

/** Everybody who could sign in, by user name: for the sandbox's sign-in page. */
export async function staffOf(database: Transaction): Promise<readonly StaffMember[]> {
  return (await usersOf(database)).filter((person) => !person.isDisabled && person.roles.length > 0);
}

/** Every user of iMIS that is staff, with or without a role here: for the administration page. */
export async function usersOf(database: Transaction): Promise<readonly User[]> {
  const found = await database.query<Row>(`${users} order by lower(i.user_name)`);
  const mapping = await roleMapping(database);
  return found.rows.map((row) => ({
    id: row.member_id,
    userName: row.user_name,
    fullName: row.full_name,
    roles: rolesOf(row.roles, mapping),
    chapters: row.chapter_names,
    imisRoles: row.roles,
    isDisabled: row.disabled,
  }));
}

/** The actor a row of `userWith` speaks of. Throws what actorFor throws. */
export function actorOf(row: ActorRow | undefined, surface: SurfaceName): Actor {
  if (!row) throw new UnknownUser();
  if (row.disabled) throw new UserDisabled();
  const roles = rolesOf(row.roles, mappingWith(row.said_roles ?? {}));
  if (roles.length === 0) throw new NoRole();
  return { id: row.member_id, userName: row.user_name, roles, surface, ...reachOf(roles, row.chapter_ids) };
}

/**
 * A chapter manager who also has a role without a chapter that sees people keeps that role's rights, everywhere, and
 * not the manager's: one actor has one scope, and the wider one must not carry the rights of the narrower.
 */
function reachOf(
  roles: readonly Role[],
  chapters: readonly string[],
): { permissions: ReadonlySet<Permission>; scope: Scope } {
  const everywhere = new Set(roles.filter((role) => role !== 'chapter_manager').flatMap((role) => rights[role]));
  if (!roles.includes('chapter_manager') || everywhere.has('people.read'))
    return { permissions: everywhere, scope: { kind: 'everyone' } };
  if (chapters.length === 0) throw new NoChapter();
  return {
    permissions: new Set([...everywhere, ...rights.chapter_manager]),
    scope: { kind: 'chapters', chapters },
  };
}
