/** What an association's iMIS roles mean here: our defaults, and what an administrator said instead. */
import { append } from '../audit/append.js';
import type { Clock } from '../clock.js';
import { type Actor, type Role, roles } from '../domain/actor.js';
import { ExpectedError } from '../errors.js';
import type { Database, Transaction } from '../store/database.js';
import { requirePermission } from './require.js';
import { defaultMapping, plainRole, type RoleMapping, rolesOf } from './roles.js';

export interface MappedRole {
  /** As iMIS names it. */
  readonly imisRole: string;
  /** Null gives nothing. */
  readonly role: Role | null;
  /** Nobody has said otherwise. */
  readonly isDefault: boolean;
  /** Users of iMIS who hold it and are not disabled. */
  readonly users: number;
}

export class RoleUnknown extends ExpectedError {
  readonly kind = 'role_unknown';
  constructor() {
    super('There is no such role.', `Choose one of ${roles.join(', ').replaceAll('_', ' ')}, or none.`);
  }
}

export class LastAdministrator extends ExpectedError {
  readonly kind = 'last_administrator';
  constructor() {
    super(
      'After this nobody would be an administrator any more, and nobody could undo it.',
      'Make another iMIS role with at least one active user administrator first.',
    );
  }
}

type Row = { imis_role: string; role: Role | null };

/** What was said of roles, as one value of another statement; null where nobody has said anything. */
export const saidRoles = 'select jsonb_object_agg(imis_role, role) from copilot.role_mappings';

/** Defaults with what was said instead. */
export const mappingWith = (said: Readonly<Record<string, Role | null>>): RoleMapping =>
  new Map([...defaultMapping, ...Object.entries(said)]);

/** The same as it stands. */
export async function roleMapping(database: Transaction): Promise<RoleMapping> {
  const said = await database.query<Row>('select imis_role, role from copilot.role_mappings');
  return mappingWith(Object.fromEntries(said.rows.map((row) => [row.imis_role, row.role])));
}

/** Every role a user of iMIS has or that means something, by name. */
export async function mappedRoles(database: Transaction): Promise<readonly MappedRole[]> {
  const held = await database.query<{ name: string; users: number }>(
    `select r.name, count(*) filter (where not u.disabled)::int as users
     from imis.users u cross join unnest(u.roles) as r(name) group by r.name order by lower(r.name), r.name`,
  );
  const said = await database.query<Row>('select imis_role, role from copilot.role_mappings order by imis_role');
  const mapping = await roleMapping(database);
  const chosen = new Set(said.rows.map((row) => row.imis_role));
  const seen = new Map<string, MappedRole>();
  for (const { name, users } of [...held.rows, ...[...mapping.keys()].map((plain) => ({ name: plain, users: 0 }))]) {
    const plain = plainRole(name);
    const known = seen.get(plain);
    if (known) seen.set(plain, { ...known, users: known.users + users });
    else seen.set(plain, { imisRole: name, role: mapping.get(plain) ?? null, isDefault: !chosen.has(plain), users });
  }
  return [...seen.values()];
}

export interface MapRequest {
  readonly imisRole: string;
  /** Null: gives nothing; 'default': as if nobody had said anything. */
  readonly role: string | null;
  readonly actor: Actor;
}

/**
 * Says what an iMIS role means from now on; audited. Rights are read at every request, so that it counts at once.
 * Throws NotPermitted, RoleUnknown, LastAdministrator.
 */
export async function mapRole(database: Database, { imisRole, role, actor }: MapRequest, clock: Clock): Promise<void> {
  requirePermission(actor, 'settings.manage');
  const plain = plainRole(imisRole);
  const meant = role === null || role === 'default' ? null : roles.find((one) => one === role);
  if (meant === undefined || plain === '' || plain.length > 200) throw new RoleUnknown();
  await database.withTransaction(async (transaction) => {
    // Two administrators at once would each see the other's role still standing, and leave nobody.
    await transaction.query("select pg_advisory_xact_lock(hashtext('copilot.role_mappings'))");
    const before = await roleMapping(transaction);
    if (role === 'default') await transaction.query('delete from copilot.role_mappings where imis_role = $1', [plain]);
    else
      await transaction.query(
        `insert into copilot.role_mappings (imis_role, role, changed_by, changed_at) values ($1, $2, $3, $4)
         on conflict (imis_role) do update
         set role = excluded.role, changed_by = excluded.changed_by, changed_at = excluded.changed_at`,
        [plain, meant, actor.id, clock.now()],
      );
    const after = await roleMapping(transaction);
    if (!(await hasAdministrator(transaction, after))) throw new LastAdministrator();
    await append(transaction, {
      kind: 'role_mapped',
      actorId: actor.id,
      subject: plain,
      facts: { before: before.get(plain) ?? null, after: after.get(plain) ?? null },
      at: clock.now(),
    });
  });
}

async function hasAdministrator(transaction: Transaction, mapping: RoleMapping): Promise<boolean> {
  const active = await transaction.query<{ roles: string[] }>('select roles from imis.users where not disabled');
  return active.rows.some((row) => rolesOf(row.roles, mapping).includes('administrator'));
}
