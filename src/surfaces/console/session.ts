import { createHash, randomBytes } from 'node:crypto';
import type { Request, Response } from 'express';
import type { Clock } from '../../clock.js';
import type { Database } from '../../store/database.js';

const cookieName = 'copilot_session';
// A working day; then the person chooses again who they are.
const SESSION_HOURS = 12;

export interface Session {
  /** iMIS party id of the member of staff. */
  readonly memberId: string;
  readonly csrf: string;
}

type Row = { member_id: string; csrf: string };

const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();

/** The token of the cookie, or undefined. */
function tokenOf(request: Request): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === cookieName)?.[1];
}

/** Begins a session and sets its cookie: unreadable for scripts, never sent by another site's page. */
export async function beginSession(
  database: Database,
  clock: Clock,
  response: Response,
  memberId: string,
): Promise<void> {
  const [token, csrf] = [randomBytes(32).toString('base64url'), randomBytes(32).toString('base64url')];
  const expiresAt = new Date(clock.now().getTime() + SESSION_HOURS * 3_600_000);
  await database.query('delete from copilot.sessions where expires_at < $1', [clock.now()]);
  await database.query(
    'insert into copilot.sessions (token_hash, member_id, csrf, expires_at) values ($1, $2, $3, $4)',
    [hashOf(token), memberId, csrf, expiresAt],
  );
  response.cookie(cookieName, token, {
    httpOnly: true,
    sameSite: 'strict',
    path: '/',
    maxAge: SESSION_HOURS * 3_600_000,
  });
}

/** The session of the request's cookie, if it is alive. */
export async function sessionOf(database: Database, clock: Clock, request: Request): Promise<Session | undefined> {
  const token = tokenOf(request);
  if (!token) return undefined;
  const found = await database.query<Row>(
    'select member_id, csrf from copilot.sessions where token_hash = $1 and expires_at > $2',
    [hashOf(token), clock.now()],
  );
  const row = found.rows[0];
  return row && { memberId: row.member_id, csrf: row.csrf };
}

export async function endSession(database: Database, request: Request, response: Response): Promise<void> {
  const token = tokenOf(request);
  if (token) await database.query('delete from copilot.sessions where token_hash = $1', [hashOf(token)]);
  response.clearCookie(cookieName, { httpOnly: true, sameSite: 'strict', path: '/' });
}
