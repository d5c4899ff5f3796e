/*
 * Sign-in by the association's OpenID Connect provider: authorization code with PKCE, state and nonce. What the provider
 * vouches for becomes a session of ours; its tokens are not kept. The browser holds what belongs to one attempt in a
 * cookie of some minutes, which the provider's answer must fit.
 */
import { type Request, type Response, Router } from 'express';
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  ClientSecretPost,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';
import * as z from 'zod';
import { actorOfIdentity } from '../../access/identity-links.js';
import { append } from '../../audit/append.js';
import type { Clock } from '../../clock.js';
import type { OidcSettings, SignInClaim } from '../../settings/sign-in.js';
import { isThisMachine } from '../../settings/this-machine.js';
import type { Database } from '../../store/database.js';
import { renderPage } from '../console/pages/layout.js';
import { beginSession } from '../console/session.js';
import { identityIn } from './claims.js';
import { AttemptUnknown, ProviderRefused, ProviderUnreachable } from './refusals.js';

export interface OidcParts {
  readonly settings: OidcSettings;
  /** Where the console is reached, without a slash at its end. */
  readonly publicUrl: string;
  readonly association: string;
  readonly database: Database;
  readonly clock: Clock;
}

export const OIDC_START = '/sign-in/openid';
export const OIDC_CALLBACK = '/sign-in/openid/callback';
export const OIDC_END = '/sign-in/openid/end';

const ATTEMPT_COOKIE = 'copilot_sign_in';
const ATTEMPT_MINUTES = 10;
const SCOPE = 'openid profile email';
const PROVIDER_SECONDS = 10;

const Attempt = z.object({ state: z.string(), nonce: z.string(), verifier: z.string() });
type Attempt = z.infer<typeof Attempt>;

/** GET /sign-in/openid, its callback, and the end of the session at the provider. Mount before the console's routes. */
export function oidcRoutes(parts: OidcParts): Router {
  const router = Router();
  const provider = keptProvider(parts.settings);
  const redirectUri = `${parts.publicUrl}${OIDC_CALLBACK}`;
  const cookie = {
    httpOnly: true,
    // The provider sends the browser back from its own site: a strict cookie would stay away.
    sameSite: 'lax',
    secure: parts.publicUrl.startsWith('https:'),
    path: OIDC_START,
  } as const;

  router.get(OIDC_START, async (_request, response) => {
    const configuration = await provider();
    const attempt: Attempt = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() };
    const address = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: SCOPE,
      state: attempt.state,
      nonce: attempt.nonce,
      code_challenge: await calculatePKCECodeChallenge(attempt.verifier),
      code_challenge_method: 'S256',
    });
    const value = Buffer.from(JSON.stringify(attempt)).toString('base64url');
    response.cookie(ATTEMPT_COOKIE, value, { ...cookie, maxAge: ATTEMPT_MINUTES * 60_000 });
    response.redirect(303, address.href);
  });

  router.get(OIDC_CALLBACK, async (request, response) => {
    const attempt = attemptOf(request);
    response.clearCookie(ATTEMPT_COOKIE, cookie);
    if (!attempt) throw new AttemptUnknown();
    const claims = await claimsOf(await provider(), { redirectUri, request, attempt, claim: parts.settings.claim });
    const identity = identityIn(claims, parts.settings);
    const actor = await actorOfIdentity(parts.database, identity, 'console');
    await parts.database.withTransaction((transaction) =>
      append(transaction, {
        kind: 'sign_in',
        actorId: actor.id,
        subject: actor.id,
        facts: { surface: 'console', issuer: identity.issuer },
        at: parts.clock.now(),
      }),
    );
    await beginSession(parts.database, parts.clock, response, actor.id, {
      isSecure: parts.publicUrl.startsWith('https:'),
    });
    onwards(response, parts.association);
  });

  router.get(OIDC_END, async (_request, response) => {
    const configuration = await provider();
    const { end_session_endpoint: endpoint } = configuration.serverMetadata();
    const there = endpoint && buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${parts.publicUrl}/` });
    response.redirect(303, there ? there.href : '/');
  });

  return router;
}

/**
 * A page that goes on by itself. A redirect would be part of the way from the provider's site, on which the strict
 * cookie of the session is not sent.
 */
function onwards(response: Response, association: string): void {
  const page = renderPage({
    title: 'Signed in',
    association,
    children: (
      <p role="status">
        You are signed in. <a href="/">Go on</a>
      </p>
    ),
  });
  response.set('Refresh', '0; url=/').type('html').send(page);
}

function attemptOf(request: Request): Attempt | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([name]) => name === ATTEMPT_COOKIE)?.[1];
  if (!value) return undefined;
  try {
    return Attempt.parse(JSON.parse(Buffer.from(value, 'base64url').toString('utf8')));
  } catch {
    return undefined;
  }
}

interface Answered {
  readonly redirectUri: string;
  readonly request: Request;
  readonly attempt: Attempt;
  readonly claim: SignInClaim;
}

/** The claims of the ID token: signature, issuer, audience, expiry, nonce and state are checked. */
async function claimsOf(
  configuration: Configuration,
  { redirectUri, request, attempt, claim }: Answered,
): Promise<Readonly<Record<string, unknown>>> {
  // The address the browser came by is ours to say, whatever a proxy made of it.
  const came = new URL(redirectUri);
  came.search = new URL(request.originalUrl, redirectUri).search;
  try {
    const tokens = await authorizationCodeGrant(configuration, came, {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims || claim in claims || !configuration.serverMetadata().userinfo_endpoint) return claims ?? {};
    // Some providers tell of a person only when asked with the access token; the subject must be the same.
    return { ...(await fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
  } catch (error) {
    throw new ProviderRefused(error);
  }
}

/** Looks the provider up once; again after a failure. */
function keptProvider(settings: OidcSettings): () => Promise<Configuration> {
  let kept: Promise<Configuration> | undefined;
  return () => {
    kept ??= lookUp(settings).catch((error: unknown) => {
      kept = undefined;
      throw new ProviderUnreachable(settings.issuer, error);
    });
    return kept;
  };
}

function lookUp({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const address = new URL(issuer);
  const isHere = address.protocol === 'http:' && isThisMachine(address.hostname);
  return discovery(address, clientId, {}, ClientSecretPost(clientSecret.reveal()), {
    timeout: PROVIDER_SECONDS,
    // Only for a provider on this machine: settings refuse any other without https.
    ...(isHere && { execute: [allowInsecureRequests] }),
  });
}
