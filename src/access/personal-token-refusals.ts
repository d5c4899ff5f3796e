import { ExpectedError } from '../errors.js';

/** Days a token may be good for, and those it is good for where nobody says otherwise. */
export const FEWEST_DAYS = 1;
export const MOST_DAYS = 365;
export const USUAL_DAYS = 90;
export const LONGEST_NAME = 60;
/** Tokens a person may have at a time: more than that are forgotten rather than used. */
export const MOST_LIVING = 10;

export type PersonalTokenFault = 'malformed' | 'unknown' | 'expired' | 'revoked';

const faults: Readonly<Record<PersonalTokenFault, string>> = {
  malformed: 'The personal token is not in the form of one.',
  unknown: 'There is no such personal token.',
  expired: 'The personal token has expired.',
  revoked: 'The personal token was revoked.',
};

/** The token speaks for nobody. Says why, never what it held. */
export class PersonalTokenRefused extends ExpectedError {
  readonly kind = 'token_refused';
  readonly fault: PersonalTokenFault;
  constructor(fault: PersonalTokenFault) {
    super(faults[fault], 'Mint a new one in the console under AI clients, and put it into the settings of the client.');
    this.fault = fault;
  }
}

/** No such token, or one that is not the person's own. */
export class PersonalTokenUnknown extends ExpectedError {
  readonly kind = 'token_unknown';
  constructor() {
    super('You have no such token.', 'Open AI clients in the console: it lists your tokens.');
  }
}

export type MintFault = 'name' | 'days' | 'scopes' | 'too_many';

const mintFaults: Readonly<Record<MintFault, readonly [message: string, next: string]>> = {
  name: [
    `A token needs a name of at most ${LONGEST_NAME} characters.`,
    'Name it after the client it is for, such as Desktop assistant.',
  ],
  days: [
    `A token is good for ${FEWEST_DAYS} to ${MOST_DAYS} days.`,
    `Give a whole number of days, such as ${USUAL_DAYS}.`,
  ],
  scopes: ['A token must allow something, and can allow no more than reading and proposing.', 'Let it read at least.'],
  too_many: [`You have ${MOST_LIVING} tokens already.`, 'Revoke one that is not used any more, then mint again.'],
};

export class MintRefused extends ExpectedError {
  readonly kind = 'token_not_minted';
  readonly fault: MintFault;
  constructor(fault: MintFault) {
    super(...mintFaults[fault]);
    this.fault = fault;
  }
}
