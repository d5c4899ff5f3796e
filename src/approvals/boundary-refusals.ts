/** Refusals of phases, standing approvals, kill switches, edits and pilots. */
import { ExpectedError } from '../errors.js';

export class CohortUnknown extends ExpectedError {
  readonly kind = 'cohort_unknown';
  constructor() {
    super('There is no such tier or chapter.', 'Choose one of the list, or everybody.');
  }
}

export class WorkflowUnknown extends ExpectedError {
  readonly kind = 'workflow_unknown';
  constructor() {
    super('There is no such kind of change.', 'Choose one of the list.');
  }
}

export class NotAdministrator extends ExpectedError {
  readonly kind = 'not_administrator';
  constructor(what: string) {
    super(`Only an administrator may ${what}.`, 'Ask an administrator of the copilot.');
  }
}

export class KillSwitchOn extends ExpectedError {
  readonly kind = 'kill_switch_on';
  constructor(kind: string) {
    super(
      kind === '*'
        ? 'The kill switch is on: nothing is approved or carried out.'
        : `The kill switch for "${kind}" is on: changes of this kind are neither approved nor carried out.`,
      'Ask an administrator why, and approve once it is off.',
    );
  }
}

export class StandingUnknown extends ExpectedError {
  readonly kind = 'standing_unknown';
  constructor() {
    super('There is no such standing approval.', 'Copy the id from the list of standing approvals.');
  }
}

export class StandingRefused extends ExpectedError {
  readonly kind = 'standing_refused';
  constructor(reason: string) {
    super(`This cannot be signed in advance: ${reason}.`, 'Change the request, or let people approve each change.');
  }
}

export class NotEditable extends ExpectedError {
  readonly kind = 'not_editable';
  constructor(fields: readonly string[], editable: readonly string[]) {
    super(
      `This kind of change does not let ${fields.join(', ')} be edited.`,
      editable.length > 0
        ? `What may be edited: ${editable.join(', ')}.`
        : 'Records may be left out; for the rest, reject it and ask anew.',
    );
  }
}

/** The words do not pass the kind's own check. */
export class EditInvalid extends ExpectedError {
  readonly kind = 'edit_invalid';
  constructor(fields: readonly string[]) {
    super(
      `The edited value is not usable${fields.length > 0 ? `: ${fields.join(', ')}` : ''}.`,
      'Correct it and save the edit again.',
    );
  }
}

export class NothingEdited extends ExpectedError {
  readonly kind = 'nothing_edited';
  constructor() {
    super('The edit changes nothing.', 'Change a value or leave a record out; or approve the proposal as it is.');
  }
}

export class RecordNotInProposal extends ExpectedError {
  readonly kind = 'record_not_in_proposal';
  constructor() {
    super('The edit names a record that is not in this proposal.', 'Show the proposal again and edit what it lists.');
  }
}

export class NoPilotWaiting extends ExpectedError {
  readonly kind = 'no_pilot_waiting';
  constructor(status: string) {
    super(
      `This proposal does not wait after its first records: it is ${status.replaceAll('_', ' ')}.`,
      'Show the proposal to see what came of it.',
    );
  }
}

export class PilotExpired extends ExpectedError {
  readonly kind = 'pilot_expired';
  constructor() {
    super(
      'The first records were done too long ago: the rest may have changed since.',
      'End this proposal and ask for the rest again; it is checked against the data of today.',
    );
  }
}

export class TooManyChanges extends ExpectedError {
  readonly kind = 'too_many_changes';
  constructor(count: number, most: number) {
    super(
      `${count} changes are more than one proposal may hold.`,
      `Ask for at most ${most} at a time: a tier, a chapter or a state.`,
    );
  }
}
