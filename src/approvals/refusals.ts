import { ExpectedError } from '../errors.js';
import type { ProposalStatus, Risk } from './port.js';

const words = (status: string): string => status.replaceAll('_', ' ');

export class ProposalUnknown extends ExpectedError {
  readonly kind = 'proposal_unknown';
  constructor() {
    super(
      'There is no proposal with this id that you may see.',
      'List the proposals and copy the id, P- and six letters or digits.',
    );
  }
}

export class KindUnknown extends ExpectedError {
  readonly kind = 'kind_unknown';
  constructor(kind: string) {
    super(
      `This installation cannot carry out changes of the kind "${kind}".`,
      'Ask for another change, such as a note.',
    );
  }
}

export class NothingToChange extends ExpectedError {
  readonly kind = 'nothing_to_change';
  constructor() {
    super('There is nothing to change.', 'Name at least one member the change is for.');
  }
}

export class ReadOnlyPhase extends ExpectedError {
  readonly kind = 'read_only';
  /** `cohort` in words: "everybody", "the chapter Texas". */
  constructor(cohort: string) {
    super(
      `Changes of this kind are in the read-only phase for ${cohort}: they are prepared and looked at, not carried out.`,
      'Ask an administrator to raise the phase to assisted once its entry criteria are met.',
    );
  }
}

export class ProposalExpired extends ExpectedError {
  readonly kind = 'proposal_expired';
  constructor() {
    super(
      'This proposal has expired and was not carried out.',
      'Ask for the change again: it is checked against the data of today.',
    );
  }
}

export class AlreadyDecided extends ExpectedError {
  readonly kind = 'already_decided';
  readonly status: ProposalStatus;
  constructor(status: ProposalStatus) {
    super(
      `This proposal was decided already: it is ${words(status)}.`,
      'Show the proposal to see who decided, and what came of it.',
    );
    this.status = status;
  }
}

export class Superseded extends ExpectedError {
  readonly kind = 'superseded';
  constructor(by: string | undefined) {
    super(
      'This proposal was edited: another one stands in its place.',
      by === undefined ? 'List the proposals and decide on the newer one.' : `Open ${by} and decide there.`,
    );
  }
}

export class ProposalChanged extends ExpectedError {
  readonly kind = 'proposal_changed';
  constructor() {
    super(
      'This is not the proposal that was shown: its content differs.',
      'Show the proposal again, read it, and decide then.',
    );
  }
}

export class TicketInvalid extends ExpectedError {
  readonly kind = 'ticket_invalid';
  constructor() {
    super('This click was not meant for you, or was used before.', 'Open the proposal again and decide there.');
  }
}

export class CountNotTyped extends ExpectedError {
  readonly kind = 'count_not_typed';
  constructor(count: number) {
    super(
      `This changes ${count} records, more than one looks through.`,
      `Type the number of records, ${count}, to approve.`,
    );
  }
}

const ceremonies: Readonly<Record<Risk, string>> = {
  bulk: 'it changes many records',
  external: 'it reaches people outside',
  money: 'it moves money',
  irreversible: 'it cannot be taken back',
};

export class NotAcknowledged extends ExpectedError {
  readonly kind = 'not_acknowledged';
  readonly risks: readonly Risk[];
  constructor(risks: readonly Risk[]) {
    super(
      `Approving needs a second word: ${risks.map((risk) => ceremonies[risk]).join(', and ')}.`,
      `Confirm ${risks.join(', ')} explicitly and approve again.`,
    );
    this.risks = risks;
  }
}

export class SecondPersonNeeded extends ExpectedError {
  readonly kind = 'second_person_needed';
  constructor() {
    super(
      'Money above the limit needs two different people: whoever asked for it may not approve it.',
      'Ask a colleague with the same right to decide.',
    );
  }
}

export class NotApproved extends ExpectedError {
  readonly kind = 'not_approved';
  constructor(status: ProposalStatus) {
    super(
      `This proposal is ${words(status)}; only an approved one is carried out.`,
      'Show the proposal and approve it.',
    );
  }
}

export class ExecutionUnderWay extends ExpectedError {
  readonly kind = 'execution_under_way';
  constructor() {
    super(
      'This proposal is being carried out by another run.',
      'Wait a minute; should that run have ended, the next one takes over.',
    );
  }
}

export class LeaseLost extends ExpectedError {
  readonly kind = 'lease_lost';
  constructor() {
    super('Another run has taken over this proposal.', 'Nothing to do: the other run goes on from the journal.');
  }
}

export class CannotUndo extends ExpectedError {
  readonly kind = 'cannot_undo';
  constructor(why: 'not done' | 'irreversible' | 'undone') {
    super(
      {
        'not done': 'Nothing of this proposal was carried out, so there is nothing to undo.',
        irreversible: 'What this proposal did cannot be taken back.',
        undone: 'An undo of this proposal exists already.',
      }[why],
      why === 'undone'
        ? 'List the proposals and look for the one that undoes it.'
        : 'Show the proposal to see what came of each change.',
    );
  }
}
