/* Who comes in over HTTP: a bearer token on every request, whatever session it names. */
import type { AuthInfo, ServerContext } from '@modelcontextprotocol/server';
import { PersonalTokenRefused } from '../../access/personal-token-refusals.js';
import type { ScopeName } from '../../access/token-scopes.js';
import type { Actor } from '../../domain/actor.js';
import type { BearerVerifier } from '../identity/bearer.js';
import { challenge } from '../identity/protected.js';
import { ScopeMissing, TokenRefused } from '../identity/token-refused.js';
import type { Caller } from './parts.js';

/** Whom a token speaks for, how far, and until when. */
export interface Admitted {
  readonly actor: Actor;
  readonly scopes: readonly ScopeName[];
  /** Which client program or which token of the person it is. */
  readonly clientId: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export interface Door {
  /** The provider whose tokens are taken; undefined where only personal tokens are, with the sandbox. */
  readonly verifier?: BearerVerifier;
  /** Throws TokenRefused and its kin, ProviderUnreachable, and what access throws. */
  admit(token: string): Promise<Admitted>;
}

const BEARER = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i;

/** The token of a request, verified. Throws TokenRefused without one, and what `admit` throws. */
export async function enter(door: Door, authorization: string | undefined): Promise<AuthInfo> {
  const [, token] = BEARER.exec(authorization ?? '') ?? [];
  if (token === undefined) throw new TokenRefused(authorization ? 'malformed' : 'missing');
  const { actor, scopes, clientId, expiresAt } = await door.admit(token);
  const caller: Caller = { actor, thread: `mcp:${actor.id}:${clientId}`.slice(0, 100) };
  // The token itself goes no further than here.
  return { token: '', clientId, scopes: [...scopes], expiresAt, extra: { caller } };
}

/** Throws ScopeMissing, which a client answers by asking the provider for more. */
export function requireScopes({ scopes }: AuthInfo, needed: readonly ScopeName[]): void {
  const missing = needed.filter((scope) => !scopes.includes(scope));
  if (missing.length > 0) throw new ScopeMissing(missing);
}

/** The caller of a request that came in by `enter`. Throws TokenRefused where it did not. */
export async function callerOfRequest(context: ServerContext): Promise<Caller> {
  return callerIn(context.http?.authInfo);
}

/** The caller that `enter` found. Throws TokenRefused where it did not. */
export function callerIn(authInfo: AuthInfo | undefined): Caller {
  const caller = authInfo?.extra?.['caller'];
  if (caller === undefined) throw new TokenRefused('missing');
  return caller as Caller;
}

/** Whether a failure is one of the token: another one is to be sent, or one that reaches further. */
export const isRefusedToken = (error: unknown): error is TokenRefused | PersonalTokenRefused =>
  error instanceof TokenRefused || error instanceof PersonalTokenRefused;

/** The header of a refusal. Where no provider is set there is no document to point to. */
export function challengeOf({ verifier }: Door, error: TokenRefused | PersonalTokenRefused | ScopeMissing): string {
  if (verifier && !(error instanceof PersonalTokenRefused)) return challenge(verifier, error);
  if (error instanceof ScopeMissing) return `Bearer error="insufficient_scope", scope="${error.needed.join(' ')}"`;
  return error.fault === 'missing' ? 'Bearer' : 'Bearer error="invalid_token"';
}
