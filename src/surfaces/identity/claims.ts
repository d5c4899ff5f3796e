import type { VerifiedIdentity } from '../../access/identity-links.js';
import type { SignInClaim } from '../../settings/sign-in.js';
import { ClaimMissing } from './refusals.js';

/**
 * Who a verified token speaks of, by the claim of the settings. An e-mail address counts only when the provider has
 * verified it; an object id counts only by a link an administrator made. Throws ClaimMissing.
 */
export function identityIn(
  claims: Readonly<Record<string, unknown>>,
  { issuer, claim }: { readonly issuer: string; readonly claim: SignInClaim },
): VerifiedIdentity {
  const subject = text(claims[claim === 'oid' ? 'oid' : 'sub']);
  if (subject === undefined) throw new ClaimMissing(claim === 'oid' ? 'oid' : 'sub', false);
  if (claim === 'oid') return { issuer, subject };
  const name = text(claims[claim]);
  if (name === undefined) throw new ClaimMissing(claim, false);
  if (claim === 'email' && claims['email_verified'] !== true && claims['email_verified'] !== 'true')
    throw new ClaimMissing(claim, true);
  return { issuer, subject, ...(claim === 'email' ? { email: name } : { userName: name }) };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
