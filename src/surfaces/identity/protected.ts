/*
 * A route behind a bearer token, as RFC 6750 and RFC 9728 have it: who may give tokens is said in a document of its own,
 * and a refusal names that document and what is lacking.
 */
import { type NextFunction, type Request, type Response, Router } from 'express';
import { type ScopeName, scopeNames } from '../../access/token-scopes.js';
import type { Actor, SurfaceName } from '../../domain/actor.js';
import { ExpectedError, report } from '../../errors.js';
import type { Database } from '../../store/database.js';
import { actorOfToken, type BearerVerifier, type VerifiedToken } from './bearer.js';
import { ProviderUnreachable } from './refusals.js';
import { ScopeMissing, TokenRefused } from './token-refused.js';

/** RFC 9728: where a client learns which provider to ask for a token, and which scopes there are. */
export interface ResourceMetadata {
  readonly resource: string;
  readonly resource_name: string;
  readonly authorization_servers: readonly string[];
  readonly scopes_supported: readonly string[];
  readonly bearer_methods_supported: readonly ['header'];
}

export const resourceMetadata = (
  { settings: { audience, issuer } }: BearerVerifier,
  association: string,
): ResourceMetadata => ({
  resource: audience,
  resource_name: `${association} copilot`,
  authorization_servers: [issuer],
  scopes_supported: scopeNames,
  bearer_methods_supported: ['header'],
});

/** https://host/mcp is told of at https://host/.well-known/oauth-protected-resource/mcp. */
export function metadataAddress(resource: string): string {
  const { origin, pathname } = new URL(resource);
  return `${origin}/.well-known/oauth-protected-resource${pathname === '/' ? '' : pathname}`;
}

/** The document, readable by clients in a browser too. */
export function metadataRoute(verifier: BearerVerifier, association: string): Router {
  const router = Router();
  router.get(new URL(metadataAddress(verifier.settings.audience)).pathname, (_request, response) => {
    response.set('Access-Control-Allow-Origin', '*').json(resourceMetadata(verifier, association));
  });
  return router;
}

/** The header of a refusal. Without a token no error is named: the client has made none. */
export function challenge(verifier: BearerVerifier, error?: TokenRefused | ScopeMissing): string {
  const named: [string, string][] = [['resource_metadata', metadataAddress(verifier.settings.audience)]];
  if (error instanceof ScopeMissing) named.push(['error', 'insufficient_scope'], ['scope', error.needed.join(' ')]);
  else if (error && error.fault !== 'missing') named.push(['error', 'invalid_token']);
  if (named.length > 1 && error) named.push(['error_description', error.message]);
  return `Bearer ${named.map(([name, value]) => `${name}="${value.replace(/["\\]/g, '')}"`).join(', ')}`;
}

/** Who a request speaks for. */
export interface Bearer {
  readonly actor: Actor;
  readonly token: VerifiedToken;
}

export interface ProtectedParts {
  readonly verifier: BearerVerifier;
  readonly database: Database;
  readonly surface: SurfaceName;
}

/** Throws TokenRefused, ScopeMissing, ProviderUnreachable and what access throws. */
export async function bearerOf(
  { verifier, database, surface }: ProtectedParts,
  authorization: string | undefined,
  needed: readonly ScopeName[] = [],
): Promise<Bearer> {
  const [, sent] = /^Bearer +([A-Za-z0-9\-._~+/]+=*)$/i.exec(authorization ?? '') ?? [];
  if (sent === undefined) throw new TokenRefused(authorization ? 'malformed' : 'missing');
  const token = await verifier.verify(sent);
  const missing = needed.filter((scope) => !token.scopes.includes(scope));
  if (missing.length > 0) throw new ScopeMissing(missing);
  return { actor: await actorOfToken(database, token, surface), token };
}

/** The bearer of a request that passed `requireBearer`. */
export const bearerIn = (response: Response): Bearer => response.locals['bearer'] as Bearer;

/** Lets a request through with its actor, or answers 401, 403 or 503 with what to do. */
export const requireBearer =
  (parts: ProtectedParts, needed: readonly ScopeName[] = []) =>
  async (request: Request, response: Response, next: NextFunction): Promise<void> => {
    try {
      response.locals['bearer'] = await bearerOf(parts, request.headers.authorization, needed);
    } catch (error) {
      if (!(error instanceof ExpectedError)) throw error;
      const status = error instanceof TokenRefused ? 401 : error instanceof ProviderUnreachable ? 503 : 403;
      if (error instanceof TokenRefused || error instanceof ScopeMissing)
        response.set('WWW-Authenticate', challenge(parts.verifier, error));
      response.status(status).json({ error: report(error) });
      return;
    }
    next();
  };
