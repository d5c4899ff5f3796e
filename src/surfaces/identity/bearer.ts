/*
 * Access tokens of AI clients and programs, for MCP and REST: signed by the association's provider, meant for us, in
 * force, and within the scopes they were given. A token speaks for a member of the staff and never gives more than that
 * person's own rights.
 */
import { createRemoteJWKSet, errors, type JWTPayload, jwtVerify } from 'jose';
import { actorOfIdentity, type VerifiedIdentity } from '../../access/identity-links.js';
import { type ScopeName, scopeNames, withinScopes } from '../../access/token-scopes.js';
import type { Actor, SurfaceName } from '../../domain/actor.js';
import type { SignInClaim } from '../../settings/sign-in.js';
import { isThisMachine } from '../../settings/this-machine.js';
import type { Database } from '../../store/database.js';
import { identityIn } from './claims.js';
import { ProviderUnreachable } from './refusals.js';
import { TokenRefused } from './token-refused.js';
import { VerifiedLately } from './verified-lately.js';

export interface BearerSettings {
  readonly issuer: string;
  /** The address tokens must be meant for: the resource of RFC 8707, such as https://copilot.example.org/mcp. */
  readonly audience: string;
  /** What else the provider writes for the same, where it writes no address: Microsoft Entra names the API by an id. */
  readonly alsoAudience?: string;
  readonly claim: SignInClaim;
}

export interface VerifiedToken {
  readonly identity: VerifiedIdentity;
  readonly scopes: readonly ScopeName[];
  /** Which client program holds it, where the token says so. */
  readonly clientId?: string;
  /** Seconds since 1970. */
  readonly expiresAt: number;
}

export interface BearerVerifier {
  readonly settings: BearerSettings;
  /** Throws TokenRefused, ProviderUnreachable, ClaimMissing. */
  verify(token: string): Promise<VerifiedToken>;
}

// Signatures with a key pair alone: one with a shared secret could be made by whoever checks it, "none" by anybody.
const ALGORITHMS = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
// What clocks of two machines may differ by.
const CLOCK_SKEW_SECONDS = 30;
// A key the provider changed is found by its name; until then an unknown one is asked for at most so often.
const KEYS_AGE_MILLIS = 600_000;
const KEYS_COOLDOWN_MILLIS = 30_000;
const PROVIDER_MILLIS = 10_000;
const LONGEST_TOKEN = 16_384;

export interface BearerOptions {
  /** How soon an unknown key is asked for again. */
  readonly cooldownMillis?: number;
}

/** Keys come from the provider's own metadata and are kept; a key unknown so far is looked for again. */
export function bearerVerifier(settings: BearerSettings, options: BearerOptions = {}): BearerVerifier {
  const keys = keptKeys(settings.issuer, options.cooldownMillis ?? KEYS_COOLDOWN_MILLIS);
  const seen = new VerifiedLately<VerifiedToken>(CLOCK_SKEW_SECONDS);
  return {
    settings,
    async verify(token) {
      if (token.length > LONGEST_TOKEN) throw new TokenRefused('malformed');
      const known = seen.get(token);
      if (known) return known;
      const find = await keys();
      const payload = await payloadOf(token, find, settings);
      const verified: VerifiedToken = {
        identity: identityIn(payload, settings),
        scopes: scopesIn(payload),
        expiresAt: payload.exp ?? 0,
        ...clientOf(payload),
      };
      seen.add(token, verified);
      return verified;
    },
  };
}

/** The actor a token speaks for: the person's rights of this moment, less what the scopes leave out. */
export async function actorOfToken(
  database: Database,
  token: Pick<VerifiedToken, 'identity' | 'scopes'>,
  surface: SurfaceName,
): Promise<Actor> {
  return withinScopes(await actorOfIdentity(database, token.identity, surface), token.scopes);
}

type FindKey = ReturnType<typeof createRemoteJWKSet>;

async function payloadOf(
  token: string,
  find: FindKey,
  { issuer, audience, alsoAudience }: BearerSettings,
): Promise<JWTPayload> {
  try {
    const { payload } = await jwtVerify(token, find, {
      issuer,
      audience: alsoAudience === undefined ? audience : [audience, alsoAudience],
      algorithms: ALGORITHMS,
      clockTolerance: CLOCK_SKEW_SECONDS,
      requiredClaims: ['exp', 'sub'],
    });
    return payload;
  } catch (error) {
    throw refusalOf(error, issuer);
  }
}

function refusalOf(error: unknown, issuer: string): Error {
  if (error instanceof errors.JWTExpired) return new TokenRefused('expired');
  if (error instanceof errors.JWTClaimValidationFailed)
    return new TokenRefused(error.claim === 'aud' ? 'audience' : error.claim === 'iss' ? 'issuer' : 'claims');
  if (error instanceof errors.JWKSTimeout || !(error instanceof errors.JOSEError))
    return new ProviderUnreachable(issuer, error);
  // The list of keys itself could not be read: the provider's fault, not the token's.
  if (error instanceof errors.JWKSInvalid || error.code === 'ERR_JOSE_GENERIC')
    return new ProviderUnreachable(issuer, error);
  return new TokenRefused(
    error instanceof errors.JWSInvalid || error instanceof errors.JWTInvalid ? 'malformed' : 'signature',
  );
}

/** `scope` by RFC 8693, `scp` as Microsoft Entra writes it; scopes of others are no matter of ours. */
function scopesIn(payload: JWTPayload): readonly ScopeName[] {
  const said = [payload['scope'], payload['scp']].flatMap((value) =>
    typeof value === 'string' ? value.split(' ') : Array.isArray(value) ? value : [],
  );
  // Entra leaves out the resource, other providers write it before: api://copilot/copilot.read.
  return scopeNames.filter((name) => said.some((one) => one === name || String(one).endsWith(`/${name}`)));
}

function clientOf(payload: JWTPayload): { clientId?: string } {
  const clientId = payload['client_id'] ?? payload['azp'] ?? payload['appid'];
  return typeof clientId === 'string' ? { clientId } : {};
}

function keptKeys(issuer: string, cooldownDuration: number): () => Promise<FindKey> {
  let kept: Promise<FindKey> | undefined;
  return () => {
    kept ??= keysAddress(issuer)
      .then((address) =>
        createRemoteJWKSet(address, {
          cacheMaxAge: KEYS_AGE_MILLIS,
          cooldownDuration,
          timeoutDuration: PROVIDER_MILLIS,
        }),
      )
      .catch((error: unknown) => {
        kept = undefined;
        throw error instanceof ProviderUnreachable ? error : new ProviderUnreachable(issuer, error);
      });
    return kept;
  };
}

/** From the provider's metadata, which must say the issuer it was asked for. */
async function keysAddress(issuer: string): Promise<URL> {
  const where = `${issuer.replace(/\/+$/, '')}/.well-known/openid-configuration`;
  const reply = await fetch(where, { redirect: 'error', signal: AbortSignal.timeout(PROVIDER_MILLIS) });
  const metadata = (await reply.json()) as { issuer?: unknown; jwks_uri?: unknown };
  if (!reply.ok || metadata.issuer !== issuer || typeof metadata.jwks_uri !== 'string')
    throw new ProviderUnreachable(issuer, new Error('the metadata is not of this issuer'));
  const address = new URL(metadata.jwks_uri);
  if (address.protocol !== 'https:' && !isThisMachine(address.hostname))
    throw new ProviderUnreachable(issuer, new Error('the keys are not served by https'));
  return address;
}
