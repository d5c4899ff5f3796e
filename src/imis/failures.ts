/*
 * The four ways iMIS fails, by who must act: sign-in (whoever keeps the accounts), no answer (wait, or the network),
 * refused (rights, or the record itself), unexpected shape (the address, or us). And one for a write of which nobody
 * can tell whether it arrived. None carries a query, a body, an id of a person, a password or a token.
 */
import { ExpectedError } from '../errors.js';

export type Account = 'reading' | 'writing';

/** What every failure tells: enough to find the request in both logs. */
export interface Facts {
  /** Host and port of the site. */
  readonly site: string;
  /** "reading Party": the entity, never the record. */
  readonly doing: string;
  readonly requestId: string;
  readonly status?: number;
}

abstract class ImisFailure extends ExpectedError {
  readonly site: string;
  readonly doing: string;
  readonly requestId: string;
  readonly status: number | undefined;
  constructor(facts: Facts, what: string, next: string) {
    super(`iMIS at ${facts.site} ${what} (${facts.doing}, request ${facts.requestId}).`, next);
    this.site = facts.site;
    this.doing = facts.doing;
    this.requestId = facts.requestId;
    this.status = facts.status;
  }
}

const variables = { reading: 'IMIS_READ', writing: 'IMIS_WRITE' } as const;

export class ImisSignInFailed extends ImisFailure {
  readonly kind = 'imis_sign_in';
  constructor(facts: Facts, account: Account, why: 'credentials' | 'denied') {
    super(
      facts,
      why === 'credentials' ? `does not accept the ${account} account` : `denies requests of the ${account} account`,
      why === 'credentials'
        ? `Check ${variables[account]}_USER and ${variables[account]}_PASSWORD; the password may have expired or the account be locked.`
        : `Give the account named in ${variables[account]}_USER the role RemoteService in iMIS, then run doctor.`,
    );
  }
}

export type Silence = 'timeout' | 'connection' | 'certificate' | 'unknown host' | 'busy' | 'server error';

const silences: Readonly<Record<Silence, readonly [what: string, next: string]>> = {
  timeout: ['did not answer in time', 'Try again; if it lasts, raise IMIS_TIMEOUT_SECONDS or ask iMIS hosting.'],
  connection: [
    'cannot be reached',
    'Check that the site is up and that this machine may connect to it, then try again.',
  ],
  certificate: [
    'shows a certificate that is not valid',
    'Renew the certificate, or correct the host name in IMIS_URL.',
  ],
  'unknown host': [
    'is not a known host',
    'Correct the host name in IMIS_URL, or mend name resolution on this machine.',
  ],
  busy: ['asks to slow down', 'Wait some minutes and try again; if it lasts, lower IMIS_CONCURRENCY.'],
  'server error': ['failed on its side', 'Try again later; if it lasts, give the request number to iMIS support.'],
};

export class ImisNoAnswer extends ImisFailure {
  readonly kind = 'imis_no_answer';
  readonly silence: Silence;
  constructor(facts: Facts, silence: Silence) {
    const [what, next] = silences[silence];
    super(facts, what, next);
    this.silence = silence;
  }
}

export type Refusal = 'forbidden' | 'invalid' | 'not found' | 'duplicate' | 'not offered' | 'other';

const refusals: Readonly<Record<Refusal, readonly [what: string, next: string]>> = {
  forbidden: ['does not allow this', 'Give the account the rights that docs/imis-setup names, then run doctor.'],
  invalid: ['refuses the values', 'Correct the fields named and try again.'],
  'not found': [
    'has no such record or endpoint',
    'Check that the record still exists; run doctor to check the endpoint.',
  ],
  duplicate: ['already has such a record', 'Look at the existing record before trying again.'],
  'not offered': ['does not offer this operation', 'Run doctor: it says what this site lacks and what to do instead.'],
  other: ['refused the request', 'Run doctor, and give the request number to whoever runs iMIS.'],
};

export class ImisRefused extends ImisFailure {
  readonly kind = 'imis_refused';
  readonly refusal: Refusal;
  /** Names of the fields iMIS complained of; its messages are not kept, they may quote a record. */
  readonly fields: readonly string[];
  constructor(facts: Facts, refusal: Refusal, fields: readonly string[] = []) {
    const [what, next] = refusals[refusal];
    super(facts, fields.length > 0 ? `${what} of ${fields.join(', ')}` : what, next);
    this.refusal = refusal;
    this.fields = fields;
  }
}

export type Oddity =
  | 'web page'
  | 'broken JSON'
  | 'not iMIS'
  | 'no page of rows'
  | 'endless pages'
  | 'redirect'
  | 'too large'
  | 'no answer to the operation'
  | 'unknown record';

const oddities: Readonly<Record<Oddity, readonly [what: string, next: string]>> = {
  'web page': [
    'answered with a web page instead of data',
    'Check IMIS_URL, and whether a proxy or sign-in page stands before it.',
  ],
  'broken JSON': [
    'sent an answer that breaks off',
    'Try again; if it lasts, a proxy between here and iMIS cuts long answers.',
  ],
  'not iMIS': ['does not answer like iMIS', 'Check IMIS_URL: it is the address below which /token and /api are.'],
  'no page of rows': [
    'sent something that is no list',
    'Run doctor with --profile and send the file to whoever runs the copilot.',
  ],
  'endless pages': [
    'sends a list that does not end',
    'Try again; if it lasts, give the request number to iMIS support.',
  ],
  redirect: ['redirects elsewhere', 'Put the address it redirects to into IMIS_URL, if you trust it.'],
  'too large': [
    'sent more than one answer may hold',
    'Find the record with the very long text in iMIS and shorten it.',
  ],
  'no answer to the operation': [
    'answered an operation in a form we do not know',
    'Run doctor with --profile and send the file to whoever runs the copilot.',
  ],
  'unknown record': [
    'sent a record in a form we do not know',
    'Run doctor with --profile and send the file to whoever runs the copilot.',
  ],
};

export class ImisUnexpectedShape extends ImisFailure {
  readonly kind = 'imis_unexpected_shape';
  readonly oddity: Oddity;
  constructor(facts: Facts, oddity: Oddity) {
    const [what, next] = oddities[oddity];
    super(facts, what, next);
    this.oddity = oddity;
  }
}

/** The request was sent and no usable answer came: it may have been carried out. Look for the change key before writing again. */
export class WriteUncertain extends ImisFailure {
  readonly kind = 'write_uncertain';
  readonly because: ImisFailure['kind'];
  constructor(facts: Facts, because: ExpectedError) {
    super(facts, 'may or may not have carried out a write', 'Look for the change in iMIS before it is written again.');
    this.because = because.kind;
  }
}

/** Somebody else changed the value between the proposal and the write: theirs stands. */
export class ContactChangedSince extends ExpectedError {
  readonly kind = 'contact_changed_since';
  constructor() {
    super(
      'The contact detail in iMIS is no longer the one the change was approved for; nothing was written.',
      'Look at the record, and propose the correction again if it is still needed.',
    );
  }
}

/** Nothing was sent: this installation was set up to read only. */
export class NoWritingAccount extends ExpectedError {
  readonly kind = 'no_writing_account';
  constructor() {
    super(
      'The copilot has no account that may write to iMIS.',
      'Set IMIS_WRITE_USER and IMIS_WRITE_PASSWORD, run doctor, and ask for the change again.',
    );
  }
}
