/* What is shown of personal tokens: everything but the token, which nobody has any more. */
import type { Actor } from '../domain/actor.js';
import type { Transaction } from '../store/database.js';
import { requirePermission } from './require.js';
import { type ScopeName, scopeNames } from './token-scopes.js';

export interface PersonalToken {
  readonly id: string;
  /** iMIS party id of whoever it speaks for. */
  readonly memberId: string;
  /** What the person calls it. */
  readonly name: string;
  readonly scopes: readonly ScopeName[];
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** To the minute; absent where it was never used. */
  readonly lastUsedAt?: Date;
  readonly revokedAt?: Date;
}

/** With whoever it speaks for, by name. */
export interface TokenOfPerson extends PersonalToken {
  readonly person: string;
}

type Row = {
  id: string;
  member_id: string;
  name: string;
  scopes: string[];
  created_at: Date;
  expires_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
  person: string;
};

const listed = (where: string): string => `
  select t.id, t.member_id, t.name, t.scopes, t.created_at, t.expires_at, t.last_used_at, t.revoked_at,
         coalesce(i.full_name, t.member_id) as person
  from copilot.personal_tokens t left join imis.identity i on i.member_id = t.member_id
  where ${where} order by t.created_at desc, t.id`;

/** One's own, newest first, with those that ended in the last month. */
export async function tokensOf(database: Transaction, actor: Actor): Promise<readonly PersonalToken[]> {
  const found = await database.query<Row>(listed('t.member_id = $1'), [actor.id]);
  return found.rows.map(({ person: _, ...row }) => tokenOf(row));
}

/** Everybody's, newest first, for whoever manages the settings. Throws NotPermitted. */
export async function allTokens(database: Transaction, actor: Actor): Promise<readonly TokenOfPerson[]> {
  requirePermission(actor, 'settings.manage');
  const found = await database.query<Row>(listed('true'));
  return found.rows.map(({ person, ...row }) => ({ ...tokenOf(row), person }));
}

const tokenOf = (row: Omit<Row, 'person'>): PersonalToken => ({
  id: row.id,
  memberId: row.member_id,
  name: row.name,
  scopes: scopeNames.filter((scope) => row.scopes.includes(scope)),
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  ...(row.last_used_at && { lastUsedAt: row.last_used_at }),
  ...(row.revoked_at && { revokedAt: row.revoked_at }),
});

/** Whether it can be used at this instant, as far as the token itself goes. */
export const isLiving = ({ expiresAt, revokedAt }: PersonalToken, now: Date): boolean =>
  revokedAt === undefined && expiresAt.getTime() > now.getTime();
