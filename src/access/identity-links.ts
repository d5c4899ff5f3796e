/**
 * Which user of iMIS a verified identity of a provider is: by a link an administrator made, else by user name, or by
 * verified e-mail address of exactly one member of the staff.
 */
import { append } from '../audit/append.js';
import type { Clock } from '../clock.js';
import type { Actor, SurfaceName } from '../domain/actor.js';
import { ExpectedError } from '../errors.js';
import type { Database, Transaction } from '../store/database.js';
import { type ActorRow, actorOf, userWith } from './actors.js';
import { UnknownUser } from './refusals.js';
import { requirePermission } from './require.js';

/** What a provider vouches for. */
export interface VerifiedIdentity {
  readonly issuer: string;
  /** Lasting id of the person at the provider: an object id or the subject, as the settings say. */
  readonly subject: string;
  /** User name to look for where there is no link. */
  readonly userName?: string;
  /** Address the provider has verified, to look for where there is no link. */
  readonly email?: string;
}

export class IdentityUnknown extends ExpectedError {
  readonly kind = 'identity_unknown';
  constructor() {
    super(
      'Your sign-in is good, but it belongs to no active user of iMIS that the copilot knows.',
      'Ask an administrator of the copilot to link it on the page Staff and roles, or to check your user name in iMIS.',
    );
  }
}

/*
 * A user name is compared with user names alone: at many providers people choose it themselves, and one that reads like
 * a colleague's address proves nothing. An address that was verified is compared with both; one that two users share is
 * nobody's. One statement, since a client asks at every call.
 */
const MEANT = `
  with named as (
    select u.member_id, lower(i.user_name) = lower($3) as is_user_name
    from imis.users u join imis.identity i on i.member_id = u.member_id and i.user_name is not null
    where not u.disabled and (lower(i.user_name) = lower($3) or lower(i.email) = lower($4)))
  select meant.member_id as meant, actor.*
  from (select coalesce(
          (select member_id from copilot.identity_links where issuer = $1 and subject = $2),
          (select member_id from named where is_user_name),
          (select min(member_id) from named having count(*) = 1)) as member_id) meant
  left join lateral (${userWith('u.member_id = meant.member_id')}) actor on true`;

/** The actor behind an identity, with the rights of this moment. Throws IdentityUnknown and what actorById throws. */
export async function actorOfIdentity(
  database: Transaction,
  { issuer, subject, userName, email }: VerifiedIdentity,
  surface: SurfaceName,
): Promise<Actor> {
  const name = (userName ?? email) || null;
  const { rows } = await database.query<ActorRow & { meant: string | null }>(MEANT, [
    issuer,
    subject,
    name,
    name === null ? null : (email ?? null),
  ]);
  const [row] = rows;
  if (!row || row.meant === null) throw new IdentityUnknown();
  return actorOf(row.member_id === null ? undefined : row, surface);
}

export interface LinkRequest {
  readonly issuer: string;
  readonly subject: string;
  /** Undefined takes the link away. */
  readonly userName?: string;
  readonly actor: Actor;
}

/** Links an identity to a user of iMIS, or takes the link away; audited. Throws NotPermitted, UnknownUser. */
export async function linkIdentity(database: Database, { actor, ...link }: LinkRequest, clock: Clock): Promise<void> {
  requirePermission(actor, 'settings.manage');
  await database.withTransaction((transaction) => setLink(transaction, link, actor.id, clock));
}

/** In the audit, whoever runs the server: a person no sign-in has named. */
export const OPERATOR = 'operator';

/**
 * The same by whoever runs the server, who can read and write the database anyway: before the first administrator is
 * linked nobody could sign in to link them. Throws UnknownUser.
 */
export async function linkIdentityAsOperator(
  database: Database,
  link: Omit<LinkRequest, 'actor'>,
  clock: Clock,
): Promise<void> {
  await database.withTransaction((transaction) => setLink(transaction, link, OPERATOR, clock));
}

async function setLink(
  transaction: Transaction,
  { issuer, subject, userName }: Omit<LinkRequest, 'actor'>,
  by: string,
  clock: Clock,
): Promise<void> {
  const memberId = userName === undefined ? undefined : await userNamed(transaction, userName);
  await transaction.query('delete from copilot.identity_links where issuer = $1 and subject = $2', [issuer, subject]);
  if (memberId !== undefined)
    await transaction.query(
      `insert into copilot.identity_links (issuer, subject, member_id, linked_by, linked_at)
       values ($1, $2, $3, $4, $5)`,
      [issuer, subject, memberId, by, clock.now()],
    );
  await append(transaction, {
    kind: 'identity_linked',
    actorId: by,
    subject: memberId ?? 'nobody',
    facts: { issuer, identity: subject },
    at: clock.now(),
  });
}

async function userNamed(database: Transaction, userName: string): Promise<string> {
  const found = await database.query<{ member_id: string }>(
    `select u.member_id from imis.users u join imis.identity i on i.member_id = u.member_id
     where lower(i.user_name) = lower($1) and not u.disabled`,
    [userName],
  );
  const memberId = found.rows[0]?.member_id;
  if (memberId === undefined) throw new UnknownUser();
  return memberId;
}

export interface LinkedIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly userName: string;
}

/** For the administration page. */
export async function linkedIdentities(database: Transaction): Promise<readonly LinkedIdentity[]> {
  const found = await database.query<{ issuer: string; subject: string; user_name: string }>(
    `select l.issuer, l.subject, i.user_name from copilot.identity_links l
     join imis.identity i on i.member_id = l.member_id and i.user_name is not null order by l.issuer, i.user_name`,
  );
  return found.rows.map(({ issuer, subject, user_name }) => ({ issuer, subject, userName: user_name }));
}
