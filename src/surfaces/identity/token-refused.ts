import { ExpectedError } from '../../errors.js';

export type TokenFault = 'missing' | 'malformed' | 'signature' | 'expired' | 'issuer' | 'audience' | 'claims';

const faults: Readonly<Record<TokenFault, string>> = {
  missing: 'No access token was sent.',
  malformed: 'The access token is not in the form of a signed token.',
  signature: 'The access token is not signed by a key of the provider, or in a way that is not accepted.',
  expired: 'The access token has expired.',
  issuer: 'The access token comes from another provider.',
  audience: 'The access token is meant for something else.',
  claims: 'The access token lacks what it must say, or is not in force yet.',
};

/** 401: get another token. Says which of the checks failed, never what the token held. */
export class TokenRefused extends ExpectedError {
  readonly kind = 'token_refused';
  readonly fault: TokenFault;
  constructor(fault: TokenFault) {
    super(
      faults[fault],
      'Sign in at the provider again and send the new token; the metadata of this resource names it.',
    );
    this.fault = fault;
  }
}

/** 403: the token is good and does not reach so far. */
export class ScopeMissing extends ExpectedError {
  readonly kind = 'scope_missing';
  readonly needed: readonly string[];
  constructor(needed: readonly string[]) {
    super(`The access token lacks the scope ${needed.join(' ')}.`, 'Ask the provider for a token with this scope.');
    this.needed = needed;
  }
}
