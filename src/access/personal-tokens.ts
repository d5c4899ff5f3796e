/*
 * Personal tokens: with one, an AI client on a person's own machine speaks for that person. It gives the person's rights
 * of each moment, less what its scopes leave out; it is shown once and kept as a hash.
 */
import { randomUUID } from 'node:crypto';
import { append } from '../audit/append.js';
import type { Clock } from '../clock.js';
import type { Actor, SurfaceName } from '../domain/actor.js';
import type { Database, Transaction } from '../store/database.js';
import { type ActorRow, actorById, actorOf, userWith } from './actors.js';
import {
  FEWEST_DAYS,
  LONGEST_NAME,
  MintRefused,
  MOST_DAYS,
  MOST_LIVING,
  PersonalTokenRefused,
  PersonalTokenUnknown,
} from './personal-token-refusals.js';
import { freshToken, hashOfToken, isPersonalToken } from './personal-token-secret.js';
import { may } from './require.js';
import { type ScopeName, scopeNames, withinScopes } from './token-scopes.js';

const DAY_MILLIS = 86_400_000;
// So long does a token that has ended stay in the lists; the audit tells of it for good.
const LISTED_DAYS = 30;
// So often is it noted that a token is in use: a client calls many times a minute.
const NOTED_EVERY_MILLIS = 60_000;

export interface MintRequest {
  /** What the person calls it: 1 to 60 characters. */
  readonly name: string;
  /** At least one. */
  readonly scopes: readonly ScopeName[];
  /** 1 to 365, whole. */
  readonly days: number;
}

export interface MintedToken {
  readonly id: string;
  /** The secret itself: shown to the person once, and kept nowhere. */
  readonly token: string;
  readonly expiresAt: Date;
}

/** A token that speaks for this actor; audited. Throws MintRefused, and what actorById throws for no member of the staff. */
export async function mintToken(
  database: Database,
  actor: Actor,
  request: MintRequest,
  clock: Clock,
): Promise<MintedToken> {
  const name = plainName(request.name);
  if (name === '' || [...name].length > LONGEST_NAME) throw new MintRefused('name');
  if (!Number.isInteger(request.days) || request.days < FEWEST_DAYS || request.days > MOST_DAYS)
    throw new MintRefused('days');
  const scopes = scopeNames.filter((scope) => request.scopes.includes(scope));
  if (scopes.length === 0 || request.scopes.some((scope) => !scopeNames.includes(scope)))
    throw new MintRefused('scopes');

  const now = clock.now();
  const minted = { id: randomUUID(), token: freshToken(), expiresAt: after(now, request.days) };
  await database.withTransaction(async (transaction) => {
    await actorById(transaction, actor.id, actor.surface);
    await keepFew(transaction, actor.id, now);
    await transaction.query(
      `insert into copilot.personal_tokens (id, member_id, name, token_hash, scopes, created_at, expires_at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [minted.id, actor.id, name, hashOfToken(minted.token), scopes, now, minted.expiresAt],
    );
    await append(transaction, {
      kind: 'token_minted',
      actorId: actor.id,
      subject: minted.id,
      facts: { scopes, days: request.days },
      at: now,
    });
  });
  return minted;
}

/** Without line breaks, invisible characters and those that turn the direction of what follows: administrators read it. */
const plainName = (name: string): string => name.replace(/[\p{C}\s]+/gu, ' ').trim();

const after = (instant: Date, days: number): Date => new Date(instant.getTime() + days * DAY_MILLIS);

async function keepFew(transaction: Transaction, memberId: string, now: Date): Promise<void> {
  await transaction.query(
    'delete from copilot.personal_tokens where least(expires_at, coalesce(revoked_at, expires_at)) < $1',
    [after(now, -LISTED_DAYS)],
  );
  // Two forms sent at once would each count nine.
  await transaction.query("select pg_advisory_xact_lock(hashtext('copilot.personal_tokens'), hashtext($1))", [
    memberId,
  ]);
  const living = await transaction.query<{ count: number }>(
    `select count(*)::int as count from copilot.personal_tokens
     where member_id = $1 and revoked_at is null and expires_at > $2`,
    [memberId, now],
  );
  if ((living.rows[0]?.count ?? 0) >= MOST_LIVING) throw new MintRefused('too_many');
}

export interface TokenBearer {
  readonly actor: Actor;
  readonly tokenId: string;
  readonly scopes: readonly ScopeName[];
  readonly expiresAt: Date;
}

type Row = Partial<ActorRow> & {
  id: string;
  scopes: string[];
  expires_at: Date;
  is_revoked: boolean;
  is_expired: boolean;
  is_due: boolean;
};

// The token and its person's rights of this moment at once: a client calls many times a minute.
const BEARER = `
  select k.id, k.scopes, k.expires_at, k.revoked_at is not null as is_revoked, k.expires_at <= $2 as is_expired,
         coalesce(k.last_used_at <= $3, true) as is_due, actor.*
  from copilot.personal_tokens k left join lateral (${userWith('u.member_id = k.member_id')}) actor on true
  where k.token_hash = $1`;

const isUser = (row: Row): row is Row & ActorRow => row.member_id != null;

/**
 * Whom a token speaks for: the person's rights of this moment, less what the scopes leave out.
 * Throws PersonalTokenRefused, and what actorById throws for somebody who is no member of the staff any more.
 */
export async function actorOfPersonalToken(
  database: Transaction,
  token: string,
  surface: SurfaceName,
  clock: Clock,
): Promise<TokenBearer> {
  if (!isPersonalToken(token)) throw new PersonalTokenRefused('malformed');
  const now = clock.now();
  const found = await database.query<Row>(BEARER, [
    hashOfToken(token),
    now,
    new Date(now.getTime() - NOTED_EVERY_MILLIS),
  ]);
  const row = found.rows[0];
  if (!row) throw new PersonalTokenRefused('unknown');
  if (row.is_revoked) throw new PersonalTokenRefused('revoked');
  if (row.is_expired) throw new PersonalTokenRefused('expired');
  const scopes = scopeNames.filter((scope) => row.scopes.includes(scope));
  const actor = withinScopes(actorOf(isUser(row) ? row : undefined, surface), scopes);
  if (row.is_due)
    await database.query('update copilot.personal_tokens set last_used_at = $2 where id = $1', [row.id, now]);
  return { actor, tokenId: row.id, scopes, expiresAt: row.expires_at };
}

/**
 * Ends a token at once: one's own, or anybody's for whoever manages the settings; audited. One that was revoked already
 * stays as it is. Throws PersonalTokenUnknown.
 */
export async function revokeToken(database: Database, actor: Actor, id: string, clock: Clock): Promise<void> {
  const mayEndAny = may(actor, 'settings.manage');
  await database.withTransaction(async (transaction) => {
    const found = await transaction.query<{ member_id: string; is_revoked: boolean }>(
      `select member_id, revoked_at is not null as is_revoked from copilot.personal_tokens
       where id = $1 and ($2::boolean or member_id = $3) for update`,
      [id, mayEndAny, actor.id],
    );
    const row = found.rows[0];
    if (!row) throw new PersonalTokenUnknown();
    if (row.is_revoked) return;
    await transaction.query('update copilot.personal_tokens set revoked_at = $2, revoked_by = $3 where id = $1', [
      id,
      clock.now(),
      actor.id,
    ]);
    await append(transaction, {
      kind: 'token_revoked',
      actorId: actor.id,
      subject: id,
      facts: { of: row.member_id },
      at: clock.now(),
    });
  });
}
