/*
 * What a client without a good token is told, as RFC 6750 and RFC 9728 have it: who may give tokens is said in a document of
 * its own, and a refusal names that document and what is lacking.
 */
import { Router } from 'express';
import { scopeNames } from '../../access/token-scopes.js';
import type { BearerVerifier } from './bearer.js';
import { ScopeMissing, type TokenRefused } from './token-refused.js';

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
