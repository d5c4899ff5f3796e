import { ExpectedError } from '../errors.js';

/** Choosing who to be is for the sandbox alone: with a real iMIS an identity has to be proven. */
export class SignInClosed extends ExpectedError {
  readonly kind = 'sign_in_closed';
  constructor() {
    super(
      'Nobody can sign in here: this copilot reads a real iMIS.',
      'Unset IMIS_URL to try it on the sandbox association.',
    );
  }
}
