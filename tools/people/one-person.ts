/* From the words of a request to exactly one record, or an error that says which there are to choose from. */
import { HiddenByRights } from '../../src/access/refusals.js';
import { ExpectedError } from '../../src/errors.js';
import { findMembers } from '../../src/members/find.js';
import type { MemberLine } from '../../src/members/line.js';
import type { ToolContext } from '../define.js';
import { lineWords } from './line-words.js';

export class PersonAmbiguous extends ExpectedError {
  readonly kind = 'person_ambiguous';
  constructor(members: readonly MemberLine[], total: number) {
    const lines = members.map((line) => `- ${lineWords(line)}`).join('\n');
    super(
      `${total} records bear this name${total > members.length ? `; the first ${members.length} of them` : ''}:\n${lines}`,
      'Which one is meant?',
    );
  }
}

export class PersonNotFound extends ExpectedError {
  readonly kind = 'person_not_found';
  constructor(near: readonly MemberLine[]) {
    const lines = near.map((line) => `- ${lineWords(line)}`).join('\n');
    super(
      near.length ? `Nobody bears this name. Spelled most like it:\n${lines}` : 'Nobody bears this name.',
      near.length ? 'Is it one of these?' : 'Check the spelling, or use the iMIS id or e-mail address.',
    );
  }
}

export class PersonIsStaff extends ExpectedError {
  readonly kind = 'person_is_staff';
  constructor() {
    super('This is a member of the staff, who has no membership.', 'Ask about a member or an organisation.');
  }
}

export interface OnePerson {
  readonly memberId: string;
  readonly line: MemberLine;
}

/** Throws PersonAmbiguous, PersonNotFound, PersonIsStaff, HiddenByRights, NotPermitted. */
export async function onePerson(who: string, { actor, clock, database, settings }: ToolContext): Promise<OnePerson> {
  const found = await findMembers(database, {
    actor,
    who,
    today: clock.today(),
    graceDays: settings.association.graceDays,
  });
  switch (found.kind) {
    case 'one':
      return { memberId: found.memberId, line: found.member };
    case 'several':
      throw new PersonAmbiguous(found.members, found.total);
    case 'near':
      throw new PersonNotFound(found.members);
    case 'hidden':
      throw new HiddenByRights();
    case 'staff':
      throw new PersonIsStaff();
    case 'none':
      throw new PersonNotFound([]);
  }
}
