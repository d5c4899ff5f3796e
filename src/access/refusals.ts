import type { Permission, Role } from '../domain/actor.js';
import { ExpectedError } from '../errors.js';
import { rolesWith } from './roles.js';

export class UnknownUser extends ExpectedError {
  readonly kind = 'unknown_user';
  constructor() {
    super(
      'No iMIS user has this user name.',
      'Check the spelling; a user added to iMIS just now is known after the next sync.',
    );
  }
}

export class UserDisabled extends ExpectedError {
  readonly kind = 'user_disabled';
  constructor() {
    super('This iMIS user is disabled.', 'Ask an iMIS administrator to enable the user, then sync.');
  }
}

export class NoRole extends ExpectedError {
  readonly kind = 'no_role';
  constructor() {
    super(
      'None of the iMIS roles of this user is one the copilot knows.',
      'Ask an iMIS administrator for a role such as Membership, Finance or Community, then sync.',
    );
  }
}

export class NoChapter extends ExpectedError {
  readonly kind = 'no_chapter';
  constructor() {
    super(
      'This chapter manager has no active membership of a chapter with the role Chapter Manager.',
      "Ask an iMIS administrator to add the role on the chapter's roster, then sync.",
    );
  }
}

const permissionWords: Readonly<Record<Permission, string>> = {
  'people.read': "see people's records",
  'aggregates.read': 'see counts and totals',
  'invoices.read': 'see invoices',
  'feedback.read': 'read feedback',
  'scores.read': 'see renewal scores',
  'notes.propose': 'propose or decide notes',
  'tasks.propose': 'propose or decide tasks',
  'contacts.propose': 'propose or decide contact corrections',
  'segments.propose': 'propose or decide segments',
  'outreach.propose': 'propose or decide outreach',
  'settings.manage': 'change settings',
  'audit.read': 'read the audit',
};
const roleWords = (role: Role): string => role.replaceAll('_', ' ');

/** The actor's roles do not allow it; says which roles do. */
export class NotPermitted extends ExpectedError {
  readonly kind = 'not_permitted';
  readonly permission: Permission;
  constructor(permission: Permission) {
    super(
      `Your role may not ${permissionWords[permission]}.`,
      `Ask somebody with one of these roles: ${rolesWith(permission).map(roleWords).join(', ')}.`,
    );
    this.permission = permission;
  }
}

/** The record exists, outside the chapters the actor sees. */
export class HiddenByRights extends ExpectedError {
  readonly kind = 'hidden_by_rights';
  constructor() {
    super(
      'This record is hidden by your rights: it is outside the chapters you see.',
      "Ask a colleague of the membership team, or the manager of that person's chapter.",
    );
  }
}
