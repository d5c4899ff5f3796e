import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Clock } from '../../clock.js';
import type { Database } from '../../store/database.js';

const cookieName = 'copilot_session';
// A working day; then the person proves again who they are.
const SESSION_HOURS = 12;
// A browser left alone over a long lunch is signed out.
const IDLE_HOURS = 2;
const HOUR = 3_600_000;
// So often is it noted that somebody is still there.
const SEEN_EVERY_MILLIS = 60_000;

export interface Session {
  /** iMIS party id of the member of staff. */
  readonly memberId: string;
  readonly csrf: string;
}

type Row = { member_id: string; csrf: string; is_due: boolean };

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The token of the cookie, or undefined. */
function tokenOf(request: Request): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === cookieName)?.[1];
}

export interface SessionOptions {
  /** Reached by https alone: the cookie is then never sent otherwise. */
  readonly isSecure?: boolean;
}

const cookieOptions = { httpOnly: true, sameSite: 'strict', path: '/' } as const;

/**
 * Begins a session and sets its cookie: unreadable for scripts, never sent by another site's page. The session the
 * browser had before ends: a token somebody planted there is worth nothing after signing in.
 */
export async function beginSession(
  database: Database,
  clock: Clock,
  response: Response,
  memberId: string,
  { isSecure = response.req.secure }: SessionOptions = {},
): Promise<Session> {
  const [token, csrf] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
  const now = clock.now();
  const former = tokenOf(response.req);
  await database.query('delete from copilot.sessions where expires_at < $1 or token_hash = $2', [
    now,
    former === undefined ? null : hashOf(former),
  ]);
  await database.query(
    `insert into copilot.sessions (token_hash, member_id, csrf, expires_at, begun_at, seen_at)
     values ($1, $2, $3, $4, $5, $5)`,
    [hashOf(token), memberId, csrf, new Date(now.getTime() + SESSION_HOURS * HOUR), now],
  );
  response.cookie(cookieName, token, { ...cookieOptions, secure: isSecure, maxAge: SESSION_HOURS * HOUR });
  return { memberId, csrf };
}

/** The session of the request's cookie, if it is alive: begun within the working day, and used lately. */
export async function sessionOf(database: Database, clock: Clock, request: Request): Promise<Session | undefined> {
  const token = tokenOf(request);
  if (!token) return undefined;
  const now = clock.now();
  const found = await database.query<Row>(
    `select member_id, csrf, seen_at < $4 as is_due from copilot.sessions
     where token_hash = $1 and expires_at > $2 and seen_at > $3`,
    [hashOf(token), now, new Date(now.getTime() - IDLE_HOURS * HOUR), new Date(now.getTime() - SEEN_EVERY_MILLIS)],
  );
  const row = found.rows[0];
  if (row?.is_due)
    await database.query('update copilot.sessions set seen_at = $2 where token_hash = $1', [hashOf(token), now]);
  return row && { memberId: row.member_id, csrf: row.csrf };
}

export async function endSession(database: Database, request: Request, response: Response): Promise<void> {
  const token = tokenOf(request);
  if (token) await database.query('delete from copilot.sessions where token_hash = $1', [hashOf(token)]);
  response.clearCookie(cookieName, cookieOptions);
}

/** Signs a person out of every browser. */
export async function endSessionsOf(database: Database, memberId: string): Promise<void> {
  await database.query('delete from copilot.sessions where member_id = $1', [memberId]);
}
