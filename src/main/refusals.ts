import { ExpectedError } from '../errors.js';

/** Choosing who to be is for the sandbox alone: with a real iMIS an identity has to be proven. */
export class SignInClosed extends ExpectedError {
  readonly kind = 'sign_in_closed';
  constructor() {
    super(
      'With a real iMIS nobody can choose who they are.',
      "Sign in through the association's provider (OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, PUBLIC_URL), or unset IMIS_URL to try the sandbox association.",
    );
  }
}

/** Some kinds of record could not be read even once: an answer would be about a part of the association. */
export class FirstSyncFailed extends ExpectedError {
  readonly kind = 'first_sync_failed';
  constructor(kinds: readonly string[]) {
    super(`The first sync could not read ${kinds.join(', ')}.`, 'Run doctor to see why, mend it, then run sync.');
  }
}

/** Another program, or the sandbox of another data folder, stands on the sandbox's port. */
export class SandboxOfAnother extends ExpectedError {
  readonly kind = 'sandbox_of_another';
  constructor(port: number) {
    super(
      `Port ${port} is taken by a program that is not the sandbox of this data folder.`,
      'End it, or set SANDBOX_PORT to another number, or DATA_DIR to the folder it was started with.',
    );
  }
}

/** A link needs to know whose identity it is. */
export class IssuerMissing extends ExpectedError {
  readonly kind = 'issuer_missing';
  constructor() {
    super('No provider is named.', 'Give --issuer, or set OIDC_ISSUER.');
  }
}

/** Nothing says for whom an AI client speaks, or what says it proves nothing here. */
export class TokenMissing extends ExpectedError {
  readonly kind = 'token_missing';
  constructor(over: 'stdio' | 'http') {
    super(
      over === 'stdio'
        ? 'Nothing says for whom this client speaks.'
        : 'Personal tokens are taken over HTTP with the sandbox only, and no sign-in provider is set.',
      over === 'stdio'
        ? 'Mint a personal token in the console under AI clients and set IMIS_COPILOT_TOKEN or IMIS_COPILOT_TOKEN_FILE; with the sandbox, --as USER does.'
        : 'Set OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET and PUBLIC_URL; or let the client start imis-copilot mcp with a personal token.',
    );
  }
}
