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
