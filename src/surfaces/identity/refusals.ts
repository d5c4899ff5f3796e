import { ExpectedError } from '../../errors.js';

export class ProviderUnreachable extends ExpectedError {
  readonly kind = 'provider_unreachable';
  constructor(issuer: string, cause: unknown) {
    super(
      `The sign-in provider at ${new URL(issuer).host} cannot be asked.`,
      'Try again; if it lasts, whoever runs the copilot checks OIDC_ISSUER and the way to it.',
      { cause },
    );
  }
}

/** No error of the provider is repeated: it may quote who signed in. */
export class ProviderRefused extends ExpectedError {
  readonly kind = 'provider_refused';
  constructor(cause: unknown) {
    super(
      'The sign-in provider did not vouch for you, or its answer does not fit this attempt.',
      'Open the start page and sign in again.',
      { cause },
    );
  }
}

/** The cookie of the attempt is missing: too late, another browser, or an answer nobody asked for. */
export class AttemptUnknown extends ExpectedError {
  readonly kind = 'attempt_unknown';
  constructor() {
    super(
      'This answer of the sign-in provider belongs to no attempt of this browser.',
      'Open the start page and sign in again.',
    );
  }
}

export class ClaimMissing extends ExpectedError {
  readonly kind = 'claim_missing';
  constructor(claim: string, isUnverified: boolean) {
    super(
      isUnverified
        ? 'The sign-in provider has not verified your e-mail address.'
        : `The sign-in provider says nothing of ${claim}, by which users of iMIS are found.`,
      'Whoever runs the copilot sets OIDC_CLAIM to a claim the provider sends, or lets the provider send this one.',
    );
  }
}
