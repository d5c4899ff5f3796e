/* Who vouches for people: the OpenID Connect provider of the console's sign-in, and where the console is reached. */
import { Secret } from './secret.js';
import { isThisMachine } from './this-machine.js';

/** The claim of an ID token that says which iMIS user signs in. */
export const signInClaims = ['preferred_username', 'email', 'oid'] as const;
export type SignInClaim = (typeof signInClaims)[number];

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: Secret;
  readonly claim: SignInClaim;
}

export interface SignInValues {
  readonly OIDC_ISSUER?: string | undefined;
  readonly OIDC_CLIENT_ID?: string | undefined;
  readonly OIDC_CLIENT_SECRET?: string | undefined;
  readonly OIDC_CLAIM?: SignInClaim | undefined;
  readonly PUBLIC_URL?: string | undefined;
}

const NEEDED = ['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'PUBLIC_URL'] as const;

/** Undefined without any of the settings; part of them, or an unsafe address, is added to `faults`. */
export function oidcSettings(values: SignInValues, faults: string[]): OidcSettings | undefined {
  const { OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = values;
  if (!OIDC_ISSUER && !OIDC_CLIENT_ID && !OIDC_CLIENT_SECRET) return undefined;
  for (const name of NEEDED)
    if (!values[name]) faults.push(`${name}: missing; sign-in by OpenID Connect needs ${NEEDED.join(', ')}`);
  if (OIDC_ISSUER) faults.push(...addressFaults('OIDC_ISSUER', OIDC_ISSUER));
  return {
    issuer: OIDC_ISSUER ?? '',
    clientId: OIDC_CLIENT_ID ?? '',
    clientSecret: new Secret(OIDC_CLIENT_SECRET ?? ''),
    claim: values.OIDC_CLAIM ?? 'preferred_username',
  };
}

/** Without a slash at its end; undefined when unset. */
export function publicUrl({ PUBLIC_URL }: SignInValues, faults: string[]): string | undefined {
  if (!PUBLIC_URL) return undefined;
  faults.push(...addressFaults('PUBLIC_URL', PUBLIC_URL));
  if (new URL(PUBLIC_URL).pathname !== '/')
    faults.push('PUBLIC_URL: the console lives at the root of its host; leave out the path');
  return PUBLIC_URL.replace(/\/+$/, '');
}

function addressFaults(name: string, address: string): string[] {
  const url = new URL(address);
  return [
    ...(url.protocol === 'http:' && !isThisMachine(url.hostname)
      ? [`${name}: only https is used for an address that is not on this machine; write https://`]
      : []),
    ...(url.search || url.hash ? [`${name}: ends in a ? or # part; give the address alone`] : []),
    ...(url.username || url.password ? [`${name}: carries a password; give the address alone`] : []),
  ];
}
